/* One pass from sign to sign; what stands in CDATA is nobody's markup. */
#include "feed_mend.h"

#include "fail.h"
#include "view.h"

enum { LONGEST_REFERENCE = 12 };

/* Whether `text`, which begins with "&", begins with a reference that XML itself knows. */
static bool is_reference(suitor_sv text)
{
    static const char *const known[] = { "&amp;", "&lt;", "&gt;", "&quot;", "&apos;" };
    size_t i = 2;

    for (size_t k = 0; k < sizeof known / sizeof *known; k++)
        if (view_begins(text, known[k]))
            return true;
    if (text.len < 4 || text.ptr[1] != '#')
        return false;
    while (i < text.len && i < LONGEST_REFERENCE && is_alnum(text.ptr[i]))
        i++;
    return i > 2 && i < text.len && text.ptr[i] == ';';
}

/* Behind the CDATA section that begins `rest`, or the end of all. */
static suitor_sv behind_cdata(suitor_sv rest)
{
    const char *end = rest.ptr + rest.len;

    for (const char *at = rest.ptr; (at = memchr(at, ']', (size_t)(end - at))); at++)
        if (end - at >= 3 && at[1] == ']' && at[2] == '>')
            return view_from(rest, (size_t)(at - rest.ptr) + 3);
    return view_from(rest, rest.len);
}

suitor_status feed_mend(suitor_sv xml, buf *mended, suitor_sv *out, suitor_error *err)
{
    suitor_sv rest = xml, kept = xml; /* kept: not in `mended` yet */
    size_t equals = 0;                /* since the last "<", which cannot stand in a tag */

    buf_reset(mended);
    while (rest.len) {
        const char c = rest.ptr[0];
        if (c == '<')
            equals = 0;
        if (c == '=' && ++equals > FEED_MOST_ATTRIBUTES)
            return fail(err, SUITOR_ERR_LIMIT, "has a tag of more than %d attributes",
                        FEED_MOST_ATTRIBUTES);
        if (c == '<' && view_begins(rest, "<![cdata[")) {
            rest = behind_cdata(rest);
            continue;
        }
        bool is_bare = c == '&' && !is_reference(rest);
        rest = view_from(rest, 1);
        if (is_bare) {
            buf_append(mended, suitor_sv_make(kept.ptr, (size_t)(rest.ptr - kept.ptr)));
            buf_add(mended, "amp;");
            kept = rest;
        }
    }
    *out = xml;
    if (kept.ptr == xml.ptr)
        return SUITOR_OK;
    buf_append(mended, kept);
    *out = buf_view(mended);
    return mended->failed ? fail(err, SUITOR_ERR_NOMEM, "no memory to mend the feed") : SUITOR_OK;
}
