/* Answers in the making: who is told what, who is given up, and how all ends. */
#include "jobs.h"

#include <pthread.h>

#include "actor.h"
#include "table.h"

enum { PATIENCE_MS = 20000 };

/* Somebody who waits, and what is done with answers. */
typedef struct {
    pthread_mutex_t lock;
    unsigned n_done;
    char key[64];
    atomic_uint n_woken;
    atomic_bool hung_up;
} listener;

static void wake(void *waiting)
{
    listener *l = waiting;

    atomic_fetch_add(&l->n_woken, 1);
}

static bool is_gone(void *waiting)
{
    listener *l = waiting;

    return atomic_load(&l->hung_up);
}

static void done(suitor_sv key, answer *a, void *user)
{
    listener *l = user;

    (void)a;
    pthread_mutex_lock(&l->lock);
    l->n_done++;
    snprintf(l->key, sizeof l->key, "%.*s", (int)key.len, key.ptr);
    pthread_mutex_unlock(&l->lock);
}

typedef struct {
    listener l;
    char program[4096];
    jobs *all;
} scene;

/* An answer may take so many seconds; 0: as long as the server lets it. */
static void begin_within(scene *s, unsigned n_workers, uint32_t seconds)
{
    const jobs_watch watch = { wake, is_gone, done, &s->l, seconds };

    memset(&s->l, 0, sizeof s->l);
    pthread_mutex_init(&s->l.lock, NULL);
    s->all = jobs_start(actor_program(s->program), "the store", n_workers, &watch);
    assert_non_null(s->all);
}

static void begin(scene *s, unsigned n_workers) { begin_within(s, n_workers, 0); }

static void end(scene *s)
{
    jobs_end(s->all);
    jobs_free(s->all);
    pthread_mutex_destroy(&s->l.lock);
}

static char *copy(const char *text)
{
    char *own = malloc(strlen(text) + 1);

    assert_non_null(own);
    strcpy(own, text);
    return own;
}

/* A job of up to three words. */
static job *ask(const char *a, const char *b, const char *c, bool stream)
{
    const char *const words[] = { a, b, c };
    request_line line = { .stream = stream };

    for (int i = 0; i < 3 && words[i]; i++)
        line.words[line.n_words++] = copy(words[i]);
    job *j = job_new(&line, suitor_sv_of(a));
    assert_non_null(j);
    assert_int_equal(line.n_words, 0); /* taken over */
    return j;
}

/* Until somebody is woken `n` times. */
static void wait_woken(listener *l, unsigned n)
{
    for (int i = 0; atomic_load(&l->n_woken) < n && i < PATIENCE_MS; i++)
        actor_rest(1);
    assert_int_equal(atomic_load(&l->n_woken), n);
}

/* The answer of a job, which is begun here. */
static answer *answer_to(scene *s, job *j)
{
    unsigned woken = atomic_load(&s->l.n_woken);

    assert_true(jobs_add(s->all, j));
    if (job_wait(j, &s->l, SIZE_MAX))
        wait_woken(&s->l, woken + 1);
    assert_non_null(job_answer(j));
    return job_answer(j);
}

static void answers_what_the_program_prints(void **state)
{
    scene s;

    (void)state;
    begin(&s, 2);
    job *j = ask("print", "{\"a\": 1}\n", NULL, false);
    answer *a = answer_to(&s, j);
    assert_int_equal(a->status, 200);
    assert_string_equal(a->type, "application/json");
    assert_string_equal(a->body.ptr, "{\"a\": 1}\n");
    assert_false(job_wait(j, &s.l, SIZE_MAX));
    job_leave(j);
    assert_int_equal(s.l.n_done, 1);
    assert_string_equal(s.l.key, "print");
    end(&s);
}

static void says_why_there_is_no_answer(void **state)
{
    static const struct {
        const char *said, *status, *body;
        unsigned http;
    } rows[] = {
        { "suitor: no such name\n", "2", "{\"error\": \"no such name\"}\n", 400 },
        { "suitor: a\nsuitor: b\n  c\n", "2", "{\"error\": \"a\\nb\\n  c\"}\n", 400 },
        { "suitor: no store", "1", "{\"error\": \"no store\"}\n", 500 },
        { "", "1", "{\"error\": \"the program gave no reason\"}\n", 500 },
        { "suitor: ", "1", "{\"error\": \"the program gave no reason\"}\n", 500 },
    };
    scene s;

    (void)state;
    begin(&s, 1);
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        job *j = ask("say", rows[i].said, rows[i].status, false);
        answer *a = answer_to(&s, j);
        check_row(i, a->body.ptr,
                  a->status == rows[i].http && strcmp(a->body.ptr, rows[i].body) == 0);
        job_leave(j);
    }
    job *crashing = ask("crash", NULL, NULL, false);
    assert_int_equal(answer_to(&s, crashing)->status, 503);
    job_leave(crashing);
    assert_int_equal(s.l.n_done, 0); /* nothing of this is kept */
    end(&s);
}

static void gives_up_what_takes_too_long(void **state)
{
    scene s;

    (void)state;
    begin_within(&s, 1, 1);
    job *hanging = ask("hang", NULL, NULL, false);
    answer *a = answer_to(&s, hanging);
    assert_int_equal(a->status, 503);
    assert_string_equal(a->body.ptr, "{\"error\": \"this took too long, or was too much\"}\n");
    job_leave(hanging);
    job *next = ask("print", "{}", NULL, false); /* its thread is free again */
    assert_int_equal(answer_to(&s, next)->status, 200);
    job_leave(next);
    end(&s);
}

/* All that the stream of a job has, read in small pieces, as it comes. */
static void read_stream(scene *s, job *j, char *out, size_t room)
{
    unsigned woken = atomic_load(&s->l.n_woken);
    bool ended = false;
    size_t at = 0;

    while (!ended) {
        size_t n = job_stream(j, at, out + at, 7, &ended);
        at += n;
        assert_true(at + 8 < room);
        if (!n && !ended && job_wait(j, &s->l, at))
            wait_woken(&s->l, ++woken);
    }
    out[at] = '\0';
}

static void streams_the_progress(void **state)
{
    static const char last[] = "event: progress\ndata: {\"done\": 4, \"of\": null}\n\n"
                               "event: result\ndata: {}\n\n";
    char text[4096];
    scene s;

    (void)state;
    begin(&s, 1);
    job *j = ask("progress", NULL, NULL, true);
    assert_true(jobs_add(s.all, j));
    read_stream(&s, j, text, sizeof text);
    assert_non_null(strstr(text, "\"of\": 10}\n\n"));
    assert_string_equal(text + strlen(text) - (sizeof last - 1), last);
    job_leave(j);

    j = ask("say", "suitor: two\nlines", "2", true);
    assert_true(jobs_add(s.all, j));
    read_stream(&s, j, text, sizeof text);
    assert_string_equal(text, "event: failed\ndata: {\"error\": \"two\\nlines\"}\n\n");
    job_leave(j);
    end(&s);
}

/* Who only waits for the answer is woken once, and gets no stream of the progress. */
static void wakes_once_for_an_answer(void **state)
{
    char text[4096];
    scene s;

    (void)state;
    begin(&s, 1);
    job *j = ask("progress", NULL, NULL, false);
    answer_to(&s, j);
    read_stream(&s, j, text, sizeof text);
    assert_string_equal(text, "event: result\ndata: {}\n\n");
    assert_int_equal(s.l.n_woken, 1);
    job_leave(j);
    end(&s);
}

static void streams_what_was_kept(void **state)
{
    buf body = { 0 };
    char text[4096];
    scene s;

    (void)state;
    begin(&s, 1);
    buf_add(&body, "{}\n");
    answer *a = answer_new(200, "application/json", &body);
    job *j = job_ready(a);
    answer_drop(a);
    assert_false(job_wait(j, &s.l, SIZE_MAX));
    read_stream(&s, j, text, sizeof text);
    assert_string_equal(text, "event: result\ndata: {}\n\n");
    job_leave(j);
    end(&s);
}

/* Somebody who left or hung up keeps no thread from the next. */
static void gives_up_what_nobody_waits_for(void **state)
{
    scene s;

    (void)state;
    begin(&s, 1);
    job *left = ask("hang", NULL, NULL, false);
    assert_true(jobs_add(s.all, left));
    job_leave(left);
    job *hung_up = ask("hang", NULL, NULL, false);
    assert_true(jobs_add(s.all, hung_up));
    assert_true(job_wait(hung_up, &s.l, SIZE_MAX));
    actor_rest(300);
    assert_int_equal(s.l.n_woken, 0);
    atomic_store(&s.l.hung_up, true);
    wait_woken(&s.l, 1);
    assert_int_equal(job_answer(hung_up)->status, 503);
    atomic_store(&s.l.hung_up, false);
    job *next = ask("print", "{}", NULL, false);
    assert_int_equal(answer_to(&s, next)->status, 200);
    job_leave(hung_up);
    job_leave(next);
    end(&s);
}

static void takes_so_many_and_ends_them_all(void **state)
{
    enum { MOST = JOBS_MOST_WAITING + 8 };
    job *asked[MOST];
    unsigned n = 0;
    scene s;

    (void)state;
    begin(&s, 2);
    for (unsigned i = 0; i < MOST; i++) {
        job *j = ask("hang", NULL, NULL, false);
        if (!jobs_add(s.all, j)) {
            job_leave(j);
            break;
        }
        assert_true(job_wait(j, &s.l, SIZE_MAX));
        asked[n++] = j;
    }
    assert_in_range(n, JOBS_MOST_WAITING, JOBS_MOST_WAITING + 2);
    jobs_end(s.all);
    assert_int_equal(s.l.n_woken, n);
    for (unsigned i = 0; i < n; i++) {
        assert_int_equal(job_answer(asked[i])->status, 503);
        job_leave(asked[i]);
    }
    job *late = ask("print", "{}", NULL, false);
    assert_false(jobs_add(s.all, late));
    job_leave(late);
    jobs_free(s.all);
    pthread_mutex_destroy(&s.l.lock);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(answers_what_the_program_prints),
        cmocka_unit_test(says_why_there_is_no_answer),
        cmocka_unit_test(gives_up_what_takes_too_long),
        cmocka_unit_test(streams_the_progress),
        cmocka_unit_test(wakes_once_for_an_answer),
        cmocka_unit_test(streams_what_was_kept),
        cmocka_unit_test(gives_up_what_nobody_waits_for),
        cmocka_unit_test(takes_so_many_and_ends_them_all),
    };

    if (argc > 3 && strcmp(argv[1], "--db") == 0)
        return strcmp(argv[2], "the store") == 0 ? actor_main(argc - 3, argv + 3) : 98;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
