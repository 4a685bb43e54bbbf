/* Identity of articles. An id of the article's own tells it apart anywhere; a name
 * that the reader took from the file only there, and a number behind that name not
 * at all, for numbers shift when the file does. In doubt both are kept. */
#include "identity.h"

void identity_digest(const suitor_article *article, unsigned char out[DIGEST_SIZE])
{
    digest d;

    digest_begin(&d);
    digest_add_number(&d, (uint64_t)(int64_t)article->day);
    digest_add_text(&d, article->outlet);
    digest_add_text(&d, article->title);
    digest_add_text(&d, article->text);
    digest_end(&d, out);
}

static bool is_stream(suitor_sv path)
{
    return path.len == 0 || suitor_sv_equal(path, suitor_sv_of("-"));
}

static suitor_sv base_of(suitor_sv path)
{
    size_t at = path.len;

    if (is_stream(path))
        return suitor_sv_of("stdin");
    while (at > 0 && path.ptr[at - 1] != '/')
        at--;
    return suitor_sv_make(path.ptr + at, path.len - at);
}

/* "rumours" for "in/rumours.txt" and "rumours.json.gz". */
static bool is_name_of_file(suitor_sv name, suitor_sv path)
{
    suitor_sv base = base_of(path);

    return name.len > 0 && name.len <= base.len && memcmp(name.ptr, base.ptr, name.len) == 0 &&
           (name.len == base.len || base.ptr[name.len] == '.');
}

/* "rumours-17" for the 17th article of "in/rumours.jsonl". */
static bool is_number_in_file(suitor_sv name, suitor_sv path)
{
    size_t at = name.len;

    while (at > 0 && name.ptr[at - 1] >= '0' && name.ptr[at - 1] <= '9')
        at--;
    return at < name.len && at > 1 && name.ptr[at - 1] == '-' &&
           is_name_of_file(suitor_sv_make(name.ptr, at - 1), path);
}

static bool digest_of(const char *what, suitor_sv a, suitor_sv b, unsigned char out[DIGEST_SIZE])
{
    digest d;

    digest_begin(&d);
    digest_add_text(&d, suitor_sv_of(what));
    digest_add_text(&d, a);
    digest_add_text(&d, b);
    digest_end(&d, out);
    return true;
}

bool identity_series(const suitor_article *article, unsigned char out[DIGEST_SIZE])
{
    suitor_sv id = article->id, path = article->path;

    if (article->url.len > 0)
        return digest_of("url", article->url, (suitor_sv){ NULL, 0 }, out);
    if (id.len == 0 || is_number_in_file(id, path))
        return false;
    if (article->outlet.len > 0 && !is_name_of_file(id, path))
        return digest_of("id", article->outlet, id, out);
    return !is_stream(path) && digest_of("file", path, id, out);
}
