/* Many articles on several threads: blocks of them are the jobs of a crew. */
#include "suitor/bulk.h"

#include <stdlib.h>

#include "crew.h"
#include "facts_json.h"
#include "fail.h"
#include "given.h"
#include "grow.h"
#include "json.h"

_Static_assert(SUITOR_BULK_MAX_THREADS == CREW_MAX, "as many as a crew can have");

/* A problem to be told when `lines_before` bytes of lines have been. */
typedef struct {
    size_t lines_before;
    const suitor_error *problem;
} interjection;

typedef struct {
    given given;
    buf lines;
    interjection *interjections;
    uint32_t n_interjections, interjections_cap;
    suitor_error failure; /* ends the work behind this block, unless SUITOR_OK */
} block;

struct suitor_bulk {
    const suitor_extractor *extractor;
    suitor_bulk_options options;
    crew *crew;
    suitor_extraction *extractions[CREW_MAX]; /* by worker, made by the first need of it */
};

static void no_memory(block *b)
{
    fail(&b->failure, SUITOR_ERR_NOMEM, "no memory for the articles under way");
}

static void add_problem_line(block *b, const suitor_error *problem)
{
    json j = { .out = &b->lines };

    json_begin_object(&j);
    JSON_PUT(&j, "error", text, problem->message);
    json_end_object(&j);
    buf_char(&b->lines, '\n');
}

static bool is_of_article(suitor_status st)
{
    return st == SUITOR_ERR_LIMIT || st == SUITOR_ERR_PARSE || st == SUITOR_ERR_INVALID;
}

static void interject(const suitor_bulk *bulk, block *b, const suitor_error *problem)
{
    if (problem && bulk->options.problem_lines && is_of_article(problem->code))
        add_problem_line(b, problem);
    else if (!problem || !grow(&b->interjections, &b->interjections_cap, b->n_interjections + 1,
                               sizeof *b->interjections))
        no_memory(b);
    else
        b->interjections[b->n_interjections++] = (interjection){ b->lines.len, problem };
}

static void extract_one(const suitor_bulk *bulk, block *b, const suitor_article *article,
                        suitor_extraction *extraction)
{
    const suitor_facts *facts;
    suitor_error err;
    suitor_status st = suitor_extract(bulk->extractor, article, extraction, &facts, &err);

    if (is_of_article(st)) {
        interject(bulk, b, given_keep(&b->given, &err));
    } else if (st != SUITOR_OK) {
        b->failure = err;
    } else {
        facts_append_json(&b->lines, article, facts, bulk->options.whole);
        buf_char(&b->lines, '\n');
    }
}

static void work(void *job, uint32_t worker, void *user)
{
    suitor_bulk *bulk = user;
    suitor_extraction **extraction = &bulk->extractions[worker];
    block *b = job;

    if (!*extraction && suitor_extraction_new(extraction, &b->failure) != SUITOR_OK)
        return;
    for (uint32_t i = 0; i < b->given.n_items && b->failure.code == SUITOR_OK; i++) {
        const given_item *item = &b->given.items[i];
        if (item->problem)
            interject(bulk, b, item->problem);
        else
            extract_one(bulk, b, &item->article, *extraction);
    }
    if (b->lines.failed)
        no_memory(b);
}

static suitor_status tell_lines(const suitor_bulk *bulk, const block *b, size_t from, size_t to,
                                suitor_error *err)
{
    if (from == to)
        return SUITOR_OK;
    return bulk->options.on_lines(suitor_sv_make(b->lines.ptr + from, to - from),
                                  bulk->options.user, err);
}

static suitor_status tell(const suitor_bulk *bulk, const block *b, suitor_error *err)
{
    suitor_status st = SUITOR_OK;
    size_t told = 0;

    for (uint32_t i = 0; i < b->n_interjections && st == SUITOR_OK; i++) {
        const interjection *in = &b->interjections[i];
        st = tell_lines(bulk, b, told, in->lines_before, err);
        told = in->lines_before;
        if (st == SUITOR_OK && bulk->options.on_problem)
            bulk->options.on_problem(in->problem, bulk->options.user);
    }
    return st == SUITOR_OK ? tell_lines(bulk, b, told, b->lines.len, err) : st;
}

static suitor_status deliver(void *job, void *user, suitor_error *err)
{
    block *b = job;
    suitor_status st = b->lines.failed ? SUITOR_OK : tell(user, b, err);

    if (st == SUITOR_OK && b->failure.code != SUITOR_OK)
        st = fail(err, b->failure.code, "%s", b->failure.message);
    b->failure.code = SUITOR_OK;
    b->n_interjections = 0;
    buf_reset(&b->lines);
    given_reset(&b->given);
    return st;
}

static void release(void *job)
{
    block *b = job;

    given_free(&b->given);
    buf_free(&b->lines);
    free(b->interjections);
}

suitor_status suitor_bulk_new(const suitor_extractor *extractor, const suitor_bulk_options *options,
                              suitor_bulk **out, suitor_error *err)
{
    const uint32_t n_threads = options->n_threads ? options->n_threads : crew_useful();
    suitor_bulk *bulk;

    *out = NULL;
    if (n_threads > CREW_MAX)
        return fail(err, SUITOR_ERR_INVALID, "%lu threads are more than the limit of %d",
                    (unsigned long)n_threads, CREW_MAX);
    bulk = calloc(1, sizeof *bulk);
    if (!bulk)
        return fail(err, SUITOR_ERR_NOMEM, "no memory for threads");
    bulk->extractor = extractor;
    bulk->options = *options;
    const crew_plan plan = { n_threads, sizeof(block), work, deliver, release, bulk };
    suitor_status st = crew_new(&plan, &bulk->crew, err);
    if (st == SUITOR_OK)
        *out = bulk;
    else
        suitor_bulk_free(bulk);
    return st;
}

suitor_status suitor_bulk_article(const suitor_article *article, void *bulk, suitor_error *err)
{
    suitor_bulk *to = bulk;
    block *b = crew_open(to->crew);

    if (!b)
        return crew_finish(to->crew, err);
    if (!given_article(&b->given, article, false))
        no_memory(b);
    crew_close(to->crew, given_is_full(&b->given));
    return SUITOR_OK;
}

void suitor_bulk_problem(const suitor_error *problem, void *bulk)
{
    suitor_bulk *to = bulk;
    block *b = crew_open(to->crew);

    if (!b)
        return; /* the next article or suitor_bulk_finish() tells why */
    if (!given_problem(&b->given, problem))
        no_memory(b);
    crew_close(to->crew, given_is_full(&b->given));
}

suitor_status suitor_bulk_finish(suitor_bulk *bulk, suitor_error *err)
{
    return crew_finish(bulk->crew, err);
}

void suitor_bulk_free(suitor_bulk *bulk)
{
    if (!bulk)
        return;
    crew_free(bulk->crew);
    for (size_t i = 0; i < CREW_MAX; i++)
        suitor_extraction_free(bulk->extractions[i]);
    free(bulk);
}
