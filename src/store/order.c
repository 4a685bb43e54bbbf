/* Least significant key first, each pass stable. */
#include "order.h"

#include <stdlib.h>

/* One pass: `from` into `to` by `key`; starts[] has bound + 1 zeroed places. */
static void pass(const order_key *key, uint32_t n, const uint32_t *from, uint32_t *to,
                 uint32_t *starts)
{
    for (uint32_t i = 0; i < n; i++)
        starts[key->values[i] + 1]++;
    for (uint32_t k = 0; k < key->bound; k++)
        starts[k + 1] += starts[k];
    for (uint32_t i = 0; i < n; i++)
        to[starts[key->values[from[i]]]++] = from[i];
}

bool order_by(const order_key *keys, unsigned n_keys, uint32_t n, uint32_t *order)
{
    uint32_t *spare = malloc(((size_t)n + 1) * sizeof *spare), *starts = NULL;
    uint32_t most = 0;
    bool ok = spare != NULL;

    for (unsigned k = 0; k < n_keys; k++)
        most = keys[k].bound > most ? keys[k].bound : most;
    starts = malloc(((size_t)most + 2) * sizeof *starts);
    ok = ok && starts;
    for (uint32_t i = 0; ok && i < n; i++)
        order[i] = i;
    for (unsigned k = n_keys; ok && k-- > 0;) {
        memset(starts, 0, ((size_t)keys[k].bound + 2) * sizeof *starts);
        pass(&keys[k], n, order, spare, starts);
        memcpy(order, spare, n * sizeof *order);
    }
    free(spare);
    free(starts);
    return ok;
}

bool order_apply(uint32_t *order, uint32_t n, void *records, size_t size)
{
    char *bytes = records, *held = malloc(size);

    for (uint32_t i = 0; held && i < n; i++) {
        uint32_t to = i;
        if (order[i] == i)
            continue;
        memcpy(held, bytes + i * size, size);
        while (order[to] != i) { /* round the cycle that i is in */
            uint32_t from = order[to];
            memcpy(bytes + to * size, bytes + from * size, size);
            order[to] = to;
            to = from;
        }
        memcpy(bytes + to * size, held, size);
        order[to] = to;
    }
    bool ok = held != NULL;
    free(held);
    return ok;
}

int order_bytes(suitor_sv a, suitor_sv b)
{
    size_t n = a.len < b.len ? a.len : b.len;
    int order = n ? memcmp(a.ptr, b.ptr, n) : 0;

    return order ? order : (a.len > b.len) - (a.len < b.len);
}
