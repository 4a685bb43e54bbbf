/* Pictures, made in memory and written in one piece. */
#include "save.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "say.h"

/* Write `picture` to the file or standard output asked for. */
static int write_out(const char *file, const char *picture, size_t size)
{
    FILE *out = file ? fopen(file, "wb") : stdout;
    bool whole = out && fwrite(picture, 1, size, out) == size;

    if (file && out && fclose(out) != 0)
        whole = false;
    if (whole)
        return STATUS_DONE;
    say("%s: %s", file ? file : "standard output", strerror(errno));
    return STATUS_FAILED;
}

int save_picture(const char *file, save_draw *draw, void *user)
{
    char *picture = NULL;
    size_t size = 0;
    suitor_error err;
    FILE *memory = open_memstream(&picture, &size);
    int status;

    if (!memory) {
        say("no memory for the picture");
        return STATUS_FAILED;
    }
    if (draw(user, memory, &err) != SUITOR_OK) {
        status = say_error(&err);
        fclose(memory);
    } else {
        status = fclose(memory) == 0 ? write_out(file, picture, size) : STATUS_FAILED;
    }
    free(picture);
    return status;
}
