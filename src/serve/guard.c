/* Checks of an address and three headers. */
#include "guard.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

enum { HTTP_PORT = 80 };

static const char *const names[] = { "127.0.0.1", "localhost", "[::1]" };

static bool is_hexadecimal(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool guard_address(const char *address)
{
    for (const char *at = strchr(address, '%'); at; at = strchr(at + 3, '%'))
        if (!is_hexadecimal(at[1]) || !is_hexadecimal(at[2]) || (at[1] == '0' && at[2] == '0'))
            return false;
    return true;
}

bool guard_host(const char *host, uint16_t port)
{
    char full[32];

    for (size_t i = 0; host && i < sizeof names / sizeof *names; i++) {
        snprintf(full, sizeof full, "%s:%u", names[i], port);
        if (strcasecmp(host, full) == 0 || (port == HTTP_PORT && strcasecmp(host, names[i]) == 0))
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
