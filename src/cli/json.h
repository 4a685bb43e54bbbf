/* JSON of the commands, on cJSON. Objects cannot fail to grow (see main()). */
#ifndef CLI_JSON_H
#define CLI_JSON_H

#include <cjson/cJSON.h>

#include "cli.h"

/* Add `text` under `key`; null where it is empty. */
void json_add_text(cJSON *object, const char *key, suitor_sv text);

/* Rounded to six decimals: the figures are not surer than that. */
void json_add_number(cJSON *object, const char *key, double value);

/* The same for an array. */
cJSON *json_number(double value);
void json_add_day(cJSON *object, const char *key, int32_t day);

/* A string for an array. */
cJSON *json_text(suitor_sv text);

/* Print `taken` in one line, and release it. Returns STATUS_DONE. */
int json_print(cJSON *taken);

#endif
