/* What a check of the lexicon found. */
#include "lexicon_view.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "json.h"
#include "memory.h"
#include "say.h"
#include "table.h"

/* Of a kind of entry, how many there are, matched, and claimed something. */
typedef struct {
    uint32_t all, matched, claimed;
} summary;

static summary sum_up(const lexicon_view *v, suitor_lexicon_kind kind)
{
    uint32_t n;
    const suitor_lexicon_entry *all = suitor_lexicon_check_entries(v->check, &n);
    summary out = { 0 };

    for (uint32_t i = 0; i < n; i++) {
        if (all[i].kind != kind)
            continue;
        out.all++;
        out.matched += all[i].matched > 0;
        out.claimed += all[i].claimed > 0;
    }
    return out;
}

/* "interest keen; guehi: Manchester City »want« …", the marks as terminal_wrap() has them:
 * what a cue says, the article and the sentence. */
static char *note_text(const suitor_lexicon_entry *e)
{
    char *article = terminal_clean(e->article), *sentence = terminal_mark(e->sentence, e->quote);
    char *out = memory_format("%.*s%s%s: %s", SUITOR_SV_ARG(e->says), e->says.len ? "; " : "",
                              article, sentence);

    free(article);
    free(sentence);
    return out;
}

/* "want", and of an alternative the pattern: "want, of C want|wants P". */
static char *entry_text(const suitor_lexicon_entry *e)
{
    bool of = e->kind == SUITOR_LEXICON_ALTERNATIVE;

    return memory_format("%.*s%s%.*s", SUITOR_SV_ARG(e->text), of ? ", of " : "",
                         of ? (int)e->within.len : 0, of ? e->within.ptr : "");
}

/* "interest" of a cue in cues/interest.json, the class of a member. */
static suitor_sv home(const suitor_lexicon_entry *e)
{
    const char *slash = memchr(e->file.ptr, '/', e->file.len);
    size_t folder = slash ? (size_t)(slash - e->file.ptr) + 1 : 0;

    if (e->kind == SUITOR_LEXICON_MEMBER)
        return e->within;
    return suitor_sv_make(e->file.ptr + folder, e->file.len - folder - strlen(".json"));
}

static void print_entries(const lexicon_view *v)
{
    static const table_column columns[] = { { "matched", COLUMN_RIGHT },
                                            { "claimed", COLUMN_RIGHT },
                                            { "file, class", COLUMN_LEFT },
                                            { "entry", COLUMN_NAME } };
    table *t = table_new(columns, sizeof columns / sizeof *columns);

    for (uint32_t i = 0; i < v->n_shown; i++) {
        const suitor_lexicon_entry *e = v->shown[i];
        char *text = entry_text(e);
        table_cell(t, "%" PRIu64, e->matched);
        table_cell(t, "%" PRIu64, e->claimed);
        table_name(t, home(e));
        table_name(t, suitor_sv_of(text));
        if (e->matched)
            table_note(t, note_text(e));
        free(text);
    }
    table_print(t, stdout);
    table_free(t);
    if (v->n_shown < v->n_chosen)
        printf("\nThese are %u of %u; --top 0 shows all.\n", (unsigned)v->n_shown,
               (unsigned)v->n_chosen);
    puts("");
}

static void print_summary(const lexicon_view *v)
{
    static const char *const names[SUITOR_N_LEXICON_KINDS] = { "cues", "alternatives", "members" };

    for (int k = 0; k < SUITOR_N_LEXICON_KINDS; k++) {
        summary s = sum_up(v, (suitor_lexicon_kind)k);
        printf("%-12s %6u", names[k], (unsigned)s.all);
        if (v->with_counts)
            printf("  %6u matched  %6u claimed something  %6u never matched", (unsigned)s.matched,
                   (unsigned)s.claimed, (unsigned)(s.all - s.matched));
        puts("");
    }
    if (v->with_counts)
        printf("From %" PRIu64 " article%s.\n", v->n_articles, say_s(v->n_articles));
    else
        puts("All of it is understood.");
}

/* In full where nothing else is asked for. */
static void print_remarks(const lexicon_view *v)
{
    uint32_t n;
    const suitor_sv *remarks = suitor_lexicon_check_remarks(v->check, &n);

    if (n && v->with_counts)
        printf("%u remark%s on the lexicon: without a PATH they are shown.\n", (unsigned)n,
               say_s(n));
    if (n && !v->with_counts)
        puts("");
    for (uint32_t i = 0; i < n && !v->with_counts; i++) {
        char *text = terminal_clean(remarks[i]);
        terminal_wrap(stdout, 0, text);
        free(text);
    }
}

void lexicon_print(const lexicon_view *v)
{
    if (v->n_shown)
        print_entries(v);
    print_summary(v);
    print_remarks(v);
}

static cJSON *entry_json(const suitor_lexicon_entry *e)
{
    cJSON *o = cJSON_CreateObject();

    json_add_text(o, "kind", suitor_sv_of(suitor_lexicon_kind_name(e->kind)));
    json_add_text(o, "file", e->file);
    json_add_text(o, "text", e->text);
    json_add_text(o, "within", e->within);
    json_add_text(o, "says", e->says);
    cJSON_AddNumberToObject(o, "matched", (double)e->matched);
    cJSON_AddNumberToObject(o, "claimed", (double)e->claimed);
    json_add_text(o, "article", e->article);
    json_add_text(o, "quote", e->sentence.len ? suitor_sv_cut(e->sentence, e->quote) : e->sentence);
    json_add_text(o, "sentence", e->sentence);
    return o;
}

static void add_summary(cJSON *to, const char *key, const lexicon_view *v, suitor_lexicon_kind kind)
{
    summary s = sum_up(v, kind);
    cJSON *o = cJSON_AddObjectToObject(to, key);

    cJSON_AddNumberToObject(o, "all", s.all);
    cJSON_AddNumberToObject(o, "matched", s.matched);
    cJSON_AddNumberToObject(o, "claimed", s.claimed);
}

int lexicon_print_json(const lexicon_view *v)
{
    cJSON *o = cJSON_CreateObject(), *list;
    uint32_t n;
    const suitor_sv *remarks = suitor_lexicon_check_remarks(v->check, &n);

    cJSON_AddNumberToObject(o, "articles", (double)v->n_articles);
    cJSON_AddNumberToObject(o, "skipped", (double)v->n_skipped);
    add_summary(o, "cues", v, SUITOR_LEXICON_CUE);
    add_summary(o, "alternatives", v, SUITOR_LEXICON_ALTERNATIVE);
    add_summary(o, "members", v, SUITOR_LEXICON_MEMBER);
    list = cJSON_AddArrayToObject(o, "entries");
    for (uint32_t i = 0; i < v->n_shown; i++)
        cJSON_AddItemToArray(list, entry_json(v->shown[i]));
    list = cJSON_AddArrayToObject(o, "remarks");
    for (uint32_t i = 0; i < n; i++)
        cJSON_AddItemToArray(list, json_text(remarks[i]));
    return json_print(o);
}
