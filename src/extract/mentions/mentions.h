/* The steps from tokens to resolved noun phrases, in the order they run. */
#ifndef EXTRACT_MENTIONS_H
#define EXTRACT_MENTIONS_H

#include "reading.h"

/* Find the names of the gazetteer and runs of capitals that may be people. */
void mentions_find(reading *r);

/* Decide which club each nickname, stadium and shared tag means in this article;
 * those that mean none are dropped. */
void clubs_resolve(reading *r);

/* Before names are tied to people: choose between those known by one word, and drop the
 * names of readers who ask. */
void people_doubt(reading *r);

/* Whether a run of capitals, folded to `folded`, can introduce somebody. Ordinary words
 * ("the Mill", "Fan Zone") and a single word all in capitals need to be a player's surname
 * for that, and dates and places are no people even then. */
bool introduces_person(const reading *r, const mention *m, suitor_sv folded);

bool is_known_surname(const reading *r, suitor_sv folded);

/* Tie the person mentions to people: full names first, then surnames. */
void people_tie(reading *r);

/* Find the players in the register, by full name, or by a surname where he is of a club
 * that the article names; his club of that day is taken for his, as what is least sure. */
void players_recognise(reading *r);

/* Whether what is known of the player outside the text speaks against the description `d`. */
bool is_another_by_register(const reading *r, const person *p, const unit *d);

/* The club that owns the player on the article's day, NONE unless the article names it. */
uint32_t player_club(const reading *r, const gazetteer_player *p);

/* What the register says of a player and a club on the article's day; what is to come it is
 * not asked. */
typedef enum {
    STAY_NEVER,
    STAY_ONCE, /* he was there */
    STAY_NOW,
    STAY_OF_LATE /* he has come there in the months before */
} register_stay_kind;

register_stay_kind register_stay(const reading *r, const gazetteer_player *p, uint32_t club);

/* The club of his that the article names, the most often, of those that he is at on its
 * day; NONE if it names none. */
uint32_t staff_club(const reading *r, const gazetteer_staff *who);

/* Whether the article and his times at clubs are dated, so that they can be compared. */
bool staff_is_dated(const reading *r, const gazetteer_staff *who);

/* Find sums of money. */
void sums_find(reading *r);

/* Cut sentences into units: noun phrases, sums, words, signs. */
void units_build(reading *r);

/* Tell for "he", "the Italy star", "they", "the club" who is meant. */
void references_resolve(reading *r);

/* Learn positions told beside names, of those whom no noun phrase gives one. */
void positions_learn(reading *r);

/* Note `club` as the one `p` belongs to if nothing surer is known. */
void person_set_club(person *p, uint32_t club, uint8_t sureness);

/* What a player turns out to be instead. */
void person_set_kind(person *p, person_kind kind);

/* Whether a player told to play `told` can be called `called` ("the defender"). */
bool positions_agree(uint8_t told, uint8_t called);

#endif
