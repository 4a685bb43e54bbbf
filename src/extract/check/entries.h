/* Inner to check/: the entries of a lexicon, and how they are found by what matched. */
#ifndef EXTRACT_ENTRIES_OF_CHECK_H
#define EXTRACT_ENTRIES_OF_CHECK_H

#include "reading.h"
#include "suitor/lexicon.h"

/* Zeroed it is ready. */
typedef struct {
    suitor_lexicon_entry *entries;
    uint32_t n_entries, cap;
    uint32_t *cues;        /* by pattern: its entry, its alternatives behind */
    uint32_t first_member; /* entry of the first of origins->members, the others behind */
    uint32_t first_signal; /* likewise of origins->signals */
    uint32_t *by_word;     /* by word: entry of a member that the program asks for, NONE */
    uint32_t *next;        /* by member: entry of the next one of its word, NONE */
    arena memory;          /* of what the entries show */
} entry_table;

/* Make the entries; nothing has matched yet. */
suitor_status entries_list(entry_table *t, const lexicon *lex, const lexicon_origins *origins,
                           suitor_error *err);

/* The alternative `part` at `piece` of pattern `of`; NONE where it is the only one there. */
uint32_t entries_alternative(const entry_table *t, uint32_t of, uint32_t piece, suitor_sv part);

/* How many words a member of a class has, and the first of them; `doc` is scratch. */
suitor_status member_words(const lexicon *lex, suitor_sv member, document *doc, uint32_t *n,
                           uint32_t *first, suitor_error *err);

void entries_free(entry_table *t);

/* Cut the next piece off a pattern, and the next alternative off a piece, without the sign
 * of what is optional; false when nothing is left. */
bool piece_next(suitor_sv *rest, suitor_sv *piece);
bool alternative_next(suitor_sv *piece, suitor_sv *part);

#endif
