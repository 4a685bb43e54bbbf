/* Which name of the gold a name that was read means. */
#include "align.h"

#include "scarce_memory.h"
#include "table.h"

enum { MOST = 4 };

/* A list of names, split by "|", into `out`; how many. */
static uint32_t split(const char *list, suitor_sv *out)
{
    uint32_t n = 0;

    while (list && *list) {
        size_t len = strcspn(list, "|");
        assert_true(n < MOST);
        out[n++] = suitor_sv_make(list, len);
        list += len + (list[len] == '|');
    }
    return n;
}

typedef struct {
    const char *gold;         /* names, split by "|" */
    const char *alias_of;     /* one of them, NULL for none */
    const char *gold_aliases; /* of it */
    const char *read, *read_aliases;
    const char *expected; /* NULL: none */
} align_row;

/* A gold row whose players, or their clubs, have the names of the test's row. */
typedef struct {
    suitor_sv names[MOST], gold_spellings[MOST], read_spellings[MOST];
    gold_player players[MOST];
    gold_alias alias;
    gold_row gold;
    suitor_player read_player;
    suitor_club read_club;
    suitor_facts facts;
} fixture;

static void make(fixture *f, const align_row *row, bool clubs)
{
    *f = (fixture){ 0 };
    f->gold.n_players = split(row->gold, f->names);
    f->gold.players = f->players;
    for (uint32_t i = 0; i < f->gold.n_players; i++)
        *(clubs ? &f->players[i].club : &f->players[i].name) = f->names[i];
    if (row->alias_of) {
        f->alias.name = suitor_sv_of(row->alias_of);
        f->alias.spellings.names = f->gold_spellings;
        f->alias.spellings.count = split(row->gold_aliases, f->gold_spellings);
        f->gold.aliases = &f->alias;
        f->gold.n_aliases = 1;
    }
    f->facts.aliases = f->read_spellings;
    f->facts.n_aliases = split(row->read_aliases, f->read_spellings);
    f->read_player.name = f->read_club.name = suitor_sv_of(row->read);
    f->read_player.aliases = f->read_club.aliases = (suitor_run){ 0, f->facts.n_aliases };
    f->facts.players = &f->read_player;
    f->facts.clubs = &f->read_club;
    f->facts.n_players = !clubs;
    f->facts.n_clubs = clubs;
}

static suitor_status align_one(const fixture *f, bool clubs, arena *memory, suitor_sv *found)
{
    suitor_sv folded = { 0 };
    suitor_error err;
    uint32_t index = ALIGN_NONE;
    aligner a;
    suitor_status st = align_begin(&a, &f->gold, memory, &err);

    if (st == SUITOR_OK)
        st = clubs ? align_club(&a, &f->facts, 0, &index, &folded, &err)
                   : align_player(&a, &f->facts, 0, &index, &folded, &err);
    *found = index == ALIGN_NONE ? suitor_sv_make(NULL, 0)
                                 : (clubs ? a.clubs : a.players).names[index].name;
    return st;
}

static void check(const align_row *rows, size_t n, bool clubs)
{
    for (size_t i = 0; i < n; i++) {
        arena memory = { 0 };
        fixture f;
        suitor_sv found;
        make(&f, &rows[i], clubs);
        assert_int_equal(align_one(&f, clubs, &memory, &found), SUITOR_OK);
        check_row(i, rows[i].read, suitor_sv_equal(found, suitor_sv_of(rows[i].expected)));
        arena_free(&memory);
    }
}

static void aligns_players(void **state)
{
    static const align_row rows[] = {
        { "Jan Ruiz|Kim Cole", NULL, NULL, "Jan Ruiz", NULL, "Jan Ruiz" },
        { "Jan Ruiz|Kim Cole", NULL, NULL, "JAN RU\xC3\x8DZ", NULL, "Jan Ruiz" },
        { "Jan Ruiz|Kim Cole", NULL, NULL, "Leo Cole Smith", NULL, NULL },
        { "Jan Ruiz|Kim Cole", NULL, NULL, "Nobody", NULL, NULL },
        { NULL, NULL, NULL, "Jan Ruiz", NULL, NULL },
        /* an alias */
        { "Jan Ruiz|Kim Cole", "Kim Cole", "Kimbo|K. Cole", "Kimbo", NULL, "Kim Cole" },
        { "Jan Ruiz|Kim Cole", "Kim Cole", "Kimbo|K. Cole", "k cole", NULL, "Kim Cole" },
        { "Jan Ruiz|Kim Cole", "Kim Cole", "\xF0\x9F\x94\xB5", "\xF0\x9F\x94\xB4", NULL, NULL },
        /* the spelling goes before the alias of another */
        { "Jan Ruiz|Ruiz", "Jan Ruiz", "Ruiz", "Ruiz", NULL, "Ruiz" },
        /* a surname, on either side */
        { "Jan Ruiz|Kim Cole", NULL, NULL, "Cole", NULL, "Kim Cole" },
        { "Ruiz|Kim Cole", NULL, NULL, "Jan Ruiz", NULL, "Ruiz" },
        { "Ruiz|Kim Cole", NULL, NULL, "Jan Alberto Ruiz", NULL, "Ruiz" },
        { "Jan Ruiz|Kim Cole", NULL, NULL, "Leo Ruiz", NULL, NULL },
        { "Jan Ruiz|Leo Ruiz", NULL, NULL, "Ruiz", NULL, NULL },
        { "Jan Ruiz|Leo Ruiz", NULL, NULL, "Jan", NULL, NULL },
        /* a full spelling that both have */
        { "Jan Ruiz|Kim Cole", "Jan Ruiz", "Janni Ruiz", "Ruizinho", "Janni Ruiz", "Jan Ruiz" },
        { "Jan Ruiz|Kim Cole", NULL, NULL, "Ruizinho", "Jan Ruiz", "Jan Ruiz" },
        { "Jan Ruiz|Kim Cole", "Jan Ruiz", "Janni", "Ruizinho", "Janni", NULL },
        { "Jan Ruiz|Kim Cole", NULL, NULL, "Ruizinho", "Jan Ruiz|Kim Cole", NULL },
    };

    (void)state;
    check(rows, N_ROWS(rows), false);
}

static void aligns_clubs(void **state)
{
    static const align_row rows[] = {
        { "Redport|Blueton City", NULL, NULL, "Redport FC", NULL, "Redport" },
        { "The Redport|Blueton City", NULL, NULL, "Redport", NULL, "The Redport" },
        { "Redport|Blueton City", "Redport", "the Sailors", "Sailors", NULL, "Redport" },
        /* a last word of its own means nothing */
        { "Redport|Blueton City", NULL, NULL, "City", NULL, NULL },
        { "Redport|Blueton City", NULL, NULL, "Blueton", NULL, NULL },
        { "Redport|Blueton City", NULL, NULL, "Blueton", "Blueton City", "Blueton City" },
    };

    (void)state;
    check(rows, N_ROWS(rows), true);
}

/* What names of players and clubs are aligned with: everybody with a row or a claim, every
 * club of a player, a claim, a need or an either-or. */
static void gathers_names(void **state)
{
    static const gold_player players[] = { { .name = { "B", 1 }, .club = { "v", 1 } },
                                           { .name = { "A", 1 } } };
    static const gold_claim claims[] = { { .player = { "C", 1 }, .club = { "w", 1 } },
                                         { .player = { "A", 1 }, .club = { "v", 1 } } };
    static const gold_need needs[] = { { .club = { "y", 1 } } };
    static const gold_choice choices[] = { { .club = { "x", 1 } } };
    static const gold_row row = { .players = players,
                                  .claims = claims,
                                  .needs = needs,
                                  .choices = choices,
                                  .n_players = 2,
                                  .n_claims = 2,
                                  .n_needs = 1,
                                  .n_choices = 1 };
    arena memory = { 0 };
    aligner a;

    (void)state;
    assert_int_equal(align_begin(&a, &row, &memory, NULL), SUITOR_OK);
    assert_int_equal(a.players.count, 3);
    assert_int_equal(a.clubs.count, 4);
    for (uint32_t i = 0; i < a.players.count; i++)
        assert_int_equal(a.players.names[i].name.ptr[0], "ABC"[i]);
    for (uint32_t i = 0; i < a.clubs.count; i++)
        assert_int_equal(a.clubs.names[i].name.ptr[0], "vwxy"[i]);
    arena_free(&memory);
}

static void says_that_there_is_no_memory(void **state)
{
    static const align_row row = { "Jan Ruiz|Kim Cole", "Jan Ruiz",   "Janni Ruiz",
                                   "Ruizinho",          "Janni Ruiz", "Jan Ruiz" };
    suitor_status st = SUITOR_ERR_NOMEM;
    fixture f;

    (void)state;
    make(&f, &row, false);
    for (uint32_t allowed = 0; st != SUITOR_OK; allowed++) {
        arena memory = { .block_size = 16 };
        suitor_sv found;
        memory_allow(allowed);
        st = align_one(&f, false, &memory, &found);
        memory_plenty();
        arena_free(&memory);
        assert_true(st == SUITOR_OK || st == SUITOR_ERR_NOMEM);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(aligns_players),
        cmocka_unit_test(aligns_clubs),
        cmocka_unit_test(gathers_names),
        cmocka_unit_test(says_that_there_is_no_memory),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
