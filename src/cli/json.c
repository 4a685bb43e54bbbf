/* JSON of the commands: views and days into cJSON, and out in one line. */
#include "json.h"

#include <math.h>
#include <stdlib.h>

#include <utf8proc.h>

#include "memory.h"
#include "terminal.h"

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

/* Print JSON that may be looked at in a terminal: what acts there stands as an escape, which is
 * the same to whoever parses it, and what is no UTF-8 as U+FFFD. */
static void print_tame(const char *text)
{
    const char *run = text;

    while (*text) {
        utf8proc_int32_t c = (unsigned char)*text;
        utf8proc_ssize_t len = 1;
        if (c >= 0x7f)
            len = utf8proc_iterate((const utf8proc_uint8_t *)text, -1, &c);
        if (len <= 0 || terminal_acts(c)) {
            fwrite(run, 1, (size_t)(text - run), stdout);
            printf("\\u%04x", len <= 0 ? 0xfffdu : (unsigned)c);
            run = text + (len > 0 ? len : 1);
        }
        text += len > 0 ? len : 1;
    }
    puts(run);
}

int json_print(cJSON *taken)
{
    char *text = cJSON_PrintUnformatted(taken);

    print_tame(text);
    cJSON_free(text);
    cJSON_Delete(taken);
    return STATUS_DONE;
}
