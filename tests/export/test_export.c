/* The public call: options, titles, failures. */
#include <unistd.h>

#include "picture.h"

static void test_format_names(void **state)
{
    static const struct {
        const char *name;
        bool known;
        suitor_format format;
    } rows[] = { { "dot", true, SUITOR_DOT }, { "svg", true, SUITOR_SVG },
                 { "png", true, SUITOR_PNG }, { "PNG", false, SUITOR_DOT },
                 { "", false, SUITOR_DOT },   { "dots", false, SUITOR_DOT } };

    (void)state;
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        suitor_format format = SUITOR_DOT;
        check_row(i, rows[i].name,
                  suitor_format_parse(suitor_sv_of(rows[i].name), &format) == rows[i].known);
        check_row(i, rows[i].name, format == rows[i].format);
        if (rows[i].known)
            assert_string_equal(suitor_format_name(format), rows[i].name);
    }
    assert_string_equal(suitor_format_name(SUITOR_N_FORMATS), "");
}

static void test_titles(void **state)
{
    static const struct {
        const char *focus, *title, *expected;
    } rows[] = {
        { NULL, NULL, "Liverpool vs Arsenal for Alessandro Bastoni\\l2 March 2026" },
        { NULL, "Tonight \\N & \"more\"", "Tonight \\\\N &amp; \\\"more\\\"\\l2 March 2026" },
        { "Murillo", NULL, "Chelsea vs Liverpool for Murillo\\l2 March 2026 \xC2\xB7 2 suitors" },
        { "Micky van de Ven", NULL, "Liverpool alone for Micky van de Ven\\l" },
        { "Cristian Romero", NULL, "Nobody is linked with Cristian Romero\\l" },
        { "Alessandro Bastoni", NULL,
          "8 suitors \xC2\xB7 asking price \xE2\x82\xAC"
          "90\xE2\x80\x93"
          "100m" },
        { "Liverpool", NULL, "Liverpool: whom they want, and who else does\\l" },
        { "Rennes", NULL, "Rennes are linked with nobody\\l" },
    };
    market_fixture f;

    (void)state;
    bastoni_market(&f);
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        suitor_export_options options = SUITOR_EXPORT_OPTIONS_INIT;
        options.title = rows[i].title;
        if (rows[i].focus)
            options.focus = fixture_entity(f.ledger, rows[i].focus);
        picture p = draw_with(&f, SUITOR_DOT, &options);
        assert_int_equal(p.status, SUITOR_OK);
        check_row(i, rows[i].expected, strstr(p.bytes, rows[i].expected) != NULL);
        picture_free(&p);
    }
    market_clear(&f);
}

static void test_nothing_to_draw(void **state)
{
    market_fixture f = { 0 };

    (void)state;
    market_build(&f, "2026-03-02");
    for (int format = 0; suitor_format_is_picture((suitor_format)format); format++) {
        picture p = draw_focus(&f, (suitor_format)format, NULL, 12);
        assert_true(p.len > 100);
        if (!suitor_format_is_binary((suitor_format)format))
            assert_non_null(strstr(p.bytes, "No interest of any club is known"));
        picture_free(&p);
    }
    market_clear(&f);
}

static void test_failures(void **state)
{
    market_fixture f;
    suitor_export_options options = SUITOR_EXPORT_OPTIONS_INIT;
    suitor_error err;

    (void)state;
    bastoni_market(&f);
    FILE *full = fopen("/dev/full", "wb");
    assert_non_null(full);
    for (int i = 0; i < SUITOR_N_FORMATS; i++) {
        suitor_format format = (suitor_format)i;
        bool drawn = suitor_format_is_picture(format);
        assert_int_equal(drawn ? suitor_export(f.market, format, NULL, full, &err)
                               : suitor_export_data(f.market, format, NULL, full, &err),
                         SUITOR_ERR_IO);
        assert_non_null(strstr(err.message, "writ"));
        assert_int_equal(drawn ? suitor_export_data(f.market, format, NULL, full, &err)
                               : suitor_export(f.market, format, NULL, full, &err),
                         SUITOR_ERR_INVALID);
        assert_non_null(strstr(err.message, "choose"));
        clearerr(full);
    }
    fclose(full);
    options.style = "/nowhere.json";
    picture p = draw_with(&f, SUITOR_SVG, &options);
    assert_int_equal(p.status, SUITOR_ERR_IO);
    assert_int_equal(p.len, 0);
    picture_free(&p);
    options = (suitor_export_options)SUITOR_EXPORT_OPTIONS_INIT;
    options.focus = 1000;
    p = draw_with(&f, SUITOR_SVG, &options);
    assert_int_equal(p.status, SUITOR_ERR_INVALID);
    picture_free(&p);
    market_clear(&f);
}

/* A style with an engine that does not exist, in a file. */
static void write_style(const char *path)
{
    char line[4096];
    FILE *in = fopen(SUITOR_TESTS_DIR "/export/plain_style.json", "rb"), *out = fopen(path, "wb");

    assert_non_null(in);
    assert_non_null(out);
    while (fgets(line, sizeof line, in)) {
        char *engine = strstr(line, "\"neato\"");
        if (engine)
            memcpy(engine, "\"nyxto\"", 7);
        fputs(line, out);
    }
    fclose(in);
    assert_int_equal(fclose(out), 0);
}

/* What Graphviz says is in the message, and nothing of it on standard error. */
static void test_graphviz_complains(void **state)
{
    char path[] = "/tmp/suitor-export-XXXXXX", log[] = "/tmp/suitor-stderr-XXXXXX", byte;
    int fd = mkstemp(path), said = mkstemp(log), keep = dup(2);
    market_fixture f;
    suitor_export_options options = SUITOR_EXPORT_OPTIONS_INIT;

    (void)state;
    bastoni_market(&f);
    write_style(path);
    options.style = path;
    fflush(stderr);
    dup2(said, 2);
    picture p = draw_with(&f, SUITOR_SVG, &options);
    fflush(stderr);
    dup2(keep, 2);
    assert_int_equal(p.status, SUITOR_ERR_GRAPH);
    assert_non_null(strstr(p.err.message, "nyxto"));
    assert_int_equal(lseek(said, 0, SEEK_SET), 0);
    assert_int_equal(read(said, &byte, 1), 0);
    picture_free(&p);
    p = draw_focus(&f, SUITOR_SVG, NULL, 12); /* and the next picture is as ever */
    picture_free(&p);
    market_clear(&f);
    close(fd);
    close(said);
    close(keep);
    unlink(path);
    unlink(log);
}

static void test_again_and_again(void **state)
{
    market_fixture f;

    (void)state;
    bastoni_market(&f);
    picture first = draw_focus(&f, SUITOR_SVG, NULL, 12);
    for (int i = 0; i < 10; i++) {
        picture p = draw_focus(&f, SUITOR_PNG, i % 2 ? "Chelsea" : "Alessandro Bastoni", 12);
        picture_free(&p);
    }
    picture last = draw_focus(&f, SUITOR_SVG, NULL, 12);
    assert_string_equal(first.bytes, last.bytes);
    picture_free(&first);
    picture_free(&last);
    market_clear(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_format_names),       cmocka_unit_test(test_titles),
        cmocka_unit_test(test_nothing_to_draw),    cmocka_unit_test(test_failures),
        cmocka_unit_test(test_graphviz_complains), cmocka_unit_test(test_again_and_again),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
