/* Weights in a hash table from feature to row; the file's names of features are turned
 * into the same numbers that reading a text makes. */
#include "scoring/weights.h"

#include <stdio.h>
#include <stdlib.h>

#include "fail.h"
#include "file.h"
#include "scoring/feature_text.h"

enum { LIMIT_BYTES = 64 << 20 };

typedef struct {
    weights *w;
    const lexicon *lex;
    const char *path;
    unsigned line;
    suitor_sv rest;
    suitor_error *err;
} loader;

static weight_slot *find(const weights *w, uint64_t key)
{
    uint32_t i = (uint32_t)key & w->mask;

    while (w->slots[i].row && w->slots[i].key != key)
        i = (i + 1) & w->mask;
    return &w->slots[i];
}

bool weights_begin(weights *w, uint32_t n_labels, uint32_t most)
{
    uint32_t size = 16;

    while (size < most * 2)
        size *= 2;
    *w = (weights){ .n_labels = n_labels, .mask = size - 1 };
    w->slots = calloc(size, sizeof *w->slots);
    w->rows = calloc(((size_t)most + 1) * n_labels, sizeof *w->rows);
    w->features = calloc((size_t)most + 1, sizeof *w->features);
    return w->slots && w->rows && w->features;
}

int16_t *weights_add(weights *w, const feature *f)
{
    weight_slot *slot = find(w, feature_key(f));

    if (slot->row)
        return NULL;
    *slot = (weight_slot){ feature_key(f), ++w->n_rows };
    w->features[w->n_rows] = *f;
    return w->rows + (size_t)slot->row * w->n_labels;
}

const int16_t *weights_row(const weights *w, const feature *f)
{
    const weight_slot *slot = find(w, feature_key(f));

    return slot->row ? w->rows + (size_t)slot->row * w->n_labels : NULL;
}

static suitor_sv next_line(loader *l)
{
    const char *nl = memchr(l->rest.ptr, '\n', l->rest.len);
    suitor_sv line = suitor_sv_make(l->rest.ptr, nl ? (size_t)(nl - l->rest.ptr) : l->rest.len);

    l->rest = suitor_sv_make(l->rest.ptr + line.len + (nl != NULL),
                             l->rest.len - line.len - (nl != NULL));
    l->line++;
    return line;
}

static bool is_comment(suitor_sv line) { return line.len == 0 || line.ptr[0] == '#'; }

static suitor_sv cut_field(suitor_sv *line)
{
    const char *tab = memchr(line->ptr, '\t', line->len);
    suitor_sv field = suitor_sv_make(line->ptr, tab ? (size_t)(tab - line->ptr) : line->len);
    size_t used = field.len + (tab != NULL);

    *line = suitor_sv_make(line->ptr + used, line->len - used);
    return field;
}

static bool read_number(suitor_sv field, int16_t *out)
{
    bool minus = field.len > 0 && field.ptr[0] == '-';
    int32_t value = 0;

    if (field.len == minus || field.len > 6)
        return false;
    for (size_t i = minus; i < field.len; i++) {
        if (field.ptr[i] < '0' || field.ptr[i] > '9')
            return false;
        value = value * 10 + (field.ptr[i] - '0');
    }
    *out = (int16_t)(minus ? -value : value);
    return value <= INT16_MAX;
}

static suitor_status check_header(loader *l, const char *const *labels)
{
    suitor_sv line = next_line(l);

    while (is_comment(line) && l->rest.len)
        line = next_line(l);
    bool ok = suitor_sv_equal(cut_field(&line), suitor_sv_of("feature"));
    for (uint32_t i = 0; i < l->w->n_labels; i++)
        ok = ok && suitor_sv_equal(cut_field(&line), suitor_sv_of(labels[i]));
    return ok && line.len == 0
               ? SUITOR_OK
               : fail(l->err, SUITOR_ERR_PARSE,
                      "%s:%u: expected the header \"feature\" and %u labels "
                      "from \"%s\" to \"%s\"",
                      l->path, l->line, l->w->n_labels, labels[0], labels[l->w->n_labels - 1]);
}

static suitor_status read_row(loader *l, suitor_sv line)
{
    weights *w = l->w;
    feature f;
    int16_t numbers[MOST_LABELS], *row;
    suitor_sv name = cut_field(&line);

    for (uint32_t i = 0; i < w->n_labels; i++)
        if (!read_number(cut_field(&line), &numbers[i]))
            return fail(l->err, SUITOR_ERR_PARSE,
                        "%s:%u: expected %u whole numbers (hundredths) behind the feature", l->path,
                        l->line, w->n_labels);
    switch (feature_parse(l->lex, name, &f)) {
    case FEATURE_READ:
        row = weights_add(w, &f);
        if (row)
            memcpy(row, numbers, w->n_labels * sizeof *row);
        return SUITOR_OK;
    case FEATURE_OF_UNKNOWN_WORD: return SUITOR_OK;
    default:
        return fail(l->err, SUITOR_ERR_PARSE, "%s:%u: \"%.*s\" is no feature", l->path, l->line,
                    SUITOR_SV_ARG(name));
    }
}

static uint32_t count_lines(suitor_sv text)
{
    uint32_t n = 1;

    for (size_t i = 0; i < text.len; i++)
        n += text.ptr[i] == '\n';
    return n;
}

suitor_status weights_load(weights *w, const lexicon *lex, const char *path,
                           const char *const *labels, uint32_t n, suitor_error *err)
{
    arena memory = { 0 };
    loader l = { .w = w, .lex = lex, .path = path, .err = err };
    suitor_status st = file_read(path, LIMIT_BYTES, &memory, &l.rest, err);

    *w = (weights){ .n_labels = n };
    if (st == SUITOR_OK && !weights_begin(w, n, count_lines(l.rest)))
        st = fail(err, SUITOR_ERR_NOMEM, "%s: no memory", path);
    if (st == SUITOR_OK)
        st = check_header(&l, labels);
    while (st == SUITOR_OK && l.rest.len) {
        suitor_sv line = next_line(&l);
        if (!is_comment(line))
            st = read_row(&l, line);
    }
    arena_free(&memory);
    return st;
}

void weights_free(weights *w)
{
    free(w->slots);
    free(w->rows);
    free(w->features);
    *w = (weights){ 0 };
}
