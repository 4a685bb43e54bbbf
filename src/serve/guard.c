/* Checks of three headers. */
#include "guard.h"

#include <stdio.h>
#include <string.h>

enum { HTTP_PORT = 80 };

static const char *const names[] = { "127.0.0.1", "localhost", "[::1]" };

bool guard_host(const char *host, uint16_t port)
{
    char full[32];

    for (size_t i = 0; host && i < sizeof names / sizeof *names; i++) {
        snprintf(full, sizeof full, "%s:%u", names[i], port);
        if (strcmp(host, full) == 0 || (port == HTTP_PORT && strcmp(host, names[i]) == 0))
            return true;
    }
    return false;
}

bool guard_origin(const char *origin, uint16_t port)
{
    static const char scheme[] = "http://";

    if (!origin)
        return true;
    return strncmp(origin, scheme, sizeof scheme - 1) == 0 &&
           guard_host(origin + sizeof scheme - 1, port);
}

bool guard_site(const char *site, bool is_page)
{
    return !site || is_page || strcmp(site, "same-origin") == 0 || strcmp(site, "none") == 0;
}
