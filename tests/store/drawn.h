/* Articles drawn from names that collide. */
#ifndef TESTS_DRAWN_H
#define TESTS_DRAWN_H

#include "monday.h"

#include <stdlib.h>

enum { N_ARTICLES = 60 };

static inline uint32_t draw(uint32_t *seed, uint32_t below)
{
    *seed = *seed * 1664525u + 1013904223u;
    return (*seed >> 8) % below;
}

/* An article drawn from names that collide: surnames, accents, two of a name. */
static inline void make_random(made *m, uint32_t i)
{
    static const char *const players[] = { "Alessandro Bastoni",
                                           "Bastoni",
                                           "Marc Guehi",
                                           "Marc Gu\xC3\xA9hi",
                                           "Guehi",
                                           "Murillo",
                                           "Lautaro Martinez",
                                           "Emiliano Martinez",
                                           "Mart\xC3\xADnez",
                                           "van de Ven",
                                           "Micky van de Ven",
                                           "Trent Alexander-Arnold",
                                           "Alexander-Arnold",
                                           "Jhon Murillo",
                                           "Ven" };
    static const char *const clubs[] = { "Inter Milan", "Liverpool", "Arsenal", "Atletico Madrid",
                                         "Atl\xC3\xA9tico Madrid" };
    static const char *const origins[] = { "", "Romano", "ROMANO", "Herald" };
    static char ids[N_ARTICLES][8], titles[N_ARTICLES][8];
    uint32_t seed = i * 7919 + 1;

    snprintf(ids[i], sizeof ids[i], "%u", i % 20); /* several of one name and day */
    snprintf(titles[i], sizeof titles[i], "No. %u", i);
    made_begin(m, ids[i], (int32_t)draw(&seed, 12), monday_text);
    m->article.title = suitor_sv_of(titles[i]);
    if (m->article.day == 0)
        m->article.day = SUITOR_NO_DAY;
    for (uint32_t n = 1 + draw(&seed, 3); n > 0; n--) {
        const char *club = draw(&seed, 2) ? clubs[draw(&seed, 5)] : NULL;
        uint32_t p = made_player(m, players[draw(&seed, N_ROWS(players))], club, NULL);
        m->players[p].position = (suitor_position)draw(&seed, SUITOR_N_POSITIONS);
        m->players[p].age = (int32_t)draw(&seed, 3) * 10 - 1;
        made_claim(m, p, clubs[draw(&seed, 5)], (suitor_relation)draw(&seed, SUITOR_N_RELATIONS),
                   (suitor_stage)draw(&seed, SUITOR_N_STAGES), origins[draw(&seed, 4)], "Arsenal");
        m->fees[m->facts.n_fees++] = (suitor_fee){
            p, (suitor_fee_kind)draw(&seed, SUITOR_N_FEE_KINDS), "EUR", i, i, made_span(m, "90m")
        };
        m->either_or_players[m->facts.n_either_or_players++] = p;
    }
    m->either_or[m->facts.n_either_or++] =
        (suitor_either_or){ made_club(m, clubs[draw(&seed, 5)], NULL),
                            { 0, m->facts.n_either_or_players },
                            made_span(m, "one of two") };
    m->needs[m->facts.n_needs++] = (suitor_need){ made_club(m, clubs[draw(&seed, 5)], NULL),
                                                  SUITOR_CB, made_span(m, "a back") };
}

#endif
