/* Which articles are the same, and which are versions of one. */
#include "identity.h"

#include "table.h"

typedef struct {
    const char *id, *url, *outlet, *path, *text;
    int32_t day;
} sketch;

static suitor_article article_of(const sketch *s)
{
    return (suitor_article){ .id = suitor_sv_of(s->id),
                             .url = suitor_sv_of(s->url),
                             .outlet = suitor_sv_of(s->outlet),
                             .path = suitor_sv_of(s->path),
                             .text = suitor_sv_of(s->text),
                             .day = s->day };
}

static const struct {
    const char *what;
    sketch a, b;
    bool same, versions;
} rows[] = {
    { "found in two files",
      { "x", "", "Herald", "in/x.txt", "News.", 5 },
      { "y", "", "Herald", "in/y.txt", "News.", 5 },
      true,
      false },
    { "another day",
      { "x", "", "Herald", "in/x.txt", "News.", 5 },
      { "x", "", "Herald", "in/x.txt", "News.", 6 },
      false,
      true },
    { "a file that changed",
      { "x", "", "", "in/x.txt", "News.", 5 },
      { "x", "", "", "in/x.txt", "More news.", 5 },
      false,
      true },
    { "files of one name in two folders",
      { "x", "", "Herald", "in/x.txt", "News.", 5 },
      { "x", "", "Herald", "out/x.txt", "More.", 5 },
      false,
      false },
    { "two endings",
      { "x", "", "", "in/x.json.gz", "News.", 5 },
      { "x", "", "", "in/x.json.gz", "More.", 5 },
      false,
      true },
    { "an id of its own in two crawls",
      { "a-17", "", "Herald", "mon.jsonl", "News.", 5 },
      { "a-17", "", "Herald", "tue.jsonl", "More.", 5 },
      false,
      true },
    { "an id of its own, another outlet",
      { "a-17", "", "Herald", "mon.jsonl", "News.", 5 },
      { "a-17", "", "Courier", "tue.jsonl", "More.", 5 },
      false,
      false },
    { "an id of its own, outlet unknown, one file",
      { "a-17", "", "", "mon.jsonl", "News.", 5 },
      { "a-17", "", "", "mon.jsonl", "More.", 5 },
      false,
      true },
    { "an id of its own, outlet unknown, two files",
      { "a-17", "", "", "mon.jsonl", "News.", 5 },
      { "a-17", "", "", "tue.jsonl", "More.", 5 },
      false,
      false },
    { "a number in the file",
      { "mon-17", "", "Herald", "mon.jsonl", "News.", 5 },
      { "mon-17", "", "Herald", "mon.jsonl", "More.", 5 },
      false,
      false },
    { "one address",
      { "x", "http://h/1", "Herald", "a.html", "News.", 5 },
      { "y", "http://h/1", "", "b.html", "More.", 9 },
      false,
      true },
    { "two addresses",
      { "x", "http://h/1", "Herald", "a.html", "News.", 5 },
      { "x", "http://h/2", "Herald", "a.html", "More.", 5 },
      false,
      false },
    { "two articles through a pipe",
      { "stdin", "", "Herald", "-", "News.", 5 },
      { "stdin", "", "Herald", "-", "More.", 5 },
      false,
      false },
    { "numbered articles through a pipe",
      { "stdin-2", "", "Herald", "-", "News.", 5 },
      { "stdin-2", "", "Herald", "-", "More.", 5 },
      false,
      false },
    { "an id of its own through a pipe",
      { "a-17", "", "Herald", "-", "News.", 5 },
      { "a-17", "", "Herald", "-", "More.", 5 },
      false,
      true },
    { "no id",
      { "", "", "Herald", "a.txt", "News.", 5 },
      { "", "", "Herald", "a.txt", "More.", 5 },
      false,
      false },
};

static void test_rows(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        suitor_article a = article_of(&rows[i].a), b = article_of(&rows[i].b);
        unsigned char da[DIGEST_SIZE], db[DIGEST_SIZE], sa[DIGEST_SIZE], sb[DIGEST_SIZE];
        identity_digest(&a, da);
        identity_digest(&b, db);
        check_row(i, rows[i].what, (memcmp(da, db, DIGEST_SIZE) == 0) == rows[i].same);
        bool versions =
            identity_series(&a, sa) && identity_series(&b, sb) && memcmp(sa, sb, DIGEST_SIZE) == 0;
        check_row(i, rows[i].what, versions == rows[i].versions);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_rows) };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
