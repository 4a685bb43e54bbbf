/* The tables of calls: by single words, by pairs of words, and the elements that calls need by
 * the words that begin them. Rows are compressed: counted first, then placed. */
#include "lexicon/calls.h"

#include <stdlib.h>

#include "grow.h"

uint32_t need_number(call_drafts *d, const element *e)
{
    uint16_t *number = &d->numbers[e->first];

    if (!*number && d->n_needed < UINT16_MAX)
        *number = (uint16_t)++d->n_needed;
    return *number;
}

bool call_draft(call_drafts *d, uint32_t first, uint32_t second, const call *c)
{
    if (!grow(&d->rows, &d->rows_cap, d->n_rows + 1, sizeof *d->rows))
        return false;
    d->rows[d->n_rows++] = (call_draft_row){ first, second, *c };
    return true;
}

void call_drafts_free(call_drafts *d)
{
    free(d->rows);
    free(d->numbers);
    *d = (call_drafts){ 0 };
}

/* In the order of words, patterns and offsets, single words first. */
static int compare_rows(const void *a, const void *b)
{
    const call_draft_row *x = a, *y = b;

    if (!x->second != !y->second)
        return x->second ? 1 : -1;
    if (x->first != y->first)
        return x->first < y->first ? -1 : 1;
    if (x->second != y->second)
        return x->second < y->second ? -1 : 1;
    if (x->call.pattern != y->call.pattern)
        return x->call.pattern < y->call.pattern ? -1 : 1;
    return x->call.offset - y->call.offset;
}

/* Leaves of equal rows one each; returns how many pairs of words there are. */
static uint32_t sort_rows(call_drafts *d)
{
    uint32_t n = 0, n_pairs = 0;

    if (d->n_rows)
        qsort(d->rows, d->n_rows, sizeof *d->rows, compare_rows);
    for (uint32_t i = 0; i < d->n_rows; i++) {
        const call_draft_row *row = &d->rows[i], *last = n ? &d->rows[n - 1] : NULL;
        if (last && compare_rows(last, row) == 0)
            continue;
        n_pairs +=
            row->second && (!last || last->first != row->first || last->second != row->second);
        d->rows[n++] = *row;
    }
    d->n_rows = n;
    return n_pairs;
}

/* Whether the i-th alternative of the element begins as none before it. */
static bool begins_afresh(const lexicon *lex, const element *e, uint32_t i)
{
    return i == e->first || lex->heads[i] != lex->heads[i - 1];
}

/* Counts, or with `place` notes, the needed elements of each word. */
static void go_through_needs(const call_drafts *d, lexicon *lex, bool place)
{
    uint32_t highest = 0; /* elements that are written alike share a number: once each */

    for (uint32_t k = 0; k < lex->n_elements; k++) {
        const element *e = &lex->elements[k];
        uint16_t number = e->kind == ELEMENT_WORDS ? d->numbers[e->first] : NO_NEED;
        if (number == NO_NEED || e->first < highest)
            continue;
        highest = e->first + 1;
        for (uint32_t i = e->first; i < e->first + e->count; i++) {
            if (!begins_afresh(lex, e, i))
                continue;
            uint32_t *at = &lex->by_word[lex->heads[i] + !place].first_need;
            if (place)
                lex->needs[*at] = number;
            ++*at;
        }
    }
}

/* Turns counts, each one place behind its word, into where the rows of words begin. */
static void add_up_starts(lexicon *lex)
{
    for (uint32_t w = 0; w <= lex->words.count; w++) {
        lex->by_word[w + 1].first_call += lex->by_word[w].first_call;
        lex->by_word[w + 1].first_need += lex->by_word[w].first_need;
    }
}

/* Placing has moved each start to its end, which is where the next one begins. */
static void move_starts_back(lexicon *lex)
{
    for (uint32_t w = lex->words.count + 1; w > 0; w--)
        lex->by_word[w].first_need = lex->by_word[w - 1].first_need;
    lex->by_word[0].first_need = 0;
}

static bool allocate(lexicon *lex, uint32_t n_calls, uint32_t n_pairs)
{
    for (lex->pair_mask = 15; lex->pair_mask < n_pairs * 2;)
        lex->pair_mask = lex->pair_mask * 2 + 1;
    lex->by_pair = calloc((size_t)lex->pair_mask + 1, sizeof *lex->by_pair);
    lex->calls = calloc((size_t)n_calls + 1, sizeof *lex->calls);
    lex->by_word = calloc((size_t)lex->words.count + 2, sizeof *lex->by_word);
    return lex->by_pair && lex->calls && lex->by_word;
}

bool calls_arrange(call_drafts *d, lexicon *lex)
{
    uint32_t n_pairs = sort_rows(d);

    if (!allocate(lex, d->n_rows, n_pairs))
        return false;
    for (uint32_t i = 0; i < d->n_rows; i++) {
        const call_draft_row *row = &d->rows[i];
        lex->calls[i] = row->call;
        if (!row->second) {
            lex->by_word[row->first + 1].first_call++;
            continue;
        }
        pair_calls *pair = pair_calls_of(lex, row->first, row->second);
        if (!pair->words)
            *pair = (pair_calls){ (uint64_t)row->first << 32 | row->second, i, i };
        pair->end_call = i + 1;
    }
    go_through_needs(d, lex, false);
    add_up_starts(lex);
    lex->n_calls = d->n_rows;
    lex->n_needed = d->n_needed;
    lex->n_needs = lex->by_word[lex->words.count + 1].first_need;
    lex->needs = calloc((size_t)lex->n_needs + 1, sizeof *lex->needs);
    if (!lex->needs)
        return false;
    go_through_needs(d, lex, true);
    move_starts_back(lex);
    return true;
}
