/* Queries into command lines. Values come from anybody: they are bounded, must be UTF-8 without
 * control characters, and are never taken for options. */
#include "routes.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "utf8.h"

#define WHAT_IF                                                                                    \
    { "until", PARAMETER_OPTION, 0, 1, 0 }, { "budget", PARAMETER_FLAG, 0, 1, 0 },                 \
        { "runs", PARAMETER_COUNT, 0, 1, 200000 }, { "seed", PARAMETER_COUNT, 0, 1, 4294967295 },  \
        { "top", PARAMETER_COUNT, 0, 1, 100000 }, { "at", PARAMETER_OPTION, 0, 1, 0 },             \
    {                                                                                              \
        "stream", PARAMETER_STREAM, 0, 1, 0                                                        \
    }
#define AT                                                                                         \
    {                                                                                              \
        "at", PARAMETER_OPTION, 0, 1, 0                                                            \
    }
#define TOP                                                                                        \
    {                                                                                              \
        "top", PARAMETER_COUNT, 0, 1, 100000                                                       \
    }

const route routes[] = {
    { "/api/stats", { "stats" }, true, false, { { .key = NULL } } },
    { "/api/names",
      { "names" },
      true,
      false,
      { { "q", PARAMETER_NAME, 0, 1, 0 }, { "n", PARAMETER_COUNT, 0, 1, 1000 }, AT } },
    { "/api/graph", { "export", "--format=json" }, false, false, { TOP, AT } },
    { "/api/races", { "rivals" }, true, false, { AT } },
    { "/api/rivals", { "rivals" }, true, false, { { "name", PARAMETER_NAME, 1, 2, 0 }, AT } },
    { "/api/explain",
      { "explain" },
      true,
      false,
      { { "player", PARAMETER_NAME, 1, 1, 0 }, { "club", PARAMETER_NAME, 1, 1, 0 }, AT } },
    { "/api/timeline",
      { "timeline" },
      true,
      false,
      { { "name", PARAMETER_NAME, 1, 1, 0 }, TOP, AT } },
    { "/api/clusters",
      { "clusters" },
      true,
      false,
      { { "resolution", PARAMETER_OPTION, 0, 1, 0 },
        { "resamples", PARAMETER_COUNT, 0, 1, 200 },
        { "seed", PARAMETER_COUNT, 0, 1, 4294967295 },
        AT } },
    { "/api/similar",
      { "similar" },
      true,
      false,
      { { "name", PARAMETER_NAME, 1, 1, 0 }, TOP, AT } },
    { "/api/central",
      { "central" },
      true,
      false,
      { { "name", PARAMETER_NAME, 0, 1, 0 }, TOP, AT } },
    { "/api/brokers", { "brokers" }, true, false, { TOP, AT } },
    { "/api/keystones", { "keystones" }, true, false, { WHAT_IF } },
    { "/api/backtest", { "backtest" }, true, false, { WHAT_IF } },
    { "/api/registers",
      { "registers" },
      true,
      false,
      { { "name", PARAMETER_NAME, 0, 1, 0 }, { "conflicts", PARAMETER_FLAG, 0, 1, 0 }, TOP } },
    { "/api/need",
      { "need" },
      true,
      false,
      { { "club", PARAMETER_NAME, 1, 1, 0 }, { "position", PARAMETER_NAME, 1, 1, 0 }, WHAT_IF } },
    { "/api/chains", { "chains" }, true, false, { { "name", PARAMETER_NAME, 0, 1, 0 }, WHAT_IF } },
    { "/api/simulate",
      { "simulate" },
      true,
      false,
      { { "what", PARAMETER_NAME, 1, ROUTE_MOST_VALUES, 0 }, WHAT_IF } },
    { "/api/article", { "article" }, true, false, { { "id", PARAMETER_NAME, 1, 1, 0 }, AT } },
    { "/api/export",
      { "export" },
      false,
      true,
      { { "format", PARAMETER_OPTION, 1, 1, 0 },
        { "focus", PARAMETER_OPTION, 0, 2, 0 },
        { "cluster", PARAMETER_OPTION, 0, 1, 0 },
        { "rivals", PARAMETER_FLAG, 0, 1, 0 },
        { "simulate", PARAMETER_OPTION, 0, 1, 0 },
        { "table", PARAMETER_OPTION, 0, 1, 0 },
        { "chain", PARAMETER_OPTION, 0, 1, 0 },
        { "theme", PARAMETER_OPTION, 0, 1, 0 },
        TOP,
        AT } },
    { .path = NULL },
};

static const struct {
    const char *format, *type;
} types[] = {
    { "svg", "image/svg+xml" },
    { "png", "image/png" },
    { "pdf", "application/pdf" },
    { "dot", "text/vnd.graphviz; charset=utf-8" },
    { "graphml", "application/graphml+xml" },
    { "gexf", "application/gexf+xml" },
    { "json", "application/json" },
    { "csv", "text/csv; charset=utf-8" },
    { "html", "text/html; charset=utf-8" },
};

const char *route_type(const char *format)
{
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (strcmp(types[i].format, format) == 0)
            return types[i].type;
    return NULL;
}

const route *route_find(const char *path)
{
    for (const route *r = routes; r->path; r++)
        if (strcmp(r->path, path) == 0)
            return r;
    return NULL;
}

static bool add_word(request_line *line, const char *before, const char *text, size_t len)
{
    size_t n = strlen(before);
    char *word = line->n_words + 1 < ROUTE_MOST_WORDS ? malloc(n + len + 1) : NULL;

    if (!word)
        return false;
    memcpy(word, before, n);
    memcpy(word + n, text, len);
    word[n + len] = '\0';
    line->words[line->n_words++] = word;
    line->words[line->n_words] = NULL;
    return true;
}

static bool add_option(request_line *line, const char *key, const query_value *v)
{
    char before[64];

    if (!v)
        return snprintf(before, sizeof before, "--%s", key) > 0 && add_word(line, before, "", 0);
    snprintf(before, sizeof before, "--%s=", key);
    return add_word(line, before, v->value, v->value_length);
}

/* Text fit for a command line: valid UTF-8, no control characters, not too long. */
static bool is_text(const query_value *v)
{
    suitor_sv text = suitor_sv_make(v->value, v->value_length);

    if (text.len == 0 || text.len > ROUTE_LONGEST_VALUE || utf8_check(text) != text.len)
        return false;
    for (size_t i = 0; i < text.len; i++)
        if ((unsigned char)text.ptr[i] < 0x20 || text.ptr[i] == 0x7F)
            return false;
    return true;
}

static bool is_count(const query_value *v, unsigned long most)
{
    unsigned long number = 0;

    if (v->value_length == 0 || v->value_length > 10)
        return false;
    for (size_t i = 0; i < v->value_length; i++) {
        if (v->value[i] < '0' || v->value[i] > '9')
            return false;
        number = number * 10 + (unsigned long)(v->value[i] - '0');
    }
    return number <= most;
}

static bool is_called(const query_value *v, const char *key)
{
    return v->key_length == strlen(key) && memcmp(v->key, key, v->key_length) == 0;
}

static const parameter *find_parameter(const route *r, const query_value *v)
{
    for (const parameter *p = r->parameters; p < r->parameters + ROUTE_MOST_PARAMETERS && p->key;
         p++)
        if (is_called(v, p->key))
            return p;
    return NULL;
}

/* Whether the value is one that the parameter takes; false with `why` told. */
static bool is_allowed(const parameter *p, const query_value *v, buf *why)
{
    if (!is_text(v)) {
        buf_printf(why, "'%s' must be 1 to %d bytes of UTF-8 without control characters", p->key,
                   ROUTE_LONGEST_VALUE);
        return false;
    }
    if (p->kind == PARAMETER_COUNT && !is_count(v, p->most)) {
        buf_printf(why, "'%s' must be a whole number of no more than %lu", p->key, p->most);
        return false;
    }
    if ((p->kind == PARAMETER_FLAG || p->kind == PARAMETER_STREAM) &&
        (v->value_length != 1 || v->value[0] != '1')) {
        buf_printf(why, "'%s' can be 1 only, or left out", p->key);
        return false;
    }
    return true;
}

static bool take_format(request_line *line, const query_value *v, buf *why)
{
    snprintf(line->format, sizeof line->format, "%.*s", (int)v->value_length, v->value);
    if (v->value_length < sizeof line->format && route_type(line->format))
        return true;
    buf_add(why, "'format' must be one of");
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        buf_printf(why, "%s %s", i ? "," : "", types[i].format);
    return false;
}

/* How often each parameter stands in the query; false with `why` told where that is wrong. */
static bool count_values(const route *r, const query_value *values, unsigned n, buf *why)
{
    for (unsigned i = 0; i < n; i++)
        if (!find_parameter(r, &values[i])) {
            buf_printf(why, "%s has no parameter of that name; it has", r->path);
            for (const parameter *p = r->parameters; p->key; p++)
                buf_printf(why, "%s '%s'", p == r->parameters ? "" : ",", p->key);
            if (!r->parameters[0].key)
                buf_add(why, " none");
            return false;
        }
    for (const parameter *p = r->parameters; p < r->parameters + ROUTE_MOST_PARAMETERS && p->key;
         p++) {
        unsigned times = 0;
        for (unsigned i = 0; i < n; i++)
            times += is_called(&values[i], p->key);
        if (times < p->least_times)
            buf_printf(why, "'%s' is missing", p->key);
        else if (times > p->most_times && p->most_times == 1)
            buf_printf(why, "'%s' may stand there once", p->key);
        else if (times > p->most_times)
            buf_printf(why, "'%s' may stand there %u times at most", p->key, p->most_times);
        if (times < p->least_times || times > p->most_times)
            return false;
    }
    return true;
}

/* Options first, then operands behind "--", in the order of the table and of the query. */
static bool add_values(const route *r, const query_value *values, unsigned n, bool operands,
                       request_line *line, buf *why)
{
    for (const parameter *p = r->parameters; p < r->parameters + ROUTE_MOST_PARAMETERS && p->key;
         p++)
        for (unsigned i = 0; i < n; i++) {
            const query_value *v = &values[i];
            if ((p->kind == PARAMETER_NAME) != operands || !is_called(v, p->key))
                continue;
            if (!is_allowed(p, v, why) ||
                (r->file && strcmp(p->key, "format") == 0 && !take_format(line, v, why)))
                return false;
            if (p->kind == PARAMETER_STREAM)
                line->stream = true;
            else if (!(operands ? add_word(line, "", v->value, v->value_length)
                                : add_option(line, p->key, p->kind == PARAMETER_FLAG ? NULL : v)))
                return false;
        }
    return true;
}

bool route_read(const route *r, const query_value *values, unsigned n, request_line *out, buf *why)
{
    *out = (request_line){ 0 };
    if (!count_values(r, values, n, why))
        return false;
    for (int i = 0; i < 4 && r->words[i]; i++)
        if (!add_word(out, "", r->words[i], strlen(r->words[i])))
            return false;
    return (!r->json || add_word(out, "--json", "", 0)) &&
           add_values(r, values, n, false, out, why) && add_word(out, "--", "", 0) &&
           add_values(r, values, n, true, out, why);
}

void request_line_clear(request_line *line)
{
    for (unsigned i = 0; i < line->n_words; i++)
        free(line->words[i]);
    *line = (request_line){ 0 };
}
