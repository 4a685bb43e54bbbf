/* Whole JSON files: objects and arrays, one or several behind each other. Of an object
 * with both a text and a list of articles the text counts. */
#include "json_read.h"

#include "html_read.h"
#include "json_article.h"
#include "view.h"

typedef struct {
    reader *r;
    suitor_sv bytes;
    const char *counted; /* up to here line breaks were counted */
    size_t line;         /* that `counted` is in */
    size_t n_articles;   /* handed on or reported so far */
    suitor_status st;    /* what ends the call */
    bool broken;         /* a mistake was reported, and what follows cannot be read */
} file;

/* A text of HTML (content_html of JSON Feed 1.1) is better than a description of it, and worse than
 * one without markup. */
enum { RANK_DESCRIPTION = 4 };

suitor_status json_emit(reader *r, const draft *d, size_t line, size_t index)
{
    html_told told = { .draft = *d, .is_part = true, .line = line, .place = index };

    if (d->value[FIELD_HTML].len == 0 ||
        (d->value[FIELD_TEXT].len && d->rank[FIELD_TEXT] <= RANK_DESCRIPTION))
        return reader_emit(r, d, line, index);
    told.draft.value[FIELD_TEXT] = (suitor_sv){ 0 };
    told.draft.rank[FIELD_TEXT] = 0;
    return html_read(r, d->value[FIELD_HTML], &told);
}

static size_t line_of(file *f, const char *at)
{
    const char *nl;

    while (f->counted < at && (nl = memchr(f->counted, '\n', (size_t)(at - f->counted)))) {
        f->counted = nl + 1;
        f->line++;
    }
    return f->line;
}

static void report(file *f, const json_scan *s)
{
    f->broken = true;
    if (s->no_memory)
        f->st = reader_no_memory(f->r);
    else
        f->st = reader_skip(f->r, line_of(f, s->at), SUITOR_ERR_PARSE, "bad JSON at offset %zu: %s",
                            (size_t)(s->at - f->bytes.ptr), s->problem);
}

static void read_item(file *f, json_scan *s)
{
    const char *begin = s->at;
    char kind = json_scan_kind(s);
    draft d = { 0 };
    json_scan list;

    if (kind == '{')
        json_article_read(s, &d, &list);
    else
        json_scan_skip(s);
    if (s->problem)
        return;
    f->n_articles++;
    if (kind == '{')
        f->st = json_emit(f->r, &d, line_of(f, begin), f->n_articles);
    else
        f->st = reader_skip(f->r, line_of(f, begin), SUITOR_ERR_PARSE,
                            "expected an object with the keys of an article");
}

static void read_list(file *f, json_scan *s)
{
    json_scan_open(s, '[');
    while (f->st == SUITOR_OK && !reader_stopped(f->r) && json_scan_item(s))
        read_item(f, s);
    if (s->problem)
        report(f, s);
}

static void read_object(file *f, json_scan *s)
{
    size_t line = line_of(f, s->at), index = f->n_articles ? f->n_articles + 1 : 0;
    draft d = { 0 };
    json_scan list;

    json_article_read(s, &d, &list);
    if (s->problem) {
        report(f, s);
    } else if (list.at && d.value[FIELD_TEXT].len == 0) {
        arena_reset(&f->r->memory);
        read_list(f, &list);
    } else {
        f->n_articles++;
        f->st = json_emit(f->r, &d, line, index);
    }
}

suitor_status json_read(reader *r, suitor_sv bytes)
{
    bytes = view_skip_mark(bytes);
    file f = { .r = r, .bytes = bytes, .counted = bytes.ptr, .line = 1 };
    json_scan s = json_scan_begin(bytes, &r->memory);
    char kind = '\0';
    bool is_text;

    f.st = reader_check_text(r, 0, bytes, &is_text);
    if (!is_text)
        return f.st;
    while (f.st == SUITOR_OK && !f.broken && !reader_stopped(r) &&
           (kind = json_scan_kind(&s)) != '\0') {
        if (kind == '[')
            read_list(&f, &s);
        else
            read_object(&f, &s);
    }
    if (f.st != SUITOR_OK || f.broken || reader_stopped(r))
        return f.st;
    if (s.problem)
        report(&f, &s);
    else if (f.n_articles == 0)
        f.st = reader_skip(r, 0, SUITOR_ERR_PARSE, "holds no article");
    return f.st;
}
