/* What the tests of reading share: a folder of their own for inputs, and a transcript of
 * a reading that is compared as a whole. An article is the line
 *     id | day | outlet | url | title | text
 * with line breaks shown as "\n"; a problem is "! status: message" without the folder. */
#ifndef TESTS_READ_TRANSCRIPT_H
#define TESTS_READ_TRANSCRIPT_H

#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "buf.h"
#include "suitor/article.h"
#include "table.h"

static char folder[64];

/* When every input was last changed: 2026-05-05, noon. */
static const struct timespec changed[2] = { { 1777982400, 0 }, { 1777982400, 0 } };

static int make_folder(void **state)
{
    (void)state;
    strcpy(folder, "/tmp/suitor-read-XXXXXX");
    return mkdtemp(folder) ? 0 : -1;
}

static int remove_folder(void **state)
{
    char command[96];

    (void)state;
    snprintf(command, sizeof command, "rm -rf '%s'", folder);
    return system(command);
}

/* Path of `name` in the folder; static, until the next call. */
static const char *path_of(const char *name)
{
    static char path[512];

    snprintf(path, sizeof path, "%s/%s", folder, name);
    return path;
}

static const char *put_bytes(const char *name, const char *bytes, size_t len)
{
    const char *path = path_of(name);
    int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0644);

    assert_true(fd >= 0);
    assert_int_equal(write(fd, bytes, len), (ssize_t)len);
    assert_int_equal(futimens(fd, changed), 0);
    close(fd);
    return path;
}

static inline const char *put_file(const char *name, const char *text)
{
    return put_bytes(name, text, strlen(text));
}

static void add_shown(buf *out, suitor_sv text, const char *after)
{
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] == '\n')
            buf_add(out, "\\n");
        else
            buf_char(out, text.ptr[i]);
    }
    buf_add(out, after);
}

static suitor_status note_article(const suitor_article *article, void *user, suitor_error *err)
{
    char day[SUITOR_DATE_SIZE];
    buf *out = user;

    (void)err;
    add_shown(out, article->id, " | ");
    add_shown(out, suitor_sv_of(suitor_day_format(article->day, day)), " | ");
    add_shown(out, article->outlet, " | ");
    add_shown(out, article->url, " | ");
    add_shown(out, article->title, " | ");
    add_shown(out, article->text, "\n");
    return SUITOR_OK;
}

static void note_problem(const suitor_error *problem, void *user)
{
    size_t len = strlen(folder);
    bool is_here = strncmp(problem->message, folder, len) == 0 && problem->message[len] == '/';
    buf *out = user;

    buf_printf(out, "! %s: %s\n", suitor_status_name(problem->code),
               problem->message + (is_here ? len + 1 : 0));
}

/* Read `path` into a transcript; owned, release with free(). */
static inline char *transcript(const char *path, const suitor_read_options *options)
{
    suitor_error err = { 0 };
    buf out = { 0 };

    buf_add(&out, "");
    assert_int_equal(suitor_read(path, options, note_article, note_problem, &out, &err), SUITOR_OK);
    assert_false(out.failed);
    return out.ptr;
}

/* Fail, showing both, unless reading `path` gives `expected`. */
static inline void check_transcript(size_t row, const char *path, const char *expected)
{
    char *got = transcript(path, NULL);

    if (strcmp(got, expected) != 0)
        print_error("row %zu: %s\nexpected:\n%s\ngot:\n%s\n", row, path, expected, got);
    assert_string_equal(got, expected);
    free(got);
}

typedef struct {
    const char *name, *content, *expected;
} transcript_row;

static inline void check_transcripts(const transcript_row *rows, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        const char *path = put_file(rows[i].name, rows[i].content);
        check_transcript(i, path, rows[i].expected);
        unlink(path_of(rows[i].name));
    }
}

#endif
