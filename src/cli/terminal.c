/* Text for a terminal. Widths are those of Unicode (utf8proc): an accent on its
 * own takes no column, a Chinese character takes two. */
#include "terminal.h"

#include <stdlib.h>
#include <strings.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <utf8proc.h>

#include "memory.h"

enum { DEFAULT_WIDTH = 80, LEAST_WIDTH = 40, MOST_TEXT_WIDTH = 100 };

int terminal_width(void)
{
    struct winsize size;

    if (!isatty(STDOUT_FILENO) || ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0)
        return DEFAULT_WIDTH;
    return size.ws_col < LEAST_WIDTH ? LEAST_WIDTH : size.ws_col;
}

bool terminal_has_colour(void)
{
    const char *off = getenv("NO_COLOR"), *term = getenv("TERM");

    return isatty(STDOUT_FILENO) && !(off && *off) && term && strcmp(term, "dumb") != 0;
}

bool terminal_has_utf8(void)
{
    static const char *const variables[] = { "LC_ALL", "LC_CTYPE", "LANG" };

    for (size_t i = 0; i < sizeof variables / sizeof *variables; i++) {
        const char *locale = getenv(variables[i]), *codeset;
        if (!locale || !*locale)
            continue;
        codeset = strchr(locale, '.');
        return codeset &&
               (strncasecmp(codeset, ".UTF-8", 6) == 0 || strncasecmp(codeset, ".UTF8", 5) == 0);
    }
    return false;
}

const char *terminal_code(terminal_style style)
{
    static const char *const codes[N_STYLES] = { "\033[0m", "\033[1m", "\033[2m", "\033[1;32m" };

    return terminal_has_colour() ? codes[style] : "";
}

bool terminal_acts(int32_t c)
{
    return c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x061c || c == 0x200e || c == 0x200f ||
           (c >= 0x2028 && c <= 0x202e) || (c >= 0x2066 && c <= 0x206f) || c == 0xfeff;
}

char *terminal_clean(suitor_sv text)
{
    char *out = memory_get(text.len + 1);
    size_t i = 0, n = 0;

    while (i < text.len) {
        utf8proc_int32_t c;
        utf8proc_ssize_t len = utf8proc_iterate((const utf8proc_uint8_t *)text.ptr + i,
                                                (utf8proc_ssize_t)(text.len - i), &c);
        if (len <= 0) {
            i++;
            continue;
        }
        if (c == '\n' || c == '\t' || c == '\r') {
            out[n++] = ' ';
        } else if (!terminal_acts(c)) {
            memcpy(out + n, text.ptr + i, (size_t)len);
            n += (size_t)len;
        }
        i += (size_t)len;
    }
    out[n] = '\0';
    return out;
}

char *terminal_mark(suitor_sv text, suitor_span part)
{
    char *left = terminal_clean(suitor_sv_make(text.ptr, part.begin));
    char *middle = terminal_clean(suitor_sv_cut(text, part));
    char *right = terminal_clean(suitor_sv_make(text.ptr + part.end, text.len - part.end));
    char *out = memory_format("%s" MARK_BEGIN "%s" MARK_END "%s", left, middle, right);

    free(left);
    free(middle);
    free(right);
    return out;
}

/* Bytes and columns of the character at `text`, which is not at its end. */
static size_t step(const char *text, int *columns)
{
    utf8proc_int32_t c;
    utf8proc_ssize_t len = utf8proc_iterate((const utf8proc_uint8_t *)text, -1, &c);

    *columns = len > 0 ? utf8proc_charwidth(c) : 0;
    return len > 0 ? (size_t)len : 1;
}

int terminal_columns(const char *text)
{
    int total = 0, columns;

    while (*text) {
        text += step(text, &columns);
        total += columns;
    }
    return total;
}

size_t terminal_fit(const char *text, int columns)
{
    size_t end = 0;
    int used = 0, wide;

    while (text[end]) {
        size_t len = step(text + end, &wide);
        if (used + wide > columns)
            break;
        used += wide;
        end += len;
    }
    return end;
}

static void print_marked(FILE *out, const char *word, size_t len, bool colour)
{
    for (size_t i = 0; i < len; i++) {
        if (word[i] == MARK_BEGIN[0])
            fputs(colour ? terminal_code(STYLE_BOLD) : "»", out);
        else if (word[i] == MARK_END[0])
            fputs(colour ? terminal_code(STYLE_PLAIN) : "«", out);
        else
            putc(word[i] == MARK_JOIN[0] ? ' ' : word[i], out);
    }
}

static int word_columns(const char *word, size_t len, bool colour)
{
    int total = 0, columns;

    for (size_t i = 0; i < len;) {
        bool mark = word[i] == MARK_BEGIN[0] || word[i] == MARK_END[0];
        bool join = word[i] == MARK_JOIN[0];
        i += step(word + i, &columns);
        total += join ? 1 : mark ? !colour : columns;
    }
    return total;
}

void terminal_wrap(FILE *out, int indent, const char *text)
{
    bool colour = terminal_has_colour();
    int width = terminal_width(), used = 0;

    if (width > MOST_TEXT_WIDTH)
        width = MOST_TEXT_WIDTH;
    for (text += strspn(text, " "); *text; text += strspn(text, " ")) {
        size_t len = strcspn(text, " ");
        int columns = word_columns(text, len, colour);
        if (used && indent + used + 1 + columns > width) {
            putc('\n', out);
            used = 0;
        }
        if (used)
            putc(' ', out);
        else
            fprintf(out, "%*s", indent, "");
        print_marked(out, text, len, colour);
        used += (used ? 1 : 0) + columns;
        text += len;
    }
    putc('\n', out);
}
