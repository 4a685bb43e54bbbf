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

enum { PLAYER_POSITIONS = 3 };

/* A time at a club; months are counted from January of year 0. */
typedef struct {
    uint32_t club;
    int32_t from, to; /* the month of arrival and the first one no more there */
    bool loan;
} gazetteer_spell;

/* What is known of a player outside the texts: never told as a claim, but it helps to see
 * who is meant and which of two clubs sells. */
typedef struct {
    suitor_sv name, folded;
    uint32_t country;
    int32_t born_month;                  /* NO_MONTH unknown; of a year alone its July */
    uint8_t positions[PLAYER_POSITIONS]; /* suitor_position, main one first */
    uint32_t first_spell, n_spells;      /* into spells[], oldest first */
    uint32_t namesake; /* the next whose name ends on the same word, GAZETTEER_NONE */
} gazetteer_player;

#define NO_MONTH INT32_MIN

typedef struct {
    gazetteer_club *clubs;
    gazetteer_league *leagues;
    gazetteer_staff *staff;
    gazetteer_player *players;
    gazetteer_spell *spells;
    suitor_sv *countries, *outlets, *journalists;
    uint32_t n_clubs, clubs_cap, n_leagues, leagues_cap, n_staff, staff_cap;
    uint32_t n_countries, countries_cap, n_outlets, outlets_cap;
    uint32_t n_journalists, journalists_cap, n_players, players_cap;
    uint32_t n_spells, spells_cap;
    strmap club_ids, league_ids, country_ids;
    strmap surnames; /* folded last word of names of several → the latest such player */
} gazetteer;

/* Load `dir` (…/gazetteer) and then the registers at `n_registers` paths into a zeroed
 * gazetteer; names go into lex->names. */
suitor_status gazetteer_load(gazetteer *g, lexicon *lex, const char *dir,
                             const char *const *registers, uint32_t n_registers, suitor_error *err);
void gazetteer_free(gazetteer *g);

/* players.c: a row of players/(any).tsv, "name born nation positions clubs aliases", told
 * of by what is wrong with it; NULL when nothing is. */
const char *gazetteer_add_player(gazetteer *g, const suitor_sv *fields, arena *memory);

/* The club that owns the player in `month`, GAZETTEER_NONE unknown. In the month of a move
 * it is still the old one. */
uint32_t gazetteer_owner(const gazetteer *g, const gazetteer_player *p, int32_t month);

#endif
