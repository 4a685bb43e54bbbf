/* One article through every stage on the way in: read → text and extract →
 * store. Read this file first. The way out (ledger → market → answers) begins
 * with suitor_store_ledger() and suitor_market_build().
 *
 * Articles are put in batches of one transaction each, because a transaction a
 * file waits for the disk a file.
 */
#include "suitor/ingest.h"

typedef struct {
    const suitor_extractor *extractor;
    suitor_store *store;
    const suitor_ingest_options *options;
    suitor_extraction *extraction; /* working memory, reused from article to article */
    suitor_ingest_stats *stats;
    suitor_ingest_stats kept; /* as of the last commit */
    uint32_t in_batch;        /* articles in the open transaction */
} ingest;

static void skip(const suitor_error *problem, void *user)
{
    ingest *in = user;

    in->stats->skipped++;
    if (in->options->on_problem)
        in->options->on_problem(problem, in->options->user);
}

/* Whether a failure is the one article's own, so that the next may be better. */
static bool is_of_article(suitor_status st)
{
    return st == SUITOR_ERR_LIMIT || st == SUITOR_ERR_PARSE || st == SUITOR_ERR_INVALID;
}

static suitor_status commit(ingest *in, suitor_error *err)
{
    suitor_status st;

    if (in->in_batch == 0)
        return SUITOR_OK;
    st = suitor_store_commit(in->store, err);
    if (st != SUITOR_OK)
        return st;
    in->in_batch = 0;
    in->kept = *in->stats;
    return SUITOR_OK;
}

static void undo(ingest *in)
{
    if (in->in_batch == 0)
        return;
    suitor_store_rollback(in->store);
    in->in_batch = 0;
    in->stats->added = in->kept.added;
    in->stats->unchanged = in->kept.unchanged;
    in->stats->claims = in->kept.claims;
}

static suitor_status extract_and_put(ingest *in, const suitor_article *article, suitor_error *err)
{
    const suitor_facts *facts = NULL;
    bool added = false;
    suitor_status st = suitor_extract(in->extractor, article, in->extraction, &facts, err);

    if (st == SUITOR_OK)
        st = suitor_store_put(in->store, article, facts, &added, err);
    if (st != SUITOR_OK)
        return st;
    in->stats->added += added;
    in->stats->unchanged += !added;
    in->stats->claims += added ? facts->n_claims : 0;
    return SUITOR_OK;
}

static suitor_status take(const suitor_article *article, void *user, suitor_error *err)
{
    ingest *in = user;
    suitor_status st = SUITOR_OK;

    if (in->in_batch == 0)
        st = suitor_store_begin(in->store, err);
    if (st != SUITOR_OK)
        return st;
    in->in_batch++;
    in->stats->read++;
    st = extract_and_put(in, article, err);
    if (is_of_article(st)) {
        skip(err, in);
        st = SUITOR_OK;
    }
    if (st == SUITOR_OK && in->in_batch >= in->options->batch)
        st = commit(in, err);
    if (st == SUITOR_OK && in->options->on_progress &&
        !in->options->on_progress(in->stats, in->options->user)) {
        in->stats->stopped = true;
        st = SUITOR_ERR_INVALID; /* only ends the reading: suitor_ingest() knows it was asked for */
    }
    return st;
}

suitor_status suitor_ingest(const char *path, const suitor_extractor *extractor,
                            suitor_store *store, const suitor_ingest_options *options,
                            suitor_ingest_stats *stats, suitor_error *err)
{
    static const suitor_ingest_options defaults = SUITOR_INGEST_OPTIONS_INIT;
    ingest in = { extractor, store, options ? options : &defaults, NULL, stats, *stats, 0 };
    suitor_error own; /* skip() needs the text of a problem even where the caller does not */
    suitor_status st;

    if (!err)
        err = &own;
    stats->stopped = false;
    st = suitor_extraction_new(&in.extraction, err);
    if (st != SUITOR_OK)
        goto done;
    st = suitor_read(path, &in.options->read, take, skip, &in, err);
    if (in.options->read.stop && *in.options->read.stop)
        stats->stopped = true;
    if (st == SUITOR_OK || stats->stopped)
        st = commit(&in, err);
done:
    undo(&in);
    suitor_extraction_free(in.extraction);
    return st;
}
