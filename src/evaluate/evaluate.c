/* Gold files through the extractor and the score. */
#include "suitor/evaluate.h"

#include <stdlib.h>

#include "fail.h"
#include "whole.h"

static const char *const score_names[SUITOR_N_SCORES] = {
    [SUITOR_SCORE_MARKET] = "market",       [SUITOR_SCORE_ALL_CLAIMS] = "all_claims",
    [SUITOR_SCORE_INTEREST] = "interest",   [SUITOR_SCORE_DEAL] = "deal",
    [SUITOR_SCORE_ENDED] = "ended",         [SUITOR_SCORE_LEAVING] = "leaving",
    [SUITOR_SCORE_STAYING] = "staying",     [SUITOR_SCORE_PLAYS_FOR] = "plays_for",
    [SUITOR_SCORE_FEES] = "fees",           [SUITOR_SCORE_NEEDS] = "needs",
    [SUITOR_SCORE_EITHER_OR] = "either_or", [SUITOR_SCORE_SOURCES] = "sources",
    [SUITOR_SCORE_POSITION] = "position",   [SUITOR_SCORE_AGE] = "age",
};

const char *suitor_score_name(suitor_score score) { return score_names[score]; }

static bool is_called(suitor_sv name, const char *own)
{
    if (name.len != strlen(own))
        return false;
    for (size_t i = 0; i < name.len; i++)
        if ((name.ptr[i] == ' ' ? '_' : name.ptr[i]) != own[i])
            return false;
    return true;
}

bool suitor_score_parse(suitor_sv name, suitor_score *out)
{
    for (int i = 0; i < SUITOR_N_SCORES; i++)
        if (is_called(name, score_names[i])) {
            *out = (suitor_score)i;
            return true;
        }
    return false;
}

const char *suitor_difference_name(suitor_difference difference)
{
    static const char *const names[] = {
        [SUITOR_MISSED] = "missed", [SUITOR_EXTRA] = "extra", [SUITOR_OTHER] = "other"
    };

    return names[difference];
}

static double share(uint64_t part, uint64_t rest)
{
    return part + rest ? (double)part / (double)(part + rest) : 1;
}

double suitor_tally_precision(const suitor_tally *tally) { return share(tally->hit, tally->extra); }

double suitor_tally_recall(const suitor_tally *tally) { return share(tally->hit, tally->missed); }

double suitor_tally_f1(const suitor_tally *tally)
{
    double p = suitor_tally_precision(tally), r = suitor_tally_recall(tally);

    return p + r > 0 ? 2 * p * r / (p + r) : 0;
}

static suitor_status evaluate(whole *w, const suitor_extractor *extractor,
                              suitor_problem_fn on_problem, void *user, suitor_error *err)
{
    suitor_extraction *extraction = NULL;
    suitor_status st = suitor_extraction_new(&extraction, err);

    for (uint32_t i = 0; i < w->gold.n_rows && st == SUITOR_OK; i++) {
        const gold_row *row = &w->gold.rows[i];
        const suitor_facts *facts;
        suitor_error problem;
        st = suitor_extract(extractor, &row->article, extraction, &facts, &problem);
        if (st == SUITOR_OK) {
            st = score_row(&w->score, row, facts, err);
        } else if (st == SUITOR_ERR_NOMEM) {
            st = fail(err, st, "%s", problem.message);
        } else {
            st = SUITOR_OK;
            if (on_problem)
                on_problem(&problem, user);
        }
    }
    suitor_extraction_free(extraction);
    return st;
}

suitor_status whole_read(const char *const *paths, uint32_t n_paths, const char *const *also,
                         uint32_t n_also, suitor_problem_fn on_problem, void *user, whole **out,
                         suitor_error *err)
{
    whole *w = *out = calloc(1, sizeof *w);
    suitor_status st = SUITOR_OK;

    if (!w)
        return fail(err, SUITOR_ERR_NOMEM, "no memory for an evaluation");
    w->score.memory = &w->memory;
    for (uint32_t i = 0; i < n_also && st == SUITOR_OK; i++)
        st = gold_read(&w->gold, also[i], NULL, NULL, err);
    for (uint32_t i = 0; i < w->gold.n_rows; i++)
        w->gold.rows[i].only_learned = true;
    for (uint32_t i = 0; i < n_paths && st == SUITOR_OK; i++)
        st = gold_read(&w->gold, paths[i], on_problem, user, err);
    gold_sort(&w->gold, n_also ? NULL : on_problem, user); /* both may hold an article */
    return st;
}

suitor_evaluation *whole_finish(whole *w)
{
    score_finish(&w->score);
    w->shown = w->score.sums;
    return &w->shown;
}

suitor_status suitor_evaluate(const suitor_extractor *extractor, const char *const *paths,
                              uint32_t n_paths, suitor_problem_fn on_problem, void *user,
                              suitor_evaluation **out, suitor_error *err)
{
    whole *w = NULL;
    suitor_status st = whole_read(paths, n_paths, NULL, 0, on_problem, user, &w, err);

    *out = NULL;
    if (st == SUITOR_OK)
        st = evaluate(w, extractor, on_problem, user, err);
    if (st == SUITOR_OK)
        *out = whole_finish(w);
    else if (w)
        suitor_evaluation_free(&w->shown);
    return st;
}

void suitor_evaluation_free(suitor_evaluation *evaluation)
{
    whole *w = (whole *)evaluation;

    if (!w)
        return;
    score_free(&w->score);
    gold_free(&w->gold);
    arena_free(&w->memory);
    free(w);
}
