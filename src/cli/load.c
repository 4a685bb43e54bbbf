/* Where the cache is: $SUITOR_CACHE, which is empty for none, else a folder of ours where the
 * XDG Base Directory Specification wants such things. */
#include "load.h"

#include <stdio.h>
#include <stdlib.h>

enum { PATH_SIZE = 1024 };

static const char *cache_dir(char path[PATH_SIZE])
{
    const char *said = getenv("SUITOR_CACHE"), *home = getenv("HOME");
    const char *caches = getenv("XDG_CACHE_HOME");
    int n = -1;

    if (said)
        return *said ? said : NULL;
    if (caches && caches[0] == '/') /* a relative one is to be ignored */
        n = snprintf(path, PATH_SIZE, "%s/suitor", caches);
    else if (home && home[0] == '/')
        n = snprintf(path, PATH_SIZE, "%s/.cache/suitor", home);
    return n > 0 && n < PATH_SIZE ? path : NULL;
}

suitor_status load_extractor(const char *const *registers, uint32_t n_registers,
                             suitor_extractor **out, suitor_error *err)
{
    char path[PATH_SIZE];
    const suitor_extractor_options options = { .registers = registers,
                                               .n_registers = n_registers,
                                               .cache_dir = cache_dir(path) };

    return suitor_extractor_load_with(&options, out, err);
}
