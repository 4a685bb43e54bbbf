#include "scoring/traces.h"

#include "claims/teller.h"

enum { MOST_COUNTED = 3 };

static trace *trace_of(trace_list *list, uint32_t who)
{
    for (uint32_t i = 0; i < list->n; i++)
        if (list->items[i].who == who)
            return &list->items[i];
    uint32_t at = list->n < MOST_TRACES ? list->n++ : MOST_TRACES;
    list->items[at] =
        (trace){ .who = who, .last = NONE, .other = NONE, .pursued = NONE, .topic = MOST_COUNTED };
    return &list->items[at];
}

static uint8_t counted(uint32_t n) { return (uint8_t)(n < MOST_COUNTED ? n : MOST_COUNTED); }

static void rank_topics(trace_list *clubs)
{
    for (uint32_t i = 0; i < clubs->n; i++) {
        uint32_t before = 0;
        for (uint32_t k = 0; k < clubs->n; k++)
            before += clubs->items[k].count > clubs->items[i].count;
        clubs->items[i].topic = counted(before);
    }
}

void traces_begin(traces *t, const reading *r)
{
    t->clubs.n = t->players.n = t->next_event = 0;
    t->first_of_text = t->first_of_paragraph = t->last_named = NONE;
    for (uint32_t i = 0; i < r->n_sentences; i++)
        FOR_PHRASES (r, &r->sentences[i], u) {
            uint32_t club = unit_club(r, u);
            if (club == NONE)
                continue;
            trace_of(&t->clubs, club)->count++;
            if (t->first_of_text == NONE)
                t->first_of_text = club;
        }
    rank_topics(&t->clubs);
}

static void note_suit(trace *of, uint32_t other, uint32_t sentence_index)
{
    of->n_suits += of->other != other;
    of->other = other;
    of->pursued = sentence_index;
}

void traces_enter(traces *t, const reading *r, uint32_t sentence_index, bool fresh)
{
    const unit_sentence *s = &r->sentences[sentence_index];

    if (fresh)
        t->first_of_paragraph = NONE;
    FOR_PHRASES (r, s, u)
        if (t->first_of_paragraph == NONE)
            t->first_of_paragraph = unit_club(r, u);
    for (; t->next_event < r->n_told && r->events[t->next_event].sentence < sentence_index;
         t->next_event++) {
        const event *e = &r->events[t->next_event];
        if (e->club == NONE || !takes_club(e->relation))
            continue;
        note_suit(trace_of(&t->clubs, e->club), e->player, e->sentence);
        note_suit(trace_of(&t->players, e->player), e->club, e->sentence);
    }
}

void traces_leave(traces *t, const reading *r, uint32_t sentence_index)
{
    FOR_PHRASES (r, &r->sentences[sentence_index], u) {
        uint32_t player = unit_player(r, u), club = unit_club(r, u);
        if (player != NONE)
            trace_of(&t->players, player)->last = sentence_index;
        if (club != NONE) {
            trace_of(&t->clubs, club)->last = sentence_index;
            t->last_named = club;
        }
    }
}

static uint8_t age_of(uint32_t last, uint32_t sentence_index)
{
    if (last == NONE)
        return CONTEXT_NEVER;
    return (uint8_t)(sentence_index - last < CONTEXT_LONG_AGO ? sentence_index - last
                                                              : CONTEXT_LONG_AGO);
}

pair_context traces_context(traces *t, uint32_t sentence_index, uint32_t player, uint32_t club)
{
    const trace *his = trace_of(&t->players, player), *its;
    pair_context out = { .player_age = age_of(his->last, sentence_index) };

    if (club == NONE)
        return out;
    its = trace_of(&t->clubs, club);
    out.topic = its->topic;
    out.club_age = age_of(its->last, sentence_index);
    out.suits = its->n_suits == 1 && its->other == player ? 0 : counted(its->n_suits);
    out.suit_age = age_of(its->pursued, sentence_index);
    out.suitors = counted(his->n_suits);
    out.leads_text = club == t->first_of_text;
    out.leads_paragraph = club == t->first_of_paragraph;
    out.last_named = club == t->last_named;
    return out;
}
