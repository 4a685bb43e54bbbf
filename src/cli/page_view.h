/* The page of `suitor serve` as one file. */
#ifndef CLI_PAGE_VIEW_H
#define CLI_PAGE_VIEW_H

#include "cli.h"

/* The path of this program, which answers for the page: MOST_PATH bytes. */
enum { MOST_PATH = 4096 };
const char *page_view_program(char path[MOST_PATH]);

/* Write it to `file`, NULL for standard output, with so many races or only `focus` (may be NULL).
 * Returns an exit status, having said what went wrong. */
int page_view_save(const cli_settings *settings, const char *file, const char *focus, uint32_t top);

#endif
