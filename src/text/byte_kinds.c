/* What each byte tells, as a table: one look instead of a chain of comparisons. */
#include "scan.h"

#define L BYTE_LETTER
#define D BYTE_DIGIT
#define B (BYTE_BLANK | BYTE_CLOSER | BYTE_ENDS)
#define C (BYTE_CLOSER | BYTE_ENDS)             /* control characters, line ends, " */
#define P (BYTE_SIGN | BYTE_CLOSER | BYTE_ENDS) /* ( ) < > | , ; */
#define S (BYTE_SIGN | BYTE_ENDS)
#define A BYTE_SIGN                           /* . and :, which stand in addresses */
#define H BYTE_HOST                           /* - */
#define U (BYTE_SIGN | BYTE_HOST | BYTE_ENDS) /* _ */
#define Q (BYTE_WIDE | BYTE_CLOSER)           /* ' */
#define E BYTE_WIDE                           /* & ` */
#define W (BYTE_WIDE | BYTE_CLOSER)           /* no ASCII */
#define O BYTE_ENDS                           /* # $ @ */

const uint8_t byte_kinds[256] = {
    C, C, C, C, C, C, C, C, C, B, C, C, C, B, C, C, C, C, C, C, C, C, C, C, C, C, C, C, C, C, C, C,
    B, S, C, O, O, S, E, Q, P, P, S, S, P, H, A, S, D, D, D, D, D, D, D, D, D, D, A, P, P, S, P, S,
    O, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, S, S, S, S, U,
    E, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, S, P, S, S, S,
    W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W,
    W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W,
    W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W,
    W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W
};
