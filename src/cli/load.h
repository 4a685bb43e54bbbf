/* Loading the extractor, as the commands that read articles do. */
#ifndef CLI_LOAD_H
#define CLI_LOAD_H

#include <suitor.h>

/* The extractor with the clubs of `n_registers` files and the registers that the store at `store`
 * (NULL: none) has, by way of the user's cache. */
suitor_status load_extractor(const char *const *registers, uint32_t n_registers, const char *store,
                             suitor_extractor **out, suitor_error *err);

#endif
