/* Packed input: every format in it, several members, damage, and what is made to fill memory. */
#include "packed.h"
#include "transcript.h"

static const char line_1[] = "{\"id\": \"1\", \"text\": \"One.\"}\n";
static const char line_2[] = "{\"id\": \"2\", \"text\": \"Two.\"}\n";

static void reads_every_format_packed(void **state)
{
    static const transcript_row rows[] = {
        { "2026-03-02-a.txt.gz", "A text.", "2026-03-02-a | 2026-03-02 |  |  |  | A text.\n" },
        { "a.html.gz", "<html><body><p>A paragraph that is long enough to count.</p></body></html>",
          "a | 2026-05-05 |  |  |  | A paragraph that is long enough to count.\n" },
        { "a.json.gz", "[{\"text\": \"1.\"}, {\"text\": \"2.\"}]",
          "a-1 |  |  |  |  | 1.\na-2 |  |  |  |  | 2.\n" },
        { "a.jsonl.gz", "{\"text\": \"1.\"}\n{\"text\": \"2.\"}\n",
          "a-1 |  |  |  |  | 1.\na-2 |  |  |  |  | 2.\n" },
        { "empty.txt.gz", "", "! bad input: empty.txt.gz: is empty\n" },
    };

    (void)state;
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        buf packed = { 0 };
        pack(&packed, suitor_sv_of(rows[i].content));
        check_transcript(i, put_bytes(rows[i].name, packed.ptr, packed.len), rows[i].expected);
        buf_free(&packed);
    }
}

static void reads_members_one_after_another(void **state)
{
    buf packed = { 0 };

    (void)state;
    pack(&packed, suitor_sv_of(line_1));
    pack(&packed, suitor_sv_of(""));
    pack(&packed, suitor_sv_of(line_2));
    buf_append(&packed, suitor_sv_make("\0\0\0\0", 4)); /* as tapes pad */
    check_transcript(0, put_bytes("m.jsonl.gz", packed.ptr, packed.len),
                     "1 |  |  |  |  | One.\n2 |  |  |  |  | Two.\n");
    buf_free(&packed);
}

/* Cut off at every byte: no crash, and whole lines or a problem. */
static void bears_damage(void **state)
{
    buf packed = { 0 };

    (void)state;
    pack(&packed, suitor_sv_of("{\"id\": \"1\", \"text\": \"One.\"}\n{\"id\": \"2\", \"text\": "
                               "\"Two and a little more of it.\"}\n"));
    for (size_t n = 2; n < packed.len; n++) {
        char *got = transcript(put_bytes("d.jsonl.gz", packed.ptr, n), NULL);
        if (!strstr(got, "it ends too early") && !strstr(got, "is empty") && n + 8 < packed.len)
            fail_msg("cut at %zu: %s", n, got);
        free(got);
    }
    for (size_t n = 0; n < packed.len; n++) {
        packed.ptr[n] = (char)~packed.ptr[n];
        free(transcript(put_bytes("d.jsonl.gz", packed.ptr, packed.len), NULL));
        packed.ptr[n] = (char)~packed.ptr[n];
    }
    buf_free(&packed);
}

static void refuses_bombs(void **state)
{
    const size_t size = (size_t)64 << 20;
    char *zeros = calloc(1, size);
    buf packed = { 0 };

    (void)state;
    assert_non_null(zeros);
    memset(zeros, 'a', size);
    pack(&packed, suitor_sv_make(zeros, size));
    if (packed.len * 500 < size) /* best speed packs less well; then it is no bomb */
        check_transcript(0, put_bytes("b.txt.gz", packed.ptr, packed.len),
                         "! too large: b.txt.gz: unpacks to more than 500 times its size: no text "
                         "does\n");
    const suitor_read_options small = { .max_file_bytes = 1 << 20, .max_text_bytes = 1 << 20 };
    char *got = transcript(put_bytes("b.txt.gz", packed.ptr, packed.len), &small);
    assert_non_null(strstr(got, "! "));
    free(got);
    buf_free(&packed);
    free(zeros);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_every_format_packed),
        cmocka_unit_test(reads_members_one_after_another),
        cmocka_unit_test(bears_damage),
        cmocka_unit_test(refuses_bombs),
    };

    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
