/* Regular English inflection: e drops, consonant + y turns to i, sibilants take
 * -es. Doubled consonants ("swapped") and the rest stand in verbs.json. */
#include "lexicon/verbs.h"

static bool is_vowel(char c) { return c && strchr("aeiou", c) != NULL; }

static bool ends_with(suitor_sv word, const char *tail)
{
    size_t n = strlen(tail);

    return word.len >= n && memcmp(word.ptr + word.len - n, tail, n) == 0;
}

static void add_s(suitor_sv verb, buf *out)
{
    bool y = ends_with(verb, "y") && verb.len > 1 && !is_vowel(verb.ptr[verb.len - 2]);
    bool sibilant = ends_with(verb, "s") || ends_with(verb, "x") || ends_with(verb, "ch") ||
                    ends_with(verb, "sh") || ends_with(verb, "z");

    buf_append(out, suitor_sv_make(verb.ptr, verb.len - y));
    buf_add(out, y ? "ies" : sibilant ? "es" : "s");
}

static void add_ing(suitor_sv verb, buf *out)
{
    bool drop = ends_with(verb, "e") && !ends_with(verb, "ee");

    buf_append(out, suitor_sv_make(verb.ptr, verb.len - drop));
    buf_add(out, "ing");
}

static void add_ed(suitor_sv verb, buf *out)
{
    bool y = ends_with(verb, "y") && verb.len > 1 && !is_vowel(verb.ptr[verb.len - 2]);

    buf_append(out, suitor_sv_make(verb.ptr, verb.len - y));
    buf_add(out, y ? "ied" : ends_with(verb, "e") ? "d" : "ed");
}

static void inflect_word(const verb_table *table, suitor_sv verb, verb_form form, buf *out)
{
    uint32_t first;

    if (form == VERB_BASE) {
        buf_append(out, verb);
    } else if (strmap_get(&table->bases, verb, &first)) {
        buf_append(out, table->forms[first + (uint32_t)form - 1]);
    } else if (form == VERB_S) {
        add_s(verb, out);
    } else if (form == VERB_ING) {
        add_ing(verb, out);
    } else {
        add_ed(verb, out);
    }
}

void verb_inflect(const verb_table *table, suitor_sv verb, verb_form form, buf *out)
{
    const char *space = memchr(verb.ptr, ' ', verb.len);
    size_t head = space ? (size_t)(space - verb.ptr) : verb.len;

    inflect_word(table, suitor_sv_make(verb.ptr, head), form, out);
    buf_append(out, suitor_sv_make(verb.ptr + head, verb.len - head));
}

bool verb_other_form(const verb_table *table, suitor_sv verb, uint32_t i, suitor_sv *out)
{
    uint32_t first;

    if (!strmap_get(&table->bases, verb, &first))
        return false;
    for (uint32_t k = 0; k <= i; k++)
        if (table->forms[first + N_VERB_FORMS - 1 + k].len == 0)
            return false;
    *out = table->forms[first + N_VERB_FORMS - 1 + i];
    return true;
}
