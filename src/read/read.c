/* Reading articles: opens what a path names, tells the format, and hands the bytes to
 * its parser. */
#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "charset.h"
#include "fail.h"
#include "feed_read.h"
#include "format.h"
#include "html_read.h"
#include "json_read.h"
#include "plain.h"
#include "reader.h"
#include "view.h"
#include "walk.h"
#include "warc_read.h"

static suitor_status read_bytes(reader *r, file_format told, suitor_sv bytes)
{
    switch (told) {
    case FORMAT_HTML: return html_read(r, bytes, NULL);
    case FORMAT_FEED: return feed_read(r, bytes);
    case FORMAT_JSON:
    case FORMAT_JSONL: return json_read(r, bytes);
    case FORMAT_UNKNOWN:
        if (r->in.ending.len)
            return reader_skip(r, 0, SUITOR_ERR_PARSE,
                               "files ending in .%.*s are not read; text ends in .txt, pages in "
                               ".html, JSON in .json or .jsonl, feeds in .xml, crawls in .warc; "
                               "each may be packed as .gz",
                               SUITOR_SV_ARG(r->in.ending));
        return plain_read(r, bytes);
    default: return plain_read(r, bytes);
    }
}

/* Load the whole file, in UTF-8 if it says that it is UTF-16, and read it. */
static suitor_status read_whole(reader *r)
{
    suitor_error problem;
    suitor_sv bytes;

    if (r->in.from.is_digested) /* it has changed, or was JSON lines and is not now */
        r->in.from = (suitor_mark){ 0 };
    suitor_status st = stream_whole(&r->stream, r->options.max_file_bytes, &bytes, &problem);

    if (st == SUITOR_OK && charset_is_utf16(bytes)) {
        st = charset_decode(bytes, suitor_sv_of("utf-16"), &r->decoded, &problem);
        bytes = buf_view(&r->decoded);
    }
    if (st != SUITOR_OK) {
        r->in.is_broken = true;
        return reader_pass(r, 0, &problem);
    }
    if (reader_stopped(r))
        return SUITOR_OK;
    if (view_skip_space(view_skip_mark(bytes)).len == 0)
        return reader_skip(r, 0, SUITOR_ERR_PARSE, "is empty");
    return read_bytes(r, format_tell(bytes, r->in.ending), bytes);
}

/* Whether the caller takes any input for lines. */
static bool is_lines_whatever(const reader *r) { return r->options.lines || r->options.lines_only; }

static suitor_status read_stream(reader *r)
{
    suitor_error problem;
    suitor_sv head;

    if (stream_head(&r->stream, &head, &problem) != SUITOR_OK)
        return reader_pass(r, 0, &problem);
    if (is_lines_whatever(r))
        return jsonl_read(r);
    file_format told = charset_is_utf16(head) ? FORMAT_UNKNOWN : format_tell(head, r->in.ending);
    if (told == FORMAT_JSONL)
        return jsonl_read(r);
    if (told == FORMAT_WARC)
        return warc_read(r);
    return read_whole(r);
}

static int64_t nanoseconds(struct timespec t) { return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec; }

/* Tell how far the regular file at hand was read. */
static void tell_end(reader *r, const suitor_input *file)
{
    suitor_mark mark = { .place = r->in.place, .is_digested = r->in.place.offset > 0 };

    if (mark.is_digested)
        reader_digest(r, mark.digest);
    r->options.on_input_end(file, &mark, !r->in.is_broken && !reader_stopped(r), r->user);
}

/* Read as much of a regular file as the caller wants. */
static suitor_status read_regular(reader *r, int fd, const struct stat *info)
{
    const suitor_input file = { r->in.path, info->st_ino, (uint64_t)info->st_size,
                                nanoseconds(info->st_mtim), nanoseconds(info->st_ctim) };
    suitor_reading how = SUITOR_READ_ALL;
    suitor_mark from = { 0 };

    r->in.file_day = (int32_t)(info->st_mtime / 86400);
    if (r->options.on_input)
        how = r->options.on_input(&file, &from, r->user);
    if (how == SUITOR_READ_NOTHING)
        return SUITOR_OK;
    if (how == SUITOR_READ_ON)
        r->in.from = from;
    stream_begin(&r->stream, fd);
    suitor_status st = read_stream(r);
    if (st == SUITOR_OK && r->options.on_input_end)
        tell_end(r, &file);
    return st;
}

/* Formats of which no file is too large, since it is read piece by piece. */
static bool is_streamed(file_format format)
{
    return format == FORMAT_JSONL || format == FORMAT_WARC;
}

static suitor_status read_file(reader *r, const char *path)
{
    const uint64_t limit = r->options.max_file_bytes;
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    suitor_status st;
    struct stat info;

    reader_begin(r, path, SUITOR_NO_DAY);
    if (fd < 0 || fstat(fd, &info) != 0) {
        st = reader_skip(r, 0, SUITOR_ERR_IO, "cannot be opened: %s", strerror(errno));
    } else if (S_ISREG(info.st_mode) && (uint64_t)info.st_size > limit &&
               !is_streamed(format_of_ending(r->in.ending)) && !is_lines_whatever(r)) {
        st = reader_skip(r, 0, SUITOR_ERR_LIMIT,
                         "%lld bytes are more than the limit of %llu; only .jsonl and .warc, which "
                         "are read piece by piece, may be larger",
                         (long long)info.st_size, (unsigned long long)limit);
    } else if (S_ISREG(info.st_mode)) {
        st = read_regular(r, fd, &info);
    } else {
        stream_begin(&r->stream, fd);
        st = read_stream(r);
    }
    if (fd >= 0)
        close(fd);
    return st;
}

/* Whether the file at hand is an article, standing in a folder: only files whose ending is known
 * are, and README* is about them. */
static bool is_article(const reader *r)
{
    return format_of_ending(r->in.ending) != FORMAT_UNKNOWN &&
           (r->in.name.len < 6 || memcmp(r->in.name.ptr, "README", 6) != 0);
}

static suitor_status on_file(const char *path, void *user)
{
    reader *r = user;

    if (reader_stopped(r))
        return SUITOR_OK;
    reader_begin(r, path, SUITOR_NO_DAY);
    return is_article(r) ? read_file(r, path) : SUITOR_OK;
}

static suitor_status on_trouble(const char *path, int error_number, void *user)
{
    reader *r = user;
    suitor_status code = error_number == ENOENT ? SUITOR_ERR_NOTFOUND : SUITOR_ERR_IO;

    reader_begin(r, path, SUITOR_NO_DAY);
    return reader_skip(r, 0, code, "cannot be opened: %s", strerror(error_number));
}

static suitor_status read_path(reader *r, const char *path)
{
    const walker w = { .on_file = on_file, .on_trouble = on_trouble, .user = r };
    struct stat info;

    if (strcmp(path, "-") == 0) {
        reader_begin(r, path, SUITOR_NO_DAY);
        stream_begin(&r->stream, STDIN_FILENO);
        return read_stream(r);
    }
    if (stat(path, &info) != 0)
        return on_trouble(path, errno, r);
    return S_ISDIR(info.st_mode) ? walk_folder(path, &w, r->err) : read_file(r, path);
}

suitor_status suitor_read(const char *path, const suitor_read_options *options,
                          suitor_article_fn on_article, suitor_problem_fn on_problem, void *user,
                          suitor_error *err)
{
    const suitor_read_options defaults = SUITOR_READ_OPTIONS_INIT;
    reader r = { .options = options ? *options : defaults,
                 .on_article = on_article,
                 .on_problem = on_problem,
                 .user = user,
                 .err = err };
    r.stream.stop = r.options.stop;
    r.stream.digest = r.options.on_input_end ? &r.digest : NULL;
    suitor_status st = read_path(&r, path);

    reader_free(&r);
    return st;
}

typedef struct {
    reader reader; /* to tell which files are articles; nothing is read */
    uint64_t bytes;
} byte_count;

static suitor_status count_file(const char *path, void *user)
{
    byte_count *count = user;
    struct stat info;

    if (reader_stopped(&count->reader))
        return SUITOR_ERR_INVALID;
    reader_begin(&count->reader, path, SUITOR_NO_DAY);
    if (is_article(&count->reader) && stat(path, &info) == 0)
        count->bytes += (uint64_t)info.st_size;
    return SUITOR_OK;
}

static suitor_status count_nothing(const char *path, int error_number, void *user)
{
    (void)path;
    (void)error_number;
    (void)user;
    return SUITOR_OK;
}

bool suitor_count_bytes(const char *path, const suitor_read_options *options, uint64_t *bytes)
{
    byte_count count = { .reader.options = *options };
    const walker w = { .on_file = count_file, .on_trouble = count_nothing, .user = &count };
    struct stat info;

    if (strcmp(path, "-") == 0 || stat(path, &info) != 0)
        return false;
    if (S_ISREG(info.st_mode))
        count.bytes = (uint64_t)info.st_size;
    else if (!S_ISDIR(info.st_mode) || walk_folder(path, &w, NULL) != SUITOR_OK)
        return false;
    *bytes += count.bytes;
    return true;
}

bool suitor_is_article_file(const char *path)
{
    reader r = { 0 };

    reader_begin(&r, path, SUITOR_NO_DAY);
    return r.in.name.len > 0 && r.in.name.ptr[0] != '.' && is_article(&r);
}
