/* A crew of threads that keeps the order: one thread puts things into jobs, the crew
 * works on several jobs at a time, and the jobs are delivered one by one in the order
 * in which they were filled, whatever the number of threads.
 *
 * There is a fixed number of jobs that go round, so that the memory in use does not
 * grow with the input: who fills waits while all are under way. A job is worked on
 * when it is full, or as it is when the crew has nothing else to do, so that what comes
 * in slowly is not held back. Threads are started one by one as work for them waits.
 */
#ifndef BASE_CREW_H
#define BASE_CREW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "suitor/status.h"

enum { CREW_MAX = 64 }; /* threads at most */

typedef struct crew crew;

typedef struct {
    uint32_t n_workers; /* 1 to CREW_MAX; with 1 the caller's thread does everything itself */
    size_t job_size;    /* bytes of a job; jobs begin zeroed */
    /* Work on `job`: several run at once, never two with the same `worker`, which is
     * below n_workers. What goes wrong is written into the job. */
    void (*work)(void *job, uint32_t worker, void *user);
    /* Hand on what came of `job` and empty it to be filled again. Never two at once; on
     * any thread. A status other than SUITOR_OK ends everything: it is the last call. */
    suitor_status (*deliver)(void *job, void *user, suitor_error *err);
    void (*release)(void *job); /* give back what `job` owns; may be NULL */
    void *user;                 /* handed to both */
} crew_plan;

/* Cores of this machine, 1 to CREW_MAX. */
uint32_t crew_cores(void);

/* Threads that are of use where one thread reads for all: as many as there are cores, up to the
 * number that it can keep busy. */
uint32_t crew_useful(void);

/* A crew without work.
 * out  owned: release with crew_free(); NULL unless SUITOR_OK */
suitor_status crew_new(const crew_plan *plan, crew **out, suitor_error *err);

/* The job to add to, which no worker touches until crew_close(). Waits while all jobs
 * are under way. NULL when a delivery has failed: crew_finish() tells how. */
void *crew_open(crew *c);

/* Let go of the job that crew_open() gave, when something was put into it.
 * full  whether to begin another one next time */
void crew_close(crew *c, bool full);

/* Wait until everything is delivered. The status of the delivery that failed, if any. */
suitor_status crew_finish(crew *c, suitor_error *err);

/* End the threads; jobs that were not delivered are dropped. Accepts NULL. */
void crew_free(crew *c);

#endif
