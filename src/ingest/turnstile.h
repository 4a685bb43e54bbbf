/* A lock for two that take turns: who asks is next, however often the other one comes back. */
#ifndef INGEST_TURNSTILE_H
#define INGEST_TURNSTILE_H

#include <pthread.h>

typedef struct {
    pthread_mutex_t next, inside;
} turnstile;

static inline void turnstile_make(turnstile *t)
{
    pthread_mutex_init(&t->next, NULL);
    pthread_mutex_init(&t->inside, NULL);
}

static inline void turnstile_enter(turnstile *t)
{
    pthread_mutex_lock(&t->next);
    pthread_mutex_lock(&t->inside);
    pthread_mutex_unlock(&t->next);
}

static inline void turnstile_leave(turnstile *t) { pthread_mutex_unlock(&t->inside); }

static inline void turnstile_destroy(turnstile *t)
{
    pthread_mutex_destroy(&t->next);
    pthread_mutex_destroy(&t->inside);
}

#endif
