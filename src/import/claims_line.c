#include "claims_line.h"

#include "claims_rows.h"
#include "fail.h"

/* Take the value that comes next as one of the article's own; false where `key` is none. */
static bool read_own(line *l, json_scan *s, suitor_sv key, suitor_article *a, suitor_sv *date,
                     suitor_sv *language)
{
    struct {
        const char *key;
        suitor_sv *text;
    } const texts[] = {
        { "id", &a->id },       { "url", &a->url },       { "outlet", &a->outlet },
        { "title", &a->title }, { "text", &a->text },     { "path", &a->path },
        { "date", date },       { "error", &l->problem }, { "language", language }
    };

    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (line_key_is(key, texts[i].key)) {
            *texts[i].text = line_text(s);
            return true;
        }
    return false;
}

/* Remember where rows stand. */
static void find_rows(line *l, const json_scan *s, suitor_sv key)
{
    struct {
        const char *key;
        json_scan *at;
    } const places[] = { { "clubs", &l->clubs },    { "players", &l->players },
                         { "claims", &l->claims },  { "fees", &l->fees },
                         { "needs", &l->needs },    { "either_or", &l->either_or },
                         { "sources", &l->sources } };

    for (size_t i = 0; i < sizeof places / sizeof *places; i++)
        if (line_key_is(key, places[i].key))
            *places[i].at = *s;
}

static suitor_status read_article(line *l, suitor_article *a, suitor_sv *language)
{
    json_scan s = json_scan_begin(a->line, l->memory);
    suitor_sv date = { NULL, 0 }, key;

    a->id = (suitor_sv){ NULL, 0 };
    json_scan_open(&s, '{');
    while (json_scan_key(&s, &key)) {
        find_rows(l, &s, key);
        if (!read_own(l, &s, key, a, &date, language))
            json_scan_skip(&s);
    }
    if (!s.problem && json_scan_kind(&s) != '\0')
        return line_wrong(l, "expected nothing behind the object");
    suitor_status st = line_scanned(l, &s);
    if (st != SUITOR_OK)
        return st;
    if (l->problem.len)
        return fail(l->err, SUITOR_ERR_PARSE, "%.*s: extract could not read it: %.*s",
                    SUITOR_SV_ARG(l->where), SUITOR_SV_ARG(l->problem));
    if (a->text.len == 0 || !l->clubs.at || !l->claims.at)
        return line_wrong(l, "is no line of 'extract --with-text'");
    if (date.len && !suitor_day_parse(date, &a->day))
        return line_wrong(l, "expected a date as YYYY-MM-DD");
    return SUITOR_OK;
}

suitor_status claims_line_read(claims_reader *reader, suitor_article *article, arena *memory,
                               suitor_facts *out, suitor_error *err)
{
    line l = { .names = reader, .memory = memory, .where = article->id, .err = err };
    suitor_sv language = { "", 0 };
    suitor_status st = read_article(&l, article, &language);

    *out = (suitor_facts){ .language = language };
    return st == SUITOR_OK ? line_rows(&l, out) : st;
}

void claims_reader_free(claims_reader *reader)
{
    strmap_free(&reader->players);
    strmap_free(&reader->clubs);
}
