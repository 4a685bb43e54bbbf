/* Counting attributes: white space outside quotes in each tag. Comments, scripts and
 * styles are passed over, for code is full of things like "a < b". */
#include "html_guard.h"

#include "view.h"

enum { MAX_ATTRIBUTES = 500 };

static suitor_sv behind(suitor_sv text, const char *word)
{
    size_t at = view_find(text, word);

    return view_from(text, at < text.len ? at + strlen(word) : at);
}

/* Take the tag off the front of *rest, behind its "<"; false if it has too many attributes. */
static bool pass_tag(suitor_sv *rest)
{
    size_t n = 0, i = 0;
    char quote = '\0', last = '\0'; /* that was no white space */

    for (; i < rest->len && (quote || rest->ptr[i] != '>') && n <= MAX_ATTRIBUTES; i++) {
        char c = rest->ptr[i];
        if (quote)
            quote = c == quote ? '\0' : quote;
        else if ((c == '"' || c == '\'') && last == '=')
            quote = c;
        else if (is_space(c) && !is_space(rest->ptr[i - 1]))
            n++;
        if (!is_space(c))
            last = c;
    }
    *rest = view_from(*rest, i);
    return n <= MAX_ATTRIBUTES;
}

bool guard_passes(suitor_sv page)
{
    const char *open;

    while (page.len && (open = memchr(page.ptr, '<', page.len))) {
        page = view_from(page, (size_t)(open - page.ptr) + 1);
        suitor_sv tag = page;
        if (view_begins(page, "!--"))
            page = behind(page, "-->");
        if (page.len == 0 || !is_alnum(page.ptr[0]))
            continue;
        if (!pass_tag(&page))
            return false;
        if (view_begins(tag, "script"))
            page = behind(page, "</script");
        else if (view_begins(tag, "style"))
            page = behind(page, "</style");
    }
    return true;
}
