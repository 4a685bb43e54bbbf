/* One article through the steps of extraction. */
#include <stdio.h>
#include <stdlib.h>

#include "claims/claims.h"
#include "compiled.h"
#include "fail.h"
#include "lexicon/compile.h"
#include "mentions/mentions.h"
#include "mentions/name_index.h"
#include "scoring/scoring.h"

enum { PATH_SIZE = 1024 };

suitor_status suitor_extractor_load(const char *data_dir, suitor_extractor **out, suitor_error *err)
{
    const suitor_extractor_options options = { .data_dir = data_dir };

    return suitor_extractor_load_with(&options, out, err);
}

static suitor_status load_tables(suitor_extractor *x, const suitor_extractor_options *options,
                                 lexicon_origins *origins, suitor_error *err)
{
    char path[PATH_SIZE];
    suitor_status st;

    snprintf(path, sizeof path, "%s/lexicon/en", options->data_dir);
    st = lexicon_load(&x->lex, path, origins, err);
    if (st == SUITOR_OK) {
        snprintf(path, sizeof path, "%s/gazetteer", options->data_dir);
        st = gazetteer_load(&x->gaz, &x->lex, path, options->registers, options->n_registers, err);
    }
    snprintf(path, sizeof path, "%s/lexicon/languages.tsv", options->data_dir);
    if (st == SUITOR_OK)
        st = languages_load(&x->languages, path, &x->lex.memory, err);
    if (st == SUITOR_OK)
        st = patterns_index(&x->lex, err);
    snprintf(path, sizeof path, "%s/lexicon/en/weights", options->data_dir);
    if (st == SUITOR_OK)
        st = scoring_load(x, path, err);
    lexicon_settle(&x->lex);
    return st;
}

suitor_status suitor_extractor_load_with(const suitor_extractor_options *options,
                                         suitor_extractor **out, suitor_error *err)
{
    return extractor_load(options, NULL, out, err);
}

suitor_status extractor_load(const suitor_extractor_options *given, lexicon_origins *origins,
                             suitor_extractor **out, suitor_error *err)
{
    suitor_extractor_options options = *given;
    suitor_extractor *x = calloc(1, sizeof *x);
    suitor_status st = SUITOR_OK;
    uint64_t key;

    *out = NULL;
    if (!x)
        return fail(err, SUITOR_ERR_NOMEM, "extractor: no memory");
    if (!options.data_dir)
        options.data_dir = suitor_data_dir();
    if (origins || !compiled_open(x, &options, &key)) {
        st = load_tables(x, &options, origins, err);
        if (st == SUITOR_OK && !origins)
            compiled_save(x, &options, key);
    }
    if (st == SUITOR_OK)
        *out = x;
    else
        suitor_extractor_free(x);
    return st;
}

void suitor_extractor_free(suitor_extractor *x)
{
    if (!x)
        return;
    if (x->image.bytes) {
        image_close(&x->image);
    } else {
        gazetteer_free(&x->gaz);
        languages_free(&x->languages);
        lexicon_free(&x->lex);
        scoring_free(x);
    }
    free(x);
}

suitor_status suitor_extraction_new(suitor_extraction **out, suitor_error *err)
{
    *out = calloc(1, sizeof **out);
    return *out ? SUITOR_OK : fail(err, SUITOR_ERR_NOMEM, "extraction: no memory");
}

void suitor_extraction_free(suitor_extraction *r)
{
    if (!r)
        return;
    void *arrays[] = { r->mentions,   r->people,     r->spellings,   r->units,      r->phrases,
                       r->sentences,  r->sources,    r->sums,        r->events,     r->needs,
                       r->choices,    r->members,    r->club_counts, r->mention_at, r->sum_at,
                       r->club_facts, r->candidates, r->counted,     r->called,     r->called_words,
                       r->scored,     r->pairs,      r->features,    r->cue_words,  r->uses,
                       r->needed_at };
    for (size_t i = 0; i < sizeof arrays / sizeof *arrays; i++)
        free(arrays[i]);
    name_index_free(&r->names);
    strmap_free(&r->told);
    strmap_free(&r->seen);
    document_free(&r->doc);
    arena_free(&r->memory);
    free(r);
}

static int32_t month_of(const suitor_article *article)
{
    char date[SUITOR_DATE_SIZE];

    if (article->day == SUITOR_NO_DAY)
        return NO_MONTH;
    suitor_day_format(article->day, date);
    return gazetteer_month(suitor_sv_of(date));
}

typedef void (*step)(reading *);

static suitor_status take_steps(reading *r, const step *steps, size_t n, suitor_error *err)
{
    for (size_t i = 0; i < n; i++) {
        steps[i](r);
        if (r->out_of_memory)
            return fail(err, SUITOR_ERR_NOMEM, "%.*s: no memory to read the article",
                        SUITOR_SV_ARG(r->article->id));
    }
    return SUITOR_OK;
}

suitor_status suitor_extract(const suitor_extractor *x, const suitor_article *article,
                             suitor_extraction *r, const suitor_facts **facts, suitor_error *err)
{
    static const step names[] = { mentions_find, clubs_resolve, people_tie, players_recognise,
                                  sums_find };
    static const step claims[] = { units_build, references_resolve, positions_learn, sources_credit,
                                   events_find, prices_tell,        pairs_judge,     facts_build };

    r->x = x;
    r->article = article;
    r->month = month_of(article);
    r->out_of_memory = false;
    arena_reset(&r->memory);
    r->facts = (suitor_facts){ 0 };
    suitor_status st = document_read(&r->doc, article->text, &x->lex.words, err);
    if (st == SUITOR_OK)
        st = take_steps(r, names, sizeof names / sizeof *names, err);
    suitor_sv language =
        st == SUITOR_OK ? languages_of(&x->languages, &r->doc) : suitor_sv_make("", 0);
    const bool is_own = suitor_sv_equal(language, x->languages.codes[0]);
    /* a lexicon reads only its own language */
    if (st == SUITOR_OK && (r->keep_uses || (is_own && !tells_nothing(r))))
        st = take_steps(r, claims, sizeof claims / sizeof *claims, err);
    r->facts.language = language;
    if (st == SUITOR_OK)
        *facts = &r->facts;
    return st;
}
