/* Can everything be read, and can colour-blind readers tell the clusters apart? By computation:
 * contrast as WCAG 2.2 has it (success criteria 1.4.3 and 1.4.11), colour blindness as Machado,
 * Oliveira and Fernandes have it (IEEE Trans. Vis. Comput. Graph. 15, 1291, 2009), differences of
 * colours as distances in CIELAB. */
#include <math.h>

#include "colours.h"
#include "drawing.h"
#include "table.h"

static const char *const themes[] = { "light", "dark" };

static double contrast(const char *a, const char *b)
{
    double x = colour_luminance(a) + 0.05, y = colour_luminance(b) + 0.05;

    return x > y ? x / y : y / x;
}

static void check_contrast(const char *theme, const char *what, const char *ink, const char *ground,
                           double least)
{
    double found = contrast(ink, ground);

    if (found < least)
        print_error("%s: %s %s on %s: %.2f\n", theme, what, ink, ground, found);
    assert_true(found >= least);
}

static void load(const char *theme, style *s)
{
    suitor_error err;
    suitor_status st = style_load(NULL, theme, s, &err);

    if (st != SUITOR_OK)
        print_error("%s\n", err.message);
    assert_int_equal(st, SUITOR_OK);
}

static const char *of(const cJSON *map, const char *key)
{
    return cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(map, key));
}

static void test_texts(void **state)
{
    static const style_text_kind on_canvas[] = { TEXT_TITLE,       TEXT_SUBTITLE, TEXT_EDGE,
                                                 TEXT_EDGE_DETAIL, TEXT_LEGEND,   TEXT_SOURCE };
    static const style_text_kind on_player[] = { TEXT_PLAYER, TEXT_PLAYER_DETAIL };
    static const style_look steps[] = { LOOK_STEP, LOOK_FIRST_STEP, LOOK_STAYS };

    (void)state;
    for (size_t t = 0; t < N_ROWS(themes); t++) {
        style s;
        load(themes[t], &s);
        for (size_t i = 0; i < N_ROWS(on_canvas); i++)
            check_contrast(themes[t], "text", s.text[on_canvas[i]].ink, s.canvas.background, 4.5);
        for (size_t i = 0; i < N_ROWS(on_player); i++) {
            const char *ink = s.text[on_player[i]].ink;
            for (uint32_t k = 0; k < s.n_clusters; k++)
                check_contrast(themes[t], "player", ink, s.clusters[k].fill, 4.5);
            check_contrast(themes[t], "player", ink, s.no_cluster.fill, 4.5);
        }
        check_contrast(themes[t], "club", s.text[TEXT_CLUB].ink, of(s.look[LOOK_CLUB], "fillcolor"),
                       4.5);
        for (size_t i = 0; i < N_ROWS(steps); i++) {
            const char *ink = of(s.look[steps[i]], "fontcolor");
            if (!ink)
                ink = of(s.look[LOOK_STEP], "fontcolor");
            check_contrast(themes[t], "step", ink ? ink : s.text[TEXT_PLAYER].ink,
                           of(s.look[steps[i]], "fillcolor"), 4.5);
        }
        style_clear(&s);
    }
}

/* Lines and rims need 3 : 1; letters of badges are bold, which needs no more. */
static void test_lines(void **state)
{
    colour_table clubs;

    (void)state;
    assert_int_equal(colours_load(NULL, &clubs, NULL), SUITOR_OK);
    for (size_t t = 0; t < N_ROWS(themes); t++) {
        style s;
        load(themes[t], &s);
        for (uint32_t k = 0; k < s.n_clusters; k++)
            check_contrast(themes[t], "rim", s.clusters[k].rim, s.canvas.background, 3);
        check_contrast(themes[t], "rim", s.no_cluster.rim, s.canvas.background, 3);
        for (int i = SUITOR_LINKED; i <= SUITOR_AGREED; i++) {
            char first[8];
            snprintf(first, sizeof first, "%s", of(s.stages[i].attributes, "color"));
            check_contrast(themes[t], s.stages[i].word, first, s.canvas.background, 3);
        }
        for (uint32_t i = 0; i < clubs.count + s.badge.n_derived; i++) {
            const char *fill =
                i < clubs.count ? clubs.colours[i].fill : s.badge.derived[i - clubs.count];
            check_contrast(themes[t], "badge", colour_is_dark(fill) ? s.badge.light : s.badge.dark,
                           fill, 3);
        }
        style_clear(&s);
    }
    colours_clear(&clubs);
}

/* Of linear red, green and blue; severity 1.0 of Machado et al. */
static const double visions[][3][3] = {
    { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } },
    { { 0.152286, 1.052583, -0.204868 },
      { 0.114503, 0.786281, 0.099216 },
      { -0.003882, -0.048116, 1.051998 } },
    { { 0.367322, 0.860646, -0.227968 },
      { 0.280085, 0.672501, 0.047413 },
      { -0.011820, 0.042940, 0.968881 } },
    { { 1.255528, -0.076749, -0.178779 },
      { -0.078411, 0.930809, 0.147602 },
      { 0.004733, 0.691367, 0.303900 } },
};
static const char *const vision_names[] = { "all cones", "protanopia", "deuteranopia",
                                            "tritanopia" };

static double linear_of(const char *colour, int channel)
{
    char pure[8] = "#000000";

    memcpy(pure + 1 + 2 * channel, colour + 1 + 2 * channel, 2);
    return colour_luminance(pure) / (const double[]){ 0.2126, 0.7152, 0.0722 }[channel];
}

static double curve(double t)
{
    return t > 216.0 / 24389 ? cbrt(t) : (24389.0 / 27 * t + 16) / 116;
}

/* CIELAB of `colour` as it is seen, under D65. */
static void see(const char *colour, const double vision[3][3], double lab[3])
{
    double rgb[3];

    for (int i = 0; i < 3; i++) {
        rgb[i] = 0;
        for (int k = 0; k < 3; k++)
            rgb[i] += vision[i][k] * linear_of(colour, k);
        rgb[i] = fmin(1, fmax(0, rgb[i]));
    }
    double x = curve((0.4124564 * rgb[0] + 0.3575761 * rgb[1] + 0.1804375 * rgb[2]) / 0.95047);
    double y = curve(0.2126729 * rgb[0] + 0.7151522 * rgb[1] + 0.0721750 * rgb[2]);
    double z = curve((0.0193339 * rgb[0] + 0.1191920 * rgb[1] + 0.9503041 * rgb[2]) / 1.08883);
    lab[0] = 116 * y - 16;
    lab[1] = 500 * (x - y);
    lab[2] = 200 * (y - z);
}

static double difference(const char *a, const char *b, const double vision[3][3])
{
    double p[3], q[3];

    see(a, vision, p);
    see(b, vision, q);
    return sqrt((p[0] - q[0]) * (p[0] - q[0]) + (p[1] - q[1]) * (p[1] - q[1]) +
                (p[2] - q[2]) * (p[2] - q[2]));
}

static void check_apart(const char *theme, const char *const *colours, size_t n)
{
    for (size_t v = 0; v < N_ROWS(visions); v++)
        for (size_t i = 0; i < n; i++)
            for (size_t k = 0; k < i; k++) {
                double d = difference(colours[i], colours[k], visions[v]);
                if (d < 10)
                    print_error("%s, %s: %s and %s are %.1f apart\n", theme, vision_names[v],
                                colours[i], colours[k], d);
                assert_true(d >= 10);
            }
}

/* A difference of 2.3 is just seen side by side (Mahy, Van Eycken and Oosterlinck, Color Res.
 * Appl. 19, 105, 1994); ten is plain at a distance too. */
static void test_clusters(void **state)
{
    (void)state;
    for (size_t t = 0; t < N_ROWS(themes); t++) {
        const char *fills[16], *rims[16];
        style s;
        load(themes[t], &s);
        assert_true(s.n_clusters < N_ROWS(fills));
        for (uint32_t k = 0; k < s.n_clusters; k++) {
            fills[k] = s.clusters[k].fill;
            rims[k] = s.clusters[k].rim;
        }
        fills[s.n_clusters] = s.no_cluster.fill;
        rims[s.n_clusters] = s.no_cluster.rim;
        check_apart(themes[t], fills, s.n_clusters + 1);
        check_apart(themes[t], rims, s.n_clusters + 1);
        style_clear(&s);
    }
}

static void test_initials(void **state)
{
    static const struct {
        const char *name, *initials;
    } rows[] = {
        { "Liverpool", "LIV" },
        { "Manchester City", "MC" },
        { "Paris Saint-Germain", "PSG" },
        { "RB Leipzig", "RBL" },
        { "AC Milan", "ACM" },
        { "Brighton & Hove Albion", "BHA" },
        { "Deportivo de La Coruña", "DLC" },
        { "FC Köln", "FCK" },
        { "Nott'm Forest", "NF" },
        { "\xC3\x96rgryte", "\xC3\x96RG" },
        { "1860 Munich", "MUN" },
        { "\xD7\x93\xD7\xA0\xD7\x99", "\xD7\x93\xD7\xA0\xD7\x99" },
        { "\xF0\x9F\x94\xA5 FC", "FC" },
        { "\xF0\x9F\x94\xA5", "" },
        { "</text>", "TEX" },
        { "42", "" },
        { "", "" },
        { "al", "AL" },
    };

    (void)state;
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        buf b = { 0 };
        buf_add(&b, "");
        put_initials(&b, suitor_sv_of(rows[i].name));
        if (strcmp(b.ptr, rows[i].initials) != 0)
            print_error("%s: %s\n", rows[i].name, b.ptr);
        check_row(i, rows[i].name, strcmp(b.ptr, rows[i].initials) == 0);
        buf_free(&b);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_texts),
        cmocka_unit_test(test_lines),
        cmocka_unit_test(test_clusters),
        cmocka_unit_test(test_initials),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
