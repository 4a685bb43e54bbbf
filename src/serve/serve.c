/* The server: requests in, jobs and answers out. One thread of libmicrohttpd talks to all
 * connections; whoever waits for an answer is suspended and costs nothing but its socket. */
#include "suitor/serve.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <pthread.h>
#include <stdlib.h>
#include <strings.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "cache.h"
#include "crew.h"
#include "fail.h"
#include "guard.h"
#include "reply.h"

enum { CACHE_BYTES = 64 << 20, MOST_CONNECTIONS = 12000, FILES_BESIDE = 128 };
enum { IDLE_SECONDS = 15, HEADER_BYTES = 16 << 10, LEAST_WORKERS = 4, LOOK_MS = 100 };

typedef struct {
    const suitor_serve_options *options;
    atomic_ushort port; /* known once it listens */
    jobs *jobs;
    pthread_mutex_t lock; /* of the cache */
    cache *kept;
} server;

/* A request, from its first byte to its last. */
typedef struct {
    bool begun;        /* its headers are known */
    bool is_malformed; /* its address is */
    job *j;
} request;

static void wake(void *waiting) { MHD_resume_connection(waiting); }

/* Whether who is suspended has hung up. His socket is open for as long as he is. */
static bool is_gone(void *waiting)
{
    const union MHD_ConnectionInfo *info =
        MHD_get_connection_info(waiting, MHD_CONNECTION_INFO_CONNECTION_FD);
    char byte;

    return info && recv(info->connect_fd, &byte, 1, MSG_PEEK | MSG_DONTWAIT) == 0;
}

/* What the store is at the moment: another process may write to it. */
static void add_stamp(const char *store, buf *key)
{
    static const char *const parts[] = { "", "-wal" };

    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        struct stat s = { 0 };
        buf path = { 0 };
        buf_printf(&path, "%s%s", store, parts[i]);
        if (!path.failed && stat(path.ptr, &s) == 0)
            buf_printf(key, "%lld:%lld:%ld|", (long long)s.st_size, (long long)s.st_mtim.tv_sec,
                       s.st_mtim.tv_nsec);
        buf_free(&path);
    }
}

static void make_key(const server *s, const request_line *line, buf *key)
{
    add_stamp(s->options->store, key);
    for (unsigned i = 0; i < line->n_words; i++) {
        buf_add(key, line->words[i]);
        buf_char(key, '\n');
    }
}

static void keep(suitor_sv key, answer *a, void *user)
{
    server *s = user;

    pthread_mutex_lock(&s->lock);
    cache_put(s->kept, key, a);
    pthread_mutex_unlock(&s->lock);
}

static answer *find_kept(server *s, suitor_sv key)
{
    pthread_mutex_lock(&s->lock);
    answer *a = cache_get(s->kept, key);
    pthread_mutex_unlock(&s->lock);
    return a;
}

typedef struct {
    query_value values[ROUTE_MOST_VALUES + 8];
    unsigned n;
    bool too_many;
} query;

static enum MHD_Result add_value(void *user, enum MHD_ValueKind kind, const char *key,
                                 size_t key_length, const char *value, size_t value_length)
{
    query *q = user;

    (void)kind;
    q->too_many = q->n == sizeof q->values / sizeof *q->values;
    if (q->too_many)
        return MHD_NO;
    q->values[q->n++] = (query_value){ key, value ? value : "", key_length, value_length };
    return MHD_YES;
}

/* Answer with `j` when it is done, which may be at once. */
static enum MHD_Result wait_for(struct MHD_Connection *connection, job *j)
{
    MHD_suspend_connection(connection);
    if (!job_wait(j, connection, SIZE_MAX)) /* it is done already */
        MHD_resume_connection(connection);
    return MHD_YES;
}

/* Begin on what `line` asks for, of which `key` is the name in the cache. */
static enum MHD_Result begin(server *s, struct MHD_Connection *connection, request *r,
                             request_line *line, suitor_sv key)
{
    bool streams = line->stream;
    answer *known = find_kept(s, key);

    if (known && !streams) {
        enum MHD_Result done = reply_answer(connection, known);
        answer_drop(known);
        return done;
    }
    r->j = known ? job_ready(known) : job_new(line, key);
    answer_drop(known);
    if (!r->j)
        return reply_error(connection, MHD_HTTP_SERVICE_UNAVAILABLE, "no memory for the request");
    if (!known && !jobs_add(s->jobs, r->j)) {
        job_leave(r->j);
        r->j = NULL;
        return reply_error(connection, MHD_HTTP_SERVICE_UNAVAILABLE,
                           "too many requests wait already: try again in a moment");
    }
    return streams ? reply_stream(connection, r->j) : wait_for(connection, r->j);
}

static enum MHD_Result ask(server *s, struct MHD_Connection *connection, request *r,
                           const route *way)
{
    query q = { .n = 0 };
    request_line line = { 0 };
    buf why = { 0 }, key = { 0 };
    enum MHD_Result done;

    MHD_get_connection_values_n(connection, MHD_GET_ARGUMENT_KIND, add_value, &q);
    if (q.too_many) {
        done = reply_error(connection, MHD_HTTP_BAD_REQUEST, "too many parameters");
    } else if (!route_read(way, q.values, q.n, &line, &why)) {
        done = reply_error(connection, MHD_HTTP_BAD_REQUEST,
                           why.ptr ? why.ptr : "no memory for the request");
    } else {
        make_key(s, &line, &key);
        done = key.failed ? MHD_NO : begin(s, connection, r, &line, buf_view(&key));
    }
    request_line_clear(&line);
    buf_free(&why);
    buf_free(&key);
    return done;
}

static enum MHD_Result count_hosts(void *user, enum MHD_ValueKind kind, const char *key,
                                   const char *value)
{
    unsigned *n = user;

    (void)kind;
    (void)value;
    *n += strcasecmp(key, MHD_HTTP_HEADER_HOST) == 0;
    return MHD_YES;
}

static const char *header(struct MHD_Connection *connection, const char *name)
{
    return MHD_lookup_connection_value(connection, MHD_HEADER_KIND, name);
}

/* Files stand at their names, the page itself at "/", the description of the API among it. */
static bool find_file(const char *path, suitor_page_file *out)
{
    static const char described[] = "/api/openapi.json";

    if (*path != '/')
        return false;
    if (strcmp(path, "/") == 0)
        return suitor_page_find("index.html", out);
    return suitor_page_find(strcmp(path, described) == 0 ? "openapi.json" : path + 1, out);
}

static bool is_reading(const char *method)
{
    return strcmp(method, MHD_HTTP_METHOD_GET) == 0 || strcmp(method, MHD_HTTP_METHOD_HEAD) == 0;
}

/* Why a request gets no answer, with *status; NULL if it does. */
static const char *refuse(const server *s, struct MHD_Connection *connection, const request *r,
                          const char *path, const char *method, unsigned *status)
{
    unsigned n_hosts = 0;

    MHD_get_connection_values(connection, MHD_HEADER_KIND, count_hosts, &n_hosts);
    *status = MHD_HTTP_BAD_REQUEST;
    if (r->is_malformed)
        return "'%' in an address must stand before two hexadecimal digits other than 00";
    if (n_hosts > 1)
        return "a request has one Host";
    *status = MHD_HTTP_FORBIDDEN;
    if (!guard_host(header(connection, "Host"), s->port))
        return "the Host of a request must be this server's";
    if (!guard_origin(header(connection, "Origin"), s->port) ||
        !guard_site(header(connection, "Sec-Fetch-Site"), strcmp(path, "/") == 0))
        return "pages from elsewhere may not ask";
    *status = MHD_HTTP_METHOD_NOT_ALLOWED;
    return is_reading(method) ? NULL : "only GET and HEAD: nothing can be changed here";
}

static enum MHD_Result dispatch(server *s, struct MHD_Connection *connection, request *r,
                                const char *path, const char *method)
{
    unsigned status;
    const char *refusal = refuse(s, connection, r, path, method, &status);
    const route *way = route_find(path);
    suitor_page_file file;

    if (refusal)
        return reply_error(connection, status, refusal);
    if (find_file(path, &file))
        return reply_page(connection, &file);
    if (way)
        return ask(s, connection, r, way);
    return reply_error(connection, MHD_HTTP_NOT_FOUND,
                       "there is nothing at this address; /api/openapi.json lists what is");
}

/* Told of an address before it is decoded, and that is the last one sees of what was wrong with
 * it. Returns the request's state. */
static void *begin_request(void *user, const char *address, struct MHD_Connection *connection)
{
    request *r = calloc(1, sizeof *r);

    (void)user;
    (void)connection;
    if (r)
        r->is_malformed = !guard_address(address);
    return r;
}

static enum MHD_Result handle(void *user, struct MHD_Connection *connection, const char *path,
                              const char *method, const char *version, const char *data,
                              size_t *n_data, void **state)
{
    request *r = *state;

    (void)version;
    (void)data;
    if (!r)
        return MHD_NO;
    if (r->j)
        return reply_answer(connection, job_answer(r->j));
    if (*n_data) { /* a body, which nobody reads */
        *n_data = 0;
        return MHD_YES;
    }
    if (r->begun)
        return dispatch(user, connection, r, path, method);
    r->begun = true;
    /* An answer before the end of a request closes the connection: so be it with a body. */
    return is_reading(method) ? MHD_YES : dispatch(user, connection, r, path, method);
}

static void completed(void *user, struct MHD_Connection *connection, void **state,
                      enum MHD_RequestTerminationCode how)
{
    request *r = *state;

    (void)user;
    (void)connection;
    (void)how;
    if (r && r->j)
        job_leave(r->j);
    free(r);
    *state = NULL;
}

/* libmicrohttpd has its say on standard error otherwise. */
static void say_nothing(void *user, const char *format, va_list arguments)
{
    (void)user;
    (void)format;
    (void)arguments;
}

/* As many connections as there may be files open, but some. */
static unsigned most_connections(void)
{
    struct rlimit limit;

    if (getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return FILES_BESIDE;
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur <= 2 * FILES_BESIDE)
        return FILES_BESIDE;
    rlim_t most = limit.rlim_cur - FILES_BESIDE;
    return most < MOST_CONNECTIONS ? (unsigned)most : MOST_CONNECTIONS;
}

static struct MHD_Daemon *start(server *s)
{
    struct sockaddr_in address = { .sin_family = AF_INET,
                                   .sin_port = htons(s->options->port),
                                   .sin_addr = { htonl(INADDR_LOOPBACK) } };

    return MHD_start_daemon(
        MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME, s->options->port, NULL, NULL,
        handle, s, MHD_OPTION_SOCK_ADDR, &address, MHD_OPTION_URI_LOG_CALLBACK, begin_request, NULL,
        MHD_OPTION_EXTERNAL_LOGGER, say_nothing, NULL, MHD_OPTION_NOTIFY_COMPLETED, completed, s,
        MHD_OPTION_CONNECTION_LIMIT, most_connections(), MHD_OPTION_CONNECTION_TIMEOUT,
        (unsigned)IDLE_SECONDS, MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)HEADER_BYTES,
        MHD_OPTION_STRICT_FOR_CLIENT, 1, MHD_OPTION_END);
}

static bool is_stopped(const server *s) { return s->options->stop && *s->options->stop; }

/* Until told to stop. Returns the socket that takes no connections any more, to be closed. */
static MHD_socket serve(server *s, struct MHD_Daemon *daemon)
{
    const struct timespec slice = { 0, LOOK_MS * 1000000L };

    uint16_t port = MHD_get_daemon_info(daemon, MHD_DAEMON_INFO_BIND_PORT)->port;

    atomic_store(&s->port, port);
    if (s->options->on_ready)
        s->options->on_ready(port, s->options->user);
    while (!is_stopped(s))
        nanosleep(&slice, NULL);
    return MHD_quiesce_daemon(daemon);
}

static unsigned n_workers(const suitor_serve_options *options)
{
    uint32_t cores = crew_cores();

    if (options->workers)
        return options->workers;
    return cores > LEAST_WORKERS ? cores : LEAST_WORKERS;
}

suitor_status suitor_serve(const suitor_serve_options *options, suitor_error *err)
{
    server s = { .options = options, .port = options->port, .kept = cache_new(CACHE_BYTES) };
    struct MHD_Daemon *daemon = NULL;
    MHD_socket listener = MHD_INVALID_SOCKET;
    suitor_status st = SUITOR_OK;

    pthread_mutex_init(&s.lock, NULL);
    if (s.kept)
        s.jobs = jobs_start(options->program, options->store, n_workers(options),
                            &(const jobs_watch){ wake, is_gone, keep, &s, 0 });
    if (!s.jobs) {
        st = fail(err, SUITOR_ERR_NOMEM, "no memory or threads to serve");
        goto done;
    }
    daemon = start(&s);
    if (!daemon)
        st = fail(err, SUITOR_ERR_IO,
                  "port %u of 127.0.0.1 cannot be listened on: %s; is it in use? --port 0 takes "
                  "one that is free",
                  options->port, strerror(errno));
    else
        listener = serve(&s, daemon);
    jobs_end(s.jobs);
    if (daemon)
        MHD_stop_daemon(daemon);
    if (listener != MHD_INVALID_SOCKET)
        close(listener);
    jobs_free(s.jobs);
done:
    cache_free(s.kept);
    pthread_mutex_destroy(&s.lock);
    return st;
}
