/* Which parser reads a file. */
#ifndef READ_FORMAT_H
#define READ_FORMAT_H

#include <stdbool.h>

#include "suitor/sv.h"

typedef enum {
    FORMAT_PLAIN,
    FORMAT_HTML,
    FORMAT_JSON,
    FORMAT_JSONL,
    FORMAT_FEED,
    FORMAT_WARC,
    FORMAT_UNKNOWN
} file_format;

/* The format that a file name's ending stands for; FORMAT_UNKNOWN for others and none. */
file_format format_of_ending(suitor_sv ending);

/* The format of a file that begins with `head`: what its content shows, else what its
 * ending says, else FORMAT_UNKNOWN. */
file_format format_tell(suitor_sv head, suitor_sv ending);

#endif
