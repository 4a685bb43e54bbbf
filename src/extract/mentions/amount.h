/* Amounts of money as they are written: "£60m", "60 million euros", "BRL 12.5m",
 * "twelve and a half million". All in millions. */
#ifndef EXTRACT_AMOUNT_H
#define EXTRACT_AMOUNT_H

#include "reading.h"

typedef struct {
    uint32_t first, end; /* tokens */
    double value;
    double scale;  /* of `value` to millions; 0: none is written */
    char currency; /* 0: none is written */
    bool spelled;  /* in words */
    bool worded;   /* "million" written out, not "m" alone */
} amount;

/* Whether an amount can begin at token `i`. */
bool amount_may_begin(const reading *r, uint32_t i);

/* Reads the amount that begins at token `i`, with what of currency and magnitude stands
 * before or behind it. */
bool amount_read(const reading *r, uint32_t i, amount *out);

/* Whether token `i` names a currency. */
bool amount_names_currency(const reading *r, uint32_t i);

/* Three letters for what amount.currency holds. */
const char *amount_currency_code(char sign);

#endif
