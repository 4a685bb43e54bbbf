/* What a surname looks like on paper. */
#include "fold.h"
#include "tie.h"

/* Words that begin surnames of Europe, Latin America and the Arab world, folded.
 * None of them is a given name by itself, so that "Ben White" is a full name. */
static bool is_particle(suitor_sv word)
{
    static const char *const particles[] = { "abu", "ait", "al",  "bin",   "da",  "das", "de",
                                             "del", "den", "der", "della", "di",  "do",  "dos",
                                             "du",  "el",  "ibn", "la",    "le",  "los", "mac",
                                             "mc",  "st",  "ten", "ter",   "van", "von" };
    char folded[16];
    size_t n = word.len <= 5 ? fold(word, folded, sizeof folded) : 0;

    for (size_t i = 0; i < sizeof particles / sizeof *particles; i++)
        if (suitor_sv_equal(suitor_sv_make(folded, n), suitor_sv_of(particles[i])))
            return true;
    return false;
}

bool tie_is_surname(suitor_sv written)
{
    const char *end = written.ptr + written.len, *at = written.ptr, *space;

    while (at < end && (space = memchr(at, ' ', (size_t)(end - at))) != NULL) {
        if (!is_particle(suitor_sv_make(at, (size_t)(space - at))))
            return false;
        at = space + 1;
    }
    return true;
}
