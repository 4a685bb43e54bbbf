/* Facts that outlive the extraction they were read by. */
#ifndef EXTRACT_FACTS_COPY_H
#define EXTRACT_FACTS_COPY_H

#include "arena.h"
#include "suitor/extraction.h"

/* Copy facts, names and all, into `memory`. False when out of memory. */
bool facts_copy(const suitor_facts *from, arena *memory, suitor_facts *to);

#endif
