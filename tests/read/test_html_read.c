/* Web pages: what they say of themselves, and which of their text is the article. */
#include "transcript.h"

#define SENTENCE "Liverpool are said to want Alessandro Bastoni of Inter Milan."
#define OTHER "Chelsea, on the other hand, would rather keep their money this summer."

static void reads_what_a_page_says(void **state)
{
    static const transcript_row rows[] = {
        { "a.html",
          "<!doctype html><html><head><title>Wrong - Site</title>"
          "<meta property='og:title' content=' Reds  want\nBastoni '>"
          "<meta property='og:site_name' content='The Paper'>"
          "<meta property='article:published_time' content='2026-03-02T09:30:00+00:00'>"
          "<link rel='canonical' href='https://www.paper.example/a'>"
          "<meta property='og:url' content='https://paper.example/wrong'></head>"
          "<body><h1>Reds want Bastoni</h1><p>" SENTENCE "</p></body></html>",
          "a | 2026-03-02 | The Paper | https://www.paper.example/a | Reds want Bastoni | " SENTENCE
          "\n" },
        { "a.html", "<title>Reds want him | News | The Paper</title><p>" SENTENCE,
          "a | 2026-05-05 |  |  | Reds want him | News | " SENTENCE "\n" },
        { "a.html", "<title>Reds - Reds want him and Chelsea do not</title><p>" SENTENCE,
          "a | 2026-05-05 |  |  | Reds - Reds want him and Chelsea do not | " SENTENCE "\n" },
        { "a.html",
          "<title>Reds &#8211; The Long Name of a Paper</title>"
          "<meta property=og:site_name content='The Long Name of a Paper'><p>" SENTENCE,
          "a | 2026-05-05 | The Long Name of a Paper |  | Reds | " SENTENCE "\n" },
        { "a.html", "<title>Cut off</title><body><h1>Site</h1><article><h1>Reds</h1><p>" SENTENCE,
          "a | 2026-05-05 |  |  | Reds | " SENTENCE "\n" },
        { "a.html", "<meta property=og:url content='http://www.paper.example:80/a?b'><p>" SENTENCE,
          "a | 2026-05-05 | paper.example | http://www.paper.example:80/a?b |  | " SENTENCE "\n" },
        { "a.html", "<link rel=canonical href='/relative'><p>" SENTENCE,
          "a | 2026-05-05 |  |  |  | " SENTENCE "\n" },
    };

    (void)state;
    check_transcripts(rows, N_ROWS(rows));
}

static void finds_the_date(void **state)
{
    static const char *const rows[] = {
        "<meta itemprop='datePublished' content='2026-03-02'>",
        "<meta name='DC.date.issued' content='2026-03-02'>",
        "<meta name='date' content='Mon, 02 Mar 2026 09:30:00 GMT'>",
        "<meta name='date' content='soon'><meta name='pubdate' content='20260302'>",
        "<time datetime='2026-03-02T09:30'>Monday</time>",
        "<time datetime='2026-01-01'></time><time itemprop=datePublished "
        "datetime=2026-03-02></time>",
        "<script type='application/ld+json'>{\"datePublished\": \"2026-03-02\"}</script>",
        "<script type='application/ld+json'>[{\"@graph\": [{\"@type\": \"WebSite\"}, {\"@type\": "
        "\"NewsArticle\", \"datePublished\": \"2026-03-02T09:30:00Z\"}]}]</script>",
        "<script type='application/ld+json'>{\"comment\": [{\"datePublished\": \"2026-04-01\"}], "
        "\"datePublished\": \"2026-03-02\"}</script>",
        "<script type='application/ld+json'>{broken</script><meta name=date content=2026-03-02>",
        "<meta name=date content=2026-03-02><time datetime='2026-04-01'>April</time>",
    };

    (void)state;
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        char page[1024];
        snprintf(page, sizeof page, "<html>%s<p>" SENTENCE, rows[i]);
        check_transcript(i, put_file("a.html", page), "a | 2026-03-02 |  |  |  | " SENTENCE "\n");
    }
    check_transcript(98, put_file("2026-03-02.html", "<p>" SENTENCE),
                     "2026-03-02 | 2026-03-02 |  |  |  | " SENTENCE "\n");
    check_transcript(99,
                     put_file("a.html", "<script type='application/ld+json'>{\"publisher\": "
                                        "{\"@id\": \"x\", \"name\": \"P\"}}</script><p>" SENTENCE),
                     "a | 2026-05-05 | P |  |  | " SENTENCE "\n");
}

/* Pages give the text `expected`, whatever stands around it. */
static void check_texts(const char *const rows[][2], size_t n)
{
    for (size_t i = 0; i < n; i++) {
        char page[4096], expected[1024];
        snprintf(page, sizeof page, "<!doctype html><html><body>%s</body></html>", rows[i][0]);
        snprintf(expected, sizeof expected, "a | 2026-05-05 |  |  |  | %s\n", rows[i][1]);
        check_transcript(i, put_file("a.html", page), expected);
    }
}

static void joins_markup_without_false_spaces(void **state)
{
    static const char *const rows[][2] = {
        { "<p>Liver<b>pool</b>&rsquo;s <i>Virgil</i> <a href=x>van&nbsp;Dijk</a>, 34,\n  will "
          "<span>"
          "stay</span>.</p>",
          "Liverpool\xE2\x80\x99s Virgil van Dijk, 34, will stay." },
        { "<p>Kyl&shy;ian Mb\xE2\x80\x8B"
          "app\xC3\xA9 is going nowhere, says his mother.</p>",
          "Kylian Mbapp\xC3\xA9 is going nowhere, says his mother." },
        { "<p>One line of it here<br>and another line<br/> <br>and a new paragraph.</p>",
          "One line of it here\\nand another line\\n\\nand a new paragraph." },
        { "<p>Out of the window<script>track()</script> he goes, and<!-- no --> not back.</p>",
          "Out of the window he goes, and not back." },
        { "<table><tr><td>Murillo</td><td>Forest to Chelsea, and for a sum</td></tr><tr><td>Wirtz"
          "<td>Leverkusen to Liverpool, last summer</table>",
          "Murillo Forest to Chelsea, and for a sum\\n\\nWirtz Leverkusen to Liverpool, last "
          "summer" },
        { "<ul><li>Liverpool lead the race by a length.<li>Arsenal follow them closely.</ul>",
          "Liverpool lead the race by a length.\\n\\nArsenal follow them closely." },
        { "<div>" SENTENCE "<div>" OTHER "</div>And a last word of it.</div>",
          SENTENCE "\\n\\n" OTHER "\\n\\nAnd a last word of it." },
        { "<p>&amp; &lt;b&gt; &#8364;50m &unknown; for the man from Milan</p>",
          "& <b> \xE2\x82\xAC"
          "50m &unknown; for the man from Milan" },
        { "<p>***</p><p>" SENTENCE "</p><p> \n </p>", SENTENCE },
    };

    (void)state;
    check_texts(rows, N_ROWS(rows));
}

static void leaves_out_what_stands_around(void **state)
{
    static const char *const rows[][2] = {
        { "<nav><p>" OTHER "</p></nav><header><p>" OTHER "</p></header><article><p>" SENTENCE
          "</p><aside><p>" OTHER "</p></aside><figure><img><figcaption>" OTHER
          "</figcaption></figure></article><footer><p>" OTHER "</p></footer>",
          SENTENCE },
        { "<p>" SENTENCE "</p><div class='relatedStories'><p>" OTHER "</p></div>",
          SENTENCE "\\n\\n" OTHER },
        { "<p>" SENTENCE "</p><p>" SENTENCE "</p><div class='relatedStories'><p>" OTHER
          "</p></div>",
          SENTENCE "\\n\\n" SENTENCE },
        { "<p>" SENTENCE " " OTHER "</p><div id=cookie-banner><p>" OTHER "</p></div>",
          SENTENCE " " OTHER },
        { "<p>" SENTENCE " " OTHER "</p><div role=dialog>" OTHER "</div><p hidden>" OTHER
          "</p><p style='color:red; display: none'>" OTHER "</p>",
          SENTENCE " " OTHER },
        { "<p>" SENTENCE "</p><h3>Read more</h3><ul><li><a href=1>" OTHER "</a><li><a href=2>" OTHER
          "</a></ul>",
          SENTENCE },
        { "<p>" SENTENCE "</p><p>READ MORE: <a href=1>" OTHER "</a></p><p>" OTHER "</p>",
          SENTENCE "\\n\\n" OTHER },
        { "<h2>Bastoni</h2><p>" SENTENCE "</p><h2>Chelsea</h2><p>" OTHER "</p><h2>More</h2>",
          "Bastoni\\n\\n" SENTENCE "\\n\\nChelsea\\n\\n" OTHER },
        { "<p>" SENTENCE "</p><ul><li>Topics</li><li><a href=1>Serie A football</a></ul>",
          SENTENCE },
        /* the words of a class count whole: a shadow is no ad */
        { "<div class='shadow loading header-less'><p>" SENTENCE "</p></div><p>" OTHER "</p>",
          SENTENCE "\\n\\n" OTHER },
        /* a form around the whole page is no reason to read nothing */
        { "<form class=comments><p>" SENTENCE "</p></form>", SENTENCE },
    };

    (void)state;
    check_texts(rows, N_ROWS(rows));
}

static void chooses_the_article(void **state)
{
    static const char *const rows[][2] = {
        { "<div>" OTHER "</div><article><p>" SENTENCE "</p><p>" OTHER "</p></article>",
          SENTENCE "\\n\\n" OTHER },
        { "<main><p>" OTHER "</p><div itemprop=articleBody><p>" SENTENCE "</p><p>" SENTENCE
          "</p></div></main>",
          SENTENCE "\\n\\n" SENTENCE },
        /* a live report: many small articles, none of them the article */
        { "<main><article><p>" SENTENCE "</p></article><article><p>" OTHER
          "</p></article><article><p>" SENTENCE "</p></article></main>",
          SENTENCE "\\n\\n" OTHER "\\n\\n" SENTENCE },
        /* no hint at all: down to where nearly all text is */
        { "<div><div><a href=1>Home</a></div><div><p>" SENTENCE "</p><p>" OTHER "</p><p>" SENTENCE
          "</p><p>" OTHER "</p></div><div>Some words about the author</div></div>",
          SENTENCE "\\n\\n" OTHER "\\n\\n" SENTENCE "\\n\\n" OTHER },
        /* but not past an introduction */
        { "<div><p>" SENTENCE "</p><div><p>" OTHER "</p><p>" OTHER "</p><p>" OTHER "</p><p>" OTHER
          "</p></div></div>",
          SENTENCE "\\n\\n" OTHER "\\n\\n" OTHER "\\n\\n" OTHER "\\n\\n" OTHER },
        /* nor into a single paragraph */
        { "<h2>Bastoni</h2><p>" SENTENCE " " OTHER "</p><p>Short last word.</p>",
          "Bastoni\\n\\n" SENTENCE " " OTHER "\\n\\nShort last word." },
    };

    (void)state;
    check_texts(rows, N_ROWS(rows));
}

static void reads_other_charsets(void **state)
{
    static const transcript_row rows[] = {
        { "a.html", "<meta charset=iso-8859-1><p>Mbapp\xE9 \x96 he has a contract until 2029.</p>",
          "a | 2026-05-05 |  |  |  | Mbapp\xC3\xA9 \xE2\x80\x93 he has a contract until 2029.\n" },
        /* says Latin-1 and is UTF-8 */
        { "a.html", "<meta charset=iso-8859-1><p>Mbapp\xC3\xA9 has a contract until 2029.</p>",
          "a | 2026-05-05 |  |  |  | Mbapp\xC3\xA9 has a contract until 2029.\n" },
        { "a.html", "<p>Mbapp\xC3\xA9 has a contract until 2029.</p>",
          "a | 2026-05-05 |  |  |  | Mbapp\xC3\xA9 has a contract until 2029.\n" },
        { "a.html", "\xEF\xBB\xBF<html><p>Mbapp\xC3\xA9 has a contract until 2029.</p>",
          "a | 2026-05-05 |  |  |  | Mbapp\xC3\xA9 has a contract until 2029.\n" },
        { "a.html", "<meta charset=utf-8><p>Mbapp\xE9 has a contract until 2029.</p>",
          "! bad input: a.html: is not valid UTF-8 (byte 0xE9 at offset 28); convert it to "
          "UTF-8\n" },
        { "a.html", "<meta charset=klingon><p>Mbapp\xE9 has a contract until 2029.</p>",
          "! bad input: a.html: is in the unknown charset 'klingon'; convert it to UTF-8\n" },
    };

    (void)state;
    check_transcripts(rows, N_ROWS(rows));
}

static void reports_pages_without_an_article(void **state)
{
    static const transcript_row rows[] = {
        { "a.html", "<html></html>", "! bad input: a.html: has no text\n" },
        { "a.html", "<!doctype html>", "! bad input: a.html: has no text\n" },
        { "a.html", "<html><nav><a href=1>Home</a></nav><script>var text = 'x'</script>",
          "! bad input: a.html: has no text\n" },
        { "a.html", "<!-- never closed", "! bad input: a.html: has no text\n" },
    };

    (void)state;
    check_transcripts(rows, N_ROWS(rows));
}

/* Depth, tags and entities must cost neither stack nor time nor memory. */
static void survives_hostile_pages(void **state)
{
    static char page[2 * 1024 * 1024];
    static const struct {
        const char *begin, *repeated, *expected;
    } rows[] = {
        { "<p>", "<div>", "! too large: a.html: leaves more than 1250 elements open\n" },
        { "<p>", "<b>x</b></i>", NULL },
        { "<p ", "a%zu=1 ",
          "! too large: a.html: is too large for a page, or has a tag that is\n" },
        { "<p>" SENTENCE "<script>", "a <b %zu ", "a | 2026-05-05 |  |  |  | " SENTENCE "\n" },
        { "<p>" SENTENCE "<!-- ", "<b a%zu ", "a | 2026-05-05 |  |  |  | " SENTENCE "\n" },
        { "<p data-all = '", "a%zu ", "! bad input: a.html: has no text\n" },
        { "<p>" SENTENCE "</p>", "</p>", NULL },
        { "<p>" SENTENCE "</p>", "<", NULL },
    };

    (void)state;
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        size_t n = (size_t)sprintf(page, "<html>%s", rows[i].begin);
        for (size_t k = 0; n + 40 < sizeof page; k++) {
            const char *number = strstr(rows[i].repeated, "%zu");
            size_t front = number ? (size_t)(number - rows[i].repeated) : 0;
            n += number ? (size_t)sprintf(page + n, "%.*s%zu%s", (int)front, rows[i].repeated, k,
                                          number + 3)
                        : (size_t)sprintf(page + n, "%s", rows[i].repeated);
        }
        if (rows[i].expected)
            check_transcript(i, put_file("a.html", page), rows[i].expected);
        else
            free(transcript(put_file("a.html", page), NULL));
    }
    check_transcript(99,
                     put_file("a.html",
                              "<!DOCTYPE html [<!ENTITY a \"&b;&b;&b;\"><!ENTITY b \"xxxxxxxx\">"
                              "<!ENTITY c SYSTEM \"file:///etc/passwd\">]><html><body><p>" SENTENCE
                              " &c;</p>"),
                     "a | 2026-05-05 |  |  |  | !ENTITY b \"xxxxxxxx\"><!ENTITY c SYSTEM "
                     "\"file:///etc/passwd\">]>\\n\\n" SENTENCE " &c;\n");
}

/* What is nested too deep for the tree keeps its text. */
static void keeps_text_of_deep_elements(void **state)
{
    char page[8192];
    size_t n = 0;

    (void)state;
    for (int i = 0; i < 400; i++)
        n += (size_t)sprintf(page + n, "<div>");
    n += (size_t)sprintf(page + n, "<p>" SENTENCE "</p>");
    for (int i = 0; i < 400; i++)
        n += (size_t)sprintf(page + n, "</div>");
    sprintf(page + n, "<p>" OTHER "</p>");
    check_transcript(0, put_file("a.html", page),
                     "a | 2026-05-05 |  |  |  | " SENTENCE "\\n\\n" OTHER "\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_what_a_page_says),
        cmocka_unit_test(finds_the_date),
        cmocka_unit_test(joins_markup_without_false_spaces),
        cmocka_unit_test(leaves_out_what_stands_around),
        cmocka_unit_test(chooses_the_article),
        cmocka_unit_test(reads_other_charsets),
        cmocka_unit_test(reports_pages_without_an_article),
        cmocka_unit_test(survives_hostile_pages),
        cmocka_unit_test(keeps_text_of_deep_elements),
    };

    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
