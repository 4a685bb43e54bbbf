/* What each byte tells, as a table: one look instead of a chain of comparisons. */
#include "scan.h"

#define L BYTE_LETTER
#define D BYTE_DIGIT
#define B (BYTE_BLANK | BYTE_CLOSER)
#define F (BYTE_FEED | BYTE_CLOSER)
#define C BYTE_CLOSER                /* control characters and ( ) < > " | , ; */
#define H (BYTE_HOST | BYTE_ADDRESS) /* - */
#define U BYTE_HOST                  /* _ */
#define A BYTE_ADDRESS               /* . : */
#define Q (BYTE_WIDE | BYTE_CLOSER)  /* ' */
#define E BYTE_WIDE                  /* & and ` */
#define W (BYTE_WIDE | BYTE_CLOSER)  /* no ASCII */

const uint8_t byte_kinds[256] = {
    C, C, C, C, C, C, C, C, C, B, F, C, C, B, C, C, C, C, C, C, C, C, C, C, C, C, C, C, C, C, C, C,
    B, 0, C, 0, 0, 0, E, Q, C, C, 0, 0, C, H, A, 0, D, D, D, D, D, D, D, D, D, D, A, C, C, 0, C, 0,
    0, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, 0, 0, 0, 0, U,
    E, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, 0, C, 0, 0, 0,
    W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W,
    W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W,
    W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W,
    W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W
};
