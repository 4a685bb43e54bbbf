/* The gazetteer: clubs, leagues, countries, outlets, journalists, staff and
 * one-name players of data/gazetteer. Spellings go into the lexicon's trie. */
#ifndef EXTRACT_GAZETTEER_H
#define EXTRACT_GAZETTEER_H

#include "gazetteer/entries.h"
#include "gazetteer/people.h"
#include "lexicon/lexicon.h"

typedef struct {
    suitor_sv name;
    uint32_t country; /* into countries[], GAZETTEER_NONE unknown */
    uint32_t league;
    uint8_t level; /* of its league; 9 unknown */
    uint32_t fame; /* spells that players and staff are known to have had there */
} gazetteer_club;

typedef struct {
    suitor_sv name;
    uint32_t country;
    uint8_t level;
} gazetteer_league;

#define GAZETTEER_NONE UINT32_MAX
#define NO_MONTH INT32_MIN

enum { PLAYER_POSITIONS = 3 };

/* A time at a club; months are counted from January of year 0. */
typedef struct {
    uint32_t club;
    int32_t from, to; /* the month of arrival and the first one no more there; from is
                         NO_MONTH where staff.tsv tells no months */
    bool loan;
} gazetteer_spell;

typedef struct {
    uint32_t first, n; /* into spells[], oldest first */
} gazetteer_career;

typedef struct {
    suitor_sv name;
    gazetteer_career career;
    bool leads;        /* he may stand for the club: manager, director, owner */
    uint32_t namesake; /* the next whose name ends on the same word, GAZETTEER_NONE */
} gazetteer_staff;

/* What is known of a player outside the texts: never told as a claim, but it helps to see
 * who is meant and which of two clubs sells. */
typedef struct {
    suitor_sv name, folded;
    uint32_t country;
    int32_t born_month;                  /* NO_MONTH unknown; of a year alone its July */
    uint8_t positions[PLAYER_POSITIONS]; /* suitor_position, main one first */
    gazetteer_career career;
    uint32_t namesake; /* the next whose name ends on the same word, GAZETTEER_NONE */
} gazetteer_player;

/* A league won; champions are called so from that month on until before another. */
typedef struct {
    uint32_t club, league; /* GAZETTEER_NONE: the European Cup */
    int32_t from, until;
} gazetteer_title;

typedef struct {
    gazetteer_club *clubs;
    gazetteer_league *leagues;
    gazetteer_staff *staff;
    gazetteer_player *players;
    gazetteer_spell *spells;
    gazetteer_title *titles;
    suitor_sv *countries, *outlets, *journalists;
    uint32_t n_clubs, clubs_cap, n_leagues, leagues_cap, n_staff, staff_cap;
    uint32_t n_countries, countries_cap, n_outlets, outlets_cap;
    uint32_t n_journalists, journalists_cap, n_players, players_cap;
    uint32_t n_spells, spells_cap, n_titles, titles_cap;
    strmap club_ids, league_ids, country_ids;
    strmap surnames;       /* folded last word of names of several → the latest such player */
    strmap staff_surnames; /* likewise → the latest of staff[] */
    people registered;     /* of registers, beside those above */
} gazetteer;

/* Load `dir` (…/gazetteer) and then the registers at `n_registers` paths into a zeroed
 * gazetteer; names go into lex->names. */
suitor_status gazetteer_load(gazetteer *g, lexicon *lex, const char *dir,
                             const char *const *registers, uint32_t n_registers, suitor_error *err);
void gazetteer_free(gazetteer *g);

/* players.c: a row of players/(any).tsv, "name born nation positions clubs aliases", told
 * of by what is wrong with it; NULL when nothing is. */
const char *gazetteer_add_player(gazetteer *g, const suitor_sv *fields, arena *memory);

/* spells.c: "2019", "2019-07" or "2019-07-31" as a month; NO_MONTH if it is none of these. */
int32_t gazetteer_month(suitor_sv text);

/* A list of spells ("Brentford 2019-07/2023-08|~Arsenal 2023-08/"), unless `dated` of clubs
 * without months too, told of by what is wrong with it; NULL when nothing is. */
const char *gazetteer_add_spells(gazetteer *g, suitor_sv list, bool dated, gazetteer_career *out);

/* Whether a spell with months covers `month`. */
bool gazetteer_at_work(const gazetteer *g, gazetteer_career career, int32_t month);

/* players.c: the folded name, its last word put in `surnames` as that of `id`; *namesake is
 * who had it before. False when out of memory. */
bool gazetteer_add_surname(strmap *surnames, suitor_sv name, uint32_t id, arena *memory,
                           suitor_sv *folded, uint32_t *namesake);

/* The club that owns the player in `month`, GAZETTEER_NONE unknown. In the month of a move
 * it is still the old one. */
uint32_t gazetteer_owner(const gazetteer *g, const gazetteer_player *p, int32_t month);

#endif
