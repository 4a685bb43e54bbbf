/* The terminal: its width, whether it takes colour, and text made fit for it. */
#ifndef CLI_TERMINAL_H
#define CLI_TERMINAL_H

#include <stdbool.h>
#include <stdio.h>

#include <suitor.h>

typedef enum { STYLE_PLAIN, STYLE_BOLD, STYLE_DIM, STYLE_LEADER, N_STYLES } terminal_style;

/* Marks that a text for terminal_wrap() may hold around what stands out. No text
 * from outside can hold them: terminal_clean() takes them out. */
#define MARK_BEGIN "\x01"
#define MARK_END "\x02"
#define MARK_JOIN "\x03" /* a space at which no line is broken */

/* Columns of standard output, 80 where it is no terminal. */
int terminal_width(void);

/* Whether standard output takes colour: a terminal, and NO_COLOR is not set
 * (https://no-color.org). */
bool terminal_has_colour(void);

/* Whether the locale, by LC_ALL, LC_CTYPE or LANG, is one of UTF-8, so that signs beyond ASCII
 * can be drawn. */
bool terminal_has_utf8(void);

/* The sequence that turns `style` on, STYLE_PLAIN turns all off; "" without colour. */
const char *terminal_code(terminal_style style);

/* Whether the character acts instead of showing: C0, C1, separators of lines, and the marks that
 * turn the writing direction (U+061C, U+200E, U+202A …, U+2066 …), which could reorder a line. */
bool terminal_acts(int32_t c);

/* A copy of `text` that cannot steer a terminal: control characters, broken UTF-8
 * and marks of writing direction are gone, white space is a space. Release with free(). */
char *terminal_clean(suitor_sv text);

/* A clean copy of `text` with marks around `part`, for terminal_wrap(). Release with
 * free(). */
char *terminal_mark(suitor_sv text, suitor_span part);

/* Columns that `text` takes. */
int terminal_columns(const char *text);

/* Longest start of `text` that fits `columns`; its bytes. */
size_t terminal_fit(const char *text, int columns);

/* Print `text` broken between words, each line after `indent` spaces. Marked
 * parts are bold, or stand in »…« without colour. */
void terminal_wrap(FILE *out, int indent, const char *text);

#endif
