/* Plain text files. */
#include "transcript.h"

static void reads_text_and_its_date(void **state)
{
    static const transcript_row rows[] = {
        /* the article of the issue: date and text in one line */
        { "a.txt", "date 2026-03-02 Liverpool are aiming for Bastoni.\n",
          "a | 2026-03-02 |  |  |  | Liverpool are aiming for Bastoni.\\n\n" },
        { "a.txt", "date 2026-03-02\nTitle\n\nFirst.\n\nSecond.",
          "a | 2026-03-02 |  |  |  | Title\\n\\nFirst.\\n\\nSecond.\n" },
        { "a.txt", "\n DATE:2026-03-02, Text.", "a | 2026-03-02 |  |  |  | Text.\n" },
        { "a.txt", "Date : 2026-03-02T09:30:00Z Text.", "a | 2026-03-02 |  |  |  | Text.\n" },
        { "a.txt", "Date: Monday, 2 March 2026\nText.", "a | 2026-03-02 |  |  |  | Text.\n" },
        { "a.txt",
          "\xEF\xBB\xBF"
          "date 2026-03-02\r\nOne.\r\n\r\nTwo.\rThree.",
          "a | 2026-03-02 |  |  |  | One.\\n\\nTwo.\rThree.\n" },
        /* no date in front: the text is kept to the byte */
        { "2026-03-02-foo.txt", "  Text.\n",
          "2026-03-02-foo | 2026-03-02 |  |  |  |   Text.\\n\n" },
        { "20260302.txt", "Text.", "20260302 | 2026-03-02 |  |  |  | Text.\n" },
        { "foo", "Text.", "foo | 2026-05-05 |  |  |  | Text.\n" },
        { "foo.txt", "Date night at Anfield on 2 March 2026, and nobody stayed home.",
          "foo | 2026-05-05 |  |  |  | Date night at Anfield on 2 March 2026, and nobody stayed "
          "home.\n" },
        { "foo.txt", "dated 2026-03-02", "foo | 2026-05-05 |  |  |  | dated 2026-03-02\n" },
        { "foo.txt", "date 2026-02-30 Text", "foo | 2026-05-05 |  |  |  | date 2026-02-30 Text\n" },
        { "foo.txt", "date2026-03-02", "foo | 2026-05-05 |  |  |  | date2026-03-02\n" },
        { "2026-01-01.txt", "date 2026-03-02 The text's own word counts.",
          "2026-01-01 | 2026-03-02 |  |  |  | The text's own word counts.\n" },
        { "v1.2.txt", "Text.", "v1.2 | 2026-05-05 |  |  |  | Text.\n" },
        { ".hidden", "Text.", ".hidden | 2026-05-05 |  |  |  | Text.\n" },
    };

    (void)state;
    check_transcripts(rows, N_ROWS(rows));
}

static void reports_what_is_no_text(void **state)
{
    static const transcript_row rows[] = {
        { "a.txt", "", "! bad input: a.txt: is empty\n" },
        { "a.txt", "\xEF\xBB\xBF \n\t\n", "! bad input: a.txt: is empty\n" },
        { "a.txt", "date 2026-03-02\n\n", "! bad input: a.txt: has no text\n" },
        { "a.txt", "Mbapp\xE9 stays.",
          "! bad input: a.txt: is not valid UTF-8 (byte 0xE9 at offset 5); convert it to UTF-8\n" },
        { "a.txt", "cut \xE2\x82",
          "! bad input: a.txt: is not valid UTF-8 (byte 0xE2 at offset 4); convert it to UTF-8\n" },
        { "a.txt", "ab\x01\x02\x03",
          "! bad input: a.txt: is binary, not text (byte 0x01 at offset 2); give text, HTML or "
          "JSON\n" },
        { "a.md", "Text.",
          "! bad input: a.md: files ending in .md are not read; text ends in .txt, pages in .html, "
          "JSON in .json or .jsonl, feeds in .xml, crawls in .warc; each may be packed as .gz\n" },
    };

    (void)state;
    check_transcripts(rows, N_ROWS(rows));
    check_transcript(99, put_bytes("nul.txt", "a\0b", 3),
                     "! bad input: nul.txt: is binary, not text (byte 0x00 at offset 1); give "
                     "text, HTML or JSON\n");
}

static void reads_utf16_with_its_mark(void **state)
{
    (void)state;
    check_transcript(0,
                     put_bytes("le.txt",
                               "\xFF\xFE"
                               "B\0a\0\xE9\0",
                               8),
                     "le | 2026-05-05 |  |  |  | Ba\xC3\xA9\n");
    check_transcript(1,
                     put_bytes("be.txt",
                               "\xFE\xFF"
                               "\0B\0a\0\xE9",
                               8),
                     "be | 2026-05-05 |  |  |  | Ba\xC3\xA9\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_text_and_its_date),
        cmocka_unit_test(reports_what_is_no_text),
        cmocka_unit_test(reads_utf16_with_its_mark),
    };

    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
