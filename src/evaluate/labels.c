/* Labels of gold and reading as rows that can be compared. A name that means none of the
 * gold is told from one that does by a "?" before its folded form. */
#include "labels.h"

#include <stdlib.h>

#include "buf.h"
#include "fail.h"
#include "number.h"
#include "quote.h"
#include "spelling.h"

enum { SUM_DIGITS = 6 };

/* A set while it is filled. */
typedef struct {
    label_set set;
    arena *memory;
    suitor_error *err;
    suitor_status st;
} filler;

static const suitor_score scores[SUITOR_N_RELATIONS] = {
    [SUITOR_PLAYS_FOR] = SUITOR_SCORE_PLAYS_FOR, [SUITOR_INTEREST] = SUITOR_SCORE_INTEREST,
    [SUITOR_DEAL] = SUITOR_SCORE_DEAL,           [SUITOR_ENDED] = SUITOR_SCORE_ENDED,
    [SUITOR_LEAVING] = SUITOR_SCORE_LEAVING,     [SUITOR_STAYING] = SUITOR_SCORE_STAYING,
};

static suitor_status no_memory(suitor_error *err)
{
    return fail(err, SUITOR_ERR_NOMEM, "no memory to compare labels");
}

int label_compare(const label *a, const label *b)
{
    int order = (a->score > b->score) - (a->score < b->score);

    if (!order)
        order = gold_compare(a->player.key, b->player.key);
    if (!order)
        order = gold_compare(a->club.key, b->club.key);
    return order ? order : gold_compare(a->value.key, b->value.key);
}

static int by_order(const void *a, const void *b)
{
    const label *x = a, *y = b;
    int order = label_compare(x, y);

    return order ? order : (x->order > y->order) - (x->order < y->order);
}

static void sort_labels(label_set *set)
{
    uint32_t kept = 0;

    if (set->count)
        qsort(set->labels, set->count, sizeof *set->labels, by_order);
    for (uint32_t i = 0; i < set->count; i++) {
        bool again = kept && label_compare(&set->labels[kept - 1], &set->labels[i]) == 0;
        set->labels[again ? kept - 1 : kept++] = set->labels[i];
    }
    set->count = kept;
}

static filler begin(size_t most, arena *memory, suitor_error *err)
{
    filler f = { .memory = memory, .err = err };

    f.set.labels = arena_zeros(memory, most + 1, sizeof *f.set.labels);
    f.st = f.set.labels ? SUITOR_OK : no_memory(err);
    return f;
}

static suitor_status finish(filler *f, label_set *out)
{
    if (f->st != SUITOR_OK)
        return f->st;
    sort_labels(&f->set);
    *out = f->set;
    return SUITOR_OK;
}

static void add(filler *f, const label *l)
{
    if (f->st != SUITOR_OK)
        return;
    f->set.labels[f->set.count] = *l;
    f->set.labels[f->set.count].order = f->set.count;
    f->set.count++;
}

static term same(suitor_sv text) { return (term){ text, text }; }

/* The text gathered, kept. */
static suitor_sv keep(filler *f, buf *text)
{
    suitor_sv out = suitor_sv_make(NULL, 0);

    if (!text->failed)
        out = arena_copy(f->memory, buf_view(text));
    if (!out.ptr && f->st == SUITOR_OK)
        f->st = no_memory(f->err);
    buf_free(text);
    return out;
}

/* "EUR 60" or "EUR 60-70", to as many digits as the extractor prints. */
static term sum_term(filler *f, suitor_sv currency, double low, double high)
{
    char from[NUMBER_SIZE], to[NUMBER_SIZE];
    suitor_sv least = suitor_sv_make(from, number_write(low, SUM_DIGITS, from));
    suitor_sv most = suitor_sv_make(to, number_write(high, SUM_DIGITS, to));
    buf text = { 0 };

    buf_append(&text, currency);
    buf_char(&text, ' ');
    buf_append(&text, least);
    if (!suitor_sv_equal(least, most)) {
        buf_char(&text, '-');
        buf_append(&text, most);
    }
    return same(keep(f, &text));
}

static int by_key(const void *a, const void *b)
{
    return gold_compare(((const term *)a)->key, ((const term *)b)->key);
}

/* The terms, which are sorted, as one, each once: of a choice the order does not matter. */
static term joined(filler *f, term *terms, uint32_t count)
{
    buf keys = { 0 }, shown = { 0 };

    if (count)
        qsort(terms, count, sizeof *terms, by_key);
    for (uint32_t i = 0; i < count; i++) {
        if (i && by_key(&terms[i - 1], &terms[i]) == 0)
            continue;
        buf_add(&keys, keys.len ? "\n" : "");
        buf_append(&keys, terms[i].key);
        buf_add(&shown, shown.len ? ", " : "");
        buf_append(&shown, terms[i].shown);
    }
    buf_add(&keys, ""); /* there may be none */
    buf_add(&shown, "");
    suitor_sv key = keep(f, &keys);
    return (term){ key, keep(f, &shown) };
}

static term source_term(filler *f, suitor_sv name)
{
    suitor_sv folded = spelling_fold(name, f->memory);

    if (!folded.ptr && f->st == SUITOR_OK)
        f->st = no_memory(f->err);
    return (term){ folded, name };
}

static term position_term(suitor_position position)
{
    return same(suitor_sv_of(suitor_position_name(position)));
}

static void add_gold_claims(filler *f, const gold_row *row)
{
    for (uint32_t i = 0; i < row->n_claims; i++) {
        const gold_claim *c = &row->claims[i];
        suitor_sv stage =
            suitor_sv_of(c->stage == SUITOR_N_STAGES ? "" : suitor_stage_name(c->stage));
        add(f, &(label){ .score = scores[c->relation],
                         .player = same(c->player),
                         .club = same(c->club),
                         .value = { .shown = stage },
                         .stage = c->stage,
                         .quote = quote_find(row->article.text, c->quote) });
    }
}

static void add_gold_choices(filler *f, const gold_row *row)
{
    for (uint32_t i = 0; i < row->n_choices; i++) {
        const gold_choice *c = &row->choices[i];
        term *members = arena_zeros(f->memory, c->players.count + (size_t)1, sizeof *members);
        if (!members) {
            f->st = no_memory(f->err);
            return;
        }
        for (uint32_t k = 0; k < c->players.count; k++)
            members[k] = same(c->players.names[k]);
        add(f, &(label){ .score = SUITOR_SCORE_EITHER_OR,
                         .club = same(c->club),
                         .value = joined(f, members, c->players.count) });
    }
}

suitor_status labels_of_gold(const gold_row *row, arena *memory, label_set *out, suitor_error *err)
{
    filler f = begin((size_t)row->n_claims + row->n_fees + row->n_needs + row->n_choices +
                         row->sources.count,
                     memory, err);

    if (f.st != SUITOR_OK)
        return f.st;
    add_gold_claims(&f, row);
    for (uint32_t i = 0; i < row->n_fees; i++) {
        const gold_fee *fee = &row->fees[i];
        add(&f, &(label){ .score = SUITOR_SCORE_FEES,
                          .player = same(fee->player),
                          .value = sum_term(&f, fee->currency, fee->low, fee->high) });
    }
    for (uint32_t i = 0; i < row->n_needs; i++)
        add(&f, &(label){ .score = SUITOR_SCORE_NEEDS,
                          .club = same(row->needs[i].club),
                          .value = position_term(row->needs[i].position) });
    add_gold_choices(&f, row);
    for (uint32_t i = 0; i < row->sources.count; i++)
        add(&f, &(label){ .score = SUITOR_SCORE_SOURCES,
                          .value = source_term(&f, row->sources.names[i]),
                          .quote = quote_find(row->article.text, row->sources.names[i]) });
    return finish(&f, out);
}

/* The gold's name where it means one. */
static suitor_status name_term(const aligner *a, const align_list *list, uint32_t index,
                               suitor_sv name, suitor_sv folded, term *out, suitor_error *err)
{
    if (index != ALIGN_NONE) {
        *out = same(list->names[index].name);
        return SUITOR_OK;
    }
    char *key = arena_alloc(a->memory, folded.len + 1);
    if (!key)
        return no_memory(err);
    key[0] = '?';
    if (folded.len)
        memcpy(key + 1, folded.ptr, folded.len);
    *out = (term){ suitor_sv_make(key, folded.len + 1), name };
    return SUITOR_OK;
}

suitor_status names_align(const aligner *a, const suitor_facts *facts, read_names *out,
                          suitor_error *err)
{
    suitor_status st = SUITOR_OK;
    suitor_sv folded;
    uint32_t index;

    out->players = arena_zeros(a->memory, facts->n_players + (size_t)1, sizeof *out->players);
    out->clubs = arena_zeros(a->memory, facts->n_clubs + (size_t)1, sizeof *out->clubs);
    out->gold_players =
        arena_zeros(a->memory, facts->n_players + (size_t)1, sizeof *out->gold_players);
    if (!out->players || !out->clubs || !out->gold_players)
        return no_memory(err);
    for (uint32_t i = 0; i < facts->n_players && st == SUITOR_OK; i++) {
        st = align_player(a, facts, i, &out->gold_players[i], &folded, err);
        if (st == SUITOR_OK)
            st = name_term(a, &a->players, out->gold_players[i], facts->players[i].name, folded,
                           &out->players[i], err);
    }
    for (uint32_t i = 0; i < facts->n_clubs && st == SUITOR_OK; i++) {
        st = align_club(a, facts, i, &index, &folded, err);
        if (st == SUITOR_OK)
            st = name_term(a, &a->clubs, index, facts->clubs[i].name, folded, &out->clubs[i], err);
    }
    return st;
}

static void add_read_claims(filler *f, const suitor_facts *facts, const read_names *names)
{
    for (uint32_t i = 0; i < facts->n_claims; i++) {
        const suitor_claim *c = &facts->claims[i];
        add(f, &(label){ .score = scores[c->relation],
                         .player = names->players[c->player],
                         .club = names->clubs[c->club],
                         .value = { .shown = suitor_sv_of(suitor_stage_name(c->stage)) },
                         .stage = c->stage,
                         .quote = facts->evidence[c->evidence.first].quote });
    }
}

static void add_read_choices(filler *f, const suitor_facts *facts, const read_names *names)
{
    for (uint32_t i = 0; i < facts->n_either_or; i++) {
        const suitor_either_or *e = &facts->either_or[i];
        term *members = arena_zeros(f->memory, e->members.count + (size_t)1, sizeof *members);
        if (!members) {
            f->st = no_memory(f->err);
            return;
        }
        for (uint32_t k = 0; k < e->members.count; k++)
            members[k] = names->players[facts->either_or_players[e->members.first + k]];
        add(f, &(label){ .score = SUITOR_SCORE_EITHER_OR,
                         .club = names->clubs[e->club],
                         .value = joined(f, members, e->members.count),
                         .quote = e->quote });
    }
}

suitor_status labels_of_reading(const suitor_facts *facts, const read_names *names, arena *memory,
                                label_set *out, suitor_error *err)
{
    filler f = begin((size_t)facts->n_claims + facts->n_fees + facts->n_needs + facts->n_either_or +
                         facts->n_sources,
                     memory, err);

    if (f.st != SUITOR_OK)
        return f.st;
    add_read_claims(&f, facts, names);
    for (uint32_t i = 0; i < facts->n_fees; i++) {
        const suitor_fee *fee = &facts->fees[i];
        add(&f, &(label){ .score = SUITOR_SCORE_FEES,
                          .player = names->players[fee->player],
                          .value = sum_term(&f, suitor_sv_of(fee->currency), fee->low, fee->high),
                          .quote = fee->quote });
    }
    for (uint32_t i = 0; i < facts->n_needs; i++)
        add(&f, &(label){ .score = SUITOR_SCORE_NEEDS,
                          .club = names->clubs[facts->needs[i].club],
                          .value = position_term(facts->needs[i].position),
                          .quote = facts->needs[i].quote });
    add_read_choices(&f, facts, names);
    for (uint32_t i = 0; i < facts->n_sources; i++)
        add(&f,
            &(label){ .score = SUITOR_SCORE_SOURCES, .value = source_term(&f, facts->sources[i]) });
    return finish(&f, out);
}
