/* Workers over a queue. A job belongs to the request that waits for it and, while it is queued or
 * worked on, to the queue. */
#include "jobs.h"

#include <pthread.h>
#include <stdlib.h>

#include "child.h"
#include "json.h"

enum { HTTP_OK = 200, HTTP_BAD_REQUEST = 400, HTTP_FAILED = 500, HTTP_UNAVAILABLE = 503 };
enum { SAID_UNKNOWN = 2 }; /* exit status of the program for wrong arguments and unknown names */

struct job {
    pthread_mutex_t lock;
    unsigned references;
    atomic_bool given_up;
    request_line line;
    char *key; /* owned */
    void *waiting;
    size_t known; /* bytes of the stream that `waiting` has */
    buf stream;   /* server-sent events so far */
    answer *got;
    bool finished; /* without an answer where memory was short */
    job *next;     /* in the queue */
};

struct jobs {
    pthread_mutex_t lock;
    pthread_cond_t changed;
    const char *program, *store;
    jobs_watch watch;
    job *first, **last;
    job **worked_on; /* by worker; NULL while it has none */
    pthread_t *threads;
    unsigned n_waiting, n_threads, n_started;
    bool ending;
};

typedef struct {
    jobs *all;
    job *j;
} work;

static job *make_job(void)
{
    job *j = calloc(1, sizeof *j);

    if (j && pthread_mutex_init(&j->lock, NULL) != 0) {
        free(j);
        j = NULL;
    }
    if (j) {
        j->references = 1;
        atomic_init(&j->given_up, false);
    }
    return j;
}

job *job_new(request_line *line, suitor_sv key)
{
    job *j = make_job();

    if (j && !(j->key = malloc(key.len + 1))) {
        pthread_mutex_destroy(&j->lock);
        free(j);
        j = NULL;
    }
    if (!j)
        return NULL;
    memcpy(j->key, key.ptr, key.len);
    j->key[key.len] = '\0';
    j->line = *line;
    *line = (request_line){ 0 };
    return j;
}

static void add_event(buf *stream, const char *event, suitor_sv data)
{
    buf_printf(stream, "event: %s\ndata: ", event);
    buf_append(stream, data); /* JSON of one line */
    buf_add(stream, "\n\n");
}

/* Set the answer, and what a stream says of it. */
static void set_answer(job *j, answer *a)
{
    suitor_sv line = buf_view(&a->body);

    while (line.len && line.ptr[line.len - 1] == '\n')
        line.len--;
    j->got = a;
    j->finished = true;
    add_event(&j->stream, a->status == HTTP_OK ? "result" : "failed", line);
}

job *job_ready(answer *a)
{
    job *j = make_job();

    if (j)
        set_answer(j, answer_keep(a));
    return j;
}

static void drop(job *j)
{
    pthread_mutex_lock(&j->lock);
    bool last = --j->references == 0;
    pthread_mutex_unlock(&j->lock);
    if (!last)
        return;
    request_line_clear(&j->line);
    answer_drop(j->got);
    buf_free(&j->stream);
    free(j->key);
    pthread_mutex_destroy(&j->lock);
    free(j);
}

void job_leave(job *j)
{
    atomic_store(&j->given_up, true);
    drop(j);
}

bool job_wait(job *j, void *waiting, size_t known)
{
    pthread_mutex_lock(&j->lock);
    bool waits = !j->finished && j->stream.len <= known;
    if (waits) {
        j->waiting = waiting;
        j->known = known;
    }
    pthread_mutex_unlock(&j->lock);
    return waits;
}

answer *job_answer(job *j)
{
    pthread_mutex_lock(&j->lock);
    answer *a = j->got;
    pthread_mutex_unlock(&j->lock);
    return a;
}

size_t job_stream(job *j, size_t at, char *to, size_t most, bool *ended)
{
    pthread_mutex_lock(&j->lock);
    size_t n = j->stream.len > at ? j->stream.len - at : 0;
    *ended = j->finished && n == 0;
    n = n < most ? n : most;
    if (n)
        memcpy(to, j->stream.ptr + at, n);
    pthread_mutex_unlock(&j->lock);
    return n;
}

/* Whom to wake, with the lock held; NULL where nobody waits for what there is now. */
static void *take_waiting(job *j)
{
    void *waiting = j->finished || j->stream.len > j->known ? j->waiting : NULL;

    if (waiting)
        j->waiting = NULL;
    return waiting;
}

static void on_progress(uint64_t done, uint64_t total, void *user)
{
    const work *w = user;
    buf data = { 0 };
    json js = { .out = &data };

    json_begin_object(&js);
    JSON_PUT(&js, "done", integer, (int64_t)done);
    JSON_KEY(&js, "of");
    total ? json_integer(&js, (int64_t)total) : json_null(&js);
    json_end_object(&js);
    pthread_mutex_lock(&w->j->lock);
    /* who only waits for the answer is not woken for this */
    if (w->j->line.stream && !data.failed)
        add_event(&w->j->stream, "progress", buf_view(&data));
    void *waiting = take_waiting(w->j);
    pthread_mutex_unlock(&w->j->lock);
    buf_free(&data);
    if (waiting)
        w->all->watch.wake(waiting);
}

/* Who waits is suspended, so that only this tells whether he is there still. */
static bool is_wanted(void *user)
{
    const work *w = user;

    pthread_mutex_lock(&w->j->lock);
    bool gone = w->j->waiting && w->all->watch.is_gone(w->j->waiting);
    pthread_mutex_unlock(&w->j->lock);
    return !gone && !atomic_load(&w->j->given_up);
}

/* What the program said, without its name before each line. */
static answer *answer_said(unsigned status, const buf *said)
{
    static const char name[] = "suitor: ";
    buf text = { 0 };
    const char *at = said->ptr, *end = at ? at + said->len : at;

    while (at && at < end) {
        const char *line_end = memchr(at, '\n', (size_t)(end - at));
        size_t n = (size_t)((line_end ? line_end : end) - at);
        bool named = n >= sizeof name - 1 && memcmp(at, name, sizeof name - 1) == 0;
        if (text.len)
            buf_char(&text, '\n');
        buf_append(&text, named ? suitor_sv_make(at + sizeof name - 1, n - (sizeof name - 1))
                                : suitor_sv_make(at, n));
        at = line_end ? line_end + 1 : end;
    }
    answer *a = answer_error(status, text.len ? buf_view(&text)
                                              : suitor_sv_of("the program gave no reason"));
    buf_free(&text);
    return a;
}

static answer *answer_of(const request_line *line, child_answer *told)
{
    if (told->status < 0)
        return answer_error(HTTP_UNAVAILABLE, suitor_sv_of("this took too long, or was too much"));
    if (told->status != 0)
        return answer_said(told->status == SAID_UNKNOWN ? HTTP_BAD_REQUEST : HTTP_FAILED,
                           &told->err);
    answer *a = answer_new(HTTP_OK, *line->format ? route_type(line->format) : "application/json",
                           &told->out);
    if (a)
        memcpy(a->format, line->format, sizeof a->format);
    return a;
}

static answer *work_on(jobs *all, job *j)
{
    const char *words[CHILD_MOST_WORDS + 1] = { all->program, "--db", all->store };
    work w = { all, j };
    const child_watch watch = { on_progress, is_wanted, &w, all->watch.seconds };
    child_answer told;
    suitor_error err;
    answer *a;
    unsigned n = 3;

    if (!is_wanted(&w))
        return answer_error(HTTP_UNAVAILABLE, suitor_sv_of("no longer wanted"));
    for (unsigned i = 0; i < j->line.n_words && n < CHILD_MOST_WORDS; i++)
        words[n++] = j->line.words[i];
    words[n] = NULL;
    if (child_run(words, &watch, &told, &err) == SUITOR_OK)
        a = answer_of(&j->line, &told);
    else
        a = answer_error(HTTP_FAILED, suitor_sv_of(err.message));
    child_answer_clear(&told);
    return a;
}

static void finish(jobs *all, job *j, answer *a)
{
    if (a && a->status == HTTP_OK)
        all->watch.done(suitor_sv_of(j->key), a, all->watch.user);
    pthread_mutex_lock(&j->lock);
    if (a)
        set_answer(j, a);
    j->finished = true;
    void *waiting = j->waiting;
    j->waiting = NULL;
    pthread_mutex_unlock(&j->lock);
    if (waiting)
        all->watch.wake(waiting);
    drop(j);
}

/* The next job for worker `me`; NULL at the end. */
static job *next_job(jobs *all, unsigned me)
{
    pthread_mutex_lock(&all->lock);
    while (!all->first && !all->ending)
        pthread_cond_wait(&all->changed, &all->lock);
    job *j = all->first;
    if (j) {
        all->first = j->next;
        all->last = all->first ? all->last : &all->first;
        all->n_waiting--;
        all->worked_on[me] = j;
        if (all->ending)
            atomic_store(&j->given_up, true);
    }
    pthread_mutex_unlock(&all->lock);
    return j;
}

static void *run(void *user)
{
    jobs *all = user;
    job *j;

    pthread_mutex_lock(&all->lock);
    unsigned me = all->n_started++;
    pthread_mutex_unlock(&all->lock);
    while ((j = next_job(all, me))) {
        answer *a = work_on(all, j);
        pthread_mutex_lock(&all->lock);
        all->worked_on[me] = NULL;
        pthread_mutex_unlock(&all->lock);
        finish(all, j, a);
    }
    return NULL;
}

jobs *jobs_start(const char *program, const char *store, unsigned n_workers,
                 const jobs_watch *watch)
{
    jobs *all = calloc(1, sizeof *all);

    if (!all)
        return NULL;
    *all = (jobs){ .program = program, .store = store, .watch = *watch };
    all->last = &all->first;
    all->threads = calloc(n_workers, sizeof *all->threads);
    all->worked_on = calloc(n_workers, sizeof *all->worked_on);
    pthread_mutex_init(&all->lock, NULL);
    pthread_cond_init(&all->changed, NULL);
    while (all->threads && all->worked_on && all->n_threads < n_workers &&
           pthread_create(&all->threads[all->n_threads], NULL, run, all) == 0)
        all->n_threads++;
    if (all->n_threads == n_workers)
        return all;
    jobs_end(all);
    jobs_free(all);
    return NULL;
}

bool jobs_add(jobs *all, job *j)
{
    pthread_mutex_lock(&all->lock);
    bool room = !all->ending && all->n_waiting < JOBS_MOST_WAITING;
    if (room) {
        pthread_mutex_lock(&j->lock);
        j->references++;
        pthread_mutex_unlock(&j->lock);
        j->next = NULL;
        *all->last = j;
        all->last = &j->next;
        all->n_waiting++;
        pthread_cond_signal(&all->changed);
    }
    pthread_mutex_unlock(&all->lock);
    return room;
}

void jobs_end(jobs *all)
{
    pthread_mutex_lock(&all->lock);
    all->ending = true;
    for (unsigned i = 0; i < all->n_threads; i++)
        if (all->worked_on[i])
            atomic_store(&all->worked_on[i]->given_up, true);
    pthread_cond_broadcast(&all->changed);
    pthread_mutex_unlock(&all->lock);
    for (unsigned i = 0; i < all->n_threads; i++)
        pthread_join(all->threads[i], NULL);
    all->n_threads = 0;
}

void jobs_free(jobs *all)
{
    pthread_cond_destroy(&all->changed);
    pthread_mutex_destroy(&all->lock);
    free(all->threads);
    free(all->worked_on);
    free(all);
}
