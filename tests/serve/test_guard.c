/* Who may ask. */
#include "guard.h"

#include "table.h"

enum { PORT = 8420, HTTP = 80 };

static void knows_its_own_names(void **state)
{
    static const struct {
        const char *host;
        uint16_t port;
        bool fine;
    } rows[] = {
        { "127.0.0.1:8420", PORT, true },
        { "localhost:8420", PORT, true },
        { "LocalHost:8420", PORT, true },
        { "[::1]:8420", PORT, true },
        { NULL, PORT, false },
        { "", PORT, false },
        { "localhost", PORT, false },
        { "localhost:", PORT, false },
        { "localhost:842", PORT, false },
        { "localhost:84200", PORT, false },
        { "localhost:08420", PORT, false },
        { "localhost:8420 ", PORT, false },
        { "localhost.:8420", PORT, false },
        { "127.0.0.1", HTTP, true },
        { "127.0.0.1:80", HTTP, true },
        { "localhost.evil.example:8420", PORT, false },
        { "evil.example:8420", PORT, false },
        { "127.0.0.1:8420@evil.example", PORT, false },
        { "127.0.0.2:8420", PORT, false },
        { "0.0.0.0:8420", PORT, false },
        { "[::]:8420", PORT, false },
    };

    (void)state;
    for (size_t i = 0; i < N_ROWS(rows); i++)
        check_row(i, rows[i].host ? rows[i].host : "none",
                  guard_host(rows[i].host, rows[i].port) == rows[i].fine);
}

static void knows_its_own_pages(void **state)
{
    static const struct {
        const char *origin;
        bool fine;
    } rows[] = {
        { NULL, true },
        { "http://127.0.0.1:8420", true },
        { "http://localhost:8420", true },
        { "http://[::1]:8420", true },
        { "https://127.0.0.1:8420", false },
        { "http://127.0.0.1", false },
        { "http://127.0.0.1:8421", false },
        { "http://127.0.0.1:8420/", false },
        { "http://evil.example", false },
        { "http://evil.example:8420", false },
        { "http://", false },
        { "http:", false },
        { "null", false },
        { "", false },
    };

    (void)state;
    for (size_t i = 0; i < N_ROWS(rows); i++)
        check_row(i, rows[i].origin ? rows[i].origin : "none",
                  guard_origin(rows[i].origin, PORT) == rows[i].fine);
}

static void hears_what_the_browser_says_of_the_site(void **state)
{
    static const struct {
        const char *site;
        bool is_page, fine;
    } rows[] = {
        { NULL, false, true },
        { "same-origin", false, true },
        { "none", false, true },
        { "same-site", false, false },
        { "cross-site", false, false },
        { "", false, false },
        { "something new", false, false },
        { "cross-site", true, true },
    };

    (void)state;
    for (size_t i = 0; i < N_ROWS(rows); i++)
        check_row(i, rows[i].site ? rows[i].site : "none",
                  guard_site(rows[i].site, rows[i].is_page) == rows[i].fine);
}

static void takes_addresses_that_can_be_decoded(void **state)
{
    static const struct {
        const char *address;
        bool fine;
    } rows[] = {
        { "", true },
        { "/", true },
        { "/api/rivals?name=Bastoni", true },
        { "/api/rivals?name=%C3%A9%c3%a9", true },
        { "/a%25zz", true }, /* says "%zz" */
        { "/%20%20", true },
        { "/%0a", true }, /* a value must not have it, which routes check */
        { "/%", false },
        { "/%a", false },
        { "/a?b=%", false },
        { "/%%20", false },
        { "/%zz", false },
        { "/%2x", false },
        { "/% 2", false },
        { "/%20%", false },
        { "/api/stats%00", false },
        { "/api/stats?a=%00", false },
    };

    (void)state;
    for (size_t i = 0; i < N_ROWS(rows); i++)
        check_row(i, rows[i].address, guard_address(rows[i].address) == rows[i].fine);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(knows_its_own_names),
        cmocka_unit_test(knows_its_own_pages),
        cmocka_unit_test(hears_what_the_browser_says_of_the_site),
        cmocka_unit_test(takes_addresses_that_can_be_decoded),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
