/* Inner to text/: reading one character, entities included. */
#ifndef TEXT_SCAN_H
#define TEXT_SCAN_H

#include "suitor/sv.h"

/* The character at `at`: its code and its length in bytes. "&amp;", "&#163;"
 * and "&#xA3;" are read as one character. */
typedef struct {
    uint32_t code;
    uint32_t len;
} scanned;

scanned scan_char(suitor_sv text, size_t at);

#endif
