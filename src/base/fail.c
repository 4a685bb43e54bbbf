/* Error messages: formatted once, into the caller's suitor_error. Characters that
 * act are replaced, so that a hostile file name cannot reach the terminal, and so is what
 * is no UTF-8; a character that the end of the buffer cuts in two is left out. */
#include "fail.h"

#include <stdarg.h>
#include <stdio.h>

#include "utf8.h"

static void tame(char *text)
{
    size_t left = strlen(text), at = 0, len;
    bool full = left + 1 == sizeof((suitor_error *)0)->message;

    while (left) {
        uint32_t c = utf8_decode(text + at, left, &len);
        if (len == 0 && full && left < 4)
            break;
        if (len == 0 || utf8_acts(c))
            memset(text + at, len ? ' ' : '?', len ? len : 1);
        at += len ? len : 1;
        left -= len ? len : 1;
    }
    text[at] = '\0';
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
