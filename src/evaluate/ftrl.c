#include "ftrl.h"

#include <math.h>
#include <stdlib.h>

#include "fail.h"

/* Rate and penalties tried by cross-validation over the labelled texts; results hang little
 * on them. Features seen less often than RAREST are left out. */
static const float rate = 0.03F, l1 = 1, l2 = 1, beta = 1;
enum { ROUNDS = 8, RAREST = 8 };

static const uint64_t shuffle_seed = UINT64_C(88172645463325252);

typedef struct {
    const sample_set *set;
    float *sums, *squares; /* z and n of the paper, by kind and label */
    uint32_t *order, n;
    uint64_t random;
} learner;

static float weight_at(const learner *x, size_t i)
{
    float z = x->sums[i];

    if (fabsf(z) <= l1)
        return 0;
    return -(z - copysignf(l1, z)) / ((beta + sqrtf(x->squares[i])) / rate + l2);
}

static bool is_rare(const learner *x, uint32_t kind) { return x->set->counts[kind] < RAREST; }

static void predict(const learner *x, const sample *s, float *p)
{
    uint32_t n = x->set->n_labels;
    float top = -1e30F, total = 0;

    for (uint32_t k = 0; k < n; k++)
        p[k] = 0;
    for (uint32_t i = s->first; i < s->first + s->count; i++) {
        uint32_t kind = x->set->features[i];
        for (uint32_t k = 0; k < n && !is_rare(x, kind); k++)
            p[k] += weight_at(x, (size_t)kind * n + k);
    }
    for (uint32_t k = 0; k < n; k++)
        top = p[k] > top ? p[k] : top;
    for (uint32_t k = 0; k < n; k++)
        total += p[k] = expf(p[k] - top);
    for (uint32_t k = 0; k < n; k++)
        p[k] /= total;
}

static void step(learner *x, const sample *s, const float *p)
{
    uint32_t n = x->set->n_labels;

    for (uint32_t i = s->first; i < s->first + s->count; i++) {
        uint32_t kind = x->set->features[i];
        for (uint32_t k = 0; k < n && !is_rare(x, kind); k++) {
            size_t at = (size_t)kind * n + k;
            float gradient = (p[k] - (float)(k == s->label)) * s->weight;
            float square = x->squares[at] + gradient * gradient;
            float sigma = (sqrtf(square) - sqrtf(x->squares[at])) / rate;
            x->sums[at] += gradient - sigma * weight_at(x, at);
            x->squares[at] = square;
        }
    }
}

/* Xorshift64 (Marsaglia 2003), and Fisher and Yates' shuffle. */
static void shuffle(learner *x)
{
    for (uint32_t i = x->n; i > 1; i--) {
        x->random ^= x->random << 13;
        x->random ^= x->random >> 7;
        x->random ^= x->random << 17;
        uint32_t k = (uint32_t)(x->random % i), moved = x->order[i - 1];
        x->order[i - 1] = x->order[k];
        x->order[k] = moved;
    }
}

static bool round_weights(const learner *x, weights *out)
{
    const sample_set *set = x->set;
    uint32_t n = set->n_labels;

    if (!weights_begin(out, n, set->n_kinds))
        return false;
    for (uint32_t kind = 0; kind < set->n_kinds; kind++) {
        int16_t rounded[MOST_LABELS] = { 0 };
        bool any = false;
        for (uint32_t k = 0; k < n && !is_rare(x, kind); k++) {
            rounded[k] = (int16_t)lrintf(weight_at(x, (size_t)kind * n + k) * WEIGHT_UNIT);
            any |= rounded[k] != 0;
        }
        int16_t *row = any ? weights_add(out, &set->kinds[kind]) : NULL;
        if (row)
            memcpy(row, rounded, n * sizeof *row);
    }
    return true;
}

suitor_status ftrl_learn(const sample_set *set, const uint8_t *folds, uint32_t left_out,
                         weights *out, suitor_error *err)
{
    size_t size = (size_t)set->n_kinds * set->n_labels + 1;
    learner x = { .set = set,
                  .sums = calloc(size, sizeof *x.sums),
                  .squares = calloc(size, sizeof *x.squares),
                  .order = calloc((size_t)set->n_samples + 1, sizeof *x.order),
                  .random = shuffle_seed };
    float p[MOST_LABELS];
    bool ok = x.sums && x.squares && x.order;

    *out = (weights){ 0 };
    for (uint32_t i = 0; i < set->n_samples && ok; i++)
        if (folds[set->samples[i].row] != left_out)
            x.order[x.n++] = i;
    for (int round = 0; round < ROUNDS && ok; round++) {
        shuffle(&x);
        for (uint32_t i = 0; i < x.n; i++) {
            const sample *s = &set->samples[x.order[i]];
            predict(&x, s, p);
            step(&x, s, p);
        }
    }
    ok = ok && round_weights(&x, out);
    free(x.sums);
    free(x.squares);
    free(x.order);
    return ok ? SUITOR_OK : fail(err, SUITOR_ERR_NOMEM, "no memory to learn");
}
