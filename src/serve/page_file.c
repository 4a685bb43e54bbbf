/* The page as one file: its parts in the places of their links, and the answers as JSON that no
 * browser runs. Its policy allows this script and this style alone, by a nonce made of all that is
 * in the file. */
#include <stdlib.h>

#include <cjson/cJSON.h>

#include "child.h"
#include "crew.h"
#include "fail.h"
#include "hash.h"
#include "json.h"
#include "questions.h"
#include "suitor/date.h"

enum { MOST_DAYS = 12, PROGRAM_WORDS = 3 };

typedef struct {
    const suitor_page_options *options;
    const questions *q;
    buf *out;         /* "URL": ANSWER, … */
    questions *cited; /* articles that the answers name */
    uint64_t done, total;
} gathering;

/* A job of the crew: one question. */
typedef struct {
    const gathering *g;
    const question *asked;
    child_answer told;
    suitor_status status;
    suitor_error err;
} job;

static bool is_stopped(const suitor_page_options *o) { return o->stop && *o->stop; }

static bool is_wanted(void *options) { return !is_stopped(options); }

static suitor_status run(const suitor_page_options *o, const request_line *line, child_answer *told,
                         suitor_error *err)
{
    const child_watch watch = { .is_wanted = is_wanted,
                                .user = (void *)(uintptr_t)o }; /* only read */
    const char *words[CHILD_MOST_WORDS + 1] = { o->program, "--db", o->store };
    unsigned n = PROGRAM_WORDS;

    for (unsigned i = 0; i < line->n_words && n < CHILD_MOST_WORDS; i++)
        words[n++] = line->words[i];
    words[n] = NULL;
    return child_run(words, &watch, told, err);
}

static void work(void *of, uint32_t worker, void *user)
{
    job *j = of;
    gathering *g = user;

    (void)worker;
    j->status = run(g->options, &j->asked->line, &j->told, &j->err);
}

static void release(void *of)
{
    job *j = of;

    child_answer_clear(&j->told);
    *j = (job){ 0 };
}

/* JSON as it can stand in a script element: "<" is in strings alone. */
static void add_answer(buf *out, const char *url, suitor_sv answer)
{
    json j = { .out = out };

    while (answer.len && answer.ptr[answer.len - 1] == '\n')
        answer.len--;
    if (out->len > 1)
        buf_add(out, ",\n");
    json_text(&j, url);
    buf_add(out, ": ");
    for (size_t i = 0; i < answer.len; i++)
        answer.ptr[i] == '<' ? buf_add(out, "\\u003c") : buf_char(out, answer.ptr[i]);
}

/* A question without an answer is left out: the page says that it has none. */
static suitor_status deliver(void *of, void *user, suitor_error *err)
{
    job *j = of;
    gathering *g = user;
    suitor_status st = j->status;

    if (is_stopped(g->options))
        st = fail(err, SUITOR_ERR_IO, "stopped: no page was written");
    else if (st != SUITOR_OK && err)
        *err = j->err;
    if (st == SUITOR_OK && j->told.status == 0) {
        add_answer(g->out, j->asked->url, buf_view(&j->told.out));
        if (j->asked->cites && g->cited)
            questions_of_articles(buf_view(&j->told.out), g->options->at, g->cited);
    }
    if (g->options->progress)
        g->options->progress(++g->done, g->total, g->options->user);
    release(j);
    return st;
}

static suitor_status gather(gathering *g, suitor_error *err)
{
    const uint32_t workers = g->options->workers ? g->options->workers : crew_cores();
    const crew_plan plan = {
        workers < CREW_MAX ? workers : CREW_MAX, sizeof(job), work, deliver, release, g
    };
    crew *c = NULL;
    suitor_status st = crew_new(&plan, &c, err);

    if (st != SUITOR_OK)
        return st;
    g->total += g->q->n;
    for (uint32_t i = 0; i < g->q->n; i++) {
        job *j = crew_open(c);
        if (!j)
            break;
        *j = (job){ .g = g, .asked = &g->q->list[i] };
        crew_close(c, true);
    }
    st = crew_finish(c, err);
    crew_free(c);
    return st;
}

/* The answer to one question now; SUITOR_ERR_INVALID with the program's words where it has none. */
static suitor_status ask_now(const suitor_page_options *o, const char *const *words, buf *answer,
                             suitor_error *err)
{
    request_line line = { 0 };
    child_answer told;
    suitor_status st;

    for (; words[line.n_words]; line.n_words++)
        line.words[line.n_words] = (char *)(uintptr_t)words[line.n_words]; /* only read */
    st = run(o, &line, &told, err);
    if (st == SUITOR_OK && told.status != 0) {
        const char *said = told.err.ptr ? told.err.ptr : "the program gave no answer";
        said += strncmp(said, "suitor: ", 8) == 0 ? 8 : 0;
        st = fail(err, SUITOR_ERR_INVALID, "%.*s", (int)strcspn(said, "\n"), said);
    }
    *answer = told.out;
    told.out = (buf){ 0 };
    child_answer_clear(&told);
    return st;
}

/* "export --format=json" of a day, with the part that is asked for. */
static suitor_status ask_graph(const suitor_page_options *o, const char *at, buf *answer,
                               suitor_error *err)
{
    buf focus = { 0 }, day = { 0 }, top = { 0 };
    suitor_status st;

    buf_printf(&focus, "--focus=%s", o->focus ? o->focus : "");
    buf_printf(&day, "--at=%s", at ? at : "");
    buf_printf(&top, "--top=%u", o->top);
    const char *words[6] = { "export", "--format=json", o->focus ? focus.ptr : top.ptr };
    if (at)
        words[3] = day.ptr;
    st = focus.failed || day.failed || top.failed
             ? fail(err, SUITOR_ERR_NOMEM, "no memory for a page")
             : ask_now(o, words, answer, err);
    buf_free(&focus);
    buf_free(&day);
    buf_free(&top);
    return st;
}

/* First and last day that the answer of `stats` tells; false where nothing is dated. */
static bool read_days(suitor_sv stats, const char *at, int32_t *first, int32_t *last)
{
    cJSON *read = cJSON_ParseWithLength(stats.ptr, stats.len);
    const char *from = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(read, "first"));
    const char *until = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(read, "last"));
    bool known = from && until && suitor_day_parse(suitor_sv_of(from), first) &&
                 suitor_day_parse(suitor_sv_of(at ? at : until), last) && *first <= *last;

    cJSON_Delete(read);
    return known;
}

/* Graphs of some days, evenly spread, and {"days"} told to the page with the other counts. */
static suitor_status add_days(const suitor_page_options *o, suitor_sv stats, buf *out,
                              suitor_error *err)
{
    char day[SUITOR_DATE_SIZE], url[64];
    int32_t first = 0, last = 0, before = SUITOR_NO_DAY;
    buf told = { 0 }, graph = { 0 };
    suitor_status st = SUITOR_OK;
    bool dated = read_days(stats, o->at, &first, &last);

    while (stats.len && stats.ptr[stats.len - 1] != '}')
        stats.len--;
    buf_append(&told, suitor_sv_make(stats.ptr, stats.len ? stats.len - 1 : 0));
    buf_add(&told, ",\"days\":[");
    for (int i = 0; dated && st == SUITOR_OK && i < MOST_DAYS; i++) {
        int32_t at = first + (int32_t)((int64_t)(last - first) * i / (MOST_DAYS - 1));
        if (at == before)
            continue;
        before = at;
        suitor_day_format(at, day);
        buf_printf(&told, "%s\"%s\"", told.ptr[told.len - 1] == '[' ? "" : ",", day);
        if (at == last)
            break;
        snprintf(url, sizeof url, "/api/graph?at=%s", day);
        if (ask_graph(o, day, &graph, NULL) == SUITOR_OK) /* nobody was known yet: left out */
            add_answer(out, url, buf_view(&graph));
        buf_free(&graph);
    }
    buf_add(&told, "],");
    buf_printf(&told, "\"last\":\"%s\"}", dated ? suitor_day_format(last, day) : "");
    add_answer(out, "/api/stats", buf_view(&told));
    if (told.failed)
        st = fail(err, SUITOR_ERR_NOMEM, "no memory for a page");
    buf_free(&told);
    return st;
}

static suitor_status add_answers(const suitor_page_options *o, buf *out, suitor_error *err)
{
    static const char *const count[] = { "stats", "--json", NULL };
    buf stats = { 0 }, graph = { 0 };
    questions asked = { 0 }, cited = { 0 };
    gathering g = { .options = o, .q = &asked, .out = out, .cited = &cited };
    suitor_status st = ask_now(o, count, &stats, err);

    buf_char(out, '{');
    if (st == SUITOR_OK)
        st = ask_graph(o, o->at, &graph, err);
    if (st == SUITOR_OK) {
        add_answer(out, "/api/graph", buf_view(&graph));
        st = add_days(o, buf_view(&stats), out, err);
    }
    if (st == SUITOR_OK)
        st = questions_of_graph(buf_view(&graph), o->at, &asked, err);
    if (st == SUITOR_OK)
        st = gather(&g, err);
    g.q = &cited;
    g.cited = NULL;
    if (st == SUITOR_OK)
        st = gather(&g, err);
    buf_char(out, '}');
    questions_clear(&asked);
    questions_clear(&cited);
    buf_free(&stats);
    buf_free(&graph);
    return st;
}

static suitor_sv view_of(const suitor_page_file *file)
{
    return suitor_sv_make((const char *)file->bytes, file->n_bytes);
}

/* Where `mark` begins in `text`, from `from` on; text.len where it does not. */
static size_t find(suitor_sv text, size_t from, const char *mark)
{
    size_t n = strlen(mark);

    for (size_t i = from; i + n <= text.len; i++)
        if (memcmp(text.ptr + i, mark, n) == 0)
            return i;
    return text.len;
}

/* Script text in which no end of its element stands. */
static void add_script(buf *out, suitor_sv script)
{
    for (size_t at = 0; at < script.len;) {
        size_t end = find(script, at, "</script");
        buf_append(out, suitor_sv_make(script.ptr + at, end - at));
        if (end < script.len)
            buf_add(out, "<\\/script");
        at = end + (end < script.len ? strlen("</script") : 0);
    }
}

/* The page with one of its parts, the line that begins with `mark`, replaced. */
static bool copy_until(suitor_sv page, size_t *at, const char *mark, buf *out)
{
    size_t line = find(page, *at, mark), end = find(page, line, "\n");

    buf_append(out, suitor_sv_make(page.ptr + *at, line - *at));
    *at = end;
    return line < page.len;
}

static void add_part(buf *out, const char *element, const char *nonce)
{
    buf_printf(out, "<%s nonce=\"%s\"", element, nonce);
}

static bool assemble(const suitor_page_file parts[3], suitor_sv answers, buf *out)
{
    suitor_sv page = view_of(&parts[0]);
    uint64_t hash = 0;
    char nonce[24];
    size_t at = 0;
    bool whole;

    for (int i = 0; i < 3; i++)
        hash = hash_bytes(hash, parts[i].bytes, parts[i].n_bytes);
    hash = hash_bytes(hash, answers.ptr, answers.len);
    snprintf(nonce, sizeof nonce, "s%016llx", (unsigned long long)hash);
    whole = copy_until(page, &at, "<link rel=\"icon\"", out);
    buf_printf(out,
               "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
               "script-src 'nonce-%s'; style-src 'nonce-%s'; img-src data: blob:; "
               "base-uri 'none'; form-action 'none'\">",
               nonce, nonce);
    whole = whole && copy_until(page, &at, "<link rel=\"stylesheet\"", out);
    add_part(out, "style", nonce);
    buf_add(out, " id=\"__________cytoscape_stylesheet\">");
    buf_append(out, view_of(&parts[1]));
    buf_add(out, "</style>");
    whole = whole && copy_until(page, &at, "<!-- answers -->", out);
    buf_add(out, "<script type=\"application/json\" id=\"suitor-answers\">");
    buf_append(out, answers);
    buf_add(out, "</script>");
    whole = whole && copy_until(page, &at, "<script src=\"app.js\"", out);
    add_part(out, "script", nonce);
    buf_char(out, '>');
    add_script(out, view_of(&parts[2]));
    buf_add(out, "</script>");
    buf_append(out, suitor_sv_make(page.ptr + at, page.len - at));
    return whole;
}

suitor_status suitor_page_write(const suitor_page_options *options, FILE *out, suitor_error *err)
{
    suitor_page_file parts[3];
    buf answers = { 0 }, page = { 0 };
    suitor_status st;

    if (!suitor_page_is_built() || !suitor_page_find("index.html", &parts[0]) ||
        !suitor_page_find("app.css", &parts[1]) || !suitor_page_find("app.js", &parts[2]))
        return fail(err, SUITOR_ERR_NOTFOUND,
                    "the page was not there when this program was built: './dev page' makes it");
    st = add_answers(options, &answers, err);
    if (st == SUITOR_OK && !assemble(parts, buf_view(&answers), &page))
        st = fail(err, SUITOR_ERR_PARSE, "the page of this program has no places for its parts");
    if (st == SUITOR_OK && (answers.failed || page.failed))
        st = fail(err, SUITOR_ERR_NOMEM, "no memory for a page");
    if (st == SUITOR_OK && (fwrite(page.ptr, 1, page.len, out) != page.len || fflush(out) != 0))
        st = fail(err, SUITOR_ERR_IO, "the page could not be written");
    buf_free(&answers);
    buf_free(&page);
    return st;
}
