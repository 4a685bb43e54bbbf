/* What a description of a club tells of it: "the Italian side", "the London club", "the
 * Bundesliga outfit", "the champions". */
#ifndef EXTRACT_CLUE_H
#define EXTRACT_CLUE_H

#include "reading.h"

typedef struct {
    uint32_t country, league; /* NONE */
    uint32_t town;            /* node of the trie of names, 0 for none */
    bool champions;           /* of that league or country, of Europe, else of any league */
    bool of_europe;
} club_clue;

/* What the unit's words tell. False if that is nothing, as in "they" and "the club". */
bool clue_read(const reading *r, const unit *u, club_clue *out);

bool clue_fits(const reading *r, const club_clue *c, uint32_t club);

/* Where no club before fits: the only one of the article that does, else the champion of the
 * league that is told, else the only one of that town in a highest division; NONE. */
uint32_t clue_alone(const reading *r, const club_clue *c);

#endif
