/* Many articles on several threads: what comes out is what one after the other gives,
 * problems in their turn, and the first failure ends it. */
#include "suitor/bulk.h"

#include <stdio.h>
#include <unistd.h>

#include "scarce_memory.h"
#include "told.h"

enum { N_ARTICLES = 3000 }; /* a few blocks for each of 16 threads */

static const char *const texts[] = {
    "Chelsea are monitoring Murillo.",
    "Liverpool want Alessandro Bastoni, 26, and bid \u20ac60m, Sky Sports reports. He is keen.",
    "Nobody is going anywhere.",
    "Arsenal need a left-back. Inter would sell only one of Alessandro Bastoni and Nicolo Barella.",
    "!", /* no article but a problem */
    "\xC3\xA9\xC3\xA9 \"quoted\" \\ and\ttabs: Spurs are out of the race for Eberechi Eze.",
};

typedef struct {
    buf text; /* lines, and problems behind "! " */
    size_t fail_behind;
} transcript;

static suitor_status on_lines(suitor_sv lines, void *user, suitor_error *err)
{
    transcript *t = user;

    assert_true(lines.len > 0 && lines.ptr[lines.len - 1] == '\n');
    if (t->text.len > t->fail_behind) {
        *err = (suitor_error){ SUITOR_ERR_IO, "the paper ran out" };
        return err->code;
    }
    buf_append(&t->text, lines);
    return SUITOR_OK;
}

static void on_problem(const suitor_error *problem, void *user)
{
    transcript *t = user;

    buf_printf(&t->text, "! %s\n", problem->message);
}

/* The thing to be given as number `i`: an article, or a problem. False for the latter.
 * The views end with the next call, as a reader's do. */
static bool make(uint32_t i, suitor_article *article, suitor_error *problem)
{
    static char id[16], text[400];
    const char *sample = texts[i % N_ROWS(texts)];

    snprintf(id, sizeof id, "a%u", (unsigned)i);
    snprintf(text, sizeof text, "%s It is %u o'clock.", sample, (unsigned)i);
    *article = (suitor_article){ .id = suitor_sv_of(id), .text = suitor_sv_of(text), .day = 20000 };
    *problem = (suitor_error){ SUITOR_ERR_PARSE, "" };
    snprintf(problem->message, sizeof problem->message, "file:%u: is bad", (unsigned)i);
    return sample[0] != '!';
}

/* Give the first `n` things; the status of the first call that failed. */
static suitor_status give(suitor_bulk *bulk, uint32_t n, suitor_error *err)
{
    suitor_status st = SUITOR_OK;

    for (uint32_t i = 0; i < n && st == SUITOR_OK; i++) {
        suitor_article article;
        suitor_error problem;
        if (make(i, &article, &problem))
            st = suitor_bulk_article(&article, bulk, err);
        else
            suitor_bulk_problem(&problem, bulk);
    }
    return st == SUITOR_OK ? suitor_bulk_finish(bulk, err) : st;
}

static suitor_status run(uint32_t n_threads, uint32_t n, transcript *t, suitor_error *err)
{
    const suitor_bulk_options options = {
        .n_threads = n_threads, .on_lines = on_lines, .on_problem = on_problem, .user = t
    };
    suitor_bulk *bulk;
    suitor_status st = suitor_bulk_new(told.extractor, &options, &bulk, err);

    if (st == SUITOR_OK)
        st = give(bulk, n, err);
    suitor_bulk_free(bulk);
    return st;
}

/* The same without suitor_bulk. */
static char *one_by_one(uint32_t n)
{
    char *bytes = NULL;
    size_t len;
    FILE *out = open_memstream(&bytes, &len);

    assert_non_null(out);
    for (uint32_t i = 0; i < n; i++) {
        suitor_article article;
        suitor_error problem;
        const suitor_facts *facts;
        if (!make(i, &article, &problem)) {
            fprintf(out, "! %s\n", problem.message);
            continue;
        }
        assert_int_equal(suitor_extract(told.extractor, &article, told.extraction, &facts, NULL),
                         SUITOR_OK);
        assert_int_equal(suitor_facts_write_json(&article, facts, out, NULL), SUITOR_OK);
        fputc('\n', out);
    }
    assert_int_equal(fclose(out), 0);
    return bytes;
}

static void tells_the_same_on_any_number_of_threads(void **state)
{
    static const uint32_t numbers[] = { 1, 2, 3, 4, 16, 0 };
    char *expected = one_by_one(N_ARTICLES);

    (void)state;
    for (size_t i = 0; i < N_ROWS(numbers); i++) {
        transcript t = { .fail_behind = SIZE_MAX };
        suitor_error err;
        check_row(i, "status", run(numbers[i], N_ARTICLES, &t, &err) == SUITOR_OK);
        check_row(i, "transcript", strcmp(t.text.ptr, expected) == 0);
        buf_free(&t.text);
    }
    free(expected);
}

static void ends_where_lines_cannot_be_told(void **state)
{
    static const uint32_t numbers[] = { 1, 2, 4 };
    char *expected = one_by_one(N_ARTICLES);

    (void)state;
    for (size_t i = 0; i < N_ROWS(numbers); i++) {
        transcript t = { .fail_behind = 100000 };
        suitor_error err;
        check_row(i, "status", run(numbers[i], N_ARTICLES, &t, &err) == SUITOR_ERR_IO);
        check_row(i, "message", strcmp(err.message, "the paper ran out") == 0);
        check_row(i, "a beginning", strncmp(t.text.ptr, expected, t.text.len) == 0);
        buf_free(&t.text);
    }
    free(expected);
}

static void needs_no_listener_for_problems_and_knows_its_limits(void **state)
{
    transcript t = { .fail_behind = SIZE_MAX };
    suitor_bulk_options options = { .n_threads = 2, .on_lines = on_lines, .user = &t };
    suitor_bulk *bulk;
    suitor_error err;

    (void)state;
    assert_int_equal(suitor_bulk_new(told.extractor, &options, &bulk, &err), SUITOR_OK);
    assert_int_equal(give(bulk, N_ROWS(texts), &err), SUITOR_OK);
    assert_null(strchr(t.text.ptr, '!'));
    suitor_bulk_free(bulk);
    buf_free(&t.text);
    options.n_threads = SUITOR_BULK_MAX_THREADS + 1;
    assert_int_equal(suitor_bulk_new(told.extractor, &options, &bulk, &err), SUITOR_ERR_INVALID);
    assert_string_equal(err.message, "65 threads are more than the limit of 64");
    assert_null(bulk);
    suitor_bulk_free(NULL);
}

/* On the one thread, where the allocations are all of the bulk: it says that there was
 * no memory, and what it told is a beginning of the whole. */
static void says_that_there_is_no_memory(void **state)
{
    enum { N = 12 };
    char *expected = one_by_one(N);
    suitor_status st = SUITOR_ERR_NOMEM;

    (void)state;
    for (uint32_t allowed = 0; st != SUITOR_OK; allowed++) {
        transcript t = { .fail_behind = SIZE_MAX };
        suitor_error err = { 0 };
        buf_printf(&t.text, "%8192s", "");
        buf_reset(&t.text);
        memory_allow(allowed);
        st = run(1, N, &t, &err);
        memory_plenty();
        assert_int_equal(st, err.code);
        assert_true(st == SUITOR_OK || st == SUITOR_ERR_NOMEM);
        assert_int_equal(strncmp(t.text.ptr, expected, t.text.len), 0);
        assert_true(st != SUITOR_OK || t.text.len == strlen(expected));
        buf_free(&t.text);
    }
    free(expected);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tells_the_same_on_any_number_of_threads),
        cmocka_unit_test(ends_where_lines_cannot_be_told),
        cmocka_unit_test(needs_no_listener_for_problems_and_knows_its_limits),
        cmocka_unit_test(says_that_there_is_no_memory),
    };

    return cmocka_run_group_tests(tests, told_setup, told_teardown);
}
