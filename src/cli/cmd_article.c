/* suitor article: a text of the store, and what was read out of it. */
#include <stdio.h>
#include <stdlib.h>

#include "json.h"
#include "memory.h"
#include "options.h"
#include "say.h"
#include "terminal.h"
#include "view.h"

static const cli_spec spec = {
    .usage = "article ID",
    .about = "Print an article of the store, as it was read, and the evidence that stands in\n"
             "it. 'suitor explain' names articles by their ID.",
    .examples = "  suitor article post-033\n"
                "  suitor --json article post-033\n",
    .min_names = 1,
    .max_names = 1,
    .takes_at = true,
};

/* A row of the ledger with its words; what is asked for is one article, so that they are few. */
typedef struct {
    uint32_t row;
    size_t begin, end;
} passage;

static int by_place(const void *a, const void *b)
{
    const passage *x = a, *y = b;

    if (x->begin != y->begin)
        return x->begin < y->begin ? -1 : 1;
    if (x->end != y->end)
        return x->end < y->end ? -1 : 1;
    return x->row < y->row ? -1 : x->row > y->row;
}

/* The passages of article `id`, in the order of its text. Returns an exit status. */
static int find_passages(const view *v, int64_t id, passage **out, uint32_t *count)
{
    passage *found = memory_get(((size_t)v->ledger->n_rows + 1) * sizeof *found);
    uint32_t n = 0;

    *out = found;
    for (uint32_t i = 0; i < v->ledger->n_rows; i++) {
        const suitor_ledger_row *row = &v->ledger->rows[i];
        suitor_error err;
        suitor_quote q;
        if (v->ledger->articles[row->article].id != id)
            continue;
        if (suitor_store_quote(v->store, row->evidence, &q, &err) != SUITOR_OK)
            return say_error(&err);
        found[n++] = (passage){ i, q.begin, q.end };
    }
    qsort(found, n, sizeof *found, by_place);
    *count = n;
    return STATUS_DONE;
}

static cJSON *passage_json(const view *v, const suitor_article *a, const passage *p)
{
    const suitor_ledger_row *row = &v->ledger->rows[p->row];
    cJSON *o = cJSON_CreateObject();

    json_add_text(o, "player", view_name(v, row->player));
    json_add_text(o, "club", view_name(v, row->club));
    json_add_text(o, "relation", suitor_sv_of(suitor_relation_name(row->relation)));
    json_add_text(o, "stage", suitor_sv_of(suitor_stage_name(row->stage)));
    json_add_text(o, "hedge", suitor_sv_of(suitor_hedge_name(row->hedge)));
    json_add_text(o, "origin", v->ledger->origins[row->origin]);
    json_add_text(o, "quote", suitor_sv_make(a->text.ptr + p->begin, p->end - p->begin));
    cJSON_AddNumberToObject(o, "start", (double)p->begin);
    cJSON_AddNumberToObject(o, "end", (double)p->end);
    return o;
}

static cJSON *article_json(const view *v, const suitor_article *a, const passage *found, uint32_t n)
{
    cJSON *o = cJSON_CreateObject(), *list;

    json_add_text(o, "id", a->id);
    json_add_text(o, "url", a->url);
    json_add_text(o, "title", a->title);
    json_add_day(o, "date", a->day);
    json_add_text(o, "outlet", a->outlet);
    json_add_text(o, "text", a->text);
    list = cJSON_AddArrayToObject(o, "evidence");
    for (uint32_t i = 0; i < n; i++)
        cJSON_AddItemToArray(list, passage_json(v, a, &found[i]));
    return o;
}

static void print_wrapped(const char *before, suitor_sv text)
{
    char *clean = terminal_clean(text), *line = memory_format("%s%s", before, clean);

    if (*clean)
        terminal_wrap(stdout, 0, line);
    free(line);
    free(clean);
}

/* A paragraph a line of the text. */
static void print_text(suitor_sv text)
{
    for (size_t at = 0; at < text.len;) {
        const char *end = memchr(text.ptr + at, '\n', text.len - at);
        size_t n = end ? (size_t)(end - text.ptr) - at : text.len - at;
        print_wrapped("", suitor_sv_make(text.ptr + at, n));
        at += n + 1;
    }
}

static void print_passage(const view *v, const suitor_article *a, const passage *p)
{
    const suitor_ledger_row *row = &v->ledger->rows[p->row];
    char *player = view_clean_name(v, row->player), *club = view_clean_name(v, row->club);
    char *quote = terminal_clean(suitor_sv_make(a->text.ptr + p->begin, p->end - p->begin));
    char *line =
        memory_format("%s, %s: %s %s, “%s”", player, club, suitor_relation_name(row->relation),
                      suitor_stage_name(row->stage), quote);

    terminal_wrap(stdout, 2, line);
    free(line);
    free(quote);
    free(player);
    free(club);
}

static void print(const view *v, const suitor_article *a, const passage *found, uint32_t n)
{
    char day[SUITOR_DATE_SIZE];

    print_wrapped(terminal_code(STYLE_BOLD), a->title);
    print_wrapped("", a->outlet);
    print_wrapped("", a->url);
    if (a->day != SUITOR_NO_DAY)
        puts(suitor_day_format(a->day, day));
    puts("");
    print_text(a->text);
    puts(n ? "\nWhat it says:" : "\nNothing is read out of it.");
    for (uint32_t i = 0; i < n; i++)
        print_passage(v, a, &found[i]);
}

static int show(const view *v, const cli_settings *settings, const char *name, int64_t id)
{
    passage *found = NULL;
    uint32_t n = 0;
    suitor_article a;
    suitor_error err;
    int status = find_passages(v, id, &found, &n);

    if (status == STATUS_DONE) { /* after the quotes, as these views end with the next call */
        suitor_status st = suitor_store_article(v->store, suitor_sv_of(name), &a, &err);
        if (st != SUITOR_OK) {
            say_error(&err);
            status = st == SUITOR_ERR_NOTFOUND ? STATUS_USAGE : STATUS_FAILED;
        }
    }
    if (status == STATUS_DONE && settings->json)
        json_print(article_json(v, &a, found, n));
    else if (status == STATUS_DONE)
        print(v, &a, found, n);
    free(found);
    return status;
}

int cmd_article(cli_settings *settings, int argc, char **argv)
{
    cli_arguments args;
    int64_t id;
    int status;
    view v;

    if (!options_read(&spec, settings, argc, argv, &args, &status))
        return status;
    status = view_open_article(settings, args.names[0], &v, &id);
    if (status == STATUS_DONE)
        status = show(&v, settings, args.names[0], id);
    view_close(&v);
    return status;
}
