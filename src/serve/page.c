/* Files of the page by name. */
#include "page.h"

#include <string.h>

#include "suitor/serve.h"

bool suitor_page_find(const char *name, suitor_page_file *out)
{
    for (size_t i = 0; i < page_n_rows; i++) {
        const page_row *row = &page_rows[i];
        if (strcmp(row->name, name) != 0)
            continue;
        *out = (suitor_page_file){ .name = row->name,
                                   .type = row->type,
                                   .bytes = row->begin,
                                   .n_bytes = (size_t)(row->end - row->begin) };
        if (row->is_packed) {
            out->packed = row->packed_begin;
            out->n_packed = (size_t)(row->packed_end - row->packed_begin);
        }
        return true;
    }
    return false;
}

bool suitor_page_is_built(void) { return page_built; }
