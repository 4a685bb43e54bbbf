/* The gazetteer: clubs, leagues, countries, outlets, journalists, staff and
 * one-name players of data/gazetteer. Spellings go into the lexicon's trie. */
#ifndef EXTRACT_GAZETTEER_H
#define EXTRACT_GAZETTEER_H

#include "gazetteer/entries.h"
#include "lexicon/lexicon.h"

typedef struct {
    suitor_sv name;
    uint32_t country; /* into countries[], GAZETTEER_NONE unknown */
    uint32_t league;
    uint8_t level; /* of its league; 9 unknown */
} gazetteer_club;

typedef struct {
    suitor_sv name;
    uint32_t country;
    uint8_t level;
} gazetteer_league;

enum { STAFF_CLUBS = 6 };

typedef struct {
    suitor_sv name;
    uint32_t clubs[STAFF_CLUBS]; /* of the last years, latest first; GAZETTEER_NONE ends */
    bool leads;                  /* manager or coach: his name may stand for the club */
} gazetteer_staff;

#define GAZETTEER_NONE UINT32_MAX

typedef struct {
    gazetteer_club *clubs;
    gazetteer_league *leagues;
    gazetteer_staff *staff;
    suitor_sv *countries, *outlets, *journalists, *players;
    uint32_t n_clubs, clubs_cap, n_leagues, leagues_cap, n_staff, staff_cap;
    uint32_t n_countries, countries_cap, n_outlets, outlets_cap;
    uint32_t n_journalists, journalists_cap, n_players, players_cap;
    strmap club_ids, league_ids, country_ids;
} gazetteer;

/* Load `dir` (…/gazetteer) into a zeroed gazetteer; names go into lex->names. */
suitor_status gazetteer_load(gazetteer *g, lexicon *lex, const char *dir, suitor_error *err);
void gazetteer_free(gazetteer *g);

#endif
