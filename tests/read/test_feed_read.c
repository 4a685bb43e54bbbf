/* Feeds as people write them. */
#include "transcript.h"

#define RSS(items)                                                                                 \
    "<?xml version=\"1.0\"?><rss version=\"2.0\" "                                                 \
    "xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" "                                  \
    "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "                                               \
    "xmlns:media=\"http://search.yahoo.com/mrss/\"><channel><title>The Terrace</title>"            \
    "<link>https://terrace.example/</link>" items "</channel></rss>"
#define ATOM(entries)                                                                              \
    "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title type=\"text\">Far Post</title>" entries    \
    "</feed>"

static void reads_feeds(void **state)
{
    static const transcript_row rows[] = {
        { "f.rss",
          RSS("<item><title>Bid &amp; wait</title><link>https://terrace.example/1</link>"
              "<guid isPermaLink=\"false\">t-1</guid><pubDate>Mon, 04 May 2026 23:30:00 +0100"
              "</pubDate><media:title>A picture</media:title><description>Short.</description>"
              "<content:encoded><![CDATA[<p>They have made a bid for him.</p><p>&euro;90m is "
              "asked.</p>]]></content:encoded></item>"),
          "t-1 | 2026-05-04 | The Terrace | https://terrace.example/1 | Bid & wait | They have "
          "made a bid for him.\\n\\n€90m is asked.\n" },
        { "f.xml",
          RSS("<item><title>One</title><source url=\"https://other.example/\">Other Paper</source>"
              "<description>&lt;p&gt;They want &lt;b&gt;him&lt;/b&gt;.&lt;/p&gt;</description>"
              "</item><item><title>Two</title></item>"
              "<item><dc:date>2026-05-06T08:00:00Z</dc:date><description>Plain words."
              "</description></item>"),
          "f-1 | 2026-05-05 | Other Paper |  | One | They want him.\n"
          "f-2 | 2026-05-05 | The Terrace |  | Two | Two\n"
          "f-3 | 2026-05-06 | The Terrace |  |  | Plain words.\n" },
        { "f.atom",
          ATOM(
              "<entry><id>urn:1</id><title>T</title><link rel=\"self\" "
              "href=\"https://far.example/feed\"/><link href=\"https://far.example/1\"/>"
              "<published>2026-05-06T00:00:00Z</published><updated>2026-05-09T00:00:00Z</updated>"
              "<content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\"><p>Both want "
              "<i>him</i>.</p><p>So do others.</p></div></content></entry>"
              "<entry><id>urn:2</id><updated>2026-05-07</updated><summary type=\"html\">&lt;p&gt;A "
              "summary.&lt;/p&gt;</summary></entry>"),
          "urn:1 | 2026-05-06 | Far Post | https://far.example/1 | T | Both want him.\\n\\nSo do "
          "others.\n"
          "urn:2 | 2026-05-07 | Far Post |  |  | A summary.\n" },
        { "f.rdf",
          "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" "
          "xmlns=\"http://purl.org/rss/1.0/\"><channel><title>Old Style</title></channel><item>"
          "<title>T</title><description>Words.</description></item></rdf:RDF>",
          "f-1 | 2026-05-05 | Old Style |  | T | Words.\n" },
        { "f.json",
          "{\"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"J\", \"items\": [{"
          "\"id\": \"1\", \"url\": \"https://j.example/1\", \"date_published\": "
          "\"2026-05-07T00:00:00Z\", \"content_html\": \"<p>They want <em>him</em>.</p>\", "
          "\"summary\": \"Short.\"}, {\"id\": \"2\", \"content_text\": \"Text.\", "
          "\"content_html\": \"<p>HTML.</p>\"}]}",
          "1 | 2026-05-07 |  | https://j.example/1 |  | They want him.\n"
          "2 |  |  |  |  | Text.\n" },
        { "f.rss",
          RSS("<item><title>A &amp; B & C</title><description>Brighton&nbsp;want &lt;b&gt;him"
              "&lt;/b&gt;, says AT&T &#38; others.</description></item><item><description>"
              "<![CDATA[Cut ]] off &nbsp; <p>R&amp;D</p>]]></description></item>"),
          "f-1 | 2026-05-05 | The Terrace |  | A & B & C | Brighton want him, says AT&T & "
          "others.\nf-2 | 2026-05-05 | The Terrace |  |  | Cut ]] off\\n\\nR&D\n" },
        { "f.rss", RSS(""), "! bad input: f.rss: holds no item\n" },
        { "f.rss", "<rss><channel><item><description>One.</description></item><item>",
          "f-1 | 2026-05-05 |  |  |  | One.\n! bad input: f.rss:1: is no well-formed XML from "
          "there on; 1 items before it were read\n" },
    };

    (void)state;
    check_transcripts(rows, N_ROWS(rows));
}

/* Entities that grow, files of this machine, depth: none of it is put in or costs much. */
static void is_not_tricked(void **state)
{
    buf deep = { 0 };

    (void)state;
    char *got = transcript(
        put_file("lol.rss", "<!DOCTYPE rss [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b "
                            "\"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c SYSTEM "
                            "\"file:///etc/passwd\">]><rss><channel><item><description>x&b;y&c;z"
                            "</description></item></channel></rss>"),
        NULL);
    assert_null(strstr(got, "root:"));
    free(got);
    buf_add(&deep, "<rss><channel><item>");
    for (int i = 0; i < 5000; i++)
        buf_add(&deep, "<b>");
    got = transcript(put_bytes("deep.rss", deep.ptr, deep.len), NULL);
    assert_non_null(strstr(got, "! bad input"));
    free(got);
    buf_reset(&deep);
    buf_add(&deep, "<rss><channel><item");
    for (int i = 0; i < 20000; i++)
        buf_printf(&deep, " a%d=''", i);
    check_transcript(0, put_bytes("tags.rss", deep.ptr, deep.len),
                     "! too large: tags.rss: has a tag of more than 10000 attributes\n");
    buf_free(&deep);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_feeds),
        cmocka_unit_test(is_not_tricked),
    };

    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
