/* suitor registers: which were imported, and what they know of somebody, by whom. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "json.h"
#include "memory.h"
#include "options.h"
#include "say.h"
#include "table.h"

enum { CONFLICTS, TOP };
enum { DEFAULT_TOP = 20 };

static const cli_option options[] = {
    [CONFLICTS] = { "conflicts", 0, NULL, "where registers contradict each other", false },
    [TOP] = { "top", 0, "N", "at most N of them, 0 for all (20)", false },
    { NULL, 0, NULL, NULL, false },
};

static const cli_spec spec = {
    .usage = "registers [--top N] [NAME | --conflicts]",
    .about = "List the registers that were imported; with a NAME what they tell of the clubs and\n"
             "people called so, and their transfers, each beside the file and line that tells\n"
             "it. 'suitor import --help' tells how they come in.",
    .options = options,
    .examples = "  suitor registers\n"
                "  suitor registers Bastoni\n"
                "  suitor registers --conflicts --top 0\n",
    .min_names = 0,
    .max_names = 1,
};

/* "3:54": the register by its number, which print_legend() explains. */
static void place_cell(table *t, const suitor_register_place *place)
{
    table_cell(t, "%" PRId64 ":%u", place->number, place->line);
}

/* Which registers `places` are of, each once. */
static void print_legend(const suitor_register_place *const *places, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++) {
        bool told = false;
        for (uint32_t k = 0; k < i && !told; k++)
            told = places[k]->number == places[i]->number;
        if (!told)
            printf("  %" PRId64 " is %.*s\n", places[i]->number, SUITOR_SV_ARG(places[i]->path));
    }
}

static void made_on(int64_t made, char out[SUITOR_DATE_SIZE])
{
    suitor_day_format((int32_t)(made / 86400), out);
}

static void print_list(const suitor_registers *r)
{
    static const table_column columns[] = {
        { "", COLUMN_RIGHT },        { "register", COLUMN_NAME }, { "kind", COLUMN_LEFT },
        { "entries", COLUMN_RIGHT }, { "imported", COLUMN_LEFT }, { "", COLUMN_LEFT },
    };
    table *t = table_new(columns, 6);
    char day[SUITOR_DATE_SIZE];

    for (uint32_t i = 0; i < r->n_registers; i++) {
        const suitor_register *g = &r->registers[i];
        made_on(g->made, day);
        table_cell(t, "%" PRId64, g->number);
        table_name(t, g->path);
        table_cell(t, "%s", suitor_register_kind_name(g->kind));
        table_cell(t, "%" PRIu64, g->entries);
        table_cell(t, "%s", day);
        table_cell(t, "%s", g->whole ? "" : "broken off");
    }
    if (r->n_registers)
        table_print(t, stdout);
    else
        puts("No registers yet: 'suitor import --help' tells how they come in.");
    table_free(t);
}

static void print_entry(const suitor_known_entry *e)
{
    static const table_column columns[] = {
        { "what", COLUMN_LEFT }, { "told", COLUMN_NAME }, { "by", COLUMN_LEFT }, { "", COLUMN_LEFT }
    };
    table *t = table_new(columns, 4);

    printf("%.*s, a %s", SUITOR_SV_ARG(e->name), e->kind == SUITOR_KIND_CLUB ? "club" : "person");
    if (e->key.len)
        printf(" (%.*s)", SUITOR_SV_ARG(e->key));
    puts("");
    for (uint32_t i = 0; i < e->n_facts; i++) {
        const suitor_told_fact *f = &e->facts[i];
        table_cell(t, "%s", suitor_known_field_name(f->field));
        table_name(t, f->value);
        place_cell(t, &f->place);
        table_cell(t, "%s", f->holds ? "" : "contradicts the first");
    }
    table_print(t, stdout);
    table_free(t);
    puts("");
}

static void days_cell(table *t, const suitor_transfer *m)
{
    char since[SUITOR_DATE_SIZE], until[SUITOR_DATE_SIZE];

    suitor_day_format(m->since, since);
    suitor_day_format(m->until, until);
    if (m->since == m->until)
        table_cell(t, "%s", since);
    else if (memcmp(since + 4, "-07-01", 6) == 0 && memcmp(until + 4, "-06-30", 6) == 0)
        table_cell(t, "%.4s-%.2s", since, until + 2);
    else
        table_cell(t, "%.7s to %.7s", since, until);
}

static void print_transfers(const suitor_registers *r)
{
    static const table_column columns[] = {
        { "when", COLUMN_LEFT }, { "player", COLUMN_NAME }, { "from", COLUMN_NAME },
        { "to", COLUMN_NAME },   { "how", COLUMN_LEFT },    { "by", COLUMN_LEFT },
    };
    table *t = table_new(columns, 6);

    for (uint32_t i = 0; i < r->n_transfers; i++) {
        const suitor_transfer *m = &r->transfers[i].transfer;
        days_cell(t, m);
        table_name(t, m->player);
        table_name(t, m->from);
        table_name(t, m->to);
        if (m->fee >= 0)
            table_cell(t, "%s %.4gm", m->kind == SUITOR_MOVE_LOAN ? "loan" : m->currency, m->fee);
        else
            table_cell(t, "%s", suitor_move_kind_name(m->kind));
        place_cell(t, &r->transfers[i].place);
    }
    if (r->n_transfers)
        table_print(t, stdout);
    table_free(t);
}

/* The places of all facts and transfers; the caller frees it. */
static const suitor_register_place **places_of(const suitor_registers *r, uint32_t *n)
{
    size_t most = r->n_transfers + 1;

    for (uint32_t i = 0; i < r->n_entries; i++)
        most += r->entries[i].n_facts;
    const suitor_register_place **out = memory_get(most * sizeof *out);
    *n = 0;
    for (uint32_t i = 0; i < r->n_entries; i++)
        for (uint32_t k = 0; k < r->entries[i].n_facts; k++)
            out[(*n)++] = &r->entries[i].facts[k].place;
    for (uint32_t i = 0; i < r->n_transfers; i++)
        out[(*n)++] = &r->transfers[i].place;
    return out;
}

static void print_known(const suitor_registers *r, const char *name)
{
    uint32_t n;
    const suitor_register_place **places = places_of(r, &n);

    for (uint32_t i = 0; i < r->n_entries; i++)
        print_entry(&r->entries[i]);
    print_transfers(r);
    print_legend(places, n);
    free(places);
    if (r->n_entries == 0 && r->n_transfers == 0)
        printf("No register knows '%s'.\n", name);
}

static void print_conflicts(const suitor_registers *r)
{
    static const table_column columns[] = {
        { "of", COLUMN_NAME }, { "what", COLUMN_LEFT },    { "stands", COLUMN_NAME },
        { "by", COLUMN_LEFT }, { "against", COLUMN_NAME }, { "by", COLUMN_LEFT },
    };
    table *t = table_new(columns, 6);

    for (uint32_t i = 0; i < r->n_conflicts; i++) {
        const suitor_register_conflict *c = &r->conflicts[i];
        table_name(t, c->subject);
        table_cell(t, "%s", c->field);
        table_name(t, c->kept);
        place_cell(t, &c->keeper);
        table_name(t, c->told);
        place_cell(t, &c->teller);
    }
    if (r->n_conflicts)
        table_print(t, stdout);
    else
        puts("No register contradicts another.");
    table_free(t);
    const suitor_register_place **places =
        memory_get((2 * (size_t)r->n_conflicts + 1) * sizeof *places);
    for (uint32_t i = 0; i < r->n_conflicts; i++) {
        places[2 * i] = &r->conflicts[i].keeper;
        places[2 * i + 1] = &r->conflicts[i].teller;
    }
    print_legend(places, 2 * r->n_conflicts);
    free(places);
}

static cJSON *place_json(const suitor_register_place *place)
{
    cJSON *o = cJSON_CreateObject();

    json_add_text(o, "path", place->path);
    cJSON_AddNumberToObject(o, "line", place->line);
    return o;
}

static cJSON *register_json(const suitor_register *g)
{
    cJSON *o = cJSON_CreateObject();
    char day[SUITOR_DATE_SIZE];

    made_on(g->made, day);
    json_add_text(o, "path", g->path);
    cJSON_AddStringToObject(o, "kind", suitor_register_kind_name(g->kind));
    cJSON_AddNumberToObject(o, "entries", (double)g->entries);
    cJSON_AddStringToObject(o, "imported", day);
    cJSON_AddBoolToObject(o, "whole", g->whole);
    return o;
}

static cJSON *entry_json(const suitor_known_entry *e)
{
    cJSON *o = cJSON_CreateObject(), *facts = cJSON_CreateArray();

    json_add_text(o, "name", e->name);
    cJSON_AddStringToObject(o, "kind", e->kind == SUITOR_KIND_CLUB ? "club" : "person");
    json_add_text(o, "key", e->key);
    for (uint32_t i = 0; i < e->n_facts; i++) {
        cJSON *f = cJSON_CreateObject();
        cJSON_AddStringToObject(f, "field", suitor_known_field_name(e->facts[i].field));
        json_add_text(f, "value", e->facts[i].value);
        cJSON_AddItemToObject(f, "by", place_json(&e->facts[i].place));
        cJSON_AddBoolToObject(f, "holds", e->facts[i].holds);
        cJSON_AddItemToArray(facts, f);
    }
    cJSON_AddItemToObject(o, "facts", facts);
    return o;
}

static cJSON *transfer_json(const suitor_told_transfer *told)
{
    const suitor_transfer *m = &told->transfer;
    cJSON *o = cJSON_CreateObject();

    json_add_text(o, "player", m->player);
    json_add_text(o, "from", m->from);
    json_add_text(o, "to", m->to);
    json_add_day(o, "since", m->since);
    json_add_day(o, "until", m->until);
    cJSON_AddStringToObject(o, "how", suitor_move_kind_name(m->kind));
    if (m->fee >= 0) {
        cJSON_AddNumberToObject(o, "fee", m->fee);
        cJSON_AddStringToObject(o, "currency", m->currency);
    }
    cJSON_AddItemToObject(o, "by", place_json(&told->place));
    return o;
}

static cJSON *conflict_json(const suitor_register_conflict *c)
{
    cJSON *o = cJSON_CreateObject();

    json_add_text(o, "of", c->subject);
    cJSON_AddStringToObject(o, "field", c->field);
    json_add_text(o, "stands", c->kept);
    cJSON_AddItemToObject(o, "by", place_json(&c->keeper));
    json_add_text(o, "against", c->told);
    cJSON_AddItemToObject(o, "against_by", place_json(&c->teller));
    return o;
}

static int print_json(const suitor_registers *r, bool of_name, bool of_conflicts)
{
    cJSON *o = cJSON_CreateObject();

    if (of_conflicts) {
        cJSON *list = cJSON_AddArrayToObject(o, "conflicts");
        for (uint32_t i = 0; i < r->n_conflicts; i++)
            cJSON_AddItemToArray(list, conflict_json(&r->conflicts[i]));
    } else if (of_name) {
        cJSON *entries = cJSON_AddArrayToObject(o, "entries");
        cJSON *transfers = cJSON_AddArrayToObject(o, "transfers");
        for (uint32_t i = 0; i < r->n_entries; i++)
            cJSON_AddItemToArray(entries, entry_json(&r->entries[i]));
        for (uint32_t i = 0; i < r->n_transfers; i++)
            cJSON_AddItemToArray(transfers, transfer_json(&r->transfers[i]));
    } else {
        cJSON *list = cJSON_AddArrayToObject(o, "registers");
        for (uint32_t i = 0; i < r->n_registers; i++)
            cJSON_AddItemToArray(list, register_json(&r->registers[i]));
    }
    return json_print(o);
}

static suitor_status ask(suitor_store *store, const char *name, bool conflicts, uint32_t top,
                         suitor_registers **out, suitor_error *err)
{
    if (conflicts)
        return suitor_store_conflicts(store, top, out, err);
    return name ? suitor_store_known(store, suitor_sv_of(name), top, out, err)
                : suitor_store_registers(store, out, err);
}

static void print(const suitor_registers *r, const char *name, bool conflicts)
{
    if (conflicts)
        print_conflicts(r);
    else if (name)
        print_known(r, name);
    else
        print_list(r);
}

int cmd_registers(cli_settings *settings, int argc, char **argv)
{
    uint32_t top = DEFAULT_TOP;
    suitor_registers *found = NULL;
    suitor_store *store = NULL;
    cli_arguments args;
    suitor_error err;
    int status;

    if (!options_read(&spec, settings, argc, argv, &args, &status))
        return status;
    bool conflicts = args.value[CONFLICTS] != NULL;
    const char *name = args.n_names ? args.names[0] : NULL;
    if (args.value[TOP] && !options_number("top", "a number", args.value[TOP], 0, UINT32_MAX, &top))
        return STATUS_USAGE;
    if (conflicts && name) {
        say("registers: give either a NAME or --conflicts");
        return STATUS_USAGE;
    }
    if (suitor_store_open(settings->db, SUITOR_STORE_READ, &store, &err) != SUITOR_OK ||
        ask(store, name, conflicts, top, &found, &err) != SUITOR_OK)
        status = say_error(&err);
    else if (settings->json)
        status = print_json(found, name != NULL, conflicts);
    else
        print(found, name, conflicts);
    suitor_registers_free(found);
    suitor_store_close(store);
    return status;
}
