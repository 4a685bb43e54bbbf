/* Ctrl-C in long commands: the first one asks to stop, the second one ends the program. */
#ifndef CLI_STOP_H
#define CLI_STOP_H

#include <signal.h>

/* From now on SIGINT and SIGTERM only set the number returned, and interrupt a wait for
 * input, the first time. Static. */
const volatile sig_atomic_t *stop_listen(void);

#endif
