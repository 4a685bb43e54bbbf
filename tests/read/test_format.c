/* Which parser reads what. */
#include "format.h"
#include "table.h"

static void tells_by_content_then_by_name(void **state)
{
    static const struct {
        const char *head, *ending;
        file_format expected;
    } rows[] = {
        { "Liverpool want Bastoni.", "txt", FORMAT_PLAIN },
        { "Liverpool want Bastoni.", "TXT", FORMAT_PLAIN },
        { "Liverpool want Bastoni.", "html", FORMAT_HTML },
        { "Liverpool want Bastoni.", "json", FORMAT_JSON },
        { "Liverpool want Bastoni.", "ndjson", FORMAT_JSONL },
        { "Liverpool want Bastoni.", "md", FORMAT_UNKNOWN },
        { "Liverpool want Bastoni.", "", FORMAT_UNKNOWN },
        { "{\"text\": \"x\"}", "txt", FORMAT_JSON },
        { "\xEF\xBB\xBF \n{ \"text\": \"x\"}", "", FORMAT_JSON },
        { "{}", "", FORMAT_JSON },
        { "{\n  \"text\": \"x\"\n}\n", "json", FORMAT_JSON },
        { "[{\"text\": \"x\"}]", "", FORMAT_JSON },
        { "[\n]", "txt", FORMAT_JSON },
        { "{\"a\":1}\n{\"a\":2}\n", "json", FORMAT_JSONL },
        { "{\"a\":1}\r\n\n{\"a\":2}", "", FORMAT_JSONL },
        { "{\"a\":1}\n", "", FORMAT_JSON },
        { "{\"a\":1}\n", "jsonl", FORMAT_JSONL },
        { "[{\"a\":1}]\n", "jsonl", FORMAT_JSON },
        { "not json\n{\"a\":1}", "jsonl", FORMAT_JSONL },
        { "[Exclusive] Liverpool want him", "txt", FORMAT_PLAIN },
        { "{Exclusive} Liverpool want him", "txt", FORMAT_PLAIN },
        { "<!DOCTYPE html><p>x", "txt", FORMAT_HTML },
        { "  <HTML>", "", FORMAT_HTML },
        { "<?xml version=\"1.0\"?><html xmlns=\"…\">", "", FORMAT_HTML },
        { "<?xml version=\"1.0\"?><rss>", "xml", FORMAT_FEED },
        { "<?xml version=\"1.0\"?><!-- x --><feed xmlns=\"…\">", "", FORMAT_FEED },
        { "<?xml version=\"1.0\"?><svg>", "xml", FORMAT_FEED },
        { "<?xml version=\"1.0\"?><rssx>", "", FORMAT_UNKNOWN },
        { "WARC/1.0\r\nWARC-Type: warcinfo\r\n", "", FORMAT_WARC },
        { "<!-- saved --><html>", "aspx", FORMAT_HTML },
        { "<p>a</p><p>b</p><p>c</p><p>d</p><p>e</p><p>f</p><p>g</p><p>h</p>", "", FORMAT_HTML },
        { "Ajax </3 everybody", "txt", FORMAT_PLAIN },
        { "<p>a</p>", "txt", FORMAT_PLAIN },
        { "", "txt", FORMAT_PLAIN },
        { "{", "txt", FORMAT_PLAIN },
    };

    (void)state;
    for (size_t i = 0; i < N_ROWS(rows); i++)
        check_row(i, rows[i].head,
                  format_tell(suitor_sv_of(rows[i].head), suitor_sv_of(rows[i].ending)) ==
                      rows[i].expected);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(tells_by_content_then_by_name) };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
