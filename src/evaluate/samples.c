/* The extractor shows each candidate with its features; the gold tells what it was. A
 * candidate in the sentence of a claim's quote has the claim's label. Where the text tells
 * the claim elsewhere it counts for less, as the sentence may tell it, too. */
#include "samples.h"

#include <stdlib.h>

#include "align.h"
#include "fail.h"
#include "grow.h"
#include "quote.h"
#include "scoring/judge.h"
#include "scoring/scoring.h"

/* Weights of candidates whose pair has a claim, but not by this sentence. */
static const float retold = 0.3F, in_mind = 0.2F;

typedef struct {
    sample_set *pairs, *stays;
    const gold_row *row;
    uint32_t row_index;
    aligner names;
    uint32_t *players; /* by person of the reading: gold player, ALIGN_NONE */
    suitor_span *quotes;
    suitor_error *err;
    suitor_status st;
} watch;

static weight_slot *slot_of(const sample_set *s, uint64_t key)
{
    uint32_t i = (uint32_t)key & s->mask;

    while (s->slots[i].row && s->slots[i].key != key)
        i = (i + 1) & s->mask;
    return &s->slots[i];
}

static bool widen(sample_set *s)
{
    sample_set wider = { .mask = s->slots ? s->mask * 2 + 1 : 4095 };

    wider.slots = calloc((size_t)wider.mask + 1, sizeof *wider.slots);
    if (!wider.slots)
        return false;
    for (uint32_t i = 0; s->slots && i <= s->mask; i++)
        if (s->slots[i].row)
            *slot_of(&wider, s->slots[i].key) = s->slots[i];
    free(s->slots);
    s->slots = wider.slots;
    s->mask = wider.mask;
    return true;
}

static bool add_feature(sample_set *s, const feature *f)
{
    if ((!s->slots || s->n_kinds * 2 > s->mask) && !widen(s))
        return false;
    weight_slot *slot = slot_of(s, feature_key(f));
    if (!slot->row) {
        if (!grow(&s->kinds, &s->kinds_cap, s->n_kinds + 1, sizeof *s->kinds) ||
            !grow(&s->counts, &s->counts_cap, s->n_kinds + 1, sizeof *s->counts))
            return false;
        s->kinds[s->n_kinds] = *f;
        s->counts[s->n_kinds] = 0;
        *slot = (weight_slot){ feature_key(f), ++s->n_kinds };
    }
    if (!grow(&s->features, &s->features_cap, s->n_features + 1, sizeof *s->features))
        return false;
    s->features[s->n_features++] = slot->row - 1;
    s->counts[slot->row - 1]++;
    return true;
}

static bool add_sample(sample_set *s, const feature_list *features, sample fresh)
{
    bool ok = grow(&s->samples, &s->samples_cap, s->n_samples + 1, sizeof *s->samples);

    fresh.first = s->n_features;
    for (uint32_t i = 0; i < features->n_items && ok; i++)
        ok = add_feature(s, &features->items[i]);
    fresh.count = s->n_features - fresh.first;
    if (ok)
        s->samples[s->n_samples++] = fresh;
    return ok;
}

/* The gold player that the person is, by any of his spellings. */
static uint32_t player_of(watch *w, const reading *r, uint32_t who)
{
    const person *p = &r->people[who];
    uint32_t found = ALIGN_NONE;

    w->st = align_text(&w->names, &w->names.players, p->name, &found, w->err);
    for (uint32_t s = p->first_spelling; s != NONE && found == ALIGN_NONE && w->st == SUITOR_OK;
         s = r->spellings[s].next)
        w->st = align_text(&w->names, &w->names.players, r->spellings[s].text, &found, w->err);
    return found;
}

static suitor_span bytes_of(const reading *r, const unit_sentence *s)
{
    return tokens_span(r, r->units[s->first].first, r->units[s->end - 1].end);
}

static bool meet(suitor_span a, suitor_span b) { return a.begin < b.end && b.begin < a.end; }

static suitor_sv own_club(const gold_row *row, suitor_sv player)
{
    for (uint32_t i = 0; i < row->n_players; i++)
        if (suitor_sv_equal(row->players[i].name, player))
            return row->players[i].club;
    return suitor_sv_make(NULL, 0);
}

/* Label and weight of a candidate about `player` and `club`, gold names. */
static sample judge(const watch *w, const reading *r, const pair_candidate *c, suitor_sv player,
                    suitor_sv club)
{
    suitor_span here = bytes_of(r, &r->sentences[c->sentence]);
    bool alone = c->club == NONE, named = c->player_unit != NONE && c->club_unit != NONE;
    sample out = { .row = w->row_index, .weight = 1 };
    uint32_t elsewhere = LABEL_NONE;

    for (uint32_t i = 0; i < w->row->n_claims; i++) {
        const gold_claim *g = &w->row->claims[i];
        uint32_t label = alone ? stay_label((uint8_t)g->relation, (uint8_t)g->stage)
                               : pair_label((uint8_t)g->relation, (uint8_t)g->stage);
        if (label == LABEL_NONE || !suitor_sv_equal(g->player, player) ||
            !suitor_sv_equal(g->club, club))
            continue;
        elsewhere = label;
        if (meet(w->quotes[i], here))
            out.label = (uint8_t)label;
    }
    if (out.label != LABEL_NONE)
        return out;
    if (elsewhere != LABEL_NONE) {
        out.weight = alone || named ? retold : in_mind;
        out.label = (uint8_t)(named ? elsewhere : LABEL_NONE);
    } else if (named && suitor_sv_equal(own_club(w->row, player), club)) {
        out.label = LABEL_OWN;
    }
    return out;
}

static void see(const reading *r, const pair_candidate *c, const feature_list *features, void *user)
{
    watch *w = user;
    uint32_t player = ALIGN_NONE, club = ALIGN_NONE;
    sample fresh = { .row = w->row_index, .weight = 1 };

    if (w->st != SUITOR_OK)
        return;
    player = player_of(w, r, c->player);
    if (w->st == SUITOR_OK && c->club != NONE)
        w->st =
            align_text(&w->names, &w->names.clubs, r->x->gaz.clubs[c->club].name, &club, w->err);
    if (w->st == SUITOR_OK && player != ALIGN_NONE) {
        suitor_sv name = w->names.players.names[player].name;
        if (c->club == NONE)
            fresh = judge(w, r, c, name, own_club(w->row, name));
        else if (club != ALIGN_NONE)
            fresh = judge(w, r, c, name, w->names.clubs.names[club].name);
    }
    if (w->st == SUITOR_OK && !add_sample(c->club == NONE ? w->stays : w->pairs, features, fresh))
        w->st = fail(w->err, SUITOR_ERR_NOMEM, "no memory for samples to learn from");
}

suitor_status samples_add(sample_set *pairs, sample_set *stays, const suitor_extractor *extractor,
                          suitor_extraction *extraction, const gold_row *row, uint32_t row_index,
                          suitor_error *err)
{
    arena memory = { 0 };
    watch w = { .pairs = pairs, .stays = stays, .row = row, .row_index = row_index, .err = err };
    const pair_watcher watcher = { see, &w };
    const suitor_facts *facts;
    suitor_status st = align_begin(&w.names, row, &memory, err);

    pairs->n_labels = N_PAIR_LABELS;
    stays->n_labels = N_STAY_LABELS;
    w.quotes = arena_zeros(&memory, (size_t)row->n_claims + 1, sizeof *w.quotes);
    if (st == SUITOR_OK && !w.quotes)
        st = fail(err, SUITOR_ERR_NOMEM, "no memory for quotes");
    for (uint32_t i = 0; i < row->n_claims && st == SUITOR_OK; i++)
        w.quotes[i] = quote_find(row->article.text, row->claims[i].quote);
    extraction->watcher = &watcher;
    if (st == SUITOR_OK)
        st = suitor_extract(extractor, &row->article, extraction, &facts, err);
    extraction->watcher = NULL;
    arena_free(&memory);
    return st == SUITOR_OK ? w.st : st;
}

void samples_free(sample_set *set)
{
    free(set->samples);
    free(set->features);
    free(set->kinds);
    free(set->counts);
    free(set->slots);
    *set = (sample_set){ 0 };
}
