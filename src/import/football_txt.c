#include "football_txt.h"

#include <string.h>

#include "tables.h"

typedef enum { LINE_NOTHING, LINE_HEADING, LINE_CLUB, LINE_SECOND_TEAM, LINE_NAMES } line_kind;

static suitor_sv behind(suitor_sv text, size_t n)
{
    return suitor_sv_make(text.ptr + n, text.len - n);
}

/* Where `sign` stands first; the length where it does not. */
static size_t find(suitor_sv text, char sign)
{
    const char *at = text.len ? memchr(text.ptr, sign, text.len) : NULL;

    return at ? (size_t)(at - text.ptr) : text.len;
}

static bool contains(suitor_sv text, const char *word)
{
    size_t n = strlen(word);

    for (size_t i = 0; i + n <= text.len; i++)
        if (memcmp(text.ptr + i, word, n) == 0)
            return true;
    return false;
}

/* The next line without its comment, which begins at the line's beginning or behind a blank. */
static bool next_line(football_txt *f, suitor_sv *line, suitor_sv *comment)
{
    if (f->rest.len == 0)
        return false;
    size_t n = find(f->rest, '\n');
    suitor_sv whole = suitor_sv_make(f->rest.ptr, n);

    f->rest = behind(f->rest, n < f->rest.len ? n + 1 : n);
    f->line++;
    *line = whole;
    *comment = suitor_sv_make("", 0);
    for (size_t i = 0; i < whole.len; i++)
        if (whole.ptr[i] == '#' && (i == 0 || (unsigned char)whole.ptr[i - 1] <= ' ')) {
            *line = suitor_sv_make(whole.ptr, i);
            *comment = behind(whole, i);
            break;
        }
    return true;
}

/* "ii) …", "iii) …" */
static bool is_second_team(suitor_sv line)
{
    size_t i = 0;

    while (i < line.len && (line.ptr[i] == 'i' || line.ptr[i] == 'v' || line.ptr[i] == 'x'))
        i++;
    return i > 0 && i < line.len && line.ptr[i] == ')';
}

static line_kind kind_of(suitor_sv line)
{
    suitor_sv text = table_trim(line);

    if (text.len == 0)
        return LINE_NOTHING;
    if (line.ptr[0] == '=')
        return LINE_HEADING;
    if (text.ptr[0] == '|')
        return LINE_NAMES;
    if ((unsigned char)line.ptr[0] <= ' ')
        return LINE_NOTHING; /* an address */
    return is_second_team(line) ? LINE_SECOND_TEAM : LINE_CLUB;
}

/* "= Germany • Deutschland": the first name. Lines of signs alone, and headings of regions, tell
 * nothing. */
static void read_heading(football_txt *f, suitor_sv line)
{
    size_t level = 0;

    while (level < line.len && line.ptr[level] == '=')
        level++;
    suitor_sv text = table_trim(behind(line, level));
    while (text.len && text.ptr[text.len - 1] == '=')
        text = table_trim(suitor_sv_make(text.ptr, text.len - 1));
    if (level != 1 || text.len == 0)
        return;
    for (size_t i = 0; i + 1 < text.len; i++)
        if (memcmp(text.ptr + i, "\xE2\x80\xA2", text.len - i < 3 ? text.len - i : 3) == 0 ||
            text.ptr[i] == '(' || text.ptr[i] == '/') {
            text = table_trim(suitor_sv_make(text.ptr, i));
            break;
        }
    f->country = text;
}

/* Without what stands in brackets behind it: "Bragantino (1928-2019)", "Bayern Munich [en]". */
static suitor_sv bare(suitor_sv name)
{
    size_t round = find(name, '('), square = find(name, '[');

    return table_trim(suitor_sv_make(name.ptr, round < square ? round : square));
}

static bool is_year(suitor_sv text)
{
    for (size_t i = 0; i < text.len; i++)
        if (text.ptr[i] < '0' || text.ptr[i] > '9')
            return false;
    return text.len == 4;
}

static void read_club(suitor_sv line, football_txt_club *out)
{
    size_t n = find(line, ',');

    out->name = bare(suitor_sv_make(line.ptr, n));
    while (n < line.len) {
        suitor_sv rest = behind(line, n + 1);
        size_t len = find(rest, ',');
        suitor_sv part = table_trim(suitor_sv_make(rest.ptr, len));
        if (is_year(part))
            out->founded = part;
        else if (part.len && part.ptr[0] == '@')
            out->ground = bare(table_trim(behind(part, 1)));
        n += len + 1;
    }
}

/* Abbreviations for narrow tables ("Bayern Mün.") are no names that a text would have. */
static bool is_name(suitor_sv text) { return text.len > 0 && text.ptr[text.len - 1] != '.'; }

static void read_names(suitor_sv line, suitor_sv comment, football_txt_club *out)
{
    const bool is_former = contains(comment, "old name") || contains(comment, "until ");
    suitor_sv rest = table_trim(line);

    while (rest.len) {
        size_t n = find(rest, '|');
        suitor_sv name = bare(table_trim(suitor_sv_make(rest.ptr, n)));
        if (is_name(name) && out->n_names < FOOTBALL_TXT_NAMES) {
            out->names[out->n_names].name = name;
            out->names[out->n_names++].is_former = is_former;
        }
        rest = behind(rest, n < rest.len ? n + 1 : n);
    }
}

bool football_txt_begins(suitor_sv bytes)
{
    football_txt f;
    suitor_sv line, comment;

    football_txt_begin(&f, bytes);
    while (next_line(&f, &line, &comment))
        if (table_trim(line).len)
            return line.ptr[0] == '=';
    return false;
}

void football_txt_begin(football_txt *f, suitor_sv bytes)
{
    bool marked = bytes.len >= 3 && memcmp(bytes.ptr, "\xEF\xBB\xBF", 3) == 0;

    *f = (football_txt){ .rest = marked ? behind(bytes, 3) : bytes };
}

bool football_txt_next(football_txt *f, football_txt_club *out)
{
    football_txt before = *f;
    suitor_sv line, comment;
    bool skips = false; /* names of a second team */

    memset(out, 0, sizeof *out);
    while (next_line(f, &line, &comment)) {
        line_kind kind = kind_of(line);
        bool has_club = out->name.len > 0;
        if (has_club && (kind == LINE_CLUB || kind == LINE_HEADING)) {
            *f = before; /* the next one's */
            return true;
        }
        if (kind == LINE_HEADING)
            read_heading(f, line);
        if (kind == LINE_CLUB) {
            read_club(line, out);
            out->line = f->line;
            out->country = f->country;
        }
        skips = kind == LINE_SECOND_TEAM || (kind == LINE_NAMES && skips);
        if (kind == LINE_NAMES && has_club && !skips)
            read_names(line, comment, out);
        before = *f;
    }
    return out->name.len > 0;
}
