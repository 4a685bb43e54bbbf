/* JSON of the commands: views and days into cJSON, and out in one line. */
#include "json.h"

#include <math.h>
#include <stdlib.h>

#include "memory.h"

cJSON *json_text(suitor_sv text)
{
    char *copy = memory_format("%.*s", SUITOR_SV_ARG(text));
    cJSON *item = cJSON_CreateString(copy);

    free(copy);
    return item;
}

void json_add_text(cJSON *object, const char *key, suitor_sv text)
{
    cJSON_AddItemToObject(object, key, text.len ? json_text(text) : cJSON_CreateNull());
}

cJSON *json_number(double value) { return cJSON_CreateNumber(round(value * 1e6) / 1e6); }

void json_add_number(cJSON *object, const char *key, double value)
{
    cJSON_AddItemToObject(object, key, json_number(value));
}

void json_add_day(cJSON *object, const char *key, int32_t day)
{
    char text[SUITOR_DATE_SIZE];

    json_add_text(object, key, suitor_sv_of(suitor_day_format(day, text)));
}

int json_print(cJSON *taken)
{
    char *text = cJSON_PrintUnformatted(taken);

    puts(text);
    cJSON_free(text);
    cJSON_Delete(taken);
    return STATUS_DONE;
}
