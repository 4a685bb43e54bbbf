/* Folders of files that are read one after the other. */
#ifndef BASE_FOLDER_H
#define BASE_FOLDER_H

#include <stdint.h>

#include "suitor/status.h"

typedef suitor_status (*folder_fn)(void *user, const char *name, suitor_error *err);

/* Call `on_file` for each entry of `dir` whose name ends in `ending`, hidden ones left out, in
 * the order of their bytes, until one fails; *count of them. */
suitor_status folder_each(const char *dir, const char *ending, folder_fn on_file, void *user,
                          uint32_t *count, suitor_error *err);

#endif
