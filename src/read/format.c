/* Telling formats: content first, file name second. JSON shows itself by the first two
 * characters that are not blank, so that a text which begins "[Exclusive]" stays text. */
#include "format.h"

#include "view.h"

enum {
    TAGS_LOOKED_AT = 16 * 1024, /* bytes in which closing tags are counted */
    MANY_TAGS = 8,              /* closing tags that make a page of a text */
    ROOT_WITHIN = 4096          /* bytes, comments before it included */
};

file_format format_of_ending(suitor_sv ending)
{
    static const struct {
        const char *ending;
        file_format format;
    } known[] = { { "txt", FORMAT_PLAIN },   { "text", FORMAT_PLAIN },   { "html", FORMAT_HTML },
                  { "htm", FORMAT_HTML },    { "xhtml", FORMAT_HTML },   { "json", FORMAT_JSON },
                  { "jsonl", FORMAT_JSONL }, { "ndjson", FORMAT_JSONL }, { "rss", FORMAT_FEED },
                  { "atom", FORMAT_FEED },   { "xml", FORMAT_FEED },     { "warc", FORMAT_WARC } };

    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (view_is(ending, known[i].ending))
            return known[i].format;
    return FORMAT_UNKNOWN;
}

static bool is_json(suitor_sv head)
{
    suitor_sv rest = head.len ? view_skip_space(view_from(head, 1)) : head;

    if (rest.len == 0)
        return false;
    if (head.ptr[0] == '{')
        return rest.ptr[0] == '"' || rest.ptr[0] == '}';
    return head.ptr[0] == '[' && (rest.ptr[0] == '{' || rest.ptr[0] == ']');
}

/* A first line that is an object from end to end, and a second that does not go on with
 * it, as far as their ends show. */
static bool is_json_lines(suitor_sv head)
{
    const char *nl = memchr(head.ptr, '\n', head.len);

    if (head.ptr[0] != '{' || !nl)
        return false;
    suitor_sv first = view_trim(suitor_sv_make(head.ptr, (size_t)(nl - head.ptr)));
    suitor_sv rest = view_skip_space(view_from(head, (size_t)(nl - head.ptr)));
    return first.ptr[first.len - 1] == '}' && rest.len && !memchr(",}]", rest.ptr[0], 3);
}

static bool has_many_tags(suitor_sv head)
{
    size_t len = head.len < TAGS_LOOKED_AT ? head.len : TAGS_LOOKED_AT, tags = 0;

    for (size_t i = 0; i + 2 < len && tags < MANY_TAGS; i++)
        tags += head.ptr[i] == '<' && head.ptr[i + 1] == '/' && is_alnum(head.ptr[i + 2]);
    return tags == MANY_TAGS;
}

static bool is_html(suitor_sv head)
{
    if (view_begins(head, "<?xml") || view_begins(head, "<!--"))
        return view_find(head, "<html") < head.len;
    return view_begins(head, "<!doctype html") || view_begins(head, "<html") ||
           view_begins(head, "<head") || view_begins(head, "<body") || has_many_tags(head);
}

/* The root element of an XML file, within its first bytes. */
static bool is_feed(suitor_sv head)
{
    static const char *const roots[] = { "<rss", "<feed", "<rdf:rdf" };
    suitor_sv looked = suitor_sv_make(head.ptr, head.len < ROOT_WITHIN ? head.len : ROOT_WITHIN);

    if (head.len == 0 || head.ptr[0] != '<')
        return false;
    for (size_t i = 0; i < sizeof roots / sizeof *roots; i++) {
        size_t at = view_find(looked, roots[i]), end = at + strlen(roots[i]);
        if (at < looked.len && end < looked.len &&
            (is_space(looked.ptr[end]) || looked.ptr[end] == '>'))
            return at == 0 || view_begins(head, "<?xml") || view_begins(head, "<!--");
    }
    return false;
}

file_format format_tell(suitor_sv head, suitor_sv ending)
{
    file_format named = format_of_ending(ending);

    head = view_skip_space(view_skip_mark(head));
    if (view_begins(head, "warc/1."))
        return FORMAT_WARC;
    if (is_feed(head))
        return FORMAT_FEED;
    if (is_json(head)) {
        if (head.ptr[0] == '{' && (named == FORMAT_JSONL || is_json_lines(head)))
            return FORMAT_JSONL;
        return FORMAT_JSON;
    }
    if (named != FORMAT_JSON && named != FORMAT_JSONL && is_html(head))
        return FORMAT_HTML;
    return named;
}
