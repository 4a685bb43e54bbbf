/* Tiers of outlets and journalists, by every name they go by: name, aliases,
 * handles, domains. A name that several share has the least reliable of their
 * tiers, whatever the order of the lines. */
#include <stdio.h>

#include "fail.h"
#include "fold.h"
#include "model.h"
#include "tsv.h"

enum { MAX_KEY = 256, MAX_PATH = 4096 };

/* How one of the two files is laid out. */
typedef struct {
    const char *file, *header;
    unsigned tier;                /* field of the tier */
    unsigned first_list, n_lists; /* fields that hold further names */
} layout;

static const layout layouts[] = {
    { "outlets.tsv", "name kind tier country aliases tags domains", 2, 4, 3 },
    { "journalists.tsv", "name outlet tier country aliases tags", 2, 4, 2 },
};

suitor_sv tiers_key(suitor_sv origin, char *out, size_t cap)
{
    return suitor_sv_make(out, fold_name(origin, out, cap));
}

static suitor_status put(strmap *listed, suitor_sv name, uint32_t tier, suitor_error *err)
{
    char room[MAX_KEY];
    suitor_sv key = tiers_key(name, room, sizeof room);
    bool added;
    uint32_t *value;

    if (key.len == 0)
        return SUITOR_OK;
    value = strmap_put(listed, key, tier, &added);
    if (!value)
        return fail(err, SUITOR_ERR_NOMEM, "no memory for the tiers of sources");
    if (!added && *value < tier)
        *value = tier;
    return SUITOR_OK;
}

/* A file on its way into `listed`. */
typedef struct {
    const layout *form;
    strmap *listed;
} loader;

static suitor_status put_row(void *user, const tsv *t, const suitor_sv *fields, suitor_error *err)
{
    const loader *l = user;
    const layout *form = l->form;
    suitor_sv tier = fields[form->tier], part;
    suitor_status st;

    if (tier.len != 1 || tier.ptr[0] < '1' || tier.ptr[0] > '0' + MODEL_TIERS)
        return fail(err, SUITOR_ERR_PARSE, "%s:%u: tier \"%.*s\" is none of 1 to %d", t->path,
                    t->line, SUITOR_SV_ARG(tier), MODEL_TIERS);
    uint32_t value = (uint32_t)(tier.ptr[0] - '0');
    st = put(l->listed, fields[0], value, err);
    for (unsigned i = 0; st == SUITOR_OK && i < form->n_lists; i++)
        for (suitor_sv list = fields[form->first_list + i];
             st == SUITOR_OK && tsv_list_next(&list, &part);)
            st = put(l->listed, part, value, err);
    return st;
}

suitor_status tiers_load(const char *data_dir, strmap *listed, suitor_error *err)
{
    char path[MAX_PATH];
    suitor_status st = SUITOR_OK;

    for (size_t i = 0; st == SUITOR_OK && i < sizeof layouts / sizeof *layouts; i++) {
        loader l = { &layouts[i], listed };
        snprintf(path, sizeof path, "%s/gazetteer/%s", data_dir, layouts[i].file);
        st = tsv_each(path, layouts[i].header, put_row, &l, err);
    }
    return st;
}

unsigned model_tier_of(const suitor_model *model, suitor_sv origin)
{
    char room[MAX_KEY];
    uint32_t tier;

    if (strmap_get(&model->listed, tiers_key(origin, room, sizeof room), &tier))
        return tier;
    return model->default_tier;
}

double model_reliability(const suitor_model *model, unsigned tier, suitor_relation relation)
{
    const model_tier *of = &model->tiers[tier - 1];
    bool settled =
        relation == SUITOR_PLAYS_FOR || relation == SUITOR_DEAL || relation == SUITOR_ENDED;
    model_beta beta = settled ? of->settled : of->rumour;

    return beta.a / (beta.a + beta.b);
}
