/* An image is a header and then, in the order of the description, numbers and arrays, each
 * array behind its count, and texts of views behind the array that holds the views. On file
 * a view's pointer is the place of its text in those, plus 1, or 0 for NULL. */
#include "image.h"

#include <fcntl.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "hash.h"

enum { ALIGNMENT = 16, PATH_SIZE = 1024 };

typedef struct {
    char magic[8];
    uint64_t key, len, checksum; /* of what follows the header */
} header;

_Static_assert(sizeof(header) % ALIGNMENT == 0, "what follows the header is aligned, too");

static const char magic[8] = "suitor\n";

enum { LANES = 8 };

/* Sums, and sums of sums, of every eighth word, as in Fletcher's checksum, so that compilers
 * add several words at once: images are large, and read at every start. */
static uint64_t checksum_of(const char *bytes, size_t len)
{
    uint64_t sums[2][LANES] = { { 0 } }, word;
    size_t at = sizeof(header);

    for (; at + sizeof sums[0] <= len; at += sizeof sums[0])
        for (size_t i = 0; i < LANES; i++) {
            memcpy(&word, bytes + at + i * sizeof word, sizeof word);
            sums[0][i] += word;
            sums[1][i] += sums[0][i];
        }
    return hash_bytes(hash_bytes(len, sums, sizeof sums), bytes + at, len - at);
}

static bool is_whole(const image *m, uint64_t key)
{
    header h;

    memcpy(&h, m->bytes, sizeof h);
    return memcmp(h.magic, magic, sizeof magic) == 0 && h.key == key && h.len == m->len &&
           h.checksum == checksum_of(m->bytes, m->len);
}

bool image_open(image *m, const char *path, uint64_t key)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    struct stat info;

    *m = (image){ .at = sizeof(header) };
    if (fd < 0)
        return false;
    if (fstat(fd, &info) == 0 && S_ISREG(info.st_mode) && info.st_uid == geteuid() &&
        (info.st_mode & (S_IWGRP | S_IWOTH)) == 0 && info.st_size >= (off_t)sizeof(header)) {
        m->len = (size_t)info.st_size;
        m->bytes = mmap(NULL, m->len, PROT_READ | PROT_WRITE, MAP_PRIVATE, fd, 0);
    }
    close(fd);
    if (m->bytes == MAP_FAILED)
        m->bytes = NULL;
    if (m->bytes && is_whole(m, key))
        return true;
    image_close(m);
    return false;
}

void image_begin(image *m)
{
    const header none = { .key = 0 };

    *m = (image){ .at = 0 };
    buf_append(&m->out, suitor_sv_make((const char *)&none, sizeof none));
}

static bool write_all(int fd, suitor_sv bytes)
{
    while (bytes.len) {
        ssize_t n = write(fd, bytes.ptr, bytes.len);
        if (n <= 0)
            return false;
        bytes = suitor_sv_make(bytes.ptr + n, bytes.len - (size_t)n);
    }
    return true;
}

bool image_save(image *m, const char *path, uint64_t key)
{
    char fresh[PATH_SIZE];
    header h = { .key = key, .len = m->out.len };
    int fd = -1;

    if (!m->failed && !m->out.failed &&
        snprintf(fresh, sizeof fresh, "%s.XXXXXX", path) < (int)sizeof fresh)
        fd = mkstemp(fresh);
    if (fd >= 0) {
        memcpy(h.magic, magic, sizeof magic);
        h.checksum = checksum_of(m->out.ptr, m->out.len);
        memcpy(m->out.ptr, &h, sizeof h);
        bool saved = write_all(fd, buf_view(&m->out));
        saved = close(fd) == 0 && saved && rename(fresh, path) == 0;
        if (!saved)
            unlink(fresh);
        fd = saved ? fd : -1;
    }
    image_close(m);
    return fd >= 0;
}

void image_close(image *m)
{
    if (m->bytes)
        munmap(m->bytes, m->len);
    buf_free(&m->out);
    *m = (image){ 0 };
}

static size_t padded(size_t len) { return (len + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT; }

/* Write `len` bytes, padded. */
static void put(image *m, const void *bytes, size_t len)
{
    static const char zeros[ALIGNMENT] = { 0 };

    if (len)
        buf_append(&m->out, suitor_sv_make(bytes, len));
    buf_append(&m->out, suitor_sv_make(zeros, padded(len) - len));
}

/* The next `len` bytes, padded; NULL where the image ends before. */
static char *take(image *m, size_t len)
{
    char *at = m->bytes + m->at;

    if (m->failed || len > m->len - m->at || padded(len) > m->len - m->at) {
        m->failed = true;
        return NULL;
    }
    m->at += padded(len);
    return at;
}

void image_number(image *m, uint32_t *number)
{
    const char *at;

    if (!m->bytes)
        put(m, number, sizeof *number);
    else if ((at = take(m, sizeof *number)))
        memcpy(number, at, sizeof *number);
}

void image_array(image *m, void *array, uint32_t *count, size_t size)
{
    void *elements;

    image_number(m, count);
    memcpy(&elements, array, sizeof elements);
    m->n_array = m->failed ? 0 : *count;
    m->size = size;
    if (!m->bytes) {
        m->array = m->out.len;
        put(m, elements, m->n_array * size);
        return;
    }
    m->array = m->at;
    elements = m->n_array ? take(m, m->n_array * size) : NULL;
    memcpy(array, &elements, sizeof elements);
}

void image_table(image *m, void *table, const uint32_t *mask, size_t size)
{
    void *slots;
    uint32_t count;

    memcpy(&slots, table, sizeof slots);
    count = slots ? *mask + 1 : 0;
    image_array(m, table, &count, size);
    m->failed = m->failed || (count && (count != *mask + 1 || (count & *mask)));
}

/* Write the texts of the views, and let the views in the copy of the array tell where. */
static void put_views(image *m, size_t offset)
{
    buf texts = { 0 };

    for (uint32_t i = 0; i < m->n_array && !m->out.failed; i++) {
        char *at = m->out.ptr + m->array + i * m->size + offset;
        suitor_sv view;
        memcpy(&view, at, sizeof view);
        uintptr_t place = view.ptr ? texts.len + 1 : 0;
        memcpy(at + offsetof(suitor_sv, ptr), &place, sizeof place);
        if (view.len)
            buf_append(&texts, view);
    }
    uint32_t len = (uint32_t)texts.len;
    m->failed |= texts.failed || texts.len > UINT32_MAX;
    put(m, &len, sizeof len);
    put(m, texts.ptr, texts.len);
    buf_free(&texts);
}

static void take_views(image *m, size_t offset)
{
    uint32_t len = 0;

    image_number(m, &len);
    const char *texts = take(m, len);
    for (uint32_t i = 0; i < m->n_array && !m->failed; i++) {
        char *at = m->bytes + m->array + i * m->size + offset;
        suitor_sv view;
        uintptr_t place;
        memcpy(&view, at, sizeof view);
        memcpy(&place, at + offsetof(suitor_sv, ptr), sizeof place);
        m->failed = place ? place - 1 > len || view.len > len - (place - 1) : view.len != 0;
        view.ptr = place && !m->failed ? texts + place - 1 : NULL;
        memcpy(at, &view, sizeof view);
    }
}

void image_views(image *m, size_t offset)
{
    if (m->bytes)
        take_views(m, offset);
    else
        put_views(m, offset);
}

/* In the copy of a map's slots: keys of earlier rounds are gone, and are not to be shown. */
static void clear_free_slots(image *m, const strmap *map)
{
    for (uint32_t i = 0; i < m->n_array && !m->out.failed; i++)
        if (map->slots[i].round != map->round)
            memset(m->out.ptr + m->array + i * m->size, 0, m->size);
}

void image_strmap(image *m, strmap *map)
{
    image_number(m, &map->mask);
    image_number(m, &map->count);
    image_number(m, &map->round);
    image_table(m, &map->slots, &map->mask, sizeof *map->slots);
    if (!m->bytes)
        clear_free_slots(m, map);
    image_views(m, offsetof(strmap_slot, key));
}
