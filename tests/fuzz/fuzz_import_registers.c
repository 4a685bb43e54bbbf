/* Registers: the first byte says of what, the rest are the bytes of a file, table or notation. */
#include "registers.h"

#include <stdint.h>
#include <stdlib.h>

#include "utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

static const suitor_import_options usual = SUITOR_IMPORT_OPTIONS_INIT;

static void must(bool ok)
{
    if (!ok)
        abort();
}

static void check_known(const register_row *row)
{
    must(row->known.name.len > 0 && row->known.n_facts <= REGISTER_MOST_FACTS);
    for (uint32_t i = 0; i < row->known.n_facts; i++) {
        const suitor_known_fact *fact = &row->facts[i];
        must(fact->field < SUITOR_N_KNOWN_FIELDS && fact->value.len > 0);
        must(utf8_check(fact->value) == fact->value.len);
    }
}

static void check_move(const suitor_transfer *move)
{
    must(move->player.len > 0 && move->since != SUITOR_NO_DAY && move->since <= move->until);
    must(move->kind < SUITOR_N_MOVES && move->fee >= -1);
}

/* A row at least is read from every line of bytes. */
static void read_all(register_file *f, register_row *row, size_t len)
{
    size_t rows = 0;
    bool more = true;

    while (more && rows++ <= len + 1) {
        suitor_error err;
        suitor_status st = register_next(f, row, &more, &err);
        must(st == SUITOR_OK || st == SUITOR_ERR_PARSE || st == SUITOR_ERR_LIMIT);
        if (st != SUITOR_OK || !more || row->is_nameless)
            continue;
        if (f->kind == SUITOR_REGISTER_TRANSFERS)
            check_move(&row->transfer);
        else
            check_known(row);
    }
    must(!more);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    register_row *row = calloc(1, sizeof *row);
    register_file f = { 0 };
    suitor_error err;

    if (row && len > 0 &&
        register_open(&f, "fuzz", suitor_sv_make((const char *)bytes + 1, len - 1),
                      (suitor_register_kind)(bytes[0] % SUITOR_N_REGISTERS), &usual,
                      &err) == SUITOR_OK)
        read_all(&f, row, len);
    register_close(&f);
    free(row);
    return 0;
}
