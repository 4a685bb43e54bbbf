/* Keys by which texts that may be alike are found, and counting whether they are. */
#include "likeness.h"

enum {
    TEXT_ROWS = 3, /* smallest numbers a key */
    PASSAGE_ROWS = 2,
    MOST_PARTS = LIKENESS_TEXT_KEYS * TEXT_ROWS,
    TEXT_SHINGLES = 4, /* of a text of six words; shorter ones are the same too easily */
    PASSAGE_SHINGLES = LIKENESS_PASSAGE_WORDS - 2,
    LONG_TEXT = 100, /* words; in shorter ones what all posts of one hand end with weighs much */
};

/* Reports of one thing in other words stay below 0.3; what quotes a text and adds to it lies
 * between. Chosen by the sample articles and by pairs of posts. */
static const double LONG_COPY = 0.5, SHORT_COPY = 0.8;

/* One word in seventeen may be another: "confirmed" for "completed the signing of" him is how
 * two reporters tell one announcement. */
static const double PASSAGE = 0.8;

static const uint64_t EMPTY = UINT64_MAX;

static uint64_t combine(uint64_t key, uint64_t value)
{
    key = (key ^ value) * UINT64_C(0x94D049BB133111EB);
    return key ^ key >> 29;
}

/* The smallest number of each of n parts of the set. An empty part takes that of the next
 * one that is not, with its distance, so that two of them agree only for one reason. */
static void smallest(const shingles *s, unsigned n, uint64_t parts[MOST_PARTS])
{
    unsigned from = 0, distance = 0;

    for (unsigned i = 0; i < n; i++)
        parts[i] = EMPTY;
    for (uint32_t i = 0; i < s->count; i++) {
        uint64_t *part = &parts[(s->hashes[i] >> 32) * n >> 32], value = s->hashes[i] & UINT32_MAX;
        *part = value < *part ? value : *part;
    }
    while (parts[from] == EMPTY)
        from++;
    uint64_t last = parts[from];
    for (unsigned k = 1; k <= n; k++) { /* backwards, so that the next one is known */
        uint64_t *part = &parts[(from + n - k) % n];
        distance = *part == EMPTY ? distance + 1 : 0;
        last = *part == EMPTY ? last : *part;
        *part = last | (uint64_t)distance << 32;
    }
}

static unsigned keys(const shingles *s, uint64_t kind, unsigned n_keys, unsigned n_rows,
                     uint64_t *out)
{
    uint64_t parts[MOST_PARTS];

    smallest(s, n_keys * n_rows, parts);
    for (unsigned k = 0; k < n_keys; k++) {
        out[k] = combine(kind, k + 1);
        for (unsigned i = 0; i < n_rows; i++)
            out[k] = combine(out[k], parts[k * n_rows + i]);
    }
    return n_keys;
}

unsigned likeness_text_keys(const shingles *s, uint64_t out[LIKENESS_TEXT_KEYS])
{
    return s->count < TEXT_SHINGLES ? 0 : keys(s, 1, LIKENESS_TEXT_KEYS, TEXT_ROWS, out);
}

unsigned likeness_passage_keys(const shingles *s, uint64_t out[LIKENESS_PASSAGE_KEYS])
{
    return s->count < PASSAGE_SHINGLES ? 0 : keys(s, 2, LIKENESS_PASSAGE_KEYS, PASSAGE_ROWS, out);
}

/* How many of `a` stand in `b`. */
static uint32_t common(const shingles *a, const shingles *b)
{
    uint32_t n = 0;

    for (uint32_t i = 0; i < a->count; i++)
        n += *shingles_place(b, a->hashes[i]) != 0;
    return n;
}

bool likeness_is_copy(const shingles *a, const shingles *b)
{
    bool is_long = a->n_words >= LONG_TEXT && b->n_words >= LONG_TEXT;
    uint32_t both = common(a, b);

    return a->count >= TEXT_SHINGLES && b->count >= TEXT_SHINGLES &&
           both >= (is_long ? LONG_COPY : SHORT_COPY) * (a->count + b->count - both);
}

bool likeness_stands_in(const shingles *passage, const shingles *text)
{
    return passage->count >= PASSAGE_SHINGLES && common(passage, text) >= PASSAGE * passage->count;
}
