/* Views: trimming and comparing without regard to ASCII case. */
#include "view.h"

suitor_sv view_from(suitor_sv text, size_t n)
{
    return n ? suitor_sv_make(text.ptr + n, text.len - n) : text;
}

suitor_sv view_skip_space(suitor_sv text)
{
    size_t i = 0;

    while (i < text.len && is_space(text.ptr[i]))
        i++;
    return view_from(text, i);
}

suitor_sv view_trim(suitor_sv text)
{
    text = view_skip_space(text);
    while (text.len && is_space(text.ptr[text.len - 1]))
        text.len--;
    return text;
}

suitor_sv view_skip_mark(suitor_sv text)
{
    return text.len >= 3 && memcmp(text.ptr, "\xEF\xBB\xBF", 3) == 0 ? view_from(text, 3) : text;
}

bool view_begins(suitor_sv text, const char *word)
{
    size_t i = 0;

    for (; word[i]; i++)
        if (i >= text.len || to_lower(text.ptr[i]) != word[i])
            return false;
    return true;
}

bool view_ends(suitor_sv text, const char *word)
{
    size_t len = strlen(word);

    return text.len >= len && view_begins(view_from(text, text.len - len), word);
}

bool view_is(suitor_sv text, const char *word)
{
    return strlen(word) == text.len && view_begins(text, word);
}

size_t view_find(suitor_sv text, const char *word)
{
    for (size_t i = 0; i < text.len; i++)
        if (to_lower(text.ptr[i]) == *word && view_begins(view_from(text, i), word))
            return i;
    return text.len;
}
