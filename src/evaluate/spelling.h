/* Inner to evaluate/: the form in which names of labels are compared. */
#ifndef EVALUATE_SPELLING_H
#define EVALUATE_SPELLING_H

#include "arena.h"

/* `name` without case, accents and what clubs' names share ("FC", "the"), its words split
 * by one blank: "Málaga C.F." gives "malaga c f", "The Málaga CF" gives "malaga". A name
 * of nothing else keeps it. ptr NULL when out of memory. */
suitor_sv spelling_fold(suitor_sv name, arena *memory);

#endif
