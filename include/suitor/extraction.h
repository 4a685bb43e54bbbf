/* What one article says: players, claims with evidence, fees, needs.
 *
 * Relations and stages follow the labelling guide in docs/extraction.md.
 * All views point into the article's text or the extractor's gazetteer; all
 * arrays live in the suitor_extraction until it is used again or freed.
 */
#ifndef SUITOR_EXTRACTION_H
#define SUITOR_EXTRACTION_H

#include <stdbool.h>

#include "suitor/article.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef enum {
    SUITOR_PLAYS_FOR,
    SUITOR_INTEREST,
    SUITOR_DEAL,
    SUITOR_ENDED,
    SUITOR_LEAVING,
    SUITOR_STAYING,
    SUITOR_N_RELATIONS
} suitor_relation;

/* Stages in rising order within each relation. */
typedef enum {
    SUITOR_OWNED, /* plays_for */
    SUITOR_LOAN,
    SUITOR_LINKED, /* interest */
    SUITOR_WATCHING,
    SUITOR_KEEN,
    SUITOR_TALKS,
    SUITOR_BID,
    SUITOR_AGREED, /* deal */
    SUITOR_DONE,
    SUITOR_OVER,     /* ended */
    SUITOR_POSSIBLE, /* leaving, staying */
    SUITOR_LIKELY,
    SUITOR_N_STAGES
} suitor_stage;

/* How firmly it is said. */
typedef enum {
    SUITOR_FIRM,     /* stated as fact or announced */
    SUITOR_REPORTED, /* credited to a report or a source */
    SUITOR_HEDGED,   /* reportedly, understood to, believed to */
    SUITOR_DOUBTFUL, /* could, might, may, if */
    SUITOR_N_HEDGES
} suitor_hedge;

typedef enum {
    SUITOR_POS_NONE,
    SUITOR_GK,
    SUITOR_CB,
    SUITOR_LB,
    SUITOR_RB,
    SUITOR_FB,
    SUITOR_DF,
    SUITOR_DM,
    SUITOR_CM,
    SUITOR_AM,
    SUITOR_MF,
    SUITOR_LW,
    SUITOR_RW,
    SUITOR_W,
    SUITOR_ST,
    SUITOR_FW,
    SUITOR_N_POSITIONS
} suitor_position;

typedef enum {
    SUITOR_FEE_ASKING,
    SUITOR_FEE_BID,
    SUITOR_FEE_AGREED,
    SUITOR_FEE_VALUATION,
    SUITOR_FEE_CLAUSE,
    SUITOR_N_FEE_KINDS
} suitor_fee_kind;

/* Names as in the JSON. */

/* "plays_for" … */
SUITOR_API const char *suitor_relation_name(suitor_relation relation);

/* "keen" … */
SUITOR_API const char *suitor_stage_name(suitor_stage stage);

/* "reported" … */
SUITOR_API const char *suitor_hedge_name(suitor_hedge hedge);

/* "CB" …, "" for none. */
SUITOR_API const char *suitor_position_name(suitor_position position);

/* "asking" … */
SUITOR_API const char *suitor_fee_kind_name(suitor_fee_kind kind);

/* The reverse: false, and *out untouched, for a name that is none. */
SUITOR_API bool suitor_relation_parse(suitor_sv name, suitor_relation *out);
SUITOR_API bool suitor_stage_parse(suitor_sv name, suitor_stage *out);
SUITOR_API bool suitor_hedge_parse(suitor_sv name, suitor_hedge *out);
SUITOR_API bool suitor_position_parse(suitor_sv name, suitor_position *out);
SUITOR_API bool suitor_fee_kind_parse(suitor_sv name, suitor_fee_kind *out);

/* A run of an extraction's aliases[]. */
typedef struct {
    uint32_t first, count;
} suitor_run;

typedef struct {
    suitor_sv name;           /* fullest form in the text, or the gazetteer's */
    suitor_run aliases;       /* other spellings in the text, into aliases[] */
    int32_t club;             /* index into clubs[], -1 where the text does not tell */
    suitor_position position; /* SUITOR_POS_NONE where the text does not tell */
    int32_t age;              /* years, -1 where the text does not tell */
} suitor_player;

typedef struct {
    suitor_sv name; /* usual English name, from the gazetteer */
    suitor_run aliases;
} suitor_club;

/* One place in the text that supports a claim. */
typedef struct {
    suitor_span quote;    /* shortest run that carries the claim */
    suitor_span sentence; /* the sentence around it */
    suitor_stage stage;
    suitor_hedge hedge;
    suitor_sv origin;  /* outlet or journalist credited, else the publishing outlet */
    double confidence; /* 0–1: how sure the reading is, not how likely the move */
} suitor_evidence;

/* (player, club, relation), at most once an article, in its most advanced stage. */
typedef struct {
    uint32_t player; /* into players[] */
    uint32_t club;   /* into clubs[] */
    suitor_relation relation;
    suitor_stage stage;
    suitor_run evidence; /* into evidence[]; at least one; the first carries the claim */
} suitor_claim;

/* Millions of `currency`; low equals high for one sum. */
typedef struct {
    uint32_t player;
    suitor_fee_kind kind;
    char currency[4]; /* ISO 4217, NUL-terminated */
    double low, high;
    suitor_span quote;
} suitor_fee;

typedef struct {
    uint32_t club;
    suitor_position position;
    suitor_span quote;
} suitor_need;

/* A club that would sell, or buy, only one of `members`. */
typedef struct {
    uint32_t club;
    suitor_run members; /* into either_or_players[] */
    suitor_span quote;
} suitor_either_or;

/* The language of the lexicon. */
#define SUITOR_LANGUAGE "en"

/* Everything read out of one article. Counts are exact; arrays may be NULL at 0. */
typedef struct {
    const suitor_player *players;
    const suitor_club *clubs;
    const suitor_claim *claims;
    const suitor_evidence *evidence;
    const suitor_fee *fees;
    const suitor_need *needs;
    const suitor_either_or *either_or;
    const uint32_t *either_or_players; /* into players[] */
    const suitor_sv *sources;          /* outlets and journalists credited */
    const suitor_sv *aliases;
    uint32_t n_players, n_clubs, n_claims, n_evidence, n_fees, n_needs, n_either_or;
    uint32_t n_either_or_players, n_sources, n_aliases;
    /* BCP 47 code of the language that the text is told to be in, of letters that no known language
     * is written in "und" and their script; empty where nobody looked. Only texts in
     * SUITOR_LANGUAGE are read. */
    suitor_sv language;
} suitor_facts;

#ifdef __cplusplus
}
#endif
#endif
