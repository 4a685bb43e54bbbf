#include "facts.h"

#include <string.h>

/* A row of a table says without a doubt what it says. */
static const double CONFIDENCE = 1;

static void add_claim(row_facts *out, suitor_relation relation, suitor_stage stage,
                      suitor_sv origin)
{
    suitor_span whole = { 0, (uint32_t)out->article.text.len };

    out->claim = (suitor_claim){ 0, 0, relation, stage, { 0, 1 } };
    out->evidence = (suitor_evidence){ whole, whole, stage, SUITOR_FIRM, origin, CONFIDENCE };
}

void row_facts_fill(row_facts *out, const rumour *row, suitor_sv id, suitor_sv club,
                    suitor_sv owner, const suitor_import_options *options, const char *path)
{
    suitor_sv outlet = row->source.len ? row->source : suitor_sv_of(options->source);
    bool settled = row->stage == SUITOR_AGREED || row->stage == SUITOR_DONE;

    memset(out, 0, sizeof *out);
    out->article = (suitor_article){ .id = id,
                                     .url = row->url,
                                     .outlet = outlet,
                                     .text = row->text,
                                     .path = suitor_sv_of(path),
                                     .day = row->day };
    out->player = (suitor_player){
        .name = row->player, .club = owner.len ? 0 : -1, .position = row->position, .age = -1
    };
    out->club.name = club.len ? club : owner;
    out->facts = (suitor_facts){ .players = &out->player,
                                 .clubs = &out->club,
                                 .claims = &out->claim,
                                 .evidence = &out->evidence,
                                 .fees = &out->fee,
                                 .n_players = 1,
                                 .n_claims = 1,
                                 .n_evidence = 1,
                                 .n_clubs = 1 };
    if (owner.len)
        add_claim(out, SUITOR_PLAYS_FOR, SUITOR_OWNED, outlet);
    else
        add_claim(out, settled ? SUITOR_DEAL : SUITOR_INTEREST, row->stage, outlet);
    if (row->value > 0) {
        out->fee = (suitor_fee){ .kind = SUITOR_FEE_VALUATION,
                                 .low = row->value,
                                 .high = row->value,
                                 .quote = out->evidence.quote };
        memcpy(out->fee.currency, row->currency, sizeof out->fee.currency);
        out->facts.n_fees = 1;
    }
}
