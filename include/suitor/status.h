/* Status codes and error messages.
 *
 * Every call that can fail returns a suitor_status and takes, as its last
 * argument, a suitor_error in the caller's hands (NULL where the text is not
 * wanted). On failure the message says which file and line, what was expected
 * and what to do; outputs are left untouched unless the call says otherwise.
 */
#ifndef SUITOR_STATUS_H
#define SUITOR_STATUS_H

#ifdef __cplusplus
extern "C" {
#endif

#if defined(_WIN32)
#define SUITOR_API __declspec(dllexport)
#else
#define SUITOR_API __attribute__((visibility("default")))
#endif

typedef enum {
    SUITOR_OK = 0,
    SUITOR_ERR_NOMEM,     /* no memory */
    SUITOR_ERR_IO,        /* a file or stream could not be read or written */
    SUITOR_ERR_PARSE,     /* input is not in the form it should have */
    SUITOR_ERR_DB,        /* SQLite refused */
    SUITOR_ERR_GRAPH,     /* igraph or Graphviz refused */
    SUITOR_ERR_NOTFOUND,  /* no such player, club, file or table */
    SUITOR_ERR_AMBIGUOUS, /* a name fits several; the message lists them */
    SUITOR_ERR_INVALID,   /* an argument makes no sense */
    SUITOR_ERR_LIMIT      /* larger than a stated limit */
} suitor_status;

typedef struct {
    suitor_status code;
    char message[512]; /* UTF-8, NUL-terminated, no newline at the end */
} suitor_error;

/* A short constant name of `status`: "ok", "out of memory", "bad input" … */
SUITOR_API const char *suitor_status_name(suitor_status status);

#ifdef __cplusplus
}
#endif
#endif
