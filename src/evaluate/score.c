/* The score. What a deal makes plain need not be said, nor whose player somebody is of
 * whom nothing else is told: labels of that kind are hits where they are in both, and
 * neither missed nor extra where they are in one. */
#include "score.h"

#include <stdlib.h>

#include "fail.h"
#include "grow.h"
#include "labels.h"

/* An article under comparison. */
typedef struct {
    scorer *s;
    const gold_row *row;
    const suitor_facts *facts;
    suitor_error *err;
    suitor_status st;
} comparison;

static suitor_sv empty(void) { return suitor_sv_make(NULL, 0); }

/* Show the sentence around the quote. */
static void show_quote(comparison *c, suitor_span quote, suitor_disagreement *d)
{
    suitor_span around;

    if (quote.begin == quote.end || c->st != SUITOR_OK)
        return;
    c->st = quote_sentence(&c->s->doc, c->row->article.text, quote, &around, c->err);
    if (c->st != SUITOR_OK)
        return;
    d->sentence = suitor_sv_cut(c->row->article.text, around);
    d->quote = (suitor_span){ quote.begin - around.begin, quote.end - around.begin };
}

static void disagree(comparison *c, const label *l, suitor_difference difference, suitor_sv gold,
                     suitor_sv read)
{
    scorer *s = c->s;
    suitor_disagreement d = { .article = c->row->article.id,
                              .score = l->score,
                              .difference = difference,
                              .player = l->player.shown,
                              .club = l->club.shown,
                              .gold = gold,
                              .read = read };

    show_quote(c, l->quote, &d);
    if (c->st != SUITOR_OK)
        return;
    if (grow(&s->disagreements, &s->cap, s->sums.n_disagreements + 1, sizeof d))
        s->disagreements[s->sums.n_disagreements++] = d;
    else
        c->st = fail(c->err, SUITOR_ERR_NOMEM, "no memory for the disagreements");
}

/* Whether the gold has a deal of the label's player, and with `club` unless that is NULL. */
static bool is_dealt(const gold_row *row, const label *l, const suitor_sv *club)
{
    for (uint32_t i = 0; i < row->n_claims; i++) {
        const gold_claim *c = &row->claims[i];
        if (c->relation == SUITOR_DEAL && suitor_sv_equal(c->player, l->player.key) &&
            (!club || suitor_sv_equal(c->club, *club)))
            return true;
    }
    return false;
}

static bool is_busy(const gold_row *row, const label *l)
{
    for (uint32_t i = 0; i < row->n_claims; i++)
        if (row->claims[i].relation != SUITOR_PLAYS_FOR &&
            suitor_sv_equal(row->claims[i].player, l->player.key))
            return true;
    return false;
}

static bool is_optional(const gold_row *row, const label *l)
{
    switch (l->score) {
    case SUITOR_SCORE_INTEREST: return is_dealt(row, l, &l->club.key);
    case SUITOR_SCORE_LEAVING: return is_dealt(row, l, NULL);
    case SUITOR_SCORE_PLAYS_FOR: return !is_busy(row, l);
    default: return false;
    }
}

static void count_missed(comparison *c, const label *gold)
{
    if (is_optional(c->row, gold))
        return;
    c->s->sums.tallies[gold->score].missed++;
    disagree(c, gold, SUITOR_MISSED, gold->value.shown, empty());
}

static void count_extra(comparison *c, const label *read)
{
    if (is_optional(c->row, read))
        return;
    c->s->sums.tallies[read->score].extra++;
    disagree(c, read, SUITOR_EXTRA, empty(), read->value.shown);
}

static bool has_stages(const label *l)
{
    return l->score == SUITOR_SCORE_INTEREST || l->score == SUITOR_SCORE_DEAL;
}

static void count_hit(comparison *c, const label *gold, const label *read)
{
    suitor_evaluation *sums = &c->s->sums;

    sums->tallies[gold->score].hit++;
    if (!has_stages(gold))
        return;
    sums->n_stages++;
    sums->n_right_stages += gold->stage == read->stage;
}

/* Both sets side by side. */
static void count_labels(comparison *c, const label_set *gold, const label_set *read)
{
    uint32_t g = 0, r = 0;

    while ((g < gold->count || r < read->count) && c->st == SUITOR_OK) {
        int order = g == gold->count   ? 1
                    : r == read->count ? -1
                                       : label_compare(&gold->labels[g], &read->labels[r]);
        if (order < 0)
            count_missed(c, &gold->labels[g++]);
        else if (order > 0)
            count_extra(c, &read->labels[r++]);
        else
            count_hit(c, &gold->labels[g++], &read->labels[r++]);
    }
}

/* The stages that differ, behind all that is missed or extra. */
static void compare_stages(comparison *c, const label_set *gold, const label_set *read)
{
    uint32_t r = 0;

    for (uint32_t g = 0; g < gold->count && c->st == SUITOR_OK; g++) {
        const label *l = &gold->labels[g];
        while (r < read->count && label_compare(&read->labels[r], l) < 0)
            r++;
        if (r < read->count && label_compare(&read->labels[r], l) == 0 && has_stages(l) &&
            read->labels[r].stage != l->stage)
            disagree(c, &read->labels[r], SUITOR_OTHER, l->value.shown,
                     read->labels[r].value.shown);
    }
}

/* Count position or age, empty where not told, of a player that was read. */
static void count_trait(comparison *c, suitor_score score, suitor_sv name, suitor_sv gold,
                        suitor_sv read)
{
    suitor_tally *t = &c->s->sums.tallies[score];
    bool equal = suitor_sv_equal(gold, read);
    label l = { .score = score, .player = { name, name } };

    t->hit += gold.len && equal;
    t->missed += gold.len && !equal;
    t->extra += read.len && !equal;
    if (!equal)
        disagree(c, &l,
                 gold.len && read.len ? SUITOR_OTHER
                 : gold.len           ? SUITOR_MISSED
                                      : SUITOR_EXTRA,
                 gold, read);
}

static suitor_sv age_text(comparison *c, int32_t age)
{
    char digits[16];
    suitor_sv out = empty();

    if (age < 0 || c->st != SUITOR_OK)
        return out;
    snprintf(digits, sizeof digits, "%d", (int)age);
    out = arena_copy(c->s->memory, suitor_sv_of(digits));
    if (!out.ptr)
        c->st = fail(c->err, SUITOR_ERR_NOMEM, "no memory for the disagreements");
    return out;
}

/* Of several rows of the player the last; NULL where he is only named in claims. */
static const gold_player *gold_player_of(const gold_row *row, suitor_sv name)
{
    for (uint32_t i = row->n_players; i > 0; i--)
        if (suitor_sv_equal(row->players[i - 1].name, name))
            return &row->players[i - 1];
    return NULL;
}

static void count_traits(comparison *c, const read_names *names)
{
    for (uint32_t i = 0; i < c->facts->n_players && c->st == SUITOR_OK; i++) {
        const suitor_player *read = &c->facts->players[i];
        const gold_player *gold = names->gold_players[i] == ALIGN_NONE
                                      ? NULL
                                      : gold_player_of(c->row, names->players[i].key);
        if (!gold)
            continue;
        count_trait(c, SUITOR_SCORE_POSITION, gold->name,
                    suitor_sv_of(suitor_position_name(gold->position)),
                    suitor_sv_of(suitor_position_name(read->position)));
        count_trait(c, SUITOR_SCORE_AGE, gold->name, age_text(c, gold->age),
                    age_text(c, read->age));
    }
}

/* What the disagreements show must outlive the facts. */
static void keep_views(comparison *c, uint32_t first)
{
    scorer *s = c->s;

    for (uint32_t i = first; i < s->sums.n_disagreements && c->st == SUITOR_OK; i++) {
        suitor_disagreement *d = &s->disagreements[i];
        suitor_sv *const views[] = { &d->player, &d->club, &d->gold, &d->read };
        for (size_t k = 0; k < sizeof views / sizeof *views && c->st == SUITOR_OK; k++)
            if (views[k]->len && !(*views[k] = arena_copy(s->memory, *views[k])).ptr)
                c->st = fail(c->err, SUITOR_ERR_NOMEM, "no memory for the disagreements");
    }
}

suitor_status score_row(scorer *s, const gold_row *row, const suitor_facts *facts,
                        suitor_error *err)
{
    comparison c = { s, row, facts, err, SUITOR_OK };
    const uint32_t before = s->sums.n_disagreements;
    arena scratch = { 0 };
    aligner a;
    read_names names;
    label_set gold, read;

    c.st = align_begin(&a, row, &scratch, err);
    if (c.st == SUITOR_OK)
        c.st = names_align(&a, facts, &names, err);
    if (c.st == SUITOR_OK)
        c.st = labels_of_gold(row, &scratch, &gold, err);
    if (c.st == SUITOR_OK)
        c.st = labels_of_reading(facts, &names, &scratch, &read, err);
    if (c.st == SUITOR_OK) {
        count_labels(&c, &gold, &read);
        compare_stages(&c, &gold, &read);
        count_traits(&c, &names);
        keep_views(&c, before);
    }
    s->sums.n_articles += c.st == SUITOR_OK;
    arena_free(&scratch);
    return c.st;
}

static void add_up(suitor_evaluation *sums, suitor_score to, suitor_score from)
{
    sums->tallies[to].hit += sums->tallies[from].hit;
    sums->tallies[to].missed += sums->tallies[from].missed;
    sums->tallies[to].extra += sums->tallies[from].extra;
}

void score_finish(scorer *s)
{
    for (int i = SUITOR_SCORE_INTEREST; i <= SUITOR_SCORE_ENDED; i++)
        add_up(&s->sums, SUITOR_SCORE_MARKET, (suitor_score)i);
    for (int i = SUITOR_SCORE_INTEREST; i <= SUITOR_SCORE_PLAYS_FOR; i++)
        add_up(&s->sums, SUITOR_SCORE_ALL_CLAIMS, (suitor_score)i);
    s->sums.disagreements = s->disagreements;
}

void score_free(scorer *s)
{
    free(s->disagreements);
    document_free(&s->doc);
}
