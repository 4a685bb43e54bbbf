/* Any bytes as an image: as they are, and behind a head that is right, so that the description
 * meets them. Nothing outside of them is read, and every view lies within. */
#include "fuzz_file.h"
#include "image.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

enum { KEY = 4711, MOST_BYTES = 1 << 16 };

typedef struct {
    uint64_t number;
    suitor_sv first, second;
} row;

typedef struct {
    uint32_t mask, n_rows, n_numbers;
    uint16_t *table;
    row *rows;
    uint16_t *numbers;
    strmap map;
} thing;

static void clear(void)
{
    fuzz_remove("thing.image");
    rmdir(fuzz_folder_name);
}

static void must(bool ok)
{
    if (!ok)
        abort();
}

static void describe(image *m, thing *t)
{
    image_number(m, &t->mask);
    image_table(m, &t->table, &t->mask, sizeof *t->table);
    image_array(m, &t->rows, &t->n_rows, sizeof *t->rows);
    image_views(m, offsetof(row, first));
    image_views(m, offsetof(row, second));
    image_array(m, &t->numbers, &t->n_numbers, sizeof *t->numbers);
    image_strmap(m, &t->map);
}

static size_t sum_of(suitor_sv view)
{
    size_t sum = 0;

    for (size_t i = 0; i < view.len; i++)
        sum += (unsigned char)view.ptr[i];
    return sum;
}

/* Look at all that was described. */
static size_t look_at(const thing *t)
{
    size_t sum = t->table ? t->table[t->mask] : 0;

    for (uint32_t i = 0; i < t->n_rows; i++)
        sum += sum_of(t->rows[i].first) + sum_of(t->rows[i].second);
    for (uint32_t i = 0; i < t->n_numbers; i++)
        sum += t->numbers[i];
    for (uint32_t i = 0; t->map.slots && i <= t->map.mask; i++)
        sum += sum_of(t->map.slots[i].key);
    return sum;
}

static void map_it(void)
{
    static volatile size_t sum;
    thing t = { 0 };
    image m;

    if (!image_open(&m, fuzz_path("thing.image"), KEY))
        return;
    describe(&m, &t);
    must(m.at <= m.len);
    if (!m.failed)
        sum = look_at(&t);
    (void)sum;
    image_close(&m);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    image m;

    if (len > MOST_BYTES)
        return 0;
    fuzz_folder(clear);
    fuzz_write("thing.image", bytes, len);
    map_it();
    image_begin(&m);
    buf_append(&m.out, suitor_sv_make((const char *)bytes, len));
    must(image_save(&m, fuzz_path("thing.image"), KEY));
    map_it();
    return 0;
}
