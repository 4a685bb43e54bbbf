/* JSON files: keys, dates, containers and what goes wrong. */
#include "transcript.h"

static void understands_keys(void **state)
{
    static const transcript_row rows[] = {
        { "a.json",
          "{\"id\": \"x-1\", \"url\": \"https://a.example/1\", \"date\": \"2026-03-02\", "
          "\"title\": \" T \", \"text\": \" One.\\n\\nTwo. \", \"author\": \"Ornstein\"}",
          "x-1 | 2026-03-02 | Ornstein | https://a.example/1 | T |  One.\\n\\nTwo. \n" },
        /* an id of 19 digits keeps them all */
        { "a.json", "{\"id\": 1934567890123456789, \"text\": \"T.\"}",
          "1934567890123456789 |  |  |  |  | T.\n" },
        { "a.json", "{\"text\": \"T.\", \"players\": [{\"name\": \"x\"}], \"claims\": []}",
          "a |  |  |  |  | T.\n" },
        { "a.json",
          "{\"id\": null, \"url\": null, \"date\": null, \"title\": null, "
          "\"author\": null, \"text\": \"T.\"}",
          "a |  |  |  |  | T.\n" },
        { "2026-03-02-a.json", "{\"text\": \"T.\"}", "2026-03-02-a | 2026-03-02 |  |  |  | T.\n" },
        { "a.json", "{\"url\": \"javascript:1\", \"text\": \"T.\"}", "a |  |  |  |  | T.\n" },
        /* preferred keys, wherever they stand */
        { "a.json",
          "{\"description\": \"D.\", \"body\": \"B.\", \"content\": \"C.\", "
          "\"text\": \"T.\", \"headline\": \"H\", \"title\": \"I\"}",
          "a |  |  |  | I | T.\n" },
        { "a.json", "{\"text\": \"  \", \"content\": null, \"body\": 7, \"description\": \"D.\"}",
          "a |  |  |  |  | D.\n" },
        { "a.json", "{\"author\": \"A\", \"source\": \"S\", \"text\": \"T.\"}",
          "a |  | A |  |  | T.\n" },
        { "a.json", "{\"publisher\": {\"name\": \"P\"}, \"outlet\": \"O\", \"text\": \"T.\"}",
          "a |  | O |  |  | T.\n" },
        { "a.json", "{\"author\": [{\"name\": \"A\"}], \"text\": \"T.\"}",
          "a |  | A |  |  | T.\n" },
        { "a.json", "{\"Headline\": \"H\", \"TEXT\": \"T.\", \"Published-At\": \"2026-03-02\"}",
          "a | 2026-03-02 |  |  | H | T.\n" },
        { "a.json", "{\"t\\u0065xt\": \"T.\"}", "a |  |  |  |  | T.\n" },
        { "a.json", "\xEF\xBB\xBF\n{\"text\": \"T.\"}\n", "a |  |  |  |  | T.\n" },
    };

    (void)state;
    check_transcripts(rows, N_ROWS(rows));
}

static void understands_dates(void **state)
{
    static const transcript_row rows[] = {
        { "a.json", "{\"published\": \"Mon, 02 Mar 2026 09:30:00 GMT\", \"text\": \"T.\"}",
          "a | 2026-03-02 |  |  |  | T.\n" },
        { "a.json", "{\"pubDate\": \"2 March 2026\", \"text\": \"T.\"}",
          "a | 2026-03-02 |  |  |  | T.\n" },
        { "a.json", "{\"created_at\": 1772438400, \"text\": \"T.\"}",
          "a | 2026-03-02 |  |  |  | T.\n" },
        { "a.json", "{\"date\": 20260302, \"text\": \"T.\"}", "a | 2026-03-02 |  |  |  | T.\n" },
        { "a.json",
          "{\"date\": \"soon\", \"publishedAt\": \"2026-03-02T00:00Z\", "
          "\"text\": \"T.\"}",
          "a | 2026-03-02 |  |  |  | T.\n" },
        { "a.json", "{\"date\": {\"y\": 2026}, \"text\": \"T.\"}", "a |  |  |  |  | T.\n" },
    };

    (void)state;
    check_transcripts(rows, N_ROWS(rows));
}

static void reads_containers(void **state)
{
    static const transcript_row rows[] = {
        { "a.json", "[{\"text\": \"One.\"}, {\"id\": 7, \"text\": \"Two.\"}, {\"text\": \"3.\"}]",
          "a-1 |  |  |  |  | One.\n7 |  |  |  |  | Two.\na-3 |  |  |  |  | 3.\n" },
        { "a.json",
          "{\"status\": \"ok\", \"totalResults\": 1, \"articles\": [{\"source\": {\"id\": "
          "null, \"name\": \"BBC\"}, \"author\": \"A\", \"title\": \"T\", "
          "\"description\": \"D.\", \"url\": \"https://b.example\", \"publishedAt\": "
          "\"2026-03-02T09:30:00Z\", \"content\": \"Long\xE2\x80\xA6 [+1234 chars]\"}]}",
          "a-1 | 2026-03-02 | BBC | https://b.example | T | Long\xE2\x80\xA6\n" },
        { "a.json", "{\"articles\": [{\"content\": null, \"description\": \"D [+1 chars]\"}]}",
          "a-1 |  |  |  |  | D [+1 chars]\n" },
        { "a.json", "{\"content\": \"[+12x chars]\"}", "a |  |  |  |  | [+12x chars]\n" },
        { "a.json", "{\"content\": \"See [1 chars]\"}", "a |  |  |  |  | See [1 chars]\n" },
        { "a.json", "{\"content\": \" chars]\"}", "a |  |  |  |  |  chars]\n" },
        { "a.json", "{\"posts\": [{\"text\": \"P.\"}]}", "a-1 |  |  |  |  | P.\n" },
        { "a.json", "{\"title\": \"Feed\", \"items\": [{\"content_text\": \"I.\"}]}",
          "a-1 |  |  |  |  | I.\n" },
        { "a.json", "{\"items\": [{\"text\": \"I.\"}], \"text\": \"Own.\"}",
          "a |  |  |  |  | Own.\n" },
        { "a.json", "{\n\"text\": \"One.\"}\n\n{\n\"text\": \"Two.\"}\n[{\"text\": \"3.\"}]",
          "a |  |  |  |  | One.\na-2 |  |  |  |  | Two.\na-3 |  |  |  |  | 3.\n" },
    };

    (void)state;
    check_transcripts(rows, N_ROWS(rows));
}

static void reports_mistakes_and_goes_on(void **state)
{
    static const transcript_row rows[] = {
        { "a.json", "{\"title\": \"T\"}", "! bad input: a.json:1: has no text\n" },
        { "a.json", "{}", "! bad input: a.json:1: has no text\n" },
        { "a.json", "[]", "! bad input: a.json: holds no article\n" },
        { "a.json", "{\"articles\": \"none\"}", "! bad input: a.json:1: has no text\n" },
        { "a.json", "{\"articles\": []}", "! bad input: a.json: holds no article\n" },
        { "a.json", "[\n{\"text\": \"1.\"},\n{},\n7,\n{\"text\": \"2.\"}]",
          "a-1 |  |  |  |  | 1.\n! bad input: a.json:3: has no text\n"
          "! bad input: a.json:4: expected an object with the keys of an article\n"
          "a-4 |  |  |  |  | 2.\n" },
        { "a.json", "{\n\"text\": \"T.\"\n",
          "! bad input: a.json:3: bad JSON at offset 15: expected ',' or '}'\n" },
        { "a.json", "[{\"text\": \"1.\"},\n{\"text\": tru}]",
          "a-1 |  |  |  |  | 1.\n"
          "! bad input: a.json:2: bad JSON at offset 26: expected a value\n" },
        { "a.json", "{\"articles\": [{\"text\": \"\\q\"}]}",
          "! bad input: a.json:1: bad JSON at offset 23: an escape that JSON does not know, or "
          "\\u0000\n" },
        { "a.json", "Bastoni", "! bad input: a.json:1: bad JSON at offset 0: expected a value\n" },
        { "a.json", "\"Bastoni\"",
          "! bad input: a.json:1: bad JSON at offset 0: expected an object\n" },
        { "a.json", "{\"text\": \"T.\"} x",
          "a |  |  |  |  | T.\n! bad input: a.json:1: bad JSON at offset 15: expected a value\n" },
        { "a.json", "{\"text\": \"Mbapp\xE9\"}",
          "! bad input: a.json: is not valid UTF-8 (byte 0xE9 at offset 15); convert it to "
          "UTF-8\n" },
    };

    (void)state;
    check_transcripts(rows, N_ROWS(rows));
}

/* Nesting is bounded, so that a hostile file cannot exhaust the stack. */
static void refuses_depth(void **state)
{
    static char deep[200000];

    (void)state;
    memset(deep, '[', sizeof deep - 1);
    memcpy(deep, "[{\"a\":", 6);
    check_transcript(0, put_file("deep.json", deep),
                     "! bad input: deep.json:1: bad JSON at offset 132: nested deeper than 128 "
                     "levels\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(understands_keys), cmocka_unit_test(understands_dates),
        cmocka_unit_test(reads_containers), cmocka_unit_test(reports_mistakes_and_goes_on),
        cmocka_unit_test(refuses_depth),
    };

    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
