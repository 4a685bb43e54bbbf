/* A program for the server to run: the test itself, begun again with an action for its last
 * words. */
#ifndef TESTS_ACTOR_H
#define TESTS_ACTOR_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static inline const char *actor_program(char path[4096])
{
    ssize_t n = readlink("/proc/self/exe", path, 4095);

    path[n > 0 ? n : 0] = '\0';
    return path;
}

static inline void actor_rest(long milliseconds)
{
    struct timespec time = { milliseconds / 1000, milliseconds % 1000 * 1000000L };

    nanosleep(&time, NULL);
}

/* Print more than any answer may have. */
static inline int actor_flood(void)
{
    static char bytes[1 << 20];

    memset(bytes, 'x', sizeof bytes);
    for (int i = 0; i < 80; i++)
        fwrite(bytes, 1, sizeof bytes, stdout);
    return 0;
}

/* "DONE TOTAL" lines, some of them cut in two, then one of which nobody knows the total. */
static inline int actor_progress(void)
{
    static const char *const parts[] = { "1 10\n2 10\n3", " 10\n", "nonsense\n", "4 0\n" };
    const char *fd = getenv("SUITOR_PROGRESS_FD");

    for (size_t i = 0; fd && i < sizeof parts / sizeof *parts; i++) {
        if (write(atoi(fd), parts[i], strlen(parts[i])) < 0)
            return 1;
        actor_rest(20);
    }
    puts("{}");
    return 0;
}

/* "print TEXT", "say TEXT STATUS", "hang", "crash", "flood", "progress", "count N" (bytes). */
static inline int actor_main(int n, char **words)
{
    const char *action = n ? words[0] : "";

    if (strcmp(action, "print") == 0 && n > 1)
        return fputs(words[1], stdout) < 0;
    if (strcmp(action, "say") == 0 && n > 2) {
        fputs(words[1], stderr);
        return atoi(words[2]);
    }
    if (strcmp(action, "hang") == 0)
        for (;;)
            actor_rest(1000);
    if (strcmp(action, "crash") == 0)
        abort();
    if (strcmp(action, "flood") == 0)
        return actor_flood();
    if (strcmp(action, "progress") == 0)
        return actor_progress();
    return 99;
}

#endif
