/* Where what the lexicon holds comes from in its files: kept only for who wants to check
 * what of it is used. */
#ifndef EXTRACT_ORIGINS_H
#define EXTRACT_ORIGINS_H

#include <stdbool.h>

#include "suitor/sv.h"

#define ORIGIN_NONE UINT32_MAX

/* A named list of phrases: members[first … first + count). */
typedef struct {
    suitor_sv name;
    uint32_t first, count;
    bool asked_for; /* by the program, for the words in it */
} phrase_class;

/* A file of cues, and the patterns up to its end. */
typedef struct {
    suitor_sv name; /* "cues/interest.json" */
    uint32_t n_patterns;
} cue_file;

/* What a sequence of words was written as. */
typedef struct {
    suitor_sv part;  /* the alternative of a pattern */
    uint32_t member; /* of the class that it names, into members[]; ORIGIN_NONE */
} sequence_origin;

/* A phrase of signals.json. */
typedef struct {
    suitor_sv text, class_name;
} signal_phrase;

/* Zeroed it is ready. Views are borrowed from the lexicon. */
typedef struct {
    cue_file *files;
    phrase_class *classes;
    suitor_sv *members;
    sequence_origin *sequences; /* by the first place of the sequence in word_pool[] */
    signal_phrase *signals;
    uint32_t *meanings; /* by entry of the lexicon's signals: the phrase that made it */
    uint32_t n_files, files_cap, n_classes, n_members, n_sequences, sequences_cap;
    uint32_t n_signals, signals_cap, n_meanings, meanings_cap;
} lexicon_origins;

/* All are false when out of memory. */
bool origins_note_file(lexicon_origins *o, suitor_sv name, uint32_t n_patterns);
bool origins_note_sequence(lexicon_origins *o, uint32_t place, suitor_sv part, uint32_t member);

bool origins_note_signal(lexicon_origins *o, suitor_sv text, suitor_sv class_name);

/* The last phrase noted has made all entries below `n_entries` that were not there. */
bool origins_note_meanings(lexicon_origins *o, uint32_t n_entries);

/* Name of the file that pattern `i` stands in. */
suitor_sv origins_file(const lexicon_origins *o, uint32_t i);

void origins_free(lexicon_origins *o);

#endif
