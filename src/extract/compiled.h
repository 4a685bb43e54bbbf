/* The tables of an extractor as an image in a cache folder, so that loading them again takes
 * no more than mapping a file. */
#ifndef EXTRACT_COMPILED_H
#define EXTRACT_COMPILED_H

#include "suitor/extractor.h"

/* Fill the zeroed `x` from the image that was made of the same files by the same program;
 * false where there is none. *key tells the state of the files, for compiled_save(). */
bool compiled_open(suitor_extractor *x, const suitor_extractor_options *options, uint64_t *key);

/* Leave an image of `x`, loaded since, for the next time. What goes wrong is of no
 * consequence. */
void compiled_save(suitor_extractor *x, const suitor_extractor_options *options, uint64_t key);

#endif
