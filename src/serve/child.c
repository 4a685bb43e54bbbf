/* A process with pipes: what it prints, what it says, and how far it is, the latter as lines
 * "DONE TOTAL" on a descriptor of its own (SUITOR_PROGRESS_FD). */
#define _GNU_SOURCE /* for pipe2(), of POSIX since 2024 */
#include "child.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "fail.h"

enum { OUT, SAID, PROGRESS, N_PIPES };
enum { PROGRESS_FD = 3, SLICE_MS = 100, MOST_SAID = 1 << 16, MOST_VARIABLES = 1024 };

extern char **environ;

typedef struct {
    int read_end[N_PIPES], write_end[N_PIPES]; /* −1: closed */
    buf told;                                  /* of the progress, not yet a whole line */
} pipes;

static void close_end(int *fd)
{
    if (*fd >= 0)
        close(*fd);
    *fd = -1;
}

static void close_all(pipes *p)
{
    for (int i = 0; i < N_PIPES; i++) {
        close_end(&p->read_end[i]);
        close_end(&p->write_end[i]);
    }
    buf_free(&p->told);
}

static bool open_all(pipes *p)
{
    *p = (pipes){ .read_end = { -1, -1, -1 }, .write_end = { -1, -1, -1 } };
    for (int i = 0; i < N_PIPES; i++) {
        int ends[2];
        /* from the first moment on: a child begun by another thread must not hold these open */
        if (pipe2(ends, O_CLOEXEC) != 0)
            return false;
        p->read_end[i] = ends[0];
        p->write_end[i] = ends[1];
    }
    return true;
}

/* The environment with one variable more; `room` holds MOST_VARIABLES. */
static char **environment(char *variables[MOST_VARIABLES])
{
    static char progress[] = "SUITOR_PROGRESS_FD=3";
    size_t n = 0;

    for (char **e = environ; e && *e && n + 2 < MOST_VARIABLES; e++)
        if (strncmp(*e, "SUITOR_PROGRESS_FD=", 19) != 0)
            variables[n++] = *e;
    variables[n++] = progress;
    variables[n] = NULL;
    return variables;
}

static int spawn(const char *const *words, const pipes *p, pid_t *pid)
{
    char *variables[MOST_VARIABLES], *arguments[CHILD_MOST_WORDS + 1];
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    sigset_t none;
    size_t n = 0;
    int failed;

    for (; n < CHILD_MOST_WORDS && words[n]; n++)
        arguments[n] = (char *)(uintptr_t)words[n]; /* exec changes nothing of them */
    arguments[n] = NULL;
    sigemptyset(&none);
    posix_spawn_file_actions_init(&actions);
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setpgroup(&attributes, 0); /* Ctrl-C is for the server, which ends it */
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, p->write_end[OUT], STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions, p->write_end[SAID], STDERR_FILENO);
    posix_spawn_file_actions_adddup2(&actions, p->write_end[PROGRESS], PROGRESS_FD);
    failed = posix_spawn(pid, words[0], &actions, &attributes, arguments, environment(variables));
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    return failed;
}

/* Hand on what whole lines tell of the progress; the last of them is the newest. */
static void tell_progress(buf *told, const child_watch *watch)
{
    unsigned long long done, total;
    char *end = NULL, *begin = told->ptr;

    for (char *at = told->ptr; at && at < told->ptr + told->len; at++)
        if (*at == '\n') {
            begin = end ? end + 1 : told->ptr;
            end = at;
        }
    if (!end)
        return;
    if (watch->on_progress && sscanf(begin, "%llu %llu", &done, &total) == 2)
        watch->on_progress(done, total, watch->user);
    size_t left = (size_t)(told->ptr + told->len - (end + 1));
    memmove(told->ptr, end + 1, left);
    told->len = left;
    told->ptr[left] = '\0';
}

/* Read what there is on pipe `i`; false where that is too much. */
static bool take(pipes *p, int i, child_answer *answer, const child_watch *watch)
{
    char bytes[1 << 16];
    ssize_t n = read(p->read_end[i], bytes, sizeof bytes);
    suitor_sv text = suitor_sv_make(bytes, n > 0 ? (size_t)n : 0);

    if (n <= 0) {
        if (n == 0 || errno != EINTR)
            close_end(&p->read_end[i]);
        return true;
    }
    if (i == OUT) {
        buf_append(&answer->out, text);
        return answer->out.len <= CHILD_MOST_BYTES && !answer->out.failed;
    }
    if (i == SAID) {
        if (answer->err.len < MOST_SAID)
            buf_append(&answer->err, text);
        return true;
    }
    buf_append(&p->told, text);
    tell_progress(&p->told, watch);
    return p->told.len < MOST_SAID;
}

static double now(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* Read until all is closed; false where the program is to be ended. */
static bool listen_to(pipes *p, const child_watch *watch, child_answer *answer)
{
    const double until = now() + (watch->seconds ? watch->seconds : CHILD_SECONDS);

    while (p->read_end[OUT] >= 0 || p->read_end[SAID] >= 0) {
        struct pollfd fds[N_PIPES];
        for (int i = 0; i < N_PIPES; i++)
            fds[i] = (struct pollfd){ .fd = p->read_end[i], .events = POLLIN };
        if (poll(fds, N_PIPES, SLICE_MS) < 0 && errno != EINTR)
            return false;
        if (!watch->is_wanted(watch->user) || now() > until)
            return false;
        for (int i = 0; i < N_PIPES; i++)
            if (fds[i].fd >= 0 && fds[i].revents && !take(p, i, answer, watch))
                return false;
    }
    return true;
}

static int wait_for(pid_t pid)
{
    int status;

    while (waitpid(pid, &status, 0) < 0)
        if (errno != EINTR)
            return -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

suitor_status child_run(const char *const *words, const child_watch *watch, child_answer *answer,
                        suitor_error *err)
{
    suitor_status st = SUITOR_OK;
    pipes p;
    pid_t pid;
    int failed;

    *answer = (child_answer){ .status = -1 };
    if (!open_all(&p)) {
        st = fail(err, SUITOR_ERR_IO, "too many files are open: %s", strerror(errno));
        goto done;
    }
    failed = spawn(words, &p, &pid);
    for (int i = 0; i < N_PIPES; i++)
        close_end(&p.write_end[i]);
    if (failed) {
        st = fail(err, SUITOR_ERR_IO, "%s cannot be run: %s", words[0], strerror(failed));
        goto done;
    }
    bool ended = listen_to(&p, watch, answer);
    if (!ended)
        kill(pid, SIGKILL);
    int status = wait_for(pid);
    answer->status = ended ? status : -1;
    if (answer->out.failed || answer->err.failed)
        st = fail(err, SUITOR_ERR_NOMEM, "no memory for the answer");
done:
    close_all(&p);
    return st;
}

void child_answer_clear(child_answer *answer)
{
    buf_free(&answer->out);
    buf_free(&answer->err);
}
