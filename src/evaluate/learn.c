/* Learning weights from gold, and cross-validation: each article is read by weights that
 * were learned from the others alone, so that the score tells of texts not seen. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include "buf.h"
#include "fail.h"
#include "ftrl.h"
#include "hash.h"
#include "score.h"
#include "scoring/feature_text.h"
#include "scoring/judge.h"
#include "scoring/scoring.h"
#include "suitor/evaluate.h"
#include "whole.h"

enum { PATH_SIZE = 1024 };

typedef struct {
    suitor_extractor *extractor; /* without weights while samples are taken */
    suitor_extraction *extraction;
    sample_set pairs, stays;
    weights pair_weights, stay_weights;
    uint8_t *folds; /* by gold row */
    suitor_problem_fn on_problem;
    void *user;
} school;

/* Weights of the texts' own would flatter: samples are taken from what the cues tell. */
static suitor_status begin(school *x, const char *data_dir, const gold_set *gold, uint32_t folds,
                           suitor_error *err)
{
    suitor_status st = suitor_extractor_load(data_dir, &x->extractor, err);

    if (st == SUITOR_OK)
        st = suitor_extraction_new(&x->extraction, err);
    if (st != SUITOR_OK)
        return st;
    scoring_free(x->extractor);
    x->folds = calloc((size_t)gold->n_rows + 1, sizeof *x->folds);
    if (!x->folds)
        return fail(err, SUITOR_ERR_NOMEM, "no memory to learn");
    for (uint32_t i = 0; i < gold->n_rows && folds; i++) {
        suitor_sv id = gold->rows[i].article.id;
        x->folds[i] = (uint8_t)(hash_bytes(0, id.ptr, id.len) % folds);
    }
    return SUITOR_OK;
}

static suitor_status take_samples(school *x, const gold_set *gold, suitor_error *err)
{
    suitor_error problem;
    suitor_status st = SUITOR_OK;

    for (uint32_t i = 0; i < gold->n_rows && st == SUITOR_OK; i++) {
        st = samples_add(&x->pairs, &x->stays, x->extractor, x->extraction, &gold->rows[i], i,
                         &problem);
        if (st == SUITOR_ERR_NOMEM)
            return fail(err, st, "%s", problem.message);
        if (st != SUITOR_OK && x->on_problem)
            x->on_problem(&problem, x->user);
        st = SUITOR_OK;
    }
    return st;
}

static void end(school *x)
{
    samples_free(&x->pairs);
    samples_free(&x->stays);
    weights_free(&x->pair_weights);
    weights_free(&x->stay_weights);
    suitor_extraction_free(x->extraction);
    suitor_extractor_free(x->extractor);
    free(x->folds);
}

static suitor_status learn_both(school *x, uint32_t left_out, suitor_error *err)
{
    weights *pairs = &x->pair_weights, *stays = &x->stay_weights;

    weights_free(pairs);
    weights_free(stays);
    suitor_status st = ftrl_learn(&x->pairs, x->folds, left_out, pairs, err);
    if (st == SUITOR_OK)
        st = ftrl_learn(&x->stays, x->folds, left_out, stays, err);
    if (st == SUITOR_OK && !scoring_use(x->extractor, pairs, stays))
        st = fail(err, SUITOR_ERR_NOMEM, "no memory to learn");
    return st;
}

static suitor_status score_fold(school *x, whole *w, uint32_t fold, suitor_error *err)
{
    suitor_status st = SUITOR_OK;

    for (uint32_t i = 0; i < w->gold.n_rows && st == SUITOR_OK; i++) {
        const gold_row *row = &w->gold.rows[i];
        const suitor_facts *facts;
        suitor_error ignored; /* told of when samples were taken */
        if (x->folds[i] != fold || row->only_learned)
            continue;
        st = suitor_extract(x->extractor, &row->article, x->extraction, &facts, &ignored);
        if (st == SUITOR_OK)
            st = score_row(&w->score, row, facts, err);
        else if (st == SUITOR_ERR_NOMEM)
            st = fail(err, st, "%s", ignored.message);
        else
            st = SUITOR_OK;
    }
    return st;
}

suitor_status suitor_cross_validate(const char *data_dir, const char *const *paths,
                                    uint32_t n_paths, const char *const *also, uint32_t n_also,
                                    uint32_t folds, suitor_problem_fn on_problem, void *user,
                                    suitor_evaluation **out, suitor_error *err)
{
    school x = { .on_problem = on_problem, .user = user };
    whole *w = NULL;
    suitor_status st = whole_read(paths, n_paths, also, n_also, on_problem, user, &w, err);

    *out = NULL;
    if (st == SUITOR_OK)
        st = begin(&x, data_dir, &w->gold, folds, err);
    if (st == SUITOR_OK)
        st = take_samples(&x, &w->gold, err);
    for (uint32_t fold = 0; fold < folds && st == SUITOR_OK; fold++) {
        st = learn_both(&x, fold, err);
        if (st == SUITOR_OK)
            st = score_fold(&x, w, fold, err);
    }
    end(&x);
    if (st == SUITOR_OK)
        *out = whole_finish(w);
    else if (w)
        suitor_evaluation_free(&w->shown);
    return st;
}

/* The lines of a table, sorted, so that the same samples give the same file. */
typedef struct {
    suitor_sv *lines;
    uint32_t n;
    arena memory;
} table_lines;

static int by_bytes(const void *a, const void *b)
{
    return gold_compare(*(const suitor_sv *)a, *(const suitor_sv *)b);
}

static bool write_lines(const school *x, const sample_set *set, const weights *w, table_lines *out)
{
    const lexicon *lex = &x->extractor->lex;
    const suitor_sv *words = vocab_words(&lex->words, &out->memory);
    buf line = { 0 };
    char number[16];
    bool ok = words != NULL;

    out->lines = arena_zeros(&out->memory, (size_t)set->n_kinds + 1, sizeof *out->lines);
    for (uint32_t i = 0; i < set->n_kinds && ok && out->lines; i++) {
        const int16_t *row = weights_row(w, &set->kinds[i]);
        if (!row)
            continue;
        buf_reset(&line);
        feature_write(lex, words, &set->kinds[i], &line);
        for (uint32_t k = 0; k < w->n_labels; k++) {
            snprintf(number, sizeof number, "\t%d", row[k]);
            buf_add(&line, number);
        }
        out->lines[out->n] = arena_copy(&out->memory, buf_view(&line));
        ok = !line.failed && out->lines[out->n++].ptr;
    }
    buf_free(&line);
    if (!ok || !out->lines)
        return false;
    qsort(out->lines, out->n, sizeof *out->lines, by_bytes);
    return true;
}

static suitor_status write_table(const school *x, const sample_set *set, const weights *w,
                                 const char *path, const char *const *labels, suitor_error *err)
{
    table_lines lines = { 0 };
    FILE *out = NULL;
    suitor_status st = SUITOR_OK;

    if (!write_lines(x, set, w, &lines))
        st = fail(err, SUITOR_ERR_NOMEM, "%s: no memory", path);
    else if (!(out = fopen(path, "w")))
        st = fail(err, SUITOR_ERR_IO, "%s: cannot be written: %s", path, strerror(errno));
    if (out) {
        fputs("# Made by `suitor learn`: hundredths of log-odds, by feature and label.\nfeature",
              out);
        for (uint32_t k = 0; k < w->n_labels; k++)
            fprintf(out, "\t%s", labels[k]);
        fputc('\n', out);
        for (uint32_t i = 0; i < lines.n; i++)
            fprintf(out, "%.*s\n", SUITOR_SV_ARG(lines.lines[i]));
        if (fclose(out) != 0)
            st = fail(err, SUITOR_ERR_IO, "%s: cannot be written: %s", path, strerror(errno));
    }
    arena_free(&lines.memory);
    return st;
}

static suitor_status write_both(const school *x, const char *folder, suitor_error *err)
{
    char path[PATH_SIZE];

    snprintf(path, sizeof path, "%s/pairs.tsv", folder);
    suitor_status st = write_table(x, &x->pairs, &x->pair_weights, path, pair_labels, err);
    if (st != SUITOR_OK)
        return st;
    snprintf(path, sizeof path, "%s/stays.tsv", folder);
    return write_table(x, &x->stays, &x->stay_weights, path, stay_labels, err);
}

suitor_status suitor_learn(const char *data_dir, const char *const *paths, uint32_t n_paths,
                           const char *folder, suitor_problem_fn on_problem, void *user,
                           suitor_learning *out, suitor_error *err)
{
    school x = { .on_problem = on_problem, .user = user };
    whole *w = NULL;
    suitor_status st = whole_read(paths, n_paths, NULL, 0, on_problem, user, &w, err);

    *out = (suitor_learning){ 0 };
    if (st == SUITOR_OK)
        st = begin(&x, data_dir, &w->gold, 0, err);
    if (st == SUITOR_OK)
        st = take_samples(&x, &w->gold, err);
    if (st == SUITOR_OK && x.pairs.n_samples == 0)
        st = fail(err, SUITOR_ERR_INVALID, "no text to learn from names a player and a club");
    if (st == SUITOR_OK)
        st = learn_both(&x, UINT32_MAX, err);
    if (st == SUITOR_OK)
        st = write_both(&x, folder, err);
    if (st == SUITOR_OK)
        *out = (suitor_learning){ .n_articles = w->gold.n_rows,
                                  .n_samples = x.pairs.n_samples + x.stays.n_samples,
                                  .n_weights = x.pair_weights.n_rows + x.stay_weights.n_rows };
    end(&x);
    if (w)
        suitor_evaluation_free(&w->shown);
    return st;
}
