/* Windows by country and year. A line for one year goes before the line for every year of the
 * same country and window. */
#include "calendar.h"

#include <stdio.h>
#include <stdlib.h>

#include "fail.h"
#include "grow.h"
#include "suitor/date.h"
#include "tsv.h"

enum { MAX_PATH = 4096, DATE_LENGTH = 10 };

static const char periods_header[] = "country window year opens closes";
static const char clubs_header[] = "name league city stadiums aliases nicknames tags colours";

static const int32_t COMMON_YEAR = 2001; /* no leap year: what stands for every year is in all */

static suitor_status no_memory(const tsv *t, suitor_error *err)
{
    return fail(err, SUITOR_ERR_NOMEM, "%s: no memory", t->path);
}

/* Number of `name` in `names`, a new one if it is new; false when out of memory. */
static bool number_of(strmap *names, suitor_sv name, uint32_t *out)
{
    uint32_t *number = strmap_put(names, name, names->count, NULL);

    if (number)
        *out = *number;
    return number != NULL;
}

static bool read_day(suitor_sv text, int32_t year, int out[2])
{
    char date[DATE_LENGTH + 1];
    int32_t day;

    snprintf(date, sizeof date, "%04d-%.*s", (int)year, SUITOR_SV_ARG(text));
    if (text.len != 5 || !suitor_day_parse(suitor_sv_of(date), &day))
        return false;
    out[0] = (date[5] - '0') * 10 + date[6] - '0';
    out[1] = (date[8] - '0') * 10 + date[9] - '0';
    return true;
}

static bool read_year(suitor_sv text, int32_t *out)
{
    int32_t year = 0;

    if (suitor_sv_equal(text, suitor_sv_of("*"))) {
        *out = CALENDAR_EVERY;
        return true;
    }
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] < '0' || text.ptr[i] > '9')
            return false;
        year = year * 10 + (text.ptr[i] - '0');
    }
    *out = year;
    return text.len == 4;
}

static suitor_status read_period(void *user, const tsv *t, const suitor_sv *f, suitor_error *err)
{
    calendar *c = user;
    calendar_period p = { 0 };

    if (!number_of(&c->countries, f[0], &p.country) || !number_of(&c->windows, f[1], &p.window) ||
        !grow(&c->periods, &c->cap_periods, c->n_periods + 1, sizeof *c->periods))
        return no_memory(t, err);
    if (!read_year(f[2], &p.year))
        return fail(err, SUITOR_ERR_PARSE, "%s:%u: \"%.*s\" is no year, nor *", t->path, t->line,
                    SUITOR_SV_ARG(f[2]));
    int32_t year = p.year == CALENDAR_EVERY ? COMMON_YEAR : p.year;
    if (!read_day(f[3], year, p.opens) || !read_day(f[4], year, p.closes))
        return fail(err, SUITOR_ERR_PARSE, "%s:%u: \"%.*s\" to \"%.*s\" are no days (MM-DD)",
                    t->path, t->line, SUITOR_SV_ARG(f[3]), SUITOR_SV_ARG(f[4]));
    c->periods[c->n_periods++] = p;
    return SUITOR_OK;
}

/* "ENG1" is a league of ENG. */
static suitor_status read_club(void *user, const tsv *t, const suitor_sv *f, suitor_error *err)
{
    calendar *c = user;
    suitor_sv letters = f[1];
    uint32_t country;

    while (letters.len && letters.ptr[letters.len - 1] <= '9')
        letters.len--;
    if (strmap_get(&c->countries, letters, &country) && !strmap_put(&c->clubs, f[0], country, NULL))
        return no_memory(t, err);
    return SUITOR_OK;
}

static const calendar_period *find_period(const calendar *c, uint32_t country, uint32_t window,
                                          int32_t year)
{
    const calendar_period *found = NULL;

    for (uint32_t i = 0; i < c->n_periods; i++) {
        const calendar_period *p = &c->periods[i];
        if (p->country == country && p->window == window &&
            (p->year == year || (p->year == CALENDAR_EVERY && !found)))
            found = p;
    }
    return found;
}

static bool has_every_year(const calendar *c, uint32_t country)
{
    for (uint32_t i = 0; i < c->n_periods; i++)
        if (c->periods[i].country == country && c->periods[i].year == CALENDAR_EVERY)
            return true;
    return false;
}

/* A country needs a period of every year, for its lines take the place of the general ones. */
static suitor_status check_country(void *user, const tsv *t, const suitor_sv *f, suitor_error *err)
{
    const calendar *c = user;
    uint32_t country;

    if (strmap_get(&c->countries, f[0], &country) && !has_every_year(c, country))
        return fail(err, SUITOR_ERR_PARSE, "%s: %.*s has no line for every year (*)", t->path,
                    SUITOR_SV_ARG(f[0]));
    return SUITOR_OK;
}

suitor_status calendar_load(const char *data_dir, calendar *out, suitor_error *err)
{
    char path[MAX_PATH];
    uint32_t country;
    suitor_status st;

    snprintf(path, sizeof path, "%s/windows.tsv", data_dir);
    st = tsv_each(path, periods_header, read_period, out, err);
    if (st != SUITOR_OK)
        return st;
    if (!strmap_get(&out->countries, suitor_sv_of("*"), &country) || country != CALENDAR_DEFAULT)
        return fail(err, SUITOR_ERR_PARSE, "%s: the first line is not for all countries (*)", path);
    st = tsv_each(path, periods_header, check_country, out, err);
    if (st != SUITOR_OK)
        return st;
    snprintf(path, sizeof path, "%s/gazetteer/clubs", data_dir);
    return tsv_each_in(path, clubs_header, read_club, out, err);
}

void calendar_free(calendar *c)
{
    strmap_free(&c->countries);
    strmap_free(&c->windows);
    strmap_free(&c->clubs);
    free(c->periods);
    *c = (calendar){ 0 };
}

/* Of `year`; false for 29 February of other years. */
static bool days_of(const calendar_period *p, int32_t year, int32_t *opens, int32_t *closes)
{
    bool over_new_year = p->closes[0] * 32 + p->closes[1] < p->opens[0] * 32 + p->opens[1];

    return suitor_day_of(year, p->opens[0], p->opens[1], opens) &&
           suitor_day_of(year + over_new_year, p->closes[0], p->closes[1], closes);
}

void calendar_next(const calendar *c, suitor_sv club, int32_t day, int32_t *opens, int32_t *closes)
{
    uint32_t country = CALENDAR_DEFAULT;
    int32_t year = suitor_day_year(day), first, last;
    bool found = false;

    strmap_get(&c->clubs, club, &country);
    for (int32_t y = year - 1; y <= year + 1; y++)
        for (uint32_t window = 0; window < c->windows.count; window++) {
            const calendar_period *p = find_period(c, country, window, y);
            if (!p || !days_of(p, y, &first, &last) || last < day || (found && last >= *closes))
                continue;
            *opens = first;
            *closes = last;
            found = true;
        }
    if (!found) /* after year 9998 */
        *opens = *closes = day;
}
