/* Jobs stand in a ring and are numbered as they are filled: delivered <= taken <=
 * filled, and `filled` is the one being filled. One mutex guards everything but the
 * work itself; it is taken once a job by the workers and held while a job is filled. */
#include "crew.h"

#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

#include "fail.h"

/* So many jobs a worker: one under way, one waiting, one done before its turn. */
enum { JOBS_A_WORKER = 3 };

/* More workers than this wait for the thread that reads. */
enum { USEFUL = 16 };

typedef struct {
    crew *of;
    uint32_t number;
    pthread_t thread;
} worker;

struct crew {
    crew_plan plan;
    char *jobs; /* n_jobs of plan.job_size */
    bool *done; /* by job: worked on and not delivered */
    uint32_t n_jobs;
    uint64_t filled, taken, delivered;
    bool holds_some; /* the job being filled has something in it */
    bool delivering; /* a thread is at it */
    bool ending;
    uint32_t n_started, n_idle;
    suitor_error failure; /* of a delivery; code SUITOR_OK while there is none */
    pthread_mutex_t lock;
    pthread_cond_t work, progress; /* something to take · something was delivered */
    worker workers[CREW_MAX];
};

static void *job_at(crew *c, uint64_t number)
{
    return c->jobs + (size_t)(number % c->n_jobs) * c->plan.job_size;
}

uint32_t crew_cores(void)
{
    long cores = sysconf(_SC_NPROCESSORS_ONLN);

    return cores < 1 ? 1 : cores > CREW_MAX ? CREW_MAX : (uint32_t)cores;
}

uint32_t crew_useful(void)
{
    uint32_t cores = crew_cores();

    return cores > USEFUL ? USEFUL : cores;
}

suitor_status crew_new(const crew_plan *plan, crew **out, suitor_error *err)
{
    crew *c = calloc(1, sizeof *c);

    *out = NULL;
    if (!c)
        return fail(err, SUITOR_ERR_NOMEM, "no memory for threads");
    c->plan = *plan;
    c->n_jobs = plan->n_workers > 1 ? plan->n_workers * JOBS_A_WORKER : 1;
    c->failure.code = SUITOR_OK;
    pthread_mutex_init(&c->lock, NULL);
    pthread_cond_init(&c->work, NULL);
    pthread_cond_init(&c->progress, NULL);
    c->jobs = calloc(c->n_jobs, plan->job_size);
    c->done = calloc(c->n_jobs, sizeof *c->done);
    if (!c->jobs || !c->done) {
        crew_free(c);
        return fail(err, SUITOR_ERR_NOMEM, "no memory for threads");
    }
    *out = c;
    return SUITOR_OK;
}

/* Deliver what is done and whose turn it is, with the lock open while it lasts. Who
 * finishes a job meanwhile leaves it to the thread that is at it. */
static void deliver_done(crew *c)
{
    if (c->delivering)
        return;
    c->delivering = true;
    while (c->delivered < c->taken && c->done[c->delivered % c->n_jobs]) {
        if (c->failure.code == SUITOR_OK && !c->ending) {
            suitor_error err;
            pthread_mutex_unlock(&c->lock);
            suitor_status st = c->plan.deliver(job_at(c, c->delivered), c->plan.user, &err);
            pthread_mutex_lock(&c->lock);
            if (st != SUITOR_OK)
                c->failure = err;
        }
        c->done[c->delivered % c->n_jobs] = false;
        c->delivered++;
        pthread_cond_signal(&c->progress);
    }
    c->delivering = false;
}

static void work_on_next(crew *c, uint32_t number)
{
    uint64_t taken = c->taken++;

    if (c->failure.code == SUITOR_OK) {
        pthread_mutex_unlock(&c->lock);
        c->plan.work(job_at(c, taken), number, c->plan.user);
        pthread_mutex_lock(&c->lock);
    }
    c->done[taken % c->n_jobs] = true;
    deliver_done(c);
}

/* Whether there is a job to take, if need be the one being filled as it is. */
static bool has_work(crew *c)
{
    if (c->taken == c->filled && c->holds_some) {
        c->holds_some = false;
        c->filled++;
    }
    return c->taken < c->filled;
}

static void *worker_run(void *argument)
{
    worker *w = argument;
    crew *c = w->of;

    pthread_mutex_lock(&c->lock);
    while (!c->ending) {
        if (has_work(c)) {
            work_on_next(c, w->number);
            continue;
        }
        c->n_idle++;
        pthread_cond_wait(&c->work, &c->lock);
        c->n_idle--;
    }
    pthread_mutex_unlock(&c->lock);
    return NULL;
}

/* Start one more worker. It hears no signals, so that they interrupt the thread that
 * reads; but for SIGPIPE, which only ever goes to the thread that wrote. False where the
 * system has no more threads to give. */
static bool start_worker(crew *c)
{
    worker *w = &c->workers[c->n_started];
    sigset_t all, before;

    *w = (worker){ .of = c, .number = c->n_started };
    sigfillset(&all);
    sigdelset(&all, SIGPIPE);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    bool started = pthread_create(&w->thread, NULL, worker_run, w) == 0;
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    c->n_started += started;
    return started;
}

void *crew_open(crew *c)
{
    pthread_mutex_lock(&c->lock);
    while (c->filled - c->delivered >= c->n_jobs && c->failure.code == SUITOR_OK)
        pthread_cond_wait(&c->progress, &c->lock);
    if (c->failure.code == SUITOR_OK)
        return job_at(c, c->filled);
    pthread_mutex_unlock(&c->lock);
    return NULL;
}

/* With the lock held: see that somebody will take what is there. A worker at work looks
 * for more when it is done, so that a job that is not full needs nobody woken for it
 * unless all are idle. */
static void call_worker(crew *c)
{
    const bool queued = c->taken < c->filled, all_idle = c->n_idle == c->n_started;

    if (c->plan.n_workers > 1 && c->n_idle == 0 && queued && c->n_started < c->plan.n_workers)
        start_worker(c);
    else if (c->plan.n_workers > 1 && c->n_started == 0)
        start_worker(c);
    else if (c->n_idle > 0 && (queued || all_idle))
        pthread_cond_signal(&c->work);
    if (c->n_started == 0 && has_work(c))
        work_on_next(c, 0);
}

void crew_close(crew *c, bool full)
{
    c->holds_some = !full;
    c->filled += full;
    call_worker(c);
    pthread_mutex_unlock(&c->lock);
}

suitor_status crew_finish(crew *c, suitor_error *err)
{
    pthread_mutex_lock(&c->lock);
    while (c->delivered < c->filled || c->holds_some)
        pthread_cond_wait(&c->progress, &c->lock);
    suitor_status st = c->failure.code;
    pthread_mutex_unlock(&c->lock);
    return st == SUITOR_OK ? st : fail(err, st, "%s", c->failure.message);
}

void crew_free(crew *c)
{
    if (!c)
        return;
    pthread_mutex_lock(&c->lock);
    c->ending = true;
    pthread_cond_broadcast(&c->work);
    pthread_mutex_unlock(&c->lock);
    for (uint32_t i = 0; i < c->n_started; i++)
        pthread_join(c->workers[i].thread, NULL);
    for (uint32_t i = 0; c->jobs && i < c->n_jobs; i++)
        if (c->plan.release)
            c->plan.release(job_at(c, i));
    pthread_cond_destroy(&c->progress);
    pthread_cond_destroy(&c->work);
    pthread_mutex_destroy(&c->lock);
    free(c->done);
    free(c->jobs);
    free(c);
}
