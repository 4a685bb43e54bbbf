/* Loading the model: model.json and the tables that stand beside it. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "fail.h"
#include "file.h"
#include "model_read.h"
#include "suitor/extractor.h"

enum { MAX_PATH = 4096 };

static suitor_status read_half_lives(const model_reader *r, suitor_model *m)
{
    const double least = 0.1, most = 36500;
    double interest = 0, deal = 0, stance = 0;
    suitor_status st;

    if ((st = model_value(r, "half_life_days", "interest", least, most, &interest)) != SUITOR_OK ||
        (st = model_value(r, "half_life_days", "deal", least, most, &deal)) != SUITOR_OK ||
        (st = model_value(r, "half_life_days", "stance", least, most, &stance)) != SUITOR_OK ||
        (st = model_value(r, "half_life_days", "club", least, most, &m->club_half_life_days)) !=
            SUITOR_OK)
        return st;
    for (int i = 0; i < SUITOR_N_RELATIONS; i++)
        m->half_life_days[i] = INFINITY; /* whose he is, and what ended, stays so */
    m->half_life_days[SUITOR_INTEREST] = interest;
    m->half_life_days[SUITOR_DEAL] = deal;
    m->half_life_days[SUITOR_LEAVING] = m->half_life_days[SUITOR_STAYING] = stance;
    return SUITOR_OK;
}

static suitor_status read_stages_and_hedges(const model_reader *r, suitor_model *m)
{
    suitor_status st = SUITOR_OK;

    for (int i = 0; st == SUITOR_OK && i < SUITOR_N_STAGES; i++)
        st = model_value(r, "stages", suitor_stage_name((suitor_stage)i), 0, 1, &m->stage[i]);
    for (int i = 0; st == SUITOR_OK && i < SUITOR_N_HEDGES; i++)
        st = model_value(r, "hedges", suitor_hedge_name((suitor_hedge)i), 0, 1, &m->hedge[i]);
    return st;
}

static suitor_status read_beta(const model_reader *tier, const char *name, model_beta *out)
{
    const double least = 1e-3, most = 1e9; /* both above 0: the mean is then in (0, 1) */
    const cJSON *item = model_entry(tier, NULL, name);
    suitor_status st = model_number(tier, item, name, "a", least, most, &out->a);

    return st == SUITOR_OK ? model_number(tier, item, name, "b", least, most, &out->b) : st;
}

static suitor_status read_tiers(const model_reader *r, suitor_model *m)
{
    const cJSON *tiers = cJSON_GetObjectItemCaseSensitive(r->root, "tiers");
    suitor_status st = SUITOR_OK;
    double given = 0;

    for (int i = 0; st == SUITOR_OK && i < MODEL_TIERS; i++) {
        char name[] = { (char)('1' + i), '\0' };
        model_reader tier = { r->path, cJSON_GetObjectItemCaseSensitive(tiers, name), r->err };
        st = read_beta(&tier, "rumour", &m->tiers[i].rumour);
        if (st == SUITOR_OK)
            st = read_beta(&tier, "settled", &m->tiers[i].settled);
    }
    if (st == SUITOR_OK)
        st = model_value(r, NULL, "default_tier", 1, MODEL_TIERS, &given);
    m->default_tier = (unsigned)given;
    return st;
}

static suitor_status read_thresholds(const model_reader *r, suitor_model *m)
{
    suitor_status st;

    if ((st = model_value(r, "thresholds", "settles", 0, 1, &m->settles)) != SUITOR_OK ||
        (st = model_value(r, "thresholds", "fades", 0, 1, &m->fades)) != SUITOR_OK ||
        (st = model_value(r, "thresholds", "thin_weight", 0, 100, &m->thin_weight)) != SUITOR_OK)
        return st;
    return model_value(r, "thresholds", "thin_origins", 0, 1000, &m->thin_origins);
}

static unsigned line_of(suitor_sv bytes, const char *at)
{
    unsigned line = 1;

    for (const char *c = bytes.ptr; at && c < at; c++)
        line += *c == '\n';
    return line;
}

static suitor_status read_model(const char *data_dir, suitor_model *m, suitor_error *err)
{
    char path[MAX_PATH];
    suitor_sv bytes;
    arena memory = { 0 };
    cJSON *root = NULL;
    const char *end = NULL;
    suitor_status st;

    snprintf(path, sizeof path, "%s/model.json", data_dir);
    st = file_read(path, UINT64_C(1) << 20, &memory, &bytes, err);
    if (st != SUITOR_OK)
        goto done;
    root = cJSON_ParseWithLengthOpts(bytes.ptr, bytes.len, &end, 0);
    if (!root) {
        st = fail(err, SUITOR_ERR_PARSE, "%s:%u: is no JSON", path, line_of(bytes, end));
        goto done;
    }
    model_reader r = { path, root, err };
    if ((st = read_half_lives(&r, m)) != SUITOR_OK ||
        (st = read_stages_and_hedges(&r, m)) != SUITOR_OK ||
        (st = read_tiers(&r, m)) != SUITOR_OK || (st = read_thresholds(&r, m)) != SUITOR_OK)
        goto done;
    st = model_read_window(&r, m);
done:
    cJSON_Delete(root);
    arena_free(&memory);
    return st;
}

suitor_status suitor_model_load(const char *data_dir, suitor_model **out, suitor_error *err)
{
    suitor_status st;
    suitor_model *m = calloc(1, sizeof *m);

    if (!data_dir)
        data_dir = suitor_data_dir();
    if (!m)
        return fail(err, SUITOR_ERR_NOMEM, "no memory for the model");
    if ((st = read_model(data_dir, m, err)) != SUITOR_OK ||
        (st = tiers_load(data_dir, &m->listed, err)) != SUITOR_OK ||
        (st = positions_load(data_dir, m->fits, err)) != SUITOR_OK ||
        (st = calendar_load(data_dir, &m->calendar, err)) != SUITOR_OK)
        goto done;
    *out = m;
    m = NULL;
done:
    suitor_model_free(m);
    return st;
}

void suitor_model_free(suitor_model *model)
{
    if (!model)
        return;
    strmap_free(&model->listed);
    strmap_free(&model->no_clubs);
    calendar_free(&model->calendar);
    free(model);
}
