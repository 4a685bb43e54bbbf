/* Questions out of a graph: races and their sentences, clubs and their rivals, what follows from
 * the strongest interests. */
#include "questions.h"

#include <cjson/cJSON.h>
#include <stdlib.h>

#include "fail.h"
#include "grow.h"

/* Of each kind at most: a file is to be sent round, and made within a minute or two. */
enum { MOST_PAIRS = 400, MOST_MOVES = 40, MOST_CHAINS = 24, MOST_MEETINGS = 150 };

/* As encodeURIComponent() of ECMAScript, which the page uses. */
static void add_encoded(buf *b, const char *text)
{
    static const char plain[] = "-_.!~*'()";

    for (; *text; text++) {
        unsigned char c = (unsigned char)*text;
        bool is_word = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
        if (is_word || strchr(plain, c))
            buf_char(b, *text);
        else
            buf_printf(b, "%%%02X", c);
    }
}

static char *make_url(const char *path, const char *const *pairs)
{
    buf b = { 0 };

    buf_add(&b, path);
    for (int i = 0; pairs[i]; i += 2) {
        buf_printf(&b, "%c%s=", i ? '&' : '?', pairs[i]);
        add_encoded(&b, pairs[i + 1]);
    }
    if (!b.failed)
        return b.ptr;
    buf_free(&b);
    return NULL;
}

static bool is_known(const questions *q, const char *url)
{
    for (uint32_t i = 0; i < q->n; i++)
        if (strcmp(q->list[i].url, url) == 0)
            return true;
    return false;
}

static unsigned add_values(query_value *values, unsigned n, const char *const *pairs)
{
    for (int i = 0; pairs && pairs[i] && n < ROUTE_MOST_VALUES; i += 2)
        values[n++] =
            (query_value){ pairs[i], pairs[i + 1], strlen(pairs[i]), strlen(pairs[i + 1]) };
    return n;
}

void questions_add(questions *q, const char *path, const char *const *pairs,
                   const char *const *hidden)
{
    query_value values[ROUTE_MOST_VALUES];
    unsigned n = add_values(values, add_values(values, 0, pairs), hidden);
    question one = { .url = make_url(path, pairs) };
    buf why = { 0 };

    if (!one.url || !grow(&q->list, &q->cap, q->n + 1, sizeof *q->list)) {
        free(one.url);
        q->failed = true;
        return;
    }
    /* a name that no request may hold is not asked for: the page says that it has no answer */
    if (!is_known(q, one.url) && route_read(route_find(path), values, n, &one.line, &why)) {
        q->list[q->n++] = one;
    } else {
        request_line_clear(&one.line);
        free(one.url);
    }
    buf_free(&why);
}

void questions_clear(questions *q)
{
    for (uint32_t i = 0; i < q->n; i++) {
        free(q->list[i].url);
        request_line_clear(&q->list[i].line);
    }
    free(q->list);
    *q = (questions){ 0 };
}

static const char *text_of(const cJSON *object, const char *key)
{
    const char *text = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(object, key));

    return text ? text : "";
}

typedef struct {
    const char *player, *club;
    double weight;
} interest;

static int strongest_first(const void *a, const void *b)
{
    const interest *x = a, *y = b;

    if (x->weight != y->weight)
        return x->weight > y->weight ? -1 : 1;
    int order = strcmp(x->player, y->player);
    return order ? order : strcmp(x->club, y->club);
}

/* What stands behind "player:" or "club:". */
static const char *name_in(const char *id)
{
    const char *colon = strchr(id, ':');

    return colon ? colon + 1 : id;
}

static void ask_of_interests(const interest *list, uint32_t n, const char *const *hidden,
                             questions *q)
{
    for (uint32_t i = 0; i < n && i < MOST_PAIRS; i++) {
        questions_add(q, "/api/explain",
                      (const char *const[]){ "player", list[i].player, "club", list[i].club, NULL },
                      hidden);
        if (q->n && !q->failed)
            q->list[q->n - 1].cites = true;
    }
    for (uint32_t i = 0; i < n && i < MOST_MOVES; i++) {
        buf move = { 0 };
        buf_printf(&move, "%s -> %s", list[i].player, list[i].club);
        if (!move.failed) {
            questions_add(q, "/api/simulate", (const char *const[]){ "what", move.ptr, NULL },
                          hidden);
            if (i < MOST_CHAINS)
                questions_add(q, "/api/chains",
                              (const char *const[]){ "name", move.ptr, "top", "12", NULL }, hidden);
        }
        buf_free(&move);
    }
}

/* Clubs that want the same player meet: both ways round, as the page may ask. */
static void ask_of_meetings(const interest *list, uint32_t n, const char *const *hidden,
                            questions *q)
{
    uint32_t before = q->n;

    for (uint32_t i = 0; i < n; i++)
        for (uint32_t k = 0; k < i; k++) {
            if (strcmp(list[i].player, list[k].player) != 0 || q->n - before >= 2 * MOST_MEETINGS)
                continue;
            questions_add(q, "/api/rivals",
                          (const char *const[]){ "name", list[i].club, "name", list[k].club, NULL },
                          hidden);
            questions_add(q, "/api/rivals",
                          (const char *const[]){ "name", list[k].club, "name", list[i].club, NULL },
                          hidden);
        }
}

static interest *read_interests(const cJSON *links, uint32_t *count)
{
    interest *list = calloc((size_t)cJSON_GetArraySize(links) + 1, sizeof *list);
    const cJSON *link;
    uint32_t n = 0;

    if (!list)
        return NULL;
    cJSON_ArrayForEach(link, links)
    {
        if (strcmp(text_of(link, "kind"), "interest") != 0)
            continue;
        const cJSON *weight = cJSON_GetObjectItemCaseSensitive(link, "weight");
        list[n++] = (interest){ name_in(text_of(link, "source")), name_in(text_of(link, "target")),
                                cJSON_IsNumber(weight) ? weight->valuedouble : 0 };
    }
    qsort(list, n, sizeof *list, strongest_first);
    *count = n;
    return list;
}

suitor_status questions_of_graph(suitor_sv graph, const char *at, questions *q, suitor_error *err)
{
    const char *const day[] = { "at", at, NULL }, *const *hidden = at ? day : NULL;
    cJSON *read = cJSON_ParseWithLength(graph.ptr, graph.len);
    const cJSON *nodes = cJSON_GetObjectItemCaseSensitive(read, "nodes"), *node;
    interest *list = NULL;
    uint32_t n = 0;
    suitor_status st = SUITOR_OK;

    if (!cJSON_IsArray(nodes)) {
        st = fail(err, SUITOR_ERR_PARSE, "the program gave no graph");
        goto done;
    }
    questions_add(q, "/api/races", (const char *const[]){ NULL }, hidden);
    questions_add(q, "/api/clusters", (const char *const[]){ "resamples", "0", NULL }, hidden);
    cJSON_ArrayForEach(node, nodes) questions_add(
        q, "/api/rivals", (const char *const[]){ "name", text_of(node, "name"), NULL }, hidden);
    list = read_interests(cJSON_GetObjectItemCaseSensitive(read, "links"), &n);
    if (list) {
        ask_of_interests(list, n, hidden, q);
        ask_of_meetings(list, n, hidden, q);
    }
    if (!list || q->failed)
        st = fail(err, SUITOR_ERR_NOMEM, "no memory for the questions of a page");
done:
    free(list);
    cJSON_Delete(read);
    return st;
}

void questions_of_articles(suitor_sv answer, const char *at, questions *q)
{
    const char *const day[] = { "at", at, NULL };
    cJSON *read = cJSON_ParseWithLength(answer.ptr, answer.len);
    const cJSON *evidence = cJSON_GetObjectItemCaseSensitive(read, "evidence"), *one;

    cJSON_ArrayForEach(one, evidence) questions_add(
        q, "/api/article", (const char *const[]){ "id", text_of(one, "article"), NULL },
        at ? day : NULL);
    cJSON_Delete(read);
}
