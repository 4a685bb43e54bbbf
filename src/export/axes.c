/* Grid and labels of a timeline. Weights are divided by steps of 1, 2 or 5, dates by whole
 * days, weeks, months or years, whatever leaves room for the labels. */
#include "axes.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "escape.h"

enum { MOST_WEIGHT_LINES = 8, LABEL_WIDTH = 62, AXIS_WIDTH = 40, FOOT = 44, HEAD = 62 };

/* The smallest of 1, 2, 5 · 10^k that divides `weight` into few parts. */
static double round_step(double weight)
{
    static const double heads[] = { 1, 2, 5 };

    for (double power = 1e-4; power < 1; power *= 10)
        for (int i = 0; i < 3; i++)
            if (weight <= heads[i] * power * MOST_WEIGHT_LINES)
                return heads[i] * power;
    return 1;
}

axes axes_make(const style *s, int32_t from, uint32_t n_days, double weight)
{
    double margin = s->canvas.margin;
    axes a = { .left = margin + AXIS_WIDTH,
               .top = margin + HEAD,
               .width = s->canvas.width - 2 * margin - AXIS_WIDTH - s->timeline.labels,
               .height = s->timeline.height - 2 * margin - HEAD - FOOT,
               .from = from,
               .n_days = n_days };

    a.step = round_step(weight > 0 ? weight : 1);
    a.highest = fmax(a.step, ceil(weight / a.step - 1e-9) * a.step);
    return a;
}

double axes_x(const axes *a, double day) { return a->left + a->width * day / a->n_days; }

double axes_y(const axes *a, double weight)
{
    return a->top + a->height * (1 - weight / a->highest);
}

static void put_line(buf *out, double x1, double y1, double x2, double y2, const char *colour)
{
    const double places[] = { x1, y1, x2, y2 };
    static const char *const keys[] = { "x1", "y1", "x2", "y2" };

    buf_add(out, "<line");
    for (int i = 0; i < 4; i++) {
        buf_printf(out, " %s=\"", keys[i]);
        put_decimal(out, places[i]);
        buf_char(out, '"');
    }
    buf_printf(out, " stroke=\"%s\"/>\n", colour);
}

static void put_label(buf *out, double x, double y, const char *anchor, const char *text)
{
    buf_add(out, "<text x=\"");
    put_decimal(out, x);
    buf_add(out, "\" y=\"");
    put_decimal(out, y);
    buf_printf(out, "\" text-anchor=\"%s\">%s</text>\n", anchor, text);
}

static void put_weights(const axes *a, const style *s, buf *out)
{
    int n = (int)lround(a->highest / a->step);

    for (int i = 0; i <= n; i++) {
        char text[DECIMAL_SIZE];
        double y = axes_y(a, i * a->step);
        put_line(out, a->left, y, a->left + a->width, y,
                 i == 0 ? s->timeline.axis : s->timeline.grid);
        put_label(out, a->left - 6, y + 3.5, "end", decimal(text, i * a->step));
    }
}

/* Year, month and day of the month. */
typedef struct {
    int year, month, day;
} civil;

static civil civil_of(int32_t day)
{
    char text[SUITOR_DATE_SIZE];
    civil c = { 1970, 1, 1 };

    suitor_day_format(day, text);
    if (strlen(text) == strlen("YYYY-MM-DD"))
        c = (civil){ (int)strtol(text, NULL, 10), (int)strtol(text + 5, NULL, 10),
                     (int)strtol(text + 8, NULL, 10) };
    return c;
}

/* How dates are divided: every so many days, or else on the first of every so many months. */
typedef struct {
    uint32_t days;
    int months;
} division;

static bool is_line(const axes *a, const division *d, uint32_t i, const civil *c)
{
    if (d->days > 0)
        return (a->n_days - 1 - i) % d->days == 0;
    return c->day == 1 && (12 * c->year + c->month - 1) % d->months == 0;
}

/* The finest division whose labels have room. */
static division choose(const axes *a)
{
    static const division divisions[] = { { 1, 0 },  { 2, 0 },  { 7, 0 },  { 14, 0 },
                                          { 0, 1 },  { 0, 2 },  { 0, 3 },  { 0, 6 },
                                          { 0, 12 }, { 0, 24 }, { 0, 60 }, { 0, 120 } };
    const size_t n = sizeof divisions / sizeof *divisions;
    double labels = a->width / LABEL_WIDTH;

    for (size_t i = 0; i < n; i++) {
        double days = divisions[i].days ? divisions[i].days : divisions[i].months * 30.44;
        if (a->n_days / days <= labels)
            return divisions[i];
    }
    return (division){ 0, 1200 };
}

static void put_dates(const axes *a, const style *s, buf *out)
{
    static const char *const months[] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                          "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };
    division d = choose(a);

    for (uint32_t i = 0; i < a->n_days; i++) {
        civil c = civil_of(a->from + (int32_t)i);
        double x = axes_x(a, i), bottom = a->top + a->height;
        char text[24];
        if (!is_line(a, &d, i, &c))
            continue;
        put_line(out, x, a->top, x, bottom, s->timeline.grid);
        put_line(out, x, bottom, x, bottom + 4, s->timeline.axis);
        if (d.days > 0)
            snprintf(text, sizeof text, "%d %s", c.day, months[c.month - 1]);
        else
            snprintf(text, sizeof text, "%s %d", months[c.month - 1], c.year);
        put_label(out, x, bottom + 16, "middle", text);
    }
}

void axes_put(const axes *a, const style *s, buf *out)
{
    buf_add(out, "<g font-size=\"");
    put_decimal(out, s->text[TEXT_LEGEND].size);
    buf_printf(out, "\" fill=\"%s\">\n", s->text[TEXT_LEGEND].ink);
    put_dates(a, s, out);
    put_weights(a, s, out);
    buf_add(out, "</g>\n");
}
