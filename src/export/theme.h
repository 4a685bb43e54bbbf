/* Themes of a style file. */
#ifndef EXPORT_THEME_H
#define EXPORT_THEME_H

#include <cjson/cJSON.h>

#include "suitor/status.h"

/* Change the style `root`, read from `file`, as its theme of that name says, under "themes".
 * SUITOR_ERR_INVALID where it has none of that name. */
suitor_status theme_put_on(const char *file, cJSON *root, const char *theme, suitor_error *err);

#endif
