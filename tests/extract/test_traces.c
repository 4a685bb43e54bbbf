/* Traces: which candidates a sentence has, and what the text told of them before; on invented
 * clubs and players (tests/extract/data). A candidate is written as "player | club", the one
 * that the sentence does not name in brackets, and what the row asks for. */
#include "invented.h"
#include "reading.h"
#include "scoring/scoring.h"

static const char cues[] =
    "[{\"relation\": \"interest\", \"stage\": \"keen\", \"patterns\": [\"C want|wants P\"]}]";

typedef enum {
    ASK_NONE,
    ASK_AGES,    /* sentences since the player was named, since the club was */
    ASK_TOPIC,   /* the club's rank by mentions, "first" of the text, "paragraph", "last" named */
    ASK_PURSUITS /* others it pursues, since when; clubs that pursue him */
} question;

typedef struct {
    const reading *r;
    question question;
    uint32_t sentence; /* only candidates of this one */
    char out[1024];
} candidates_seen;

static void append(candidates_seen *seen, const char *format, suitor_sv text)
{
    size_t len = strlen(seen->out);

    snprintf(seen->out + len, sizeof seen->out - len, format, SUITOR_SV_ARG(text));
}

static void append_context(candidates_seen *seen, const pair_context *c)
{
    size_t len = strlen(seen->out), room = sizeof seen->out - len;

    if (seen->question == ASK_AGES)
        snprintf(seen->out + len, room, " %u %u", c->player_age, c->club_age);
    else if (seen->question == ASK_TOPIC)
        snprintf(seen->out + len, room, " %u%s%s%s", c->topic, c->leads_text ? " first" : "",
                 c->leads_paragraph ? " paragraph" : "", c->last_named ? " last" : "");
    else if (seen->question == ASK_PURSUITS)
        snprintf(seen->out + len, room, " %u %u %u", c->suits, c->suit_age, c->suitors);
}

static void see(const reading *r, const pair_candidate *c, const struct feature_list *features,
                void *user)
{
    candidates_seen *seen = user;

    (void)features;
    if (c->club == NONE || c->sentence != seen->sentence)
        return;
    if (seen->out[0])
        append(seen, "%.*s", suitor_sv_of("; "));
    append(seen, c->player_unit == NONE ? "(%.*s)" : "%.*s", r->people[c->player].name);
    append(seen, c->club_unit == NONE ? " | (%.*s)" : " | %.*s", r->x->gaz.clubs[c->club].name);
    append_context(seen, &c->context);
}

typedef struct {
    const char *text;
    uint32_t sentence;
    question question;
    const char *expected;
} context_row;

static void check_rows(const context_row *rows, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        candidates_seen seen = { .question = rows[i].question, .sentence = rows[i].sentence };
        const pair_watcher watcher = { see, &seen };
        told.extraction->watcher = &watcher;
        told_read(rows[i].text);
        told.extraction->watcher = NULL;
        if (strcmp(seen.out, rows[i].expected) != 0)
            fail_msg("row %zu: %s\nexpected: %s\ngot:      %s", i, rows[i].text, rows[i].expected,
                     seen.out);
    }
}

static int load_invented(void **state) { return invented_load(state, cues); }

static void pairs_whom_the_text_has_in_mind(void **state)
{
    static const context_row rows[] = {
        { "Redport want Davor Lukesic.", 0, ASK_NONE, "Davor Lukesic | Redport" },
        { "Redport met. Davor Lukesic ran.", 1, ASK_NONE, "Davor Lukesic | (Redport)" },
        { "Davor Lukesic ran. Redport met.", 1, ASK_NONE, "(Davor Lukesic) | Redport" },
        { "Redport met. Davor Lukesic left Blueton.", 1, ASK_NONE,
          "Davor Lukesic | Blueton; Davor Lukesic | (Redport)" },
        { "Davor Lukesic ran.", 0, ASK_NONE, "" },
    };

    (void)state;
    check_rows(rows, N_ROWS(rows));
}

static void tells_since_when_they_are_named(void **state)
{
    static const context_row rows[] = {
        { "Redport want Davor Lukesic.", 0, ASK_AGES, "Davor Lukesic | Redport 6 6" },
        { "Redport met. Davor Lukesic ran.", 1, ASK_AGES, "Davor Lukesic | (Redport) 6 1" },
        { "Redport met. It rained. Davor Lukesic ran.", 2, ASK_AGES,
          "Davor Lukesic | (Redport) 6 2" },
        { "Redport met. It rained. It rained. It rained. It rained. It rained. It rained. "
          "Davor Lukesic ran.",
          7, ASK_AGES, "Davor Lukesic | (Redport) 6 5" },
    };

    (void)state;
    check_rows(rows, N_ROWS(rows));
}

static void tells_what_the_text_is_about(void **state)
{
    static const context_row rows[] = {
        { "Redport met. Redport won. Davor Lukesic left Blueton.", 2, ASK_TOPIC,
          "Davor Lukesic | Blueton 1; Davor Lukesic | (Redport) 0 first paragraph last" },
        { "Redport met.\n\nBlueton won. Davor Lukesic ran.", 2, ASK_TOPIC,
          "Davor Lukesic | (Blueton) 0 paragraph last; Davor Lukesic | (Redport) 0 first" },
    };

    (void)state;
    check_rows(rows, N_ROWS(rows));
}

static void tells_who_pursues_whom(void **state)
{
    static const context_row rows[] = {
        { "Redport want Pavel Morten. Davor Lukesic ran.", 1, ASK_PURSUITS,
          "Davor Lukesic | (Redport) 1 1 0" },
        { "Redport want Davor Lukesic. Davor Lukesic ran.", 1, ASK_PURSUITS,
          "Davor Lukesic | (Redport) 0 1 1" },
        { "Redport met. Davor Lukesic ran.", 1, ASK_PURSUITS, "Davor Lukesic | (Redport) 0 6 0" },
    };

    (void)state;
    check_rows(rows, N_ROWS(rows));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pairs_whom_the_text_has_in_mind),
        cmocka_unit_test(tells_since_when_they_are_named),
        cmocka_unit_test(tells_what_the_text_is_about),
        cmocka_unit_test(tells_who_pursues_whom),
    };

    return cmocka_run_group_tests(tests, load_invented, invented_drop);
}
