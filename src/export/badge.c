/* Badges: the initials of a club on its own colours, or on a colour that its name picks. */
#include <math.h>
#include <utf8proc.h>

#include "drawing.h"
#include "escape.h"
#include "strmap.h"

enum { MOST_INITIALS = 3 };

/* The next character of `text`, taken off it; 0 at the end. */
static utf8proc_int32_t next(suitor_sv *text)
{
    utf8proc_int32_t c = 0;
    utf8proc_ssize_t n =
        utf8proc_iterate((const utf8proc_uint8_t *)text->ptr, (utf8proc_ssize_t)text->len, &c);

    if (n <= 0) {
        n = text->len ? 1 : 0; /* a broken byte is passed over */
        c = n ? ' ' : 0;
    }
    *text = suitor_sv_make(text->ptr + n, text->len - (size_t)n);
    return c;
}

static bool is_letter(utf8proc_int32_t c)
{
    utf8proc_category_t category = utf8proc_category(c);

    return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO;
}

static bool is_upper(utf8proc_int32_t c) { return utf8proc_category(c) == UTF8PROC_CATEGORY_LU; }

/* The letters up to what is no part of a word, taken off `text`; false at the end. */
static bool next_word(suitor_sv *text, utf8proc_int32_t *letters, size_t most, size_t *n)
{
    utf8proc_int32_t c;
    bool inside = false;

    *n = 0;
    while ((c = next(text)) != 0) {
        utf8proc_category_t category = utf8proc_category(c);
        bool joins = c == '\'' || c == 0x2019 || c == '.' || category == UTF8PROC_CATEGORY_MN ||
                     category == UTF8PROC_CATEGORY_ND;
        if (!is_letter(c) && !(inside && joins)) {
            if (inside)
                return true;
            continue;
        }
        inside = true;
        if (is_letter(c) && *n < most)
            letters[(*n)++] = c;
    }
    return inside;
}

/* How many of a word's letters are among the initials: all of "RB", the first of "Leipzig". */
static size_t share_of(const utf8proc_int32_t *letters, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (!is_upper(letters[i]))
            return is_upper(letters[0]) || !utf8proc_islower(letters[0]) ? 1 : 0;
    return n;
}

void put_initials(buf *out, suitor_sv name)
{
    utf8proc_int32_t initials[MOST_INITIALS], word[MOST_INITIALS + 1];
    utf8proc_uint8_t bytes[4];
    suitor_sv rest = name;
    size_t n = 0, letters, words = 0;

    while (next_word(&rest, word, MOST_INITIALS + 1, &letters)) {
        size_t taken = share_of(word, letters);
        words++;
        for (size_t i = 0; i < taken && n < MOST_INITIALS; i++)
            initials[n++] = word[i];
    }
    if (words == 1 || n == 0) { /* the word by itself, or nothing but small words */
        rest = name;
        next_word(&rest, initials, MOST_INITIALS, &n);
    }
    for (size_t i = 0; i < n; i++) {
        utf8proc_ssize_t len = utf8proc_encode_char(utf8proc_toupper(initials[i]), bytes);
        buf_append(out, suitor_sv_make((const char *)bytes, (size_t)len));
    }
}

static club_colours colours_of(const drawing *d, suitor_sv club)
{
    const style_badge *badge = &d->style->badge;
    club_colours colours;

    if (colours_find(d->colours, club, &colours))
        return colours;
    const char *fill = badge->derived[strmap_hash(club) % badge->n_derived];
    snprintf(colours.fill, sizeof colours.fill, "%s", fill);
    snprintf(colours.rim, sizeof colours.rim, "%s", fill);
    return colours;
}

void put_badge(drawing *d, suitor_sv club)
{
    const style_badge *badge = &d->style->badge;
    club_colours colours = colours_of(d, club);
    double size = badge->size * d->layout->scale;
    buf initials = { 0 };

    put_initials(&initials, club);
    buf_printf(&d->label,
               "<TABLE BORDER=\"%.0f\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"%.0f\""
               " STYLE=\"ROUNDED\" BGCOLOR=\"%s\" COLOR=\"%s\"><TR><TD HEIGHT=\"%.0f\"></TD></TR>"
               "<TR><TD WIDTH=\"%.0f\">",
               badge->rim, badge->padding, colours.fill, colours.rim, round(size / 4),
               ceil(2.6 * size));
    buf_add(&d->label, "<FONT POINT-SIZE=\"");
    put_decimal(&d->label, size);
    buf_printf(&d->label, "\" COLOR=\"%s\"><B>",
               colour_is_dark(colours.fill) ? badge->light : badge->dark);
    escape_html(&d->label, buf_view(&initials));
    buf_add(&d->label, "</B></FONT></TD></TR></TABLE>");
    finish(d, &initials);
}
