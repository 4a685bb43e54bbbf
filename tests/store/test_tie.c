/* Surnames tied to full names: small worlds, written "Name@club" in the order in
 * which articles tell of them, and who each telling turns out to be. */
#include "tie.h"

#include <stdlib.h>

#include "fold.h"
#include "table.h"

enum { MOST = 12 };

static const struct {
    const char *what, *world, *expected;
} rows[] = {
    { "the only one of that name", "Alessandro Bastoni@Inter, Bastoni", "0 0" },
    { "order does not matter", "Bastoni, Alessandro Bastoni@Inter", "1 1" },
    { "clubs agree", "Alessandro Bastoni@Inter, Bastoni@Inter", "0 0" },
    { "only the surname has a club", "Alessandro Bastoni, Bastoni@Inter", "0 0" },
    { "clubs differ", "Alessandro Bastoni@Inter, Bastoni@Parma", "0 1" },
    { "he moved, and both clubs are told of him",
      "Alessandro Bastoni@Inter, Alessandro Bastoni@Parma, Bastoni@Parma", "0 0 0" },
    { "nobody of that name", "Murillo@Forest, Jacquet", "0 1" },
    { "two of a name, neither told", "Lautaro Martinez@Inter, Emiliano Martinez@Villa, Martinez",
      "0 1 2" },
    { "two of a name, the club tells",
      "Lautaro Martinez@Inter, Emiliano Martinez@Villa, Martinez@Villa, Martinez@Inter",
      "0 1 1 0" },
    { "two of a name, another club",
      "Lautaro Martinez@Inter, Emiliano Martinez@Villa, Martinez@Porto", "0 1 2" },
    { "two of a name, the club is told elsewhere",
      "Lautaro Martinez@Inter, Emiliano Martinez@Villa, Martinez@Villa, Martinez", "0 1 1 1" },
    { "two of a name, both clubs are told elsewhere",
      "Lautaro Martinez@Inter, Emiliano Martinez@Villa, Martinez@Villa, Martinez@Inter, Martinez",
      "0 1 1 0 2" },
    { "two of a name at one club", "Lautaro Martinez@Inter, Josep Martinez@Inter, Martinez@Inter",
      "0 1 2" },
    { "two of a name, one without club", "Ben White, Ryan White@Leeds, White@Arsenal", "0 1 2" },
    { "a name of one word beside another's surname", "Murillo@Forest, Jhon Murillo@Porto, Murillo",
      "0 1 0" },
    { "the surname's own club agrees elsewhere", "Bastoni@Inter, Bastoni, Alessandro Bastoni@Inter",
      "1 1 1" },
    { "particles", "Virgil van Dijk@Liverpool, van Dijk, Dijk", "0 0 0" },
    { "particles before a full name", "van Dijk, Dijk", "0 1" },
    { "two particles", "Van de Ven@Spurs, Micky van de Ven@Spurs", "1 1" },
    { "accents", "Luk\xC3\xA1\xC5\xA1 Kov\xC3\xA1\xC4\x8D, Kovac", "0 0" },
    { "double-barrelled", "Trent Alexander-Arnold, Alexander-Arnold, Arnold", "0 0 0" },
    { "double-barrelled, hyphen forgotten once",
      "Trent Alexander-Arnold, Alexander Arnold, Alexander-Arnold", "0 0 0" },
    { "a full name at the end of a longer one", "Luis Diaz@Liverpool, Jose Luis Diaz", "0 1" },
    { "first names are no surnames", "Alessandro Bastoni, Alessandro", "0 1" },
    { "the end of a word is none", "Alessandro Bastoni, Toni", "0 1" },
    { "empty world", "", "" },
};

typedef struct {
    tie_name names[MOST];
    char folded[MOST][64];
    suitor_sv clubs[MOST];
    tie_told told[MOST];
    uint32_t n_names, n_clubs, n_told;
} world;

static uint32_t club_in(world *w, suitor_sv club)
{
    for (uint32_t i = 0; i < w->n_clubs; i++)
        if (suitor_sv_equal(w->clubs[i], club))
            return i;
    w->clubs[w->n_clubs] = club;
    return w->n_clubs++;
}

static uint32_t player_in(world *w, suitor_sv written)
{
    uint32_t n = w->n_names, i = 0;
    suitor_sv folded = { w->folded[n], fold_name(written, w->folded[n], sizeof w->folded[n]) };

    while (i < n && !suitor_sv_equal(w->names[i].folded, folded))
        i++;
    if (i == n)
        w->names[w->n_names++] = (tie_name){ folded, false };
    w->names[i].is_surname |= tie_is_surname(written);
    return i;
}

static void read_world(world *w, const char *at)
{
    memset(w, 0, sizeof *w);
    while (*at) {
        size_t end = strcspn(at, ","), mark = strcspn(at, "@,");
        tie_told *told = &w->told[w->n_told++];
        told->player = player_in(w, suitor_sv_make(at, mark));
        told->club = mark < end ? club_in(w, suitor_sv_make(at + mark + 1, end - mark - 1))
                                : SUITOR_NO_INDEX;
        at += end;
        at += strspn(at, ", ");
    }
}

static void test_rows(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        world w;
        char got[64] = "";
        read_world(&w, rows[i].world);
        assert_true(tie_players(w.names, w.n_names, w.told, w.n_told));
        for (uint32_t k = 0; k < w.n_told; k++)
            snprintf(got + strlen(got), sizeof got - strlen(got), k ? " %u" : "%u", w.told[k].tied);
        if (strcmp(got, rows[i].expected) != 0)
            print_error("got %s, expected %s\n", got, rows[i].expected);
        check_row(i, rows[i].what, strcmp(got, rows[i].expected) == 0);
    }
}

/* Every order of the tellings gives every telling the same person. */
static void test_order_of_tellings(void **state)
{
    uint32_t seed = 1;

    (void)state;
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        world w;
        read_world(&w, rows[i].world);
        assert_true(tie_players(w.names, w.n_names, w.told, w.n_told));
        for (int round = 0; round < 20; round++) {
            world shuffled = w; /* names stay those of `w` */
            for (uint32_t k = shuffled.n_told; k-- > 1;) {
                uint32_t other = (seed = seed * 1664525u + 1013904223u) % (k + 1);
                tie_told moved = shuffled.told[k];
                shuffled.told[k] = shuffled.told[other];
                shuffled.told[other] = moved;
            }
            world tied = shuffled;
            assert_true(tie_players(tied.names, tied.n_names, tied.told, tied.n_told));
            for (uint32_t k = 0; k < w.n_told; k++)
                check_row(i, rows[i].what, tied.told[k].tied == shuffled.told[k].tied);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rows),
        cmocka_unit_test(test_order_of_tellings),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
