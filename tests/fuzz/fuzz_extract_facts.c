/* Any text as an article for the extractor with the real data: indices in range, spans
 * inside the text, evidence for every claim, and a JSON line that can be written. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "suitor/extractor.h"
#include "utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

enum { MAX_TEXT = 1 << 14 }; /* longer ones tell nothing new and take their time */

static suitor_extractor *extractor;
static suitor_extraction *extraction;
static FILE *nowhere;

static void must(bool ok)
{
    if (!ok)
        abort();
}

static void close_all(void)
{
    suitor_extraction_free(extraction);
    suitor_extractor_free(extractor);
    fclose(nowhere);
}

static void open_all(void)
{
    suitor_error err;

    if (extractor)
        return;
    if (suitor_extractor_load(NULL, &extractor, &err) != SUITOR_OK) {
        fprintf(stderr, "%s\n", err.message);
        abort();
    }
    must(suitor_extraction_new(&extraction, &err) == SUITOR_OK);
    nowhere = fopen("/dev/null", "wb");
    must(nowhere != NULL && atexit(close_all) == 0);
}

static void check_span(suitor_span span, suitor_sv text)
{
    must(span.begin < span.end && span.end <= text.len);
    must(utf8_check(suitor_sv_cut(text, span)) == span.end - span.begin);
}

static void check_claims(const suitor_facts *f, suitor_sv text)
{
    for (uint32_t i = 0; i < f->n_claims; i++) {
        const suitor_claim *c = &f->claims[i];
        must(c->player < f->n_players && c->club < f->n_clubs);
        must(c->relation < SUITOR_N_RELATIONS && c->stage < SUITOR_N_STAGES);
        must(c->evidence.count > 0 && c->evidence.first + c->evidence.count <= f->n_evidence);
    }
    for (uint32_t i = 0; i < f->n_evidence; i++) {
        const suitor_evidence *e = &f->evidence[i];
        check_span(e->quote, text);
        check_span(e->sentence, text);
        must(e->confidence > 0 && e->confidence <= 1);
    }
}

static void check_names(const suitor_facts *f)
{
    for (uint32_t i = 0; i < f->n_players; i++) {
        const suitor_player *p = &f->players[i];
        must(p->name.len > 0 && p->club >= -1 && p->club < (int32_t)f->n_clubs);
        must(p->aliases.first + p->aliases.count <= f->n_aliases);
    }
    for (uint32_t i = 0; i < f->n_clubs; i++) {
        must(f->clubs[i].name.len > 0);
        must(f->clubs[i].aliases.first + f->clubs[i].aliases.count <= f->n_aliases);
    }
}

static void check_rest(const suitor_facts *f, suitor_sv text)
{
    for (uint32_t i = 0; i < f->n_fees; i++) {
        check_span(f->fees[i].quote, text);
        must(f->fees[i].player < f->n_players && f->fees[i].low <= f->fees[i].high);
    }
    for (uint32_t i = 0; i < f->n_needs; i++) {
        check_span(f->needs[i].quote, text);
        must(f->needs[i].club < f->n_clubs && f->needs[i].position < SUITOR_N_POSITIONS);
    }
    for (uint32_t i = 0; i < f->n_either_or; i++) {
        const suitor_either_or *e = &f->either_or[i];
        check_span(e->quote, text);
        must(e->club < f->n_clubs && e->members.count >= 2);
        must(e->members.first + e->members.count <= f->n_either_or_players);
    }
    for (uint32_t i = 0; i < f->n_either_or_players; i++)
        must(f->either_or_players[i] < f->n_players);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    suitor_sv all = suitor_sv_make((const char *)bytes, len < MAX_TEXT ? len : MAX_TEXT);
    suitor_article article = { .id = suitor_sv_of("fuzz"), .day = 20514 };
    const suitor_facts *facts = NULL;
    suitor_error err;

    open_all();
    article.text = suitor_sv_make(all.ptr, utf8_check(all));
    must(suitor_extract(extractor, &article, extraction, &facts, &err) == SUITOR_OK);
    check_claims(facts, article.text);
    check_names(facts);
    check_rest(facts, article.text);
    must(suitor_facts_write_json(&article, facts, nowhere, &err) == SUITOR_OK);
    return 0;
}
