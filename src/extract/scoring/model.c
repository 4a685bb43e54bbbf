/* Making a model: values of words are numbered first, then every row finds its block. Rows of
 * any layout come before those of one, which are added to them. */
#include "scoring/model.h"

#include <math.h>
#include <stdlib.h>

enum {
    MOST_NUMBER = 1023, /* values of templates with numbers; no text has higher ones */
    SIGN_VALUES = 256,
    UNIT_VALUES = 32 /* kinds of unit, and the edge of the sentence */
};

typedef struct {
    model *m;
    const weights *tables[2]; /* pairs, stays */
} builder;

/* Layouts that candidates of a table have. */
static bool has_layout(uint32_t table, uint8_t layout)
{
    return layout == LAYOUT_ANY || (layout == LAYOUT_ALONE) == (table == 1);
}

uint32_t model_numbered(uint32_t n_words) { return n_words + 1 + SIGN_VALUES + UNIT_VALUES; }

uint32_t model_place(const model *m, uint32_t value)
{
    uint32_t others = m->n_words + 1;

    if (value & VALUE_UNIT)
        return others + SIGN_VALUES + (value & ~VALUE_UNIT);
    if (value & VALUE_SIGN)
        return others + (value & ~VALUE_SIGN);
    return value & VALUE_EDGE ? others + SIGN_VALUES + UNIT_VALUES - 1 : value;
}

static void number_value(model *m, uint32_t value)
{
    uint32_t *number = &m->numbers[model_place(m, value)];

    if (!*number)
        *number = ++m->count;
}

static void widen_range(block_range *range, uint32_t value)
{
    if (value >= range->count && value <= MOST_NUMBER)
        range->count = value + 1;
}

static void number_values(const builder *b)
{
    for (uint32_t t = 0; t < 2; t++)
        for (uint32_t i = 1; i <= b->tables[t]->n_rows; i++) {
            const feature *f = &b->tables[t]->features[i];
            value_kind kind = feature_forms[f->template].kind;
            if (kind == VALUE_NUMBER)
                widen_range(&b->m->ranges[f->template], f->a);
            if (kind == VALUE_WORD || kind == VALUE_WORDS)
                number_value(b->m, f->a);
            if (kind == VALUE_WORDS)
                number_value(b->m, f->b);
        }
}

/* Lay out the blocks of all templates but those of two words, one behind the other. */
static void range_values(model *m)
{
    for (uint32_t t = 0; t < N_FEATURES; t++) {
        uint32_t counts[] = { [VALUE_NUMBER] = m->ranges[t].count,
                              [VALUE_WORD] = m->count + 1,
                              [VALUE_WORDS] = 0,
                              [VALUE_SIGNAL] = MOST_SIGNALS,
                              [VALUE_SIGNALS] = MOST_SIGNALS * MOST_SIGNALS };
        m->ranges[t] = (block_range){ m->n_indexed, counts[feature_forms[t].kind] };
        m->n_indexed += m->ranges[t].count;
    }
}

static word_pair_slot *pair_slot(const model *m, uint32_t a, uint32_t b)
{
    uint32_t i = ((a * 0x9E3779B1u) ^ (b * 0x85EBCA77u)) >> 7 & m->pair_mask;

    while (m->pairs[i].block && (m->pairs[i].a != a || m->pairs[i].b != b))
        i = (i + 1) & m->pair_mask;
    return &m->pairs[i];
}

const label_sums *model_pair_row(const model *m, uint32_t a, uint32_t b, pair_layout layout)
{
    return &m->rows[m->cells[pair_slot(m, a, b)->block * BLOCK_LAYOUTS + layout]];
}

/* Where the feature's block is noted; NULL for numbers that no text has. */
static uint32_t *block_place(model *m, const feature *f)
{
    const block_range *range = &m->ranges[f->template];

    switch (feature_forms[f->template].kind) {
    case VALUE_WORD: return &m->blocks[range->first + model_number(m, f->a)];
    case VALUE_SIGNAL: return &m->blocks[range->first + f->a];
    case VALUE_SIGNALS: return &m->blocks[range->first + signal_pair(f->a, f->b)];
    case VALUE_WORDS: {
        uint32_t a = model_number(m, f->a), b = model_number(m, f->b);
        word_pair_slot *slot = pair_slot(m, a, b);
        slot->a = a;
        slot->b = b;
        return &slot->block;
    }
    default: return f->a <= MOST_NUMBER ? &m->blocks[range->first + f->a] : NULL;
    }
}

static void put_row(model *m, const weights *w, uint32_t row, uint32_t first, uint32_t end)
{
    uint32_t *place = block_place(m, &w->features[row]);

    if (!place)
        return;
    if (!*place)
        *place = m->n_blocks++;
    uint32_t *cells = m->cells + (size_t)*place * BLOCK_LAYOUTS;
    label_sums *sum = &m->rows[m->n_rows];
    *sum = m->rows[cells[first]];
    for (uint32_t k = 0; k < w->n_labels; k++)
        sum->of[k] += w->rows[(size_t)row * w->n_labels + k];
    for (uint32_t layout = first; layout < end; layout++)
        cells[layout] = m->n_rows;
    m->n_rows++;
}

static void put_rows(const builder *b, uint32_t table, bool any)
{
    const weights *w = b->tables[table];

    for (uint32_t i = 1; i <= w->n_rows; i++) {
        uint8_t layout = w->features[i].layout;
        if (!has_layout(table, layout) || (layout == LAYOUT_ANY) != any)
            continue;
        if (!any)
            put_row(b->m, w, i, layout, layout + 1u);
        else if (table == 0)
            put_row(b->m, w, i, LAYOUT_ANY + 1, LAYOUT_ALONE);
        else
            put_row(b->m, w, i, LAYOUT_ALONE, LAYOUT_ALONE + 1);
    }
}

static uint32_t count_word_pairs(const builder *b)
{
    uint32_t n = 0;

    for (uint32_t t = 0; t < 2; t++)
        for (uint32_t i = 1; i <= b->tables[t]->n_rows; i++)
            n += feature_forms[b->tables[t]->features[i].template].kind == VALUE_WORDS;
    return n;
}

static bool allocate(const builder *b)
{
    model *m = b->m;
    size_t most = (size_t)b->tables[0]->n_rows + b->tables[1]->n_rows + 1;

    for (m->pair_mask = 15; m->pair_mask < count_word_pairs(b) * 2;)
        m->pair_mask = m->pair_mask * 2 + 1;
    m->pairs = calloc((size_t)m->pair_mask + 1, sizeof *m->pairs);
    m->blocks = calloc(m->n_indexed, sizeof *m->blocks);
    m->cells = calloc(most * BLOCK_LAYOUTS, sizeof *m->cells);
    m->rows = calloc(most, sizeof *m->rows);
    m->n_rows = m->n_blocks = 1;
    return m->pairs && m->blocks && m->cells && m->rows;
}

bool model_build(model *m, const lexicon *lex, const weights *pairs, const weights *stays)
{
    builder b = { .m = m, .tables = { pairs, stays } };

    *m = (model){ .n_words = lex->words.count,
                  .n_pair_rows = pairs->n_rows,
                  .n_stay_rows = stays->n_rows };
    m->n_numbered = model_numbered(m->n_words);
    m->numbers = calloc(m->n_numbered, sizeof *m->numbers);
    if (!m->numbers)
        return false;
    number_values(&b);
    range_values(m);
    if (!allocate(&b))
        return false;
    for (int any = 1; any >= 0; any--)
        for (uint32_t table = 0; table < 2; table++)
            put_rows(&b, table, any);
    return true;
}

void model_free(model *m)
{
    free(m->rows);
    free(m->cells);
    free(m->blocks);
    free(m->numbers);
    free(m->pairs);
    *m = (model){ 0 };
}

void model_probabilities(const label_sums *sums, uint32_t n_labels, float *p)
{
    float logs[MOST_LABELS], top = -1e30F, total = 0;

    for (uint32_t k = 0; k < MOST_LABELS; k++)
        logs[k] = (float)sums->of[k] / WEIGHT_UNIT;
    for (uint32_t k = 0; k < n_labels; k++)
        top = logs[k] > top ? logs[k] : top;
    for (uint32_t k = 0; k < n_labels; k++)
        total += p[k] = expf(logs[k] - top);
    for (uint32_t k = 0; k < n_labels; k++)
        p[k] /= total;
}
