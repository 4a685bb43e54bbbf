/* The ties of all surnames at once, by passes over names and tellings. */
#include "tie.h"

#include <stdlib.h>

#include "grow.h"
#include "strmap.h"

/* "Several": a surname whose tellings agree with more than one candidate. */
#define SEVERAL (SUITOR_NO_INDEX - 1)

/* What is known of a player. */
typedef struct {
    suitor_run surnames;   /* of a full name: into bonds[] */
    uint32_t n_candidates; /* of a surname */
    uint32_t candidate;    /* of a surname: the last one seen, the only one if n_candidates is 1 */
    uint32_t agreed;       /* of a surname: the candidate who shares a told club, or SEVERAL */
    bool is_known, has_club;
} bearer;

/* A candidate of a surname is told to be of a club. */
typedef struct {
    uint32_t surname, club, candidate;
} membership;

typedef struct {
    bearer *bearers;     /* beside the names */
    uint32_t *bonds;     /* surnames that full names end in */
    membership *members; /* by surname, club, candidate; no two alike */
    uint32_t n_bonds, cap_bonds, n_members, cap_members;
} ties;

/* Note each known surname that the full name of player `i` ends in. */
static bool find_surnames_of(ties *t, const strmap *surnames, suitor_sv name, uint32_t i)
{
    bearer *full = &t->bearers[i];
    uint32_t surname;

    full->surnames.first = t->n_bonds;
    for (size_t at = 0; at < name.len; at++) {
        suitor_sv ending = suitor_sv_make(name.ptr + at + 1, name.len - at - 1);
        if (name.ptr[at] != ' ' || !strmap_get(surnames, ending, &surname))
            continue;
        if (!grow(&t->bonds, &t->cap_bonds, t->n_bonds + 1, sizeof *t->bonds))
            return false;
        t->bonds[t->n_bonds++] = surname;
        full->surnames.count++;
        t->bearers[surname].n_candidates++;
        t->bearers[surname].candidate = i;
    }
    return true;
}

static bool find_surnames(ties *t, const tie_name *names, uint32_t n_names)
{
    strmap surnames = { 0 };
    bool ok = true;

    for (uint32_t i = 0; ok && i < n_names; i++)
        if (t->bearers[i].is_known && names[i].is_surname)
            ok = strmap_put(&surnames, names[i].folded, i, NULL) != NULL;
    for (uint32_t i = 0; ok && i < n_names; i++)
        if (t->bearers[i].is_known && !names[i].is_surname)
            ok = find_surnames_of(t, &surnames, names[i].folded, i);
    strmap_free(&surnames);
    return ok;
}

static int compare_members(const void *left, const void *right)
{
    const membership *a = left, *b = right;

    if (a->surname != b->surname)
        return a->surname < b->surname ? -1 : 1;
    if (a->club != b->club)
        return a->club < b->club ? -1 : 1;
    return (a->candidate > b->candidate) - (a->candidate < b->candidate);
}

static bool add_members(ties *t, const tie_told *told)
{
    suitor_run surnames = t->bearers[told->player].surnames;

    if (told->club == SUITOR_NO_INDEX)
        return true;
    if (!grow(&t->members, &t->cap_members, t->n_members + surnames.count, sizeof *t->members))
        return false;
    for (uint32_t k = 0; k < surnames.count; k++)
        t->members[t->n_members++] =
            (membership){ t->bonds[surnames.first + k], told->club, told->player };
    return true;
}

static bool gather_members(ties *t, const tie_told *told, uint32_t n_told)
{
    uint32_t n = 0;

    for (uint32_t i = 0; i < n_told; i++)
        if (!add_members(t, &told[i]))
            return false;
    if (t->n_members > 1)
        qsort(t->members, t->n_members, sizeof *t->members, compare_members);
    for (uint32_t i = 0; i < t->n_members; i++)
        if (n == 0 || compare_members(&t->members[n - 1], &t->members[i]) != 0)
            t->members[n++] = t->members[i];
    t->n_members = n;
    return true;
}

/* The candidate of `surname` at `club`: NO_INDEX for none, or SEVERAL. */
static uint32_t candidate_at(const ties *t, uint32_t surname, uint32_t club)
{
    const membership wanted = { surname, club, 0 };
    uint32_t low = 0, high = t->n_members;

    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (compare_members(&t->members[middle], &wanted) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == t->n_members)
        return SUITOR_NO_INDEX;
    const membership *m = &t->members[low];
    if (m->surname != surname || m->club != club)
        return SUITOR_NO_INDEX;
    if (low + 1 < t->n_members && m[1].surname == surname && m[1].club == club)
        return SEVERAL;
    return m->candidate;
}

/* Note with which candidate the clubs told of each surname agree. */
static void find_agreements(ties *t, const tie_told *told, uint32_t n_told)
{
    for (uint32_t i = 0; i < n_told; i++) {
        bearer *b = &t->bearers[told[i].player];
        if (b->n_candidates == 0 || told[i].club == SUITOR_NO_INDEX)
            continue;
        uint32_t found = candidate_at(t, told[i].player, told[i].club);
        if (found == SUITOR_NO_INDEX || found == b->agreed)
            continue;
        b->agreed = b->agreed == SUITOR_NO_INDEX ? found : SEVERAL;
    }
}

static uint32_t tied_to(const ties *t, const tie_told *told)
{
    const bearer *b = &t->bearers[told->player];
    uint32_t found = SUITOR_NO_INDEX;

    if (b->n_candidates == 0)
        return told->player;
    bool is_free = b->n_candidates == 1 && !t->bearers[b->candidate].has_club;
    if (told->club != SUITOR_NO_INDEX)
        found = candidate_at(t, told->player, told->club);
    else if (b->n_candidates == 1 && !b->has_club)
        found = b->candidate;
    else
        found = b->agreed;
    if (found == SUITOR_NO_INDEX && is_free)
        found = b->candidate;
    return found == SUITOR_NO_INDEX || found == SEVERAL ? told->player : found;
}

bool tie_players(const tie_name *names, uint32_t n_names, tie_told *told, uint32_t n_told)
{
    ties t = { .bearers = calloc((size_t)n_names + 1, sizeof *t.bearers) };
    bool ok = t.bearers != NULL;

    for (uint32_t i = 0; ok && i < n_names; i++)
        t.bearers[i].agreed = SUITOR_NO_INDEX;
    for (uint32_t i = 0; ok && i < n_told; i++) {
        t.bearers[told[i].player].is_known = true;
        t.bearers[told[i].player].has_club |= told[i].club != SUITOR_NO_INDEX;
    }
    ok = ok && find_surnames(&t, names, n_names) && gather_members(&t, told, n_told);
    if (ok)
        find_agreements(&t, told, n_told);
    for (uint32_t i = 0; ok && i < n_told; i++)
        told[i].tied = tied_to(&t, &told[i]);
    free(t.members);
    free(t.bonds);
    free(t.bearers);
    return ok;
}
