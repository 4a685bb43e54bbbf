/* Names made safe for Graphviz.
 *
 * Graphviz reads text by three sets of rules: HTML-like labels are XML, plain
 * labels and tooltips know backslash escapes and HTML entities, identifiers know
 * neither. Broken UTF-8, control characters and what XML forbids are replaced
 * everywhere, so that a picture is always well-formed. */
#ifndef EXPORT_ESCAPE_H
#define EXPORT_ESCAPE_H

#include "buf.h"

/* Text inside an HTML-like label. Blank text becomes "?", since an empty element
 * is a syntax error there. */
void escape_html(buf *out, suitor_sv text);

/* A plain label, a tooltip or an attribute of our own. */
void escape_plain(buf *out, suitor_sv text);

/* A name of a vertex. A backslash before a quote or at the end could not be read
 * back from DOT, so it becomes U+2216. */
void escape_name(buf *out, suitor_sv text);

/* `value` with up to two decimals and a point whatever the locale: "0.6", "12". */
void put_decimal(buf *out, double value);

/* Share of one as percent: 0.615 → "62%". */
void put_percent(buf *out, double share);

#endif
