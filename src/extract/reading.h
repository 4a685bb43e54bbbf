/* The reading of one article: what each step of extraction leaves for the next.
 *
 * tokens → mentions (names found) → people → units (noun phrases and words) →
 * references resolved → events (cues with arguments) → facts. All arrays grow
 * and are reused from article to article; texts live in `memory`.
 */
#ifndef EXTRACT_READING_H
#define EXTRACT_READING_H

#include "claims/event.h"
#include "gazetteer/gazetteer.h"
#include "image.h"
#include "language.h"
#include "mentions/name_index.h"
#include "mentions/person.h"
#include "mentions/unit.h"
#include "scoring/candidate.h"
#include "scoring/model.h"
#include "suitor/extractor.h"

#define NONE UINT32_MAX

struct suitor_extractor {
    image image; /* where the arrays below lie in it, and none is to be freed */
    lexicon lex;
    gazetteer gaz;
    languages languages;
    model model;
};

/* suitor_extractor_load_with(), telling where the lexicon's entries come from: `origins` as
 * for lexicon_load(). What was loaded before does not know that, so no cache is used unless
 * it is NULL. */
suitor_status extractor_load(const suitor_extractor_options *options, lexicon_origins *origins,
                             suitor_extractor **out, suitor_error *err);

/* A name in the text. */
typedef struct {
    uint32_t first, end; /* tokens */
    uint32_t ref;        /* by kind: gazetteer index, person, position; of a town its node */
    uint8_t kind;        /* entry_kind, or MENTION_PERSON */
    bool tag;            /* a hashtag or handle */
    bool doubtful;       /* may be an ordinary word that opens a sentence */
    bool bare;           /* a club of a register, by a name that may be a person's too */
} mention;

enum {
    MENTION_PERSON = 64,
    MENTION_HANDLE, /* of somebody unknown */
    MENTION_TIED,   /* a person mention whose ref is a person already */
    MENTION_NOBODY  /* a person mention beyond the people there is room for */
};

typedef struct {
    suitor_sv text;
    uint32_t next; /* NONE ends */
} spelling;

typedef struct {
    uint32_t first, end;               /* units */
    uint32_t first_phrase, end_phrase; /* of its units that are no plain words or signs */
    uint64_t classes, cue_bits;        /* of its units, all in one */
    uint8_t flags, arguments;          /* likewise */
    bool past;                         /* tells of former times */
    uint32_t origin;                   /* into sources[]; NONE: the outlet */
    bool reported;                     /* credited to anybody */
    bool heads_quote;                  /* names whose older post is quoted behind it */
    uint32_t player;                   /* person it tells of first, NONE */
    uint32_t club;                     /* unit of the club it tells of first, NONE */
    bool staff;                        /* it tells of a manager, agent … and of no player */
    uint32_t about;                    /* player of the last sentence up to this one that has one */
} unit_sentence;

/* Somebody who is credited. */
typedef struct {
    suitor_sv name;      /* as written */
    suitor_sv canonical; /* for origins */
    uint32_t first;      /* token */
    bool credited;       /* by a cue; else only named */
} source;

typedef struct {
    uint32_t first, end;    /* tokens */
    double low, high;       /* millions */
    char currency[4], sign; /* the same: see mentions/amount.h */
    bool wage, conversion;
    bool worded; /* says "million", not "m" alone */
} sum;

/* A unit whose word stands in cues. */
typedef struct {
    uint32_t unit, word;
    uint32_t last; /* the last unit at which the next word of a cue may stand */
} cue_word;

/* Where a pattern may stand: the unit that its anchor begins at. */
typedef struct {
    uint32_t unit, pattern;
} candidate_place;

struct suitor_extraction {
    const suitor_extractor *x;
    const suitor_article *article;
    int32_t month; /* of the article, counted as the gazetteer does; NO_MONTH undated */
    arena memory;
    document doc;
    mention *mentions;
    person *people;
    spelling *spellings;
    unit *units;
    uint32_t *phrases;        /* units that are no plain words or signs, in order */
    unit_sentence *sentences; /* as many as doc.sentences */
    source *sources;
    sum *sums;
    event *events;
    need_event *needs;
    choice_event *choices;
    uint32_t *members;
    candidate_place *candidates;     /* of the sentence at hand: claims/candidates.c */
    cue_word *cue_words;             /* likewise */
    uint64_t *called, *called_words; /* likewise; no bit is set between sentences */
    uint32_t *needed_at;             /* by needed element: claims/candidates.c */
    uint32_t needed_clock;
    uint32_t *club_counts, *counted; /* mentions by gazetteer club; where these are not 0 */
    uint32_t *club_facts;            /* by gazetteer club: index in the facts' clubs, NONE */
    uint32_t *mention_at;            /* by token: the mention that begins there, NONE */
    uint32_t *sum_at;                /* by token: likewise for sums */
    name_index names;
    struct cue_use *uses; /* claims/match.h: kept for who asks for them by keep_uses */
    strmap told;          /* player and club of all events */
    strmap seen;          /* scratch: what is to be counted once */
    uint32_t n_mentions, mentions_cap, n_people, people_cap, n_spellings, spellings_cap;
    uint32_t n_units, units_cap, n_phrases, phrases_cap, n_sentences, sentences_cap, n_sources,
        sources_cap;
    uint32_t n_sums, sums_cap, n_events, events_cap, n_needs, needs_cap;
    uint32_t n_told; /* events that cues tell, in text order; those of prices follow */
    uint32_t n_choices, choices_cap, n_members, members_cap, n_counted, counted_cap;
    uint32_t mention_at_cap, sum_at_cap, club_facts_cap, club_counts_cap, n_candidates,
        candidates_cap, cue_words_cap, called_cap, called_words_cap, needed_at_cap;
    struct scored_unit *scored;         /* by unit: what scoring/ asks of it */
    pair_candidate *pairs;              /* what scoring/ weighs */
    struct feature *features;           /* scratch of scoring/ */
    const struct pair_watcher *watcher; /* is shown each candidate; NULL */
    uint32_t scored_cap, n_pairs, pairs_cap, features_cap;
    uint32_t n_uses, uses_cap;
    bool keep_uses;
    bool out_of_memory;
    suitor_facts facts;
};

typedef struct suitor_extraction reading;

/* Append one element to a growing array of the reading; remembers failure. */
#define READING_PUSH(r, array, value)                                                              \
    ((r)->n_##array < (r)->array##_cap ||                                                          \
             grow(&(r)->array, &(r)->array##_cap, (r)->n_##array + 1, sizeof *(r)->array)          \
         ? ((r)->array[(r)->n_##array++] = (value), true)                                          \
         : ((r)->out_of_memory = true, false))

static inline suitor_span tokens_span(const reading *r, uint32_t first, uint32_t end)
{
    return (suitor_span){ r->doc.tokens[first].begin, r->doc.tokens[end - 1].end };
}

static inline suitor_sv tokens_text(const reading *r, uint32_t first, uint32_t end)
{
    return suitor_sv_cut(r->doc.text, tokens_span(r, first, end));
}

/* Whether the word of token `i` is in class `c`. */
static inline bool token_in(const reading *r, uint32_t i, word_class c)
{
    return r->doc.tokens[i].classes >> c & 1;
}

/* The units of sentence `s` that are no plain words or signs, one after the other. */
#define FOR_PHRASES(r, s, u)                                                                       \
    for (uint32_t u##_at = (s)->first_phrase, u;                                                   \
         u##_at < (s)->end_phrase && (u = (r)->phrases[u##_at], true); u##_at++)

#endif
