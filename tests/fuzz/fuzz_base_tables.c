/* Any bytes as a table of comma-separated and of tab-separated values: fields lie inside of what
 * was given or of the arena, rows have as many as the header, and there is an end. */
#include <stdlib.h>

#include "csv.h"
#include "tsv.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

static void must(bool ok)
{
    if (!ok)
        abort();
}

/* Every byte may be read. */
static void touch(const suitor_sv *fields, unsigned n)
{
    volatile char last = 0;

    for (unsigned i = 0; i < n; i++)
        for (size_t k = 0; k < fields[i].len; k++)
            last = fields[i].ptr[k];
    (void)last;
}

static void read_csv(suitor_sv all, arena *memory)
{
    suitor_sv fields[CSV_MAX_FIELDS];
    suitor_error err;
    bool more = true;
    csv t;

    if (csv_begin(&t, "fuzz", all, memory, &err) != SUITOR_OK)
        return;
    must(t.n_fields >= 1 && t.n_fields <= CSV_MAX_FIELDS);
    touch(t.header, t.n_fields);
    for (size_t rows = 0; csv_next(&t, fields, &more, &err) == SUITOR_OK && more; rows++) {
        must(rows <= all.len);
        touch(fields, t.n_fields);
    }
}

static void read_tsv(suitor_sv all)
{
    suitor_sv fields[TSV_MAX_FIELDS];
    suitor_error err;
    bool more = true;
    tsv t;

    if (tsv_begin(&t, "fuzz", all, "name other", &err) != SUITOR_OK)
        return;
    while (tsv_next(&t, fields, &more, &err) == SUITOR_OK && more) {
        suitor_sv list = fields[1], part;
        must(t.n_fields == 2 && fields[0].len > 0);
        touch(fields, t.n_fields);
        while (tsv_list_next(&list, &part))
            touch(&part, 1);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    suitor_sv all = suitor_sv_make((const char *)bytes, len);
    arena memory = { 0 };

    read_csv(all, &memory);
    read_tsv(all);
    arena_free(&memory);
    return 0;
}
