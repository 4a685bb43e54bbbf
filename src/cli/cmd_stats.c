/* suitor stats: what the store holds. */
#include <inttypes.h>
#include <stdio.h>

#include "json.h"
#include "options.h"
#include "say.h"

static const cli_spec spec = {
    .usage = "stats",
    .about = "Count what the store holds.",
    .examples = "  suitor stats\n"
                "  suitor --json stats --db summer.db\n",
};

static int print_json(const suitor_store_stats *s)
{
    cJSON *o = cJSON_CreateObject();

    cJSON_AddNumberToObject(o, "articles", (double)s->articles);
    cJSON_AddNumberToObject(o, "claims", (double)s->claims);
    cJSON_AddNumberToObject(o, "evidence", (double)s->evidence);
    cJSON_AddNumberToObject(o, "players", (double)s->players);
    cJSON_AddNumberToObject(o, "clubs", (double)s->clubs);
    cJSON_AddNumberToObject(o, "sources", (double)s->sources);
    cJSON *languages = cJSON_AddObjectToObject(o, "languages");
    for (uint32_t i = 0; i < s->n_languages; i++)
        cJSON_AddNumberToObject(languages, *s->languages[i].code ? s->languages[i].code : "unknown",
                                (double)s->languages[i].articles);
    json_add_day(o, "first", s->first_day);
    json_add_day(o, "last", s->last_day);
    return json_print(o);
}

/* Where there is more than one. */
static void print_languages(const suitor_store_stats *s)
{
    if (s->n_languages < 2)
        return;
    printf("languages ");
    for (uint32_t i = 0; i < s->n_languages; i++)
        printf("%s%s %" PRIu64, i ? ", " : "",
               *s->languages[i].code ? s->languages[i].code : "unknown", s->languages[i].articles);
    puts("");
}

static int print(const suitor_store_stats *s)
{
    char first[SUITOR_DATE_SIZE], last[SUITOR_DATE_SIZE];

    printf("articles  %8" PRIu64 "\n", s->articles);
    printf("claims    %8" PRIu64 "  resting on %" PRIu64 " quote%s\n", s->claims, s->evidence,
           say_s(s->evidence));
    printf("players   %8" PRIu64 "\n", s->players);
    printf("clubs     %8" PRIu64 "\n", s->clubs);
    printf("sources   %8" PRIu64 "\n", s->sources);
    print_languages(s);
    if (s->first_day != SUITOR_NO_DAY)
        printf("dates     %s to %s\n", suitor_day_format(s->first_day, first),
               suitor_day_format(s->last_day, last));
    return STATUS_DONE;
}

int cmd_stats(cli_settings *settings, int argc, char **argv)
{
    suitor_store *store = NULL;
    suitor_store_stats stats;
    cli_arguments args;
    suitor_error err;
    int status;

    if (!options_read(&spec, settings, argc, argv, &args, &status))
        return status;
    if (suitor_store_open(settings->db, SUITOR_STORE_READ, &store, &err) != SUITOR_OK ||
        suitor_store_count(store, &stats, &err) != SUITOR_OK)
        status = say_error(&err);
    else
        status = settings->json ? print_json(&stats) : print(&stats);
    suitor_store_close(store);
    return status;
}
