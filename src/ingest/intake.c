#include "intake.h"

#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "buf.h"
#include "claims_line.h"
#include "crew.h"
#include "facts_copy.h"
#include "fail.h"
#include "given.h"
#include "keeper.h"
#include "turnstile.h"

/* Two changes of a file within so many nanoseconds may leave it with the same times. */
static const int64_t CLOCK_GRAIN = 20000000;

/* A job of the crew. */
typedef struct {
    given given;
    outcome *outcomes; /* of the articles among the items, by item; in the same memory */
    suitor_error failure;
} block;

/* What a worker works with. */
typedef struct {
    suitor_extraction *extraction;
    claims_reader claims;
    key_maker keys;
} desk;

struct intake {
    const suitor_extractor *extractor;
    const suitor_ingest_options *options;
    crew *crew;
    desk desks[CREW_MAX];
    turnstile store; /* who uses the store: the keeper, or the reader to look a file up */
    keeper keeper;
    buf folder, path, note; /* where relative paths begin; the file at hand; what is told of it */
    suitor_error *err;
};

static void no_memory(block *b)
{
    fail(&b->failure, SUITOR_ERR_NOMEM, "no memory for the articles under way");
}

static suitor_status read_facts(const intake *in, block *b, suitor_article *article, desk *d,
                                suitor_facts *out, suitor_error *err)
{
    const suitor_facts *facts;

    if (!in->extractor)
        return claims_line_read(&d->claims, article, &b->given.memory, out, err);
    suitor_status st = suitor_extract(in->extractor, article, d->extraction, &facts, err);

    if (st == SUITOR_OK && !facts_copy(facts, &b->given.memory, out))
        st = fail(err, SUITOR_ERR_NOMEM, "no memory for the facts of %.*s",
                  SUITOR_SV_ARG(article->id));
    return st;
}

/* Say in front of what does not fit in which line that is. */
static void say_where(suitor_sv where, suitor_error *err)
{
    const suitor_error inner = *err;

    fail(err, inner.code, "%.*s: %s", SUITOR_SV_ARG(where), inner.message);
}

static void work_on(const intake *in, block *b, uint32_t i, desk *d)
{
    suitor_article *article = &b->given.items[i].article;
    const suitor_sv where = article->id; /* of a line of claims, which tells another one */
    outcome *o = &b->outcomes[i];
    suitor_error err;
    suitor_status st = read_facts(in, b, article, d, &o->facts, &err);

    if (st == SUITOR_OK) {
        st = article_prepare(article, &o->facts, &d->keys, &b->given.memory, &o->what, &err);
        if (st != SUITOR_OK && !in->extractor)
            say_where(where, &err);
    }
    if (st != SUITOR_OK && !(o->problem = given_keep(&b->given, &err)))
        no_memory(b);
}

static void work(void *job, uint32_t worker, void *user)
{
    intake *in = user;
    desk *d = &in->desks[worker];
    block *b = job;

    if (!d->extraction && suitor_extraction_new(&d->extraction, &b->failure) != SUITOR_OK)
        return;
    b->outcomes = arena_zeros(&b->given.memory, b->given.n_items, sizeof *b->outcomes);
    if (!b->outcomes)
        no_memory(b);
    for (uint32_t i = 0; i < b->given.n_items && b->failure.code == SUITOR_OK; i++)
        if (!b->given.items[i].problem && !b->given.items[i].note)
            work_on(in, b, i, d);
}

static suitor_status write_item(keeper *k, const block *b, uint32_t i, suitor_error *err)
{
    const given_item *item = &b->given.items[i];

    if (item->note)
        return keeper_file(k, item->note, err);
    if (!item->problem)
        return keeper_article(k, &item->article, &b->outcomes[i], err);
    keeper_problem(k, item->problem);
    return SUITOR_OK;
}

static suitor_status deliver(void *job, void *user, suitor_error *err)
{
    intake *in = user;
    block *b = job;
    suitor_status st = SUITOR_OK;

    if (b->failure.code != SUITOR_OK)
        st = fail(err, b->failure.code, "%s", b->failure.message);
    for (uint32_t i = 0; st == SUITOR_OK && i < b->given.n_items; i++) {
        turnstile_enter(&in->store);
        st = write_item(&in->keeper, b, i, err);
        turnstile_leave(&in->store);
    }
    b->failure.code = SUITOR_OK;
    given_reset(&b->given);
    return st;
}

static void release(void *job) { given_free(&((block *)job)->given); }

/* Where relative paths begin, so that a file is known wherever it is named from. */
static bool find_folder(buf *folder)
{
    char *name = getcwd(NULL, 0);

    if (name)
        buf_add(folder, name);
    free(name);
    return !folder->failed;
}

suitor_status intake_new(const suitor_extractor *extractor, suitor_store *store,
                         const suitor_ingest_options *options, suitor_ingest_stats *stats,
                         intake **out, suitor_error *err)
{
    const uint32_t n_threads = options->n_threads ? options->n_threads : crew_useful();
    intake *in;

    *out = NULL;
    if (n_threads > CREW_MAX)
        return fail(err, SUITOR_ERR_INVALID, "%lu threads are more than the limit of %d",
                    (unsigned long)n_threads, CREW_MAX);
    in = calloc(1, sizeof *in);
    if (!in)
        return fail(err, SUITOR_ERR_NOMEM, "no memory for threads");
    in->extractor = extractor;
    in->options = options;
    turnstile_make(&in->store);
    keeper_begin(&in->keeper, store, options, stats);
    const crew_plan plan = { n_threads, sizeof(block), work, deliver, release, in };
    suitor_status st = find_folder(&in->folder)
                           ? crew_new(&plan, &in->crew, err)
                           : fail(err, SUITOR_ERR_NOMEM, "no memory for the name of the folder");
    if (st == SUITOR_OK)
        *out = in;
    else
        intake_free(in);
    return st;
}

/* The block to put something into; NULL, and *st, where writing has failed. */
static block *open_block(intake *in, suitor_status *st, suitor_error *err)
{
    block *b = crew_open(in->crew);

    *st = b ? SUITOR_OK : crew_finish(in->crew, err);
    return b;
}

static void close_block(intake *in, block *b, bool fits)
{
    if (!fits)
        no_memory(b);
    crew_close(in->crew, given_is_full(&b->given));
}

static suitor_status on_article(const suitor_article *article, void *user, suitor_error *err)
{
    intake *in = user;
    suitor_status st;
    block *b = open_block(in, &st, err);

    if (b)
        close_block(in, b, given_article(&b->given, article, !in->extractor));
    return st;
}

/* This and what follows tell nobody of a failure: the next article or the end does. */
static void on_problem(const suitor_error *problem, void *user)
{
    intake *in = user;
    suitor_status st;
    block *b = open_block(in, &st, NULL);

    if (b)
        close_block(in, b, given_problem(&b->given, problem));
}

static void give_note(intake *in, file_event event, const suitor_store_input *input)
{
    const file_note head = { .event = event, .input = *input };
    suitor_status st;
    block *b = open_block(in, &st, NULL);

    if (!b)
        return;
    buf_reset(&in->note);
    buf_append(&in->note, suitor_sv_make((const char *)&head, offsetof(file_note, path)));
    buf_append(&in->note, suitor_sv_make(in->path.ptr, in->path.len + 1));
    close_block(in, b, !in->note.failed && given_note(&b->given, in->note.ptr, in->note.len));
}

/* The path from the root on, without "./" in front. */
static bool find_path(intake *in, const char *path)
{
    buf_reset(&in->path);
    while (path[0] == '.' && path[1] == '/')
        path += 2;
    if (path[0] != '/') {
        buf_append(&in->path, buf_view(&in->folder));
        buf_char(&in->path, '/');
    }
    buf_add(&in->path, path);
    return !in->path.failed;
}

/* A file that was changed this moment may be changed once more without its times telling. */
static void wait_for_the_clock(const suitor_input *file)
{
    struct timespec now, pause = { 0, 0 };

    clock_gettime(CLOCK_REALTIME, &now);
    int64_t age = (int64_t)now.tv_sec * 1000000000 + now.tv_nsec - file->changed;
    if (age < 0 || age >= CLOCK_GRAIN)
        return;
    pause.tv_nsec = (long)(CLOCK_GRAIN - age);
    nanosleep(&pause, NULL);
}

static bool is_same(const suitor_input *a, const suitor_input *b)
{
    return a->inode == b->inode && a->size == b->size && a->modified == b->modified &&
           a->changed == b->changed;
}

/* What the store knows of the file decides. */
static suitor_reading decide(intake *in, const suitor_input *file, suitor_mark *from)
{
    suitor_store_input known;
    bool found = false;
    suitor_status st;

    if (!in->keeper.store || in->options->again)
        return SUITOR_READ_ALL;
    turnstile_enter(&in->store);
    st = suitor_store_find_input(in->keeper.store, in->path.ptr, &known, &found, NULL);
    turnstile_leave(&in->store);
    if (st != SUITOR_OK || !found) /* a failing store fails when written to, and tells why */
        return SUITOR_READ_ALL;
    *from = known.mark;
    if (is_same(file, &known.file)) {
        from->is_digested = false;
        return known.whole ? SUITOR_READ_NOTHING : SUITOR_READ_ON;
    }
    return from->is_digested ? SUITOR_READ_ON : SUITOR_READ_ALL;
}

static suitor_reading on_input(const suitor_input *file, suitor_mark *from, void *user)
{
    intake *in = user;
    suitor_reading how;

    if (!find_path(in, file->path))
        return SUITOR_READ_ALL;
    how = decide(in, file, from);
    const suitor_store_input input = { *file, *from, how == SUITOR_READ_NOTHING };
    if (how != SUITOR_READ_NOTHING)
        wait_for_the_clock(file);
    give_note(in, how == SUITOR_READ_NOTHING ? FILE_IS_KNOWN : FILE_BEGINS, &input);
    return how;
}

static void on_input_end(const suitor_input *file, const suitor_mark *mark, bool whole, void *user)
{
    give_note(user, FILE_ENDS, &(suitor_store_input){ *file, *mark, whole });
}

suitor_status intake_read(intake *in, const char *path, suitor_error *err)
{
    suitor_read_options reading = in->options->read;

    reading.on_input = on_input;
    reading.on_input_end = on_input_end;
    reading.lines_only = !in->extractor;
    return suitor_read(path, &reading, on_article, on_problem, in, err);
}

suitor_status intake_finish(intake *in, suitor_status st, suitor_error *err)
{
    suitor_ingest_stats *stats = in->keeper.stats;
    suitor_status written = crew_finish(in->crew, st == SUITOR_OK ? err : NULL);

    st = st == SUITOR_OK ? written : st;
    if (stats->stopped) /* which is what failed */
        st = SUITOR_OK;
    if (in->options->read.stop && *in->options->read.stop)
        stats->stopped = true;
    return st == SUITOR_OK ? keeper_commit(&in->keeper, err) : st;
}

void intake_free(intake *in)
{
    if (!in)
        return;
    crew_free(in->crew);
    keeper_end(&in->keeper);
    for (size_t i = 0; i < CREW_MAX; i++) {
        suitor_extraction_free(in->desks[i].extraction);
        claims_reader_free(&in->desks[i].claims);
        key_maker_free(&in->desks[i].keys);
    }
    turnstile_destroy(&in->store);
    buf_free(&in->folder);
    buf_free(&in->path);
    buf_free(&in->note);
    free(in);
}
