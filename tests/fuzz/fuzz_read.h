/* What the fuzz targets of reading share: a reader whose articles are checked against
 * what suitor/article.h promises of them. */
#ifndef FUZZ_READ_H
#define FUZZ_READ_H

#include <stdint.h>
#include <stdlib.h>

#include "reader.h"
#include "utf8.h"

enum { FUZZ_MAX_TEXT = 4096 };

static void check_utf8(suitor_sv text)
{
    if (utf8_check(text) != text.len)
        abort();
}

static suitor_status check_article(const suitor_article *article, void *user, suitor_error *err)
{
    (void)user;
    (void)err;
    if (article->id.len == 0 || article->text.len == 0 || article->text.len > FUZZ_MAX_TEXT)
        abort();
    check_utf8(article->id);
    check_utf8(article->url);
    check_utf8(article->outlet);
    check_utf8(article->title);
    check_utf8(article->text);
    return SUITOR_OK;
}

static void check_problem(const suitor_error *problem, void *user)
{
    (void)user;
    if (problem->code == SUITOR_OK || !strchr(problem->message, ':'))
        abort();
}

static inline reader fuzz_reader(void)
{
    reader r = { .options = { .max_file_bytes = 1 << 20, .max_text_bytes = FUZZ_MAX_TEXT },
                 .on_article = check_article,
                 .on_problem = check_problem };

    reader_begin(&r, "fuzz", SUITOR_NO_DAY);
    return r;
}

/* Give the bytes to `read` as a whole file. */
static inline void fuzz_whole(const uint8_t *bytes, size_t len,
                              suitor_status (*read)(reader *, suitor_sv))
{
    reader r = fuzz_reader();

    if (read(&r, suitor_sv_make((const char *)bytes, len)) != SUITOR_OK)
        abort();
    reader_free(&r);
}

#endif
