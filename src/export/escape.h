/* Names made safe for Graphviz.
 *
 * Graphviz reads text by three sets of rules: HTML-like labels are XML with
 * backslash escapes on top, plain labels and tooltips know backslash escapes and
 * HTML entities, identifiers know neither. Broken UTF-8, control characters and
 * what XML forbids are replaced everywhere, so that a picture is always
 * well-formed. */
#ifndef EXPORT_ESCAPE_H
#define EXPORT_ESCAPE_H

#include "buf.h"

/* Text inside an HTML-like label. Blank text becomes "?", since an empty element
 * is a syntax error there. */
void escape_html(buf *out, suitor_sv text);

/* The same for a name, cut after 48 letters: no name is longer, and one that is
 * would push everything else aside. */
void escape_html_name(buf *out, suitor_sv name);

/* A plain label or an attribute of our own. */
void escape_plain(buf *out, suitor_sv text);

/* A tooltip, whose backslashes Graphviz 2.42 undoes twice. */
void escape_tooltip(buf *out, suitor_sv text);

/* Text of an XML element or attribute, cut after so many letters with an ellipsis. */
void escape_xml(buf *out, suitor_sv text, size_t most_letters);

/* An address, in ASCII and without what XML, DOT or Graphviz's backslashes would read otherwise. */
void escape_url(buf *out, suitor_sv url);

/* Text of a format that escapes by itself: what acts on a terminal, tabs and newlines apart, what
 * XML forbids and what is no UTF-8 becomes U+FFFD. True where that was so. */
bool escape_acting(buf *out, suitor_sv text);

/* A name of a vertex. What could not be read back from DOT is replaced by a
 * character that looks like it: a backslash, and a percent sign in front. */
void escape_name(buf *out, suitor_sv text);

enum { DECIMAL_SIZE = 32 };

/* `value` with up to four decimals and a point whatever the locale: "0.6", "12";
 * within ±10^12. Returns `out`. */
const char *decimal(char out[DECIMAL_SIZE], double value);
void put_decimal(buf *out, double value);

/* Share of one as percent: 0.615 → "62%", 0.001 → "<1%". */
void put_percent(buf *out, double share);

#endif
