/* Bringing pages in other charsets to UTF-8. */
#ifndef READ_CHARSET_H
#define READ_CHARSET_H

#include <stdbool.h>

#include "buf.h"
#include "suitor/status.h"

/* Whether `bytes` begin with the byte order mark of UTF-16. */
bool charset_is_utf16(suitor_sv bytes);

/* The charset that a page names in its first 4 KB (charset=…, encoding="…"); empty where
 * it names none. */
suitor_sv charset_declared(suitor_sv page);

/* Put `bytes` into `out` as UTF-8; what cannot be converted becomes U+FFFD. As on the
 * web, ISO 8859-1 is read as Windows-1252. An unknown charset is SUITOR_ERR_PARSE. */
suitor_status charset_decode(suitor_sv bytes, suitor_sv charset, buf *out, suitor_error *err);

#endif
