/* Folders: every regular file below one, in an order that does not depend on the file
 * system. */
#ifndef READ_WALK_H
#define READ_WALK_H

#include "suitor/status.h"

/* What to do at a file, and at a folder or file that cannot be looked into. Each gives
 * SUITOR_OK to go on. `path` is borrowed until it returns. */
typedef struct {
    suitor_status (*on_file)(const char *path, void *user);
    suitor_status (*on_trouble)(const char *path, int error_number, void *user);
    void *user;
    suitor_status (*on_folder)(const char *path, void *user); /* before what is in it; or NULL */
} walker;

/* Visit the files below `path`: names in byte order, folders among them where their name
 * falls, hidden ones left out. Links are followed unless they lead back into a folder
 * that is being walked. Returns the first status that is not SUITOR_OK, or
 * SUITOR_ERR_NOMEM. */
suitor_status walk_folder(const char *path, const walker *w, suitor_error *err);

#endif
