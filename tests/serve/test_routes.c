/* Queries into command lines, and what is said where they are none. */
#include "routes.h"

#include "child.h"
#include "query.h"
#include "scarce_memory.h"
#include "table.h"

#define LONGEST                                                                                    \
    "12345678901234567890123456789012345678901234567890"                                           \
    "12345678901234567890123456789012345678901234567890"                                           \
    "12345678901234567890123456789012345678901234567890"                                           \
    "12345678901234567890123456789012345678901234567890"

/* The command line of a query, its words behind one another; or "! " and why there is none. */
static void read_line(const char *path, const char *query, char *out, size_t room)
{
    query_value values[MOST_IN_QUERY];
    unsigned n = query_split(query, strlen(query), values);
    const route *r = route_find(path);
    request_line line;
    buf why = { 0 };
    size_t at = 0;

    assert_non_null(r);
    *out = '\0';
    if (route_read(r, values, n, &line, &why)) {
        for (unsigned i = 0; i < line.n_words; i++)
            at += (size_t)snprintf(out + at, room - at, "%s%s", i ? "|" : "", line.words[i]);
        if (line.stream)
            at += (size_t)snprintf(out + at, room - at, " (stream)");
        if (*line.format)
            snprintf(out + at, room - at, " (%s)", line.format);
        assert_null(line.words[line.n_words]);
    } else {
        snprintf(out, room, "! %s", why.ptr ? why.ptr : "");
    }
    request_line_clear(&line);
    buf_free(&why);
}

typedef struct {
    const char *path, *query, *line;
} row;

static void check_rows(const row *rows, size_t n)
{
    char line[8192];

    for (size_t i = 0; i < n; i++) {
        read_line(rows[i].path, rows[i].query, line, sizeof line);
        bool same = strcmp(line, rows[i].line) == 0;
        if (!same)
            print_error("is: %s\n", line);
        check_row(i, rows[i].line, same);
    }
}

static void makes_command_lines(void **state)
{
    static const row rows[] = {
        { "/api/stats", "", "stats|--json|--" },
        { "/api/names", "q=van de&n=5", "names|--json|--n=5|--|van de" },
        { "/api/names", "n=5&q=van de", "names|--json|--n=5|--|van de" },
        { "/api/graph", "top=12&at=2026-01-01",
          "export|--format=json|--top=12|--at=2026-01-01|--" },
        { "/api/rivals", "name=Liverpool&name=Arsenal", "rivals|--json|--|Liverpool|Arsenal" },
        { "/api/rivals", "name=Arsenal&at=x&name=Liverpool",
          "rivals|--json|--at=x|--|Arsenal|Liverpool" },
        /* operands in the order of the command, not of the query */
        { "/api/explain", "club=B&player=A", "explain|--json|--|A|B" },
        { "/api/need", "position=CB&club=Tottenham&budget=1",
          "need|--json|--budget|--|Tottenham|CB" },
        { "/api/simulate", "what=A -> B&runs=50&stream=1&what=C stays",
          "simulate|--json|--runs=50|--|A -> B|C stays (stream)" },
        { "/api/export", "format=svg&focus=--db=x", "export|--format=svg|--focus=--db=x|-- (svg)" },
        { "/api/export", "format=svg&focus=Liverpool&rivals=1&focus=Arsenal",
          "export|--format=svg|--focus=Liverpool|--focus=Arsenal|--rivals|-- (svg)" },
        /* nothing that is asked for becomes an option */
        { "/api/rivals", "name=--help", "rivals|--json|--|--help" },
        { "/api/rivals", "name=-", "rivals|--json|--|-" },
        { "/api/rivals", "name=" LONGEST, "rivals|--json|--|" LONGEST },
        { "/api/rivals", "name=\xC3\xB8", "rivals|--json|--|\xC3\xB8" },
        { "/api/simulate", "what=A&seed=4294967295", "simulate|--json|--seed=4294967295|--|A" },
    };

    (void)state;
    check_rows(rows, N_ROWS(rows));
}

static void says_what_is_wrong(void **state)
{
    static const char text[] =
        "! 'name' must be 1 to 200 bytes of UTF-8 without control characters";
    static const char runs[] = "! 'runs' must be a whole number of no more than 200000";
    static const char formats[] = "! 'format' must be one of svg, png, pdf, dot, graphml, gexf, "
                                  "json, csv, html";
    static const row rows[] = {
        { "/api/stats", "at=2026-01-01",
          "! /api/stats has no parameter of that name; it has none" },
        { "/api/races", "=", "! /api/races has no parameter of that name; it has 'at'" },
        { "/api/races", "AT=x", "! /api/races has no parameter of that name; it has 'at'" },
        { "/api/races", "a=x", "! /api/races has no parameter of that name; it has 'at'" },
        { "/api/races", "att=x", "! /api/races has no parameter of that name; it has 'at'" },
        { "/api/races", "at=x&at=y", "! 'at' may stand there once" },
        { "/api/explain", "player=A", "! 'club' is missing" },
        { "/api/rivals", "name=A&name=B&name=C", "! 'name' may stand there 2 times at most" },
        { "/api/rivals", "name=", text },
        { "/api/rivals", "name", text },
        { "/api/rivals", "name=x" LONGEST, text },
        { "/api/rivals", "name=a\nb", text },
        { "/api/rivals", "name=a\x7F", text },
        { "/api/rivals", "name=\xFF", text },
        { "/api/rivals", "name=\xC3", text },
        { "/api/rivals", "name=\xED\xA0\x80", text }, /* half of a pair of UTF-16 */
        { "/api/simulate", "what=A&runs=200001", runs },
        { "/api/simulate", "what=A&runs=-1", runs },
        { "/api/simulate", "what=A&runs=1e3", runs },
        { "/api/simulate", "what=A&runs= 5", runs },
        { "/api/simulate", "what=A&runs=99999999999999999999", runs },
        { "/api/simulate", "what=A&stream=0", "! 'stream' can be 1 only, or left out" },
        { "/api/simulate", "what=A&budget=yes", "! 'budget' can be 1 only, or left out" },
    };

    (void)state;
    check_rows(rows, N_ROWS(rows));
    char line[8192];
    static const char *const unknown[] = { "format=exe", "format=SVG", "format=svg/../x",
                                           "format=graphmlgraphmlgraphml" };
    for (size_t i = 0; i < N_ROWS(unknown); i++) {
        read_line("/api/export", unknown[i], line, sizeof line);
        check_row(i, line, strncmp(line, formats, sizeof formats - 1) == 0);
    }
}

/* As many values as are allowed, all as long as they may be. */
static void has_room_for_all(void **state)
{
    (void)state;
    for (const route *r = routes; r->path; r++) {
        unsigned n = 0;
        for (int i = 0; i < 4 && r->words[i]; i++)
            n++;
        assert_int_equal(route_find(r->path) - routes, r - routes);
        for (const parameter *p = r->parameters;
             p < r->parameters + ROUTE_MOST_PARAMETERS && p->key; p++) {
            assert_in_range(p->most_times, 1, ROUTE_MOST_VALUES);
            assert_true(p->least_times <= p->most_times);
            assert_true(p->most_times == 1 || p->kind == PARAMETER_NAME ||
                        p->kind == PARAMETER_OPTION);
            assert_true((p->kind == PARAMETER_COUNT) == (p->most > 0));
            n += p->most_times;
        }
        n += 3; /* --json, -- and the end */
        assert_in_range(n, 1, ROUTE_MOST_WORDS);
        assert_in_range(n + 3, 1, CHILD_MOST_WORDS); /* the program, --db and the store */
    }
}

static void finds_routes_by_their_whole_path(void **state)
{
    static const char *const none[] = { "",           "/",           "/api",        "/api/",
                                        "/api/stat",  "/api/statss", "/api/stats/", "//api/stats",
                                        "/API/stats", "api/stats" };

    (void)state;
    for (size_t i = 0; i < N_ROWS(none); i++)
        check_row(i, none[i], !route_find(none[i]));
    assert_string_equal(route_type("svg"), "image/svg+xml");
    assert_null(route_type(""));
    assert_null(route_type("exe"));
}

static void says_so_without_memory(void **state)
{
    query_value values[MOST_IN_QUERY];
    static const char query[] = "what=A&what=B&runs=50&at=2026-01-01";
    unsigned n = query_split(query, sizeof query - 1, values), failures = 0;
    request_line line;
    buf why = { 0 };

    (void)state;
    for (;; failures++) {
        memory_allow(failures);
        bool read = route_read(route_find("/api/simulate"), values, n, &line, &why);
        memory_plenty();
        request_line_clear(&line);
        assert_null(why.ptr);
        if (read)
            break;
    }
    assert_int_equal(failures, 7); /* a word each */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(makes_command_lines),
        cmocka_unit_test(says_what_is_wrong),
        cmocka_unit_test(has_room_for_all),
        cmocka_unit_test(finds_routes_by_their_whole_path),
        cmocka_unit_test(says_so_without_memory),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
