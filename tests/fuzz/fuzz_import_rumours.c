/* Any bytes as a table of rumours: rows that make sense, or a message and the next row; twice the
 * same. */
#include <stdbool.h>
#include <stdlib.h>

#include "rumours.h"
#include "utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

static void must(bool ok)
{
    if (!ok)
        abort();
}

static const suitor_import_options usual = SUITOR_IMPORT_OPTIONS_INIT;

static void check(const rumour *row)
{
    must(row->player.len > 0 && row->club.len > 0 && row->day != SUITOR_NO_DAY);
    must(row->position < SUITOR_N_POSITIONS && row->stage < SUITOR_N_STAGES);
    must(row->value >= 0 && utf8_check(row->text) == row->text.len);
}

/* Reads all rows; how many make sense. A row at least is read from every line of bytes. */
static size_t read_all(table *r, size_t len)
{
    size_t n = 0, rows = 0;
    bool more = true;
    rumour row;

    while (more && rows++ <= len + 1) {
        suitor_error err;
        suitor_status st = rumours_next(r, &usual, &row, &more, &err);
        must(st == SUITOR_OK || st == SUITOR_ERR_PARSE || st == SUITOR_ERR_LIMIT);
        if (st == SUITOR_OK && more) {
            check(&row);
            n++;
        }
    }
    must(!more);
    return n;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    table r = { 0 };
    suitor_error err;

    if (rumours_open_bytes(&r, "fuzz", suitor_sv_make((const char *)bytes, len), &usual, &err) ==
        SUITOR_OK) {
        size_t n = read_all(&r, len);
        must(table_rewind(&r, &err) == SUITOR_OK);
        must(read_all(&r, len) == n);
    }
    table_close(&r);
    return 0;
}
