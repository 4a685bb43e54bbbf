/* Error messages: formatted once, into the caller's suitor_error, with control
 * characters replaced so that a hostile file name cannot reach the terminal. */
#include "fail.h"

#include <stdarg.h>
#include <stdio.h>

static void tame(char *text)
{
    for (unsigned char *c = (unsigned char *)text; *c; c++)
        if (*c < 0x20 || *c == 0x7f)
            *c = ' ';
}

suitor_status fail(suitor_error *err, suitor_status code, const char *format, ...)
{
    va_list args;

    if (!err)
        return code;
    err->code = code;
    va_start(args, format);
    vsnprintf(err->message, sizeof err->message, format, args);
    va_end(args);
    tame(err->message);
    return code;
}

const char *suitor_status_name(suitor_status status)
{
    static const char *const names[] = { "ok",        "out of memory", "input or output failed",
                                         "bad input", "database",      "graph",
                                         "not found", "ambiguous",     "invalid argument",
                                         "too large" };

    if ((unsigned)status >= sizeof names / sizeof *names)
        return "unknown";
    return names[status];
}
