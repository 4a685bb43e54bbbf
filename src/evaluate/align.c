/* Alignment of names, the surest likeness first. */
#include "align.h"

#include <stdlib.h>

#include "fail.h"
#include "spelling.h"

static suitor_status no_memory(suitor_error *err)
{
    return fail(err, SUITOR_ERR_NOMEM, "no memory to compare names");
}

static suitor_sv last_word(suitor_sv folded)
{
    size_t begin = folded.len;

    while (begin > 0 && folded.ptr[begin - 1] != ' ')
        begin--;
    return suitor_sv_make(folded.ptr + begin, folded.len - begin);
}

static bool is_one_word(suitor_sv folded) { return last_word(folded).len == folded.len; }

static int by_name(const void *a, const void *b)
{
    return gold_compare(((const align_name *)a)->name, ((const align_name *)b)->name);
}

/* Sort the names, and leave each once. */
static void sort_names(align_list *list)
{
    uint32_t kept = 0;

    if (list->count)
        qsort(list->names, list->count, sizeof *list->names, by_name);
    for (uint32_t i = 0; i < list->count; i++)
        if (kept == 0 || by_name(&list->names[kept - 1], &list->names[i]) != 0)
            list->names[kept++] = list->names[i];
    list->count = kept;
}

static void add_name(align_list *list, suitor_sv name)
{
    if (name.len)
        list->names[list->count++].name = name;
}

/* Other spellings of the name; of several entries the last. */
static gold_names aliases_of(const gold_row *row, suitor_sv name)
{
    for (uint32_t i = row->n_aliases; i > 0; i--)
        if (suitor_sv_equal(row->aliases[i - 1].name, name))
            return row->aliases[i - 1].spellings;
    return (gold_names){ NULL, 0 };
}

static bool spell(const gold_row *row, align_name *n, arena *memory)
{
    gold_names aliases = aliases_of(row, n->name);
    suitor_sv *out = arena_zeros(memory, aliases.count + (size_t)1, sizeof *out);

    if (!out || !(out[0] = spelling_fold(n->name, memory)).ptr)
        return false;
    n->spellings = out;
    n->n_spellings = 1;
    for (uint32_t i = 0; i < aliases.count; i++) {
        suitor_sv folded = spelling_fold(aliases.names[i], memory);
        if (!folded.ptr)
            return false;
        if (folded.len)
            out[n->n_spellings++] = folded;
    }
    return true;
}

static bool is_alone(const align_list *list, const align_name *n)
{
    suitor_sv surname = last_word(n->spellings[0]);

    for (uint32_t i = 0; i < list->count; i++)
        if (&list->names[i] != n &&
            suitor_sv_equal(last_word(list->names[i].spellings[0]), surname))
            return false;
    return surname.len > 0;
}

static bool finish(const gold_row *row, align_list *list, arena *memory)
{
    sort_names(list);
    for (uint32_t i = 0; i < list->count; i++)
        if (!spell(row, &list->names[i], memory))
            return false;
    for (uint32_t i = 0; i < list->count && list->surnames; i++)
        list->names[i].unique_surname = is_alone(list, &list->names[i]);
    return true;
}

static void gather(aligner *a, const gold_row *row)
{
    for (uint32_t i = 0; i < row->n_players; i++) {
        add_name(&a->players, row->players[i].name);
        add_name(&a->clubs, row->players[i].club);
    }
    for (uint32_t i = 0; i < row->n_claims; i++) {
        add_name(&a->players, row->claims[i].player);
        add_name(&a->clubs, row->claims[i].club);
    }
    for (uint32_t i = 0; i < row->n_needs; i++)
        add_name(&a->clubs, row->needs[i].club);
    for (uint32_t i = 0; i < row->n_choices; i++)
        add_name(&a->clubs, row->choices[i].club);
}

suitor_status align_begin(aligner *a, const gold_row *row, arena *memory, suitor_error *err)
{
    size_t players = (size_t)row->n_players + row->n_claims;
    size_t clubs = players + row->n_needs + row->n_choices;

    *a = (aligner){ .memory = memory, .players.surnames = true };
    a->players.names = arena_zeros(memory, players + 1, sizeof *a->players.names);
    a->clubs.names = arena_zeros(memory, clubs + 1, sizeof *a->clubs.names);
    if (!a->players.names || !a->clubs.names)
        return no_memory(err);
    gather(a, row);
    return finish(row, &a->players, memory) && finish(row, &a->clubs, memory) ? SUITOR_OK
                                                                              : no_memory(err);
}

static bool is_spelled(const align_name *n, suitor_sv folded)
{
    for (uint32_t i = 0; i < n->n_spellings; i++)
        if (n->spellings[i].len && suitor_sv_equal(n->spellings[i], folded))
            return true;
    return false;
}

static uint32_t find_spelled(const align_list *list, suitor_sv folded)
{
    for (uint32_t i = 0; i < list->count; i++)
        if (suitor_sv_equal(list->names[i].spellings[0], folded))
            return i;
    for (uint32_t i = 0; i < list->count; i++)
        if (is_spelled(&list->names[i], folded))
            return i;
    return ALIGN_NONE;
}

static uint32_t find_surname(const align_list *list, suitor_sv folded)
{
    for (uint32_t i = 0; i < list->count && folded.len; i++) {
        suitor_sv own = list->names[i].spellings[0];
        if (list->names[i].unique_surname && (is_one_word(folded) || is_one_word(own)) &&
            suitor_sv_equal(last_word(own), last_word(folded)))
            return i;
    }
    return ALIGN_NONE;
}

/* Whether one of the `n` spellings is of several words, and the name's. */
static bool shares_full_spelling(const align_name *name, const suitor_sv *spellings, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++)
        if (!is_one_word(spellings[i]) && is_spelled(name, spellings[i]))
            return true;
    return false;
}

/* The only name that shares a full spelling; ALIGN_NONE where none or several do. */
static uint32_t find_full(const align_list *list, const suitor_sv *spellings, uint32_t n)
{
    uint32_t found = ALIGN_NONE;

    for (uint32_t i = 0; i < list->count; i++) {
        if (!shares_full_spelling(&list->names[i], spellings, n))
            continue;
        if (found != ALIGN_NONE)
            return ALIGN_NONE;
        found = i;
    }
    return found;
}

/* Other spellings under which the facts tell of the name: their names are kept by spelling
 * in the output, where a club replaces a player of its name, and the later the earlier. */
static suitor_run read_aliases_of(const suitor_facts *f, suitor_sv name)
{
    for (uint32_t i = f->n_clubs; i > 0; i--)
        if (f->clubs[i - 1].aliases.count && suitor_sv_equal(f->clubs[i - 1].name, name))
            return f->clubs[i - 1].aliases;
    for (uint32_t i = f->n_players; i > 0; i--)
        if (f->players[i - 1].aliases.count && suitor_sv_equal(f->players[i - 1].name, name))
            return f->players[i - 1].aliases;
    return (suitor_run){ 0, 0 };
}

static suitor_status align(const aligner *a, const align_list *list, const suitor_facts *facts,
                           suitor_sv name, uint32_t *out, suitor_sv *folded, suitor_error *err)
{
    const suitor_run aliases = read_aliases_of(facts, name);
    suitor_sv *spelt = arena_zeros(a->memory, aliases.count + (size_t)1, sizeof *spelt);

    if (!spelt || !(spelt[0] = spelling_fold(name, a->memory)).ptr)
        return no_memory(err);
    if (folded)
        *folded = spelt[0];
    *out = find_spelled(list, spelt[0]);
    if (*out == ALIGN_NONE && list->surnames)
        *out = find_surname(list, spelt[0]);
    if (*out != ALIGN_NONE)
        return SUITOR_OK;
    for (uint32_t i = 0; i < aliases.count; i++) {
        spelt[i + 1] = spelling_fold(facts->aliases[aliases.first + i], a->memory);
        if (!spelt[i + 1].ptr)
            return no_memory(err);
    }
    *out = find_full(list, spelt, aliases.count + 1);
    return SUITOR_OK;
}

suitor_status align_text(const aligner *a, const align_list *list, suitor_sv name, uint32_t *out,
                         suitor_error *err)
{
    suitor_sv folded = spelling_fold(name, a->memory);

    if (!folded.ptr)
        return no_memory(err);
    *out = find_spelled(list, folded);
    if (*out == ALIGN_NONE && list->surnames)
        *out = find_surname(list, folded);
    return SUITOR_OK;
}

suitor_status align_player(const aligner *a, const suitor_facts *facts, uint32_t i, uint32_t *out,
                           suitor_sv *folded, suitor_error *err)
{
    return align(a, &a->players, facts, facts->players[i].name, out, folded, err);
}

suitor_status align_club(const aligner *a, const suitor_facts *facts, uint32_t i, uint32_t *out,
                         suitor_sv *folded, suitor_error *err)
{
    return align(a, &a->clubs, facts, facts->clubs[i].name, out, folded, err);
}
