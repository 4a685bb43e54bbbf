/* Reading what model.json tells of windows. */
#include "fail.h"
#include "fold.h"
#include "model_read.h"

enum { MAX_KEY = 256 };

static suitor_status read_rules(const model_reader *r, model_window *w)
{
    const struct {
        const char *name;
        double low, high, *out;
    } rules[] = {
        { "chance_a", -10, 10, &w->chance_a },
        { "chance_b", 0, 10, &w->chance_b },
        { "surest", 0, 0.9999, &w->surest },
        { "need_stated", 1, 16, &w->need_stated },
        { "need_met", 0, 1, &w->need_met },
        { "beaten_rival", 0, 10, &w->beaten_rival },
        { "one_of_two", 0, 1, &w->one_of_two },
        { "spent", 0.01, 1, &w->spent },
        { "typical_fee", 0.01, 1000, &w->typical_fee },
        { "least", 0, 1, &w->least },
        { "cap", 1, 16, &w->cap },
    };
    suitor_status st = SUITOR_OK;

    for (size_t i = 0; st == SUITOR_OK && i < sizeof rules / sizeof *rules; i++)
        st = model_value(r, "window", rules[i].name, rules[i].low, rules[i].high, rules[i].out);
    return st;
}

static suitor_status read_vacancies(const model_reader *r, model_window *w)
{
    const cJSON *group = cJSON_GetObjectItemCaseSensitive(r->root, "vacancy");
    const double least = 0.1, most = 16;
    double other = 0;
    suitor_status st = model_value(r, "vacancy", "other", least, most, &other);

    for (int p = 0; st == SUITOR_OK && p < SUITOR_N_POSITIONS; p++) {
        const char *name = suitor_position_name((suitor_position)p);
        w->vacancy[p] = other;
        if (*name && cJSON_HasObjectItem(group, name))
            st = model_value(r, "vacancy", name, least, most, &w->vacancy[p]);
    }
    return st;
}

static suitor_status read_currencies(const model_reader *r, suitor_model *m)
{
    const cJSON *item;
    suitor_status st = SUITOR_OK;

    cJSON_ArrayForEach(item, cJSON_GetObjectItemCaseSensitive(r->root, "euros"))
    {
        model_currency *c = &m->currencies[m->n_currencies];
        if (st != SUITOR_OK)
            break;
        if (strlen(item->string) + 1 != sizeof c->code)
            return fail(r->err, SUITOR_ERR_PARSE, "%s: euros: \"%s\" is no ISO 4217 code", r->path,
                        item->string);
        if (m->n_currencies == MODEL_CURRENCIES)
            return fail(r->err, SUITOR_ERR_LIMIT, "%s: euros: more than %d currencies", r->path,
                        MODEL_CURRENCIES);
        memcpy(c->code, item->string, sizeof c->code);
        st = model_value(r, "euros", item->string, 1e-9, 1e9, &c->euros);
        m->n_currencies++;
    }
    return st;
}

static suitor_status read_no_clubs(const model_reader *r, suitor_model *m)
{
    const cJSON *item = model_entry(r, NULL, "no_clubs"), *name;
    char room[MAX_KEY];

    if (!item)
        return SUITOR_ERR_PARSE;
    cJSON_ArrayForEach(name, cJSON_GetObjectItemCaseSensitive(item, "value"))
    {
        if (!cJSON_IsString(name))
            return fail(r->err, SUITOR_ERR_PARSE, "%s: no_clubs: a name is no string", r->path);
        size_t len = fold_name(suitor_sv_of(name->valuestring), room, sizeof room);
        if (!strmap_put(&m->no_clubs, suitor_sv_make(room, len), 0, NULL))
            return fail(r->err, SUITOR_ERR_NOMEM, "%s: no memory", r->path);
    }
    return SUITOR_OK;
}

suitor_status model_read_window(const model_reader *r, suitor_model *m)
{
    suitor_status st;

    if ((st = read_rules(r, &m->window)) != SUITOR_OK ||
        (st = read_vacancies(r, &m->window)) != SUITOR_OK ||
        (st = read_currencies(r, m)) != SUITOR_OK)
        return st;
    return read_no_clubs(r, m);
}

double model_euros(const suitor_model *model, const char currency[4])
{
    for (uint32_t i = 0; i < model->n_currencies; i++)
        if (memcmp(model->currencies[i].code, currency, sizeof model->currencies[i].code) == 0)
            return model->currencies[i].euros;
    return 0;
}

bool suitor_model_is_club(const suitor_model *model, suitor_sv name)
{
    char room[MAX_KEY];
    uint32_t any;

    return !strmap_get(&model->no_clubs, suitor_sv_make(room, fold_name(name, room, sizeof room)),
                       &any);
}
