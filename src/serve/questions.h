/* What the page may ask, of a market: the questions whose answers go into a file. */
#ifndef SERVE_QUESTIONS_H
#define SERVE_QUESTIONS_H

#include "routes.h"
#include "suitor/serve.h"

typedef struct {
    char *url; /* owned; as the page asks it, without the day of the file */
    request_line line;
    bool cites; /* its answer names articles, which are asked for afterwards */
} question;

typedef struct {
    question *list; /* owned */
    uint32_t n, cap;
    bool failed; /* memory was short */
} questions;

enum { QUESTION_MOST_VALUES = 4 };

/* One more: the route `path` with these pairs of keys and values, ended by NULL. `hidden`, a
 * key and its value, goes to the program but not into the address; may be NULL. */
void questions_add(questions *q, const char *path, const char *const *pairs,
                   const char *const *hidden);
void questions_clear(questions *q);

/* All that the page shows of the graph `graph`, JSON as /api/graph answers it; `at` is the day of
 * the file or NULL. What is strongest comes first, and what there is most of is bounded.
 * SUITOR_ERR_PARSE where it is no such graph. */
suitor_status questions_of_graph(suitor_sv graph, const char *at, questions *q, suitor_error *err);

/* The articles that an answer of `explain` names, each once. */
void questions_of_articles(suitor_sv answer, const char *at, questions *q);

#endif
