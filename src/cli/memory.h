/* Memory that is there or ends the program: a command has nothing to save. */
#ifndef CLI_MEMORY_H
#define CLI_MEMORY_H

#include <stddef.h>

void *memory_get(size_t size);
void *memory_resize(void *old, size_t count, size_t size);

/* printf into a string of its own: release with free(). */
__attribute__((format(printf, 1, 2))) char *memory_format(const char *format, ...);

/* The same, put at the end of *text, which is owned and may be NULL at first. */
__attribute__((format(printf, 2, 3))) void memory_append(char **text, const char *format, ...);

#endif
