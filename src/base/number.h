/* Numbers as text, in every locale the same. */
#ifndef BASE_NUMBER_H
#define BASE_NUMBER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "suitor/sv.h"

enum { NUMBER_SIZE = 64, NUMBER_MAX_DIGITS = 17 };

/* Write `value` into `out`; its length. No NUL is put behind. */
size_t number_write_integer(int64_t value, char out[NUMBER_SIZE]);

/* Write the finite `value` as printf's "%.*g" does, with a point: rounded to `digits`
 * (1 to NUMBER_MAX_DIGITS) significant digits, without zeros at the end. */
size_t number_write(double value, int digits, char out[NUMBER_SIZE]);

/* Read a plain decimal as tables have it, "12" or "0.25", of at most 15 digits: no sign, no
 * exponent. False for anything else; *out is then untouched. */
bool number_read(suitor_sv text, double *out);

/* Read any number of JSON, shorter than NUMBER_SIZE, to the nearest double: what was written with
 * NUMBER_MAX_DIGITS comes back as it was. False, with *out untouched, for anything else. */
bool number_read_exactly(suitor_sv text, double *out);

#endif
