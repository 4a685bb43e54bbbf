/* Where what the lexicon holds comes from. */
#include "lexicon/origins.h"

#include <stdlib.h>

#include "grow.h"

bool origins_note_file(lexicon_origins *o, suitor_sv name, uint32_t n_patterns)
{
    if (!name.ptr || !grow(&o->files, &o->files_cap, o->n_files + 1, sizeof *o->files))
        return false;
    o->files[o->n_files++] = (cue_file){ name, n_patterns };
    return true;
}

bool origins_note_sequence(lexicon_origins *o, uint32_t place, suitor_sv part, uint32_t member)
{
    if (!grow(&o->sequences, &o->sequences_cap, place + 1, sizeof *o->sequences))
        return false;
    while (o->n_sequences <= place)
        o->sequences[o->n_sequences++] = (sequence_origin){ .member = ORIGIN_NONE };
    o->sequences[place] = (sequence_origin){ part, member };
    return true;
}

bool origins_note_signal(lexicon_origins *o, suitor_sv text, suitor_sv class_name)
{
    if (!text.ptr || !grow(&o->signals, &o->signals_cap, o->n_signals + 1, sizeof *o->signals))
        return false;
    o->signals[o->n_signals++] = (signal_phrase){ text, class_name };
    return true;
}

bool origins_note_meanings(lexicon_origins *o, uint32_t n_entries)
{
    if (!grow(&o->meanings, &o->meanings_cap, n_entries, sizeof *o->meanings))
        return false;
    while (o->n_meanings < n_entries)
        o->meanings[o->n_meanings++] = o->n_signals - 1;
    return true;
}

suitor_sv origins_file(const lexicon_origins *o, uint32_t i)
{
    uint32_t at = 0;

    while (o->files[at].n_patterns <= i)
        at++;
    return o->files[at].name;
}

void origins_free(lexicon_origins *o)
{
    free(o->files);
    free(o->classes);
    free(o->members);
    free(o->sequences);
    free(o->signals);
    free(o->meanings);
    *o = (lexicon_origins){ 0 };
}
