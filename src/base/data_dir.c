/* Where the data that came with suitor lies: the environment's word first, then
 * the installed folder, then the source tree it was built from. */
#include <stdlib.h>
#include <unistd.h>

#include "suitor/extractor.h"

const char *suitor_data_dir(void)
{
    const char *said = getenv("SUITOR_DATA");

    if (said && *said)
        return said;
    return access(SUITOR_INSTALLED_DATA, R_OK) == 0 ? SUITOR_INSTALLED_DATA : SUITOR_SOURCE_DATA;
}
