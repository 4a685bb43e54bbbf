/* Crawls: records of every kind, sent in every way, whole, packed, and damaged. */
#include "packed.h"
#include "transcript.h"

#define PAGE                                                                                       \
    "<html><head><title>They want him</title></head><body><article><h1>They want him</h1><p>They " \
    "want to sign him this summer, it is said.</p></article></body></html>"
#define TEXT "They want to sign him this summer, it is said.\n"

static void put_record(buf *out, const char *type, const char *url, suitor_sv block)
{
    buf_printf(out,
               "WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\nWARC-Date: "
               "2026-05-09T01:02:03Z\r\nContent-Type: application/http; msgtype=response\r\n"
               "Content-Length: %zu\r\n\r\n",
               type, url, block.len);
    buf_append(out, block);
    buf_add(out, "\r\n\r\n");
}

static void put_response(buf *out, const char *url, const char *headers, suitor_sv body)
{
    buf block = { 0 };

    buf_printf(&block, "HTTP/1.1 200 OK\r\n%s\r\n", headers);
    buf_append(&block, body);
    put_record(out, "response", url, buf_view(&block));
    buf_free(&block);
}

static void chunk(buf *out, suitor_sv bytes)
{
    for (size_t at = 0; at < bytes.len; at += 50) {
        size_t n = bytes.len - at < 50 ? bytes.len - at : 50;
        buf_printf(out, "%zx;note=1\r\n", n);
        buf_append(out, suitor_sv_make(bytes.ptr + at, n));
        buf_add(out, "\r\n");
    }
    buf_add(out, "0\r\n\r\n");
}

static const char html[] = "Content-Type: text/html; charset=utf-8\r\n";
#define ARTICLE(n)                                                                                 \
    "https://n.example/" n " | 2026-05-09 | n.example | https://n.example/" n                      \
    " | They want him | " TEXT

static void reads_what_was_sent(void **state)
{
    const suitor_sv page = suitor_sv_of(PAGE);
    buf warc = { 0 }, packed = { 0 }, chunks = { 0 }, both = { 0 };
    char headers[256];

    (void)state;
    pack(&packed, page);
    chunk(&chunks, page);
    chunk(&both, buf_view(&packed));
    put_record(&warc, "warcinfo", "", suitor_sv_of("software: a crawler\r\n"));
    put_record(&warc, "request", "https://n.example/0", suitor_sv_of("GET / HTTP/1.1\r\n\r\n"));
    put_response(&warc, "https://n.example/1", html, page);
    snprintf(headers, sizeof headers, "%sTransfer-Encoding: chunked\r\n", html);
    put_response(&warc, "https://n.example/2", headers, buf_view(&chunks));
    snprintf(headers, sizeof headers, "%sContent-Encoding: gzip\r\n", html);
    put_response(&warc, "https://n.example/3", headers, buf_view(&packed));
    snprintf(headers, sizeof headers, "%sContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n",
             html);
    put_response(&warc, "https://n.example/4", headers, buf_view(&both));
    put_response(&warc, "https://n.example/5", headers, page); /* both undone, headers left */
    put_response(&warc, "https://n.example/6", "Content-Type: image/png\r\n", page);
    put_response(&warc, "https://n.example/7", html, suitor_sv_of("<html></html>"));
    put_response(&warc, "https://n.example/8", "Content-Type: text/html; charset=iso-8859-1\r\n",
                 suitor_sv_of("<p>K\xF6ln want him, they say in the town.</p>"));
    put_record(&warc, "response", "https://n.example/9",
               suitor_sv_of("HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n" PAGE));
    check_transcript(0, put_bytes("w.warc", warc.ptr, warc.len),
                     ARTICLE("1") ARTICLE("2") ARTICLE("3") ARTICLE("4")
                         ARTICLE("5") "https://n.example/8 | 2026-05-09 | n.example | "
                                      "https://n.example/8 |  | Köln want him, "
                                      "they say in the town.\n");
    buf_free(&warc);
    buf_free(&packed);
    buf_free(&chunks);
    buf_free(&both);
}

static void says_what_it_cannot_read(void **state)
{
    buf warc = { 0 };
    char headers[128];

    (void)state;
    snprintf(headers, sizeof headers, "%sContent-Encoding: br\r\n", html);
    put_response(&warc, "https://n.example/1", headers, suitor_sv_of(PAGE));
    buf_add(&warc, "rubbish\r\nmore of it\r\n");
    put_response(&warc, "https://n.example/2", html, suitor_sv_of(PAGE));
    buf_add(&warc, "WARC/1.0\r\nWARC-Type: response\r\n\r\n");
    put_response(&warc, "https://n.example/3", html, suitor_sv_of(PAGE));
    buf_add(&warc,
            "WARC/1.1\r\nWARC-Type: response\r\nContent-Length: 500\r\n\r\nHTTP/1.1 200\r\n");
    put_response(&warc, "https://n.example/4", html, suitor_sv_of(PAGE)); /* not swallowed */
    buf_add(&warc, "WARC/1.1\r\nWARC-Type: response\r\nContent-Length: 500\r\n\r\nHTTP/1.1 200");
    check_transcript(0, put_bytes("w.warc", warc.ptr, warc.len),
                     "! bad input: w.warc:1: is encoded as \"br\", which is not read\n"
                     "! bad input: w.warc:1: has something else where a record of WARC should "
                     "begin; the next is looked for\n" ARTICLE(
                         "2") "! bad input: w.warc:3: a record of WARC has no "
                              "Content-Length\n" ARTICLE("3") "! bad input: w.warc:5: the record "
                                                              "is cut off, 14 bytes of 500 are "
                                                              "there\n" ARTICLE("4") "! bad input: "
                                                                                     "w.warc:7: "
                                                                                     "the record "
                                                                                     "is cut off, "
                                                                                     "12 bytes of "
                                                                                     "500 are "
                                                                                     "there\n");
    buf_free(&warc);
}

/* Each record packed by itself, one of them damaged: only that one is lost. */
/* A header may hold any bytes, an article's address only text. */
static void takes_no_address_that_is_no_text(void **state)
{
    buf warc = { 0 };

    (void)state;
    put_response(&warc, "https://n.example/\xFF", html, suitor_sv_of(PAGE));
    check_transcript(0, put_bytes("w.warc", warc.ptr, warc.len),
                     "w-1 | 2026-05-09 |  |  | They want him | " TEXT);
    buf_free(&warc);
}

static void goes_on_behind_damage(void **state)
{
    buf file = { 0 };

    (void)state;
    for (int i = 1; i <= 3; i++) {
        buf warc = { 0 };
        char url[32];
        snprintf(url, sizeof url, "https://n.example/%d", i);
        put_response(&warc, url, html, suitor_sv_of(PAGE));
        size_t begin = file.len;
        pack(&file, buf_view(&warc));
        if (i == 2)
            for (size_t at = begin + 60; at < begin + 70; at++)
                file.ptr[at] = (char)0xFF;
        buf_free(&warc);
    }
    char *got = transcript(put_bytes("w.warc.gz", file.ptr, file.len), NULL);
    assert_non_null(strstr(got, ARTICLE("1")));
    assert_non_null(strstr(got, "is damaged where it is packed"));
    assert_non_null(strstr(got, ARTICLE("3")));
    free(got);
    buf_free(&file);
}

/* Cut off anywhere: no crash. */
static void bears_cuts(void **state)
{
    buf warc = { 0 };

    (void)state;
    put_response(&warc, "https://n.example/1", html, suitor_sv_of(PAGE));
    for (size_t n = 0; n < warc.len; n += 3)
        free(transcript(put_bytes("w.warc", warc.ptr, n), NULL));
    buf_free(&warc);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_what_was_sent),
        cmocka_unit_test(says_what_it_cannot_read),
        cmocka_unit_test(takes_no_address_that_is_no_text),
        cmocka_unit_test(goes_on_behind_damage),
        cmocka_unit_test(bears_cuts),
    };

    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
