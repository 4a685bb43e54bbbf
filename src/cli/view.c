/* Store → ledger → market, and names → entities of that market. */
#include "view.h"

#include <stdio.h>

#include "say.h"
#include "terminal.h"

/* The market of what is read, if that went well. */
static int build_market(suitor_status read, suitor_error *read_err, view *out)
{
    suitor_error err;

    if (read != SUITOR_OK) {
        say_error(read_err);
        return read == SUITOR_ERR_NOTFOUND ? STATUS_USAGE : STATUS_FAILED;
    }
    if (suitor_model_load(NULL, &out->model, &err) != SUITOR_OK ||
        suitor_market_build(out->ledger, out->model, &out->market, &err) != SUITOR_OK)
        return say_error(&err);
    return STATUS_DONE;
}

/* Of all, or about the store's player `player`. */
static int open_market(const cli_settings *settings, int64_t player, view *out)
{
    suitor_error err;
    suitor_status st =
        player ? suitor_store_ledger_about(out->store, settings->at, player, &out->ledger, &err)
               : suitor_store_ledger(out->store, settings->at, &out->ledger, &err);

    return build_market(st, &err, out);
}

static int open_store(const cli_settings *settings, view *out)
{
    suitor_error err;

    *out = (view){ 0 };
    if (suitor_store_open(settings->db, SUITOR_STORE_READ, &out->store, &err) != SUITOR_OK)
        return say_error(&err);
    return STATUS_DONE;
}

int view_open(const cli_settings *settings, view *out)
{
    int status = open_store(settings, out);

    return status == STATUS_DONE ? open_market(settings, 0, out) : status;
}

/* Whether `name`, which is none of `kind`, is a player's instead of a club's or the reverse. */
static bool is_of_other_kind(const view *v, const char *name, suitor_kind kind)
{
    suitor_kind other = kind == SUITOR_KIND_PLAYER ? SUITOR_KIND_CLUB : SUITOR_KIND_PLAYER;
    suitor_error err;
    int64_t id;

    return kind != SUITOR_N_KINDS &&
           suitor_store_find(v->store, suitor_sv_of(name), other, &id, NULL, &err) == SUITOR_OK;
}

/* The store's id of `name`. Returns an exit status, having said why there is none. */
static int find_id(const view *v, const char *name, suitor_kind kind, int64_t *id,
                   suitor_kind *found)
{
    suitor_error err;
    suitor_status st = suitor_store_find(v->store, suitor_sv_of(name), kind, id, found, &err);

    if (st == SUITOR_OK)
        return STATUS_DONE;
    if (st == SUITOR_ERR_NOTFOUND && is_of_other_kind(v, name, kind))
        say("'%s' is a %s, and a %s is asked for", name,
            suitor_kind_name(kind == SUITOR_KIND_PLAYER ? SUITOR_KIND_CLUB : SUITOR_KIND_PLAYER),
            suitor_kind_name(kind));
    else
        say_error(&err);
    return st == SUITOR_ERR_NOTFOUND || st == SUITOR_ERR_AMBIGUOUS ? STATUS_USAGE : STATUS_FAILED;
}

int view_open_about(const cli_settings *settings, const char *name, suitor_kind kind, view *out)
{
    suitor_kind found = kind;
    int64_t id;
    int status = open_store(settings, out);

    if (status == STATUS_DONE)
        status = find_id(out, name, kind, &id, &found);
    if (status != STATUS_DONE)
        return status;
    return open_market(settings, found == SUITOR_KIND_PLAYER ? id : 0, out);
}

int view_open_article(const cli_settings *settings, const char *name, view *out, int64_t *id)
{
    suitor_error err;
    int status = open_store(settings, out);

    if (status != STATUS_DONE)
        return status;
    suitor_status st = suitor_store_ledger_of_article(out->store, settings->at, suitor_sv_of(name),
                                                      &out->ledger, id, &err);
    return build_market(st, &err, out);
}

int view_open_pair(const cli_settings *settings, const char *player, const char *club, view *out)
{
    suitor_error ignored;
    int64_t id;
    int status = view_open_about(settings, player, SUITOR_KIND_PLAYER, out);

    if (status != STATUS_DONE ||
        suitor_store_find(out->store, suitor_sv_of(club), SUITOR_KIND_CLUB, &id, NULL, &ignored) !=
            SUITOR_OK ||
        suitor_ledger_find(out->ledger, id) != SUITOR_NO_INDEX)
        return status;
    view_close(out);
    return view_open(settings, out);
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
    int64_t id;
    int status = find_id(v, name, kind, &id, NULL);

    if (status != STATUS_DONE)
        return status;
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
