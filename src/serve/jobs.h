/* Answers in the making: a queue of command lines and the threads that have them answered. */
#ifndef SERVE_JOBS_H
#define SERVE_JOBS_H

#include <stdbool.h>
#include <stdint.h>

#include "answer.h"
#include "routes.h"

typedef struct job job;
typedef struct jobs jobs;

/* Told, on a thread of the jobs, that `j` has something new for `waiting`, see job_wait(). */
typedef void (*job_wake)(void *waiting);

/* Whether nobody listens to `waiting` any more; asked on any thread while it waits. */
typedef bool (*job_gone)(void *waiting);

/* Told of each answer that is ready, on a thread of the jobs. */
typedef void (*job_done)(suitor_sv key, answer *a, void *user);

enum { JOBS_MOST_WAITING = 64 };

typedef struct {
    job_wake wake;
    job_gone is_gone;
    job_done done;
    void *user;
    uint32_t seconds; /* how long an answer may take; 0: CHILD_SECONDS */
} jobs_watch;

/* Start `n_workers` threads that run `program` on `store`. NULL without memory or threads. */
jobs *jobs_start(const char *program, const char *store, unsigned n_workers,
                 const jobs_watch *watch);

/* End all: what is worked on is given up, and everybody who waits is woken. */
void jobs_end(jobs *all);
void jobs_free(jobs *all); /* after jobs_end() */

/* A job that answers `line`, whose words are taken over; `key` names the answer for job_done. The
 * caller has one reference. NULL without memory. */
job *job_new(request_line *line, suitor_sv key);

/* A job that is done already, with `a`, of which it takes a reference. */
job *job_ready(answer *a);

/* Begin on it as soon as a thread is free; false where too many wait. */
bool jobs_add(jobs *all, job *j);

/* What the caller wants to be told of next: `waiting` is handed to job_wake once, when there is
 * more than `known` bytes of the stream, or the answer. False, and nothing will be told, where
 * there is already. */
bool job_wait(job *j, void *waiting, size_t known);

/* The answer, borrowed from the job; NULL as long as there is none, and where there was no memory
 * for it. */
answer *job_answer(job *j);

/* Copy what the event stream has behind `at` into `to`, `most` bytes at most; *ended when that
 * is all there will be. Returns how many. */
size_t job_stream(job *j, size_t at, char *to, size_t most, bool *ended);

/* The caller wants it no longer: drops the reference, and gives the work up. */
void job_leave(job *j);

#endif
