/* Reading model.json by cJSON: every value is an object with "value" (for a tier
 * "a" and "b") and "source"; a value without its source is an error. */
#include <cjson/cJSON.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "fail.h"
#include "file.h"
#include "model.h"
#include "suitor/extractor.h"

enum { MAX_PATH = 4096 };

typedef struct {
    const char *path;
    const cJSON *root;
    suitor_error *err;
} reader;

/* The object `name` of `group` in the file; NULL after failing. */
static const cJSON *entry(const reader *r, const char *group, const char *name)
{
    const cJSON *in = group ? cJSON_GetObjectItemCaseSensitive(r->root, group) : r->root;
    const cJSON *item = cJSON_GetObjectItemCaseSensitive(in, name);
    const cJSON *source = cJSON_GetObjectItemCaseSensitive(item, "source");

    if (!item)
        fail(r->err, SUITOR_ERR_PARSE, "%s: %s%s%s is missing", r->path, group ? group : "",
             group ? "." : "", name);
    else if (!cJSON_IsString(source) || !*source->valuestring)
        fail(r->err, SUITOR_ERR_PARSE, "%s: %s%s%s has no \"source\"", r->path, group ? group : "",
             group ? "." : "", name);
    else
        return item;
    return NULL;
}

static suitor_status number(const reader *r, const cJSON *item, const char *what, const char *field,
                            double low, double high, double *out)
{
    const cJSON *value = cJSON_GetObjectItemCaseSensitive(item, field);

    if (!item)
        return SUITOR_ERR_PARSE;
    if (!cJSON_IsNumber(value) || !(value->valuedouble >= low && value->valuedouble <= high))
        return fail(r->err, SUITOR_ERR_PARSE, "%s: \"%s\" of %s must be a number from %g to %g",
                    r->path, field, what, low, high);
    *out = value->valuedouble;
    return SUITOR_OK;
}

static suitor_status value(const reader *r, const char *group, const char *name, double low,
                           double high, double *out)
{
    return number(r, entry(r, group, name), name, "value", low, high, out);
}

static suitor_status read_half_lives(const reader *r, suitor_model *m)
{
    const double least = 0.1, most = 36500;
    double interest = 0, deal = 0, stance = 0;
    suitor_status st;

    if ((st = value(r, "half_life_days", "interest", least, most, &interest)) != SUITOR_OK ||
        (st = value(r, "half_life_days", "deal", least, most, &deal)) != SUITOR_OK ||
        (st = value(r, "half_life_days", "stance", least, most, &stance)) != SUITOR_OK ||
        (st = value(r, "half_life_days", "club", least, most, &m->club_half_life_days)) !=
            SUITOR_OK)
        return st;
    for (int i = 0; i < SUITOR_N_RELATIONS; i++)
        m->half_life_days[i] = INFINITY; /* whose he is, and what ended, stays so */
    m->half_life_days[SUITOR_INTEREST] = interest;
    m->half_life_days[SUITOR_DEAL] = deal;
    m->half_life_days[SUITOR_LEAVING] = m->half_life_days[SUITOR_STAYING] = stance;
    return SUITOR_OK;
}

static suitor_status read_stages_and_hedges(const reader *r, suitor_model *m)
{
    suitor_status st = SUITOR_OK;

    for (int i = 0; st == SUITOR_OK && i < SUITOR_N_STAGES; i++)
        st = value(r, "stages", suitor_stage_name((suitor_stage)i), 0, 1, &m->stage[i]);
    for (int i = 0; st == SUITOR_OK && i < SUITOR_N_HEDGES; i++)
        st = value(r, "hedges", suitor_hedge_name((suitor_hedge)i), 0, 1, &m->hedge[i]);
    return st;
}

static suitor_status read_beta(const reader *tier, const char *name, model_beta *out)
{
    const double least = 1e-3, most = 1e9; /* both above 0: the mean is then in (0, 1) */
    const cJSON *item = entry(tier, NULL, name);
    suitor_status st = number(tier, item, name, "a", least, most, &out->a);

    return st == SUITOR_OK ? number(tier, item, name, "b", least, most, &out->b) : st;
}

static suitor_status read_tiers(const reader *r, suitor_model *m)
{
    const cJSON *tiers = cJSON_GetObjectItemCaseSensitive(r->root, "tiers");
    suitor_status st = SUITOR_OK;
    double given = 0;

    for (int i = 0; st == SUITOR_OK && i < MODEL_TIERS; i++) {
        char name[] = { (char)('1' + i), '\0' };
        reader tier = { r->path, cJSON_GetObjectItemCaseSensitive(tiers, name), r->err };
        st = read_beta(&tier, "rumour", &m->tiers[i].rumour);
        if (st == SUITOR_OK)
            st = read_beta(&tier, "settled", &m->tiers[i].settled);
    }
    if (st == SUITOR_OK)
        st = value(r, NULL, "default_tier", 1, MODEL_TIERS, &given);
    m->default_tier = (unsigned)given;
    return st;
}

static suitor_status read_thresholds(const reader *r, suitor_model *m)
{
    suitor_status st;

    if ((st = value(r, "thresholds", "settles", 0, 1, &m->settles)) != SUITOR_OK ||
        (st = value(r, "thresholds", "fades", 0, 1, &m->fades)) != SUITOR_OK ||
        (st = value(r, "thresholds", "thin_weight", 0, 100, &m->thin_weight)) != SUITOR_OK)
        return st;
    return value(r, "thresholds", "thin_origins", 0, 1000, &m->thin_origins);
}

static suitor_status read_fits(const reader *r, suitor_model *m)
{
    suitor_status st;

    if ((st = value(r, "fits", "same", 0, 1, &m->fits.same)) != SUITOR_OK ||
        (st = value(r, "fits", "kin", 0, 1, &m->fits.kin)) != SUITOR_OK ||
        (st = value(r, "fits", "line", 0, 1, &m->fits.line)) != SUITOR_OK)
        return st;
    return value(r, "fits", "unknown", 0, 1, &m->fits.unknown);
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
    reader r = { path, root, err };
    if ((st = read_half_lives(&r, m)) != SUITOR_OK ||
        (st = read_stages_and_hedges(&r, m)) != SUITOR_OK ||
        (st = read_tiers(&r, m)) != SUITOR_OK || (st = read_thresholds(&r, m)) != SUITOR_OK)
        goto done;
    st = read_fits(&r, m);
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
        (st = tiers_load(data_dir, &m->listed, err)) != SUITOR_OK)
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
    free(model);
}
