/* Store → ledger → market, and names → entities of that market. */
#include "view.h"

#include <stdio.h>

#include "say.h"
#include "terminal.h"

int view_open(const cli_settings *settings, view *out)
{
    suitor_error err;

    *out = (view){ 0 };
    if (suitor_store_open(settings->db, SUITOR_STORE_READ, &out->store, &err) != SUITOR_OK ||
        suitor_store_ledger(out->store, settings->at, &out->ledger, &err) != SUITOR_OK ||
        suitor_model_load(NULL, &out->model, &err) != SUITOR_OK ||
        suitor_market_build(out->ledger, out->model, &out->market, &err) != SUITOR_OK)
        return say_error(&err);
    return STATUS_DONE;
}

void view_close(view *v)
{
    suitor_market_free(v->market);
    suitor_model_free(v->model);
    suitor_ledger_free(v->ledger);
    suitor_store_close(v->store);
}

int view_find(const view *v, const char *name, suitor_kind kind, uint32_t *entity)
{
    char day[SUITOR_DATE_SIZE];
    suitor_error err;
    int64_t id;
    suitor_status st = suitor_store_find(v->store, suitor_sv_of(name), kind, &id, NULL, &err);

    if (st != SUITOR_OK) {
        say_error(&err);
        return st == SUITOR_ERR_NOTFOUND || st == SUITOR_ERR_AMBIGUOUS ? STATUS_USAGE
                                                                       : STATUS_FAILED;
    }
    *entity = suitor_ledger_find(v->ledger, id);
    if (*entity != SUITOR_NO_INDEX)
        return STATUS_DONE;
    suitor_day_format(suitor_market_day(v->market), day);
    say("nothing was known of '%s' on %s: leave out --at, or ask for a later day", name, day);
    return STATUS_USAGE;
}

suitor_sv view_name(const view *v, uint32_t entity)
{
    return entity == SUITOR_NO_INDEX ? suitor_sv_of(NULL) : view_entity(v, entity)->name;
}

char *view_clean_name(const view *v, uint32_t entity)
{
    return terminal_clean(view_name(v, entity));
}

void view_print_title(const view *v, const char *title)
{
    char day[SUITOR_DATE_SIZE];

    printf("%s%s%s%s  as of %s%s\n\n", terminal_code(STYLE_BOLD), title, terminal_code(STYLE_PLAIN),
           terminal_code(STYLE_DIM), suitor_day_format(suitor_market_day(v->market), day),
           terminal_code(STYLE_PLAIN));
}
