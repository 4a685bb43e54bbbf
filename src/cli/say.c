/* Messages, and the guess at what a mistyped word was meant to be.
 * Distance: optimal string alignment (Damerau-Levenshtein without repeated
 * edits of one place), as most slips are one letter or two swapped ones. */
#include "say.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "cli.h"
#include "memory.h"
#include "terminal.h"

enum { LONGEST_WORD = 24 };

void say(const char *format, ...)
{
    char text[2048];
    va_list args;
    char *clean;

    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    clean = terminal_clean(suitor_sv_of(text));
    fprintf(stderr, "suitor: %s\n", clean);
    free(clean);
}

int say_error(const suitor_error *error)
{
    say("%s", error->message);
    return STATUS_FAILED;
}

static int least(int a, int b) { return a < b ? a : b; }

static int distance(const char *a, const char *b)
{
    int d[LONGEST_WORD + 1][LONGEST_WORD + 1];
    int n = (int)strlen(a), m = (int)strlen(b);

    if (n > LONGEST_WORD || m > LONGEST_WORD)
        return LONGEST_WORD;
    for (int i = 0; i <= n; i++)
        d[i][0] = i;
    for (int j = 0; j <= m; j++)
        d[0][j] = j;
    for (int i = 1; i <= n; i++) {
        for (int j = 1; j <= m; j++) {
            d[i][j] = least(d[i - 1][j] + 1, d[i][j - 1] + 1);
            d[i][j] = least(d[i][j], d[i - 1][j - 1] + (a[i - 1] != b[j - 1]));
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                d[i][j] = least(d[i][j], d[i - 2][j - 2] + 1);
        }
    }
    return d[n][m];
}

const char *say_closest(const char *word, const char *const *words, int n)
{
    /* One slip in three letters: "rival" is near "rivals", "draw" is near nothing. */
    int best = 1 + (int)strlen(word) / 3;
    const char *found = NULL;

    for (int i = 0; i < n; i++) {
        int d = distance(word, words[i]);
        if (d < best) {
            best = d;
            found = words[i];
        }
    }
    return found;
}
