/* Articles are put in batches of one transaction each, because a transaction an article waits for
 * the disk an article. With each commit goes how far the file at hand has been read, so that the
 * store at any moment, whatever happens, knows what is in it.
 */
#include "keeper.h"

#include "fail.h"

void keeper_begin(keeper *k, suitor_store *store, const suitor_ingest_options *options,
                  suitor_ingest_stats *stats)
{
    *k = (keeper){ .store = store, .options = options, .stats = stats, .kept = *stats };
    k->bytes_before = stats->bytes;
}

static suitor_status no_memory(suitor_error *err)
{
    return fail(err, SUITOR_ERR_NOMEM, "no memory for the articles under way");
}

void keeper_problem(keeper *k, const suitor_error *problem)
{
    k->stats->skipped++;
    k->problems++;
    if (k->options->on_problem)
        k->options->on_problem(problem, k->options->user);
}

/* Whether a failure is the one article's own, so that the next may be better. */
static bool is_of_article(suitor_status st)
{
    return st == SUITOR_ERR_LIMIT || st == SUITOR_ERR_PARSE || st == SUITOR_ERR_INVALID;
}

/* See that a transaction is open for one thing more. */
static suitor_status join_batch(keeper *k, suitor_error *err)
{
    suitor_status st = SUITOR_OK;

    if (k->in_batch == 0 && !k->options->dry_run)
        st = suitor_store_begin(k->store, err);
    k->in_batch += st == SUITOR_OK;
    return st;
}

/* Remember the file at hand; not one that gave nothing but problems, which are told again the
 * next time. */
static suitor_status put_file(keeper *k, suitor_error *err)
{
    if (!k->in_file || k->options->dry_run || (k->told == 0 && k->problems > 0))
        return SUITOR_OK;
    return suitor_store_put_input(k->store, &k->file, err);
}

suitor_status keeper_commit(keeper *k, suitor_error *err)
{
    suitor_status st = SUITOR_OK;

    if (k->in_batch > 0 && !k->options->dry_run) {
        st = put_file(k, err);
        if (st == SUITOR_OK)
            st = suitor_store_commit(k->store, err);
    }
    if (st != SUITOR_OK)
        return st;
    k->in_batch = 0;
    k->kept = *k->stats;
    return SUITOR_OK;
}

static suitor_status commit_if_due(keeper *k, suitor_error *err)
{
    return k->in_batch >= k->options->batch ? keeper_commit(k, err) : SUITOR_OK;
}

/* What a dry run says: whether the article is in the store or was met before. */
static suitor_status is_new(keeper *k, const suitor_article *article, const outcome *o, bool *added,
                            suitor_error *err)
{
    suitor_sv key = suitor_sv_make((const char *)o->what.digest, sizeof o->what.digest);
    bool has = false;
    suitor_status st = k->store ? suitor_store_has(k->store, article, &has, err) : SUITOR_OK;

    *added = false;
    if (st == SUITOR_OK && !has && !strmap_put(&k->seen, key, 1, added))
        st = no_memory(err);
    return st;
}

static bool is_foreign(const suitor_facts *facts)
{
    return facts->language.len && !suitor_sv_equal(facts->language, suitor_sv_of(SUITOR_LANGUAGE));
}

static suitor_status put(keeper *k, const suitor_article *article, const outcome *o,
                         suitor_error *err)
{
    bool added = false;
    suitor_status st = k->options->dry_run
                           ? is_new(k, article, o, &added, err)
                           : article_put(k->store, article, &o->facts, &o->what, &added, err);

    if (st != SUITOR_OK)
        return st;
    k->stats->added += added;
    k->stats->unchanged += !added;
    k->stats->claims += added ? o->facts.n_claims : 0;
    k->stats->foreign += added && is_foreign(&o->facts);
    return SUITOR_OK;
}

suitor_status keeper_article(keeper *k, const suitor_article *article, const outcome *o,
                             suitor_error *err)
{
    suitor_status st = join_batch(k, err);

    if (st != SUITOR_OK)
        return st;
    k->stats->read++;
    k->told++;
    if (k->in_file) {
        k->file.mark.place = article->place;
        k->stats->bytes = k->bytes_before + article->place.offset;
    }
    if (!o->problem)
        st = put(k, article, o, err);
    else if (is_of_article(o->problem->code))
        keeper_problem(k, o->problem);
    else
        st = fail(err, o->problem->code, "%s", o->problem->message);
    if (st == SUITOR_OK)
        st = commit_if_due(k, err);
    if (st == SUITOR_OK && k->options->on_progress &&
        !k->options->on_progress(k->stats, k->options->user)) {
        k->stats->stopped = true;
        st = fail(err, SUITOR_ERR_INVALID, "asked to stop");
    }
    return st;
}

static suitor_status begin_file(keeper *k, const file_note *note, suitor_error *err)
{
    buf_reset(&k->path);
    buf_add(&k->path, note->path);
    if (k->path.failed)
        return no_memory(err);
    k->file = note->input;
    k->file.file.path = k->path.ptr;
    k->in_file = true;
    k->told = k->problems = 0;
    return SUITOR_OK;
}

static suitor_status end_file(keeper *k, const file_note *note, suitor_error *err)
{
    suitor_status st = join_batch(k, err);

    k->file.mark = note->input.mark;
    k->file.whole = note->input.whole;
    k->stats->files += note->input.whole;
    if (st == SUITOR_OK)
        st = put_file(k, err);
    k->in_file = false;
    return st == SUITOR_OK ? commit_if_due(k, err) : st;
}

suitor_status keeper_file(keeper *k, const file_note *note, suitor_error *err)
{
    if (note->event == FILE_BEGINS)
        return begin_file(k, note, err);
    if (note->input.whole) {
        k->bytes_before += note->input.file.size;
        k->stats->bytes = k->bytes_before;
    }
    if (note->event == FILE_ENDS)
        return end_file(k, note, err);
    k->stats->known++;
    return SUITOR_OK;
}

void keeper_end(keeper *k)
{
    if (k->in_batch > 0) {
        if (!k->options->dry_run)
            suitor_store_rollback(k->store);
        k->stats->added = k->kept.added;
        k->stats->foreign = k->kept.foreign;
        k->stats->unchanged = k->kept.unchanged;
        k->stats->claims = k->kept.claims;
    }
    strmap_free(&k->seen);
    buf_free(&k->path);
}
