/* Inner to mentions/: the names of people in the text. */
#ifndef EXTRACT_OWN_NAME_H
#define EXTRACT_OWN_NAME_H

#include "mentions/name_index.h"
#include "reading.h"

/* The name of a mention, as it is compared and as it is told. */
typedef struct {
    char bytes[NAME_LONGEST];
    cut_name folded;   /* over the bytes */
    suitor_sv written; /* in the text, without the signs of handles and hashtags */
    uint32_t n_words;
    bool plain; /* of letters of ASCII */
} own_name;

void own_name_read(reading *r, const mention *m, own_name *out);

#endif
