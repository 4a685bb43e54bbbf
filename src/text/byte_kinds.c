/* What each byte tells, as a table: one look instead of a chain of comparisons. */
#include "scan.h"

#define L BYTE_LETTER
#define D BYTE_DIGIT
#define B (BYTE_BLANK | BYTE_CLOSER)
#define C BYTE_CLOSER               /* control characters, line ends, " */
#define P (BYTE_SIGN | BYTE_CLOSER) /* ( ) < > | , ; */
#define S BYTE_SIGN
#define H BYTE_HOST                 /* - */
#define U (BYTE_SIGN | BYTE_HOST)   /* _ */
#define Q (BYTE_WIDE | BYTE_CLOSER) /* ' */
#define E BYTE_WIDE                 /* & ` */
#define W (BYTE_WIDE | BYTE_CLOSER) /* no ASCII */

const uint8_t byte_kinds[256] = {
    C, C, C, C, C, C, C, C, C, B, C, C, C, B, C, C, C, C, C, C, C, C, C, C, C, C, C, C, C, C, C, C,
    B, S, C, 0, 0, S, E, Q, P, P, S, S, P, H, S, S, D, D, D, D, D, D, D, D, D, D, S, P, P, S, P, S,
    0, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, S, S, S, S, U,
    E, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, S, P, S, S, S,
    W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W,
    W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W,
    W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W,
    W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W
};
