/* Hashes of bytes, to tell whether two things are the same: not for secrets. */
#ifndef BASE_HASH_H
#define BASE_HASH_H

#include <stddef.h>
#include <stdint.h>

/* Hash of `len` bytes; `seed` may be the hash of what stands before them. The same on
 * every machine of the same byte order. */
uint64_t hash_bytes(uint64_t seed, const void *bytes, size_t len);

#endif
