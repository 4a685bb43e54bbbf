/* Title, subtitle and source line in plain words: "Liverpool vs Arsenal for
 * Alessandro Bastoni", "2 March 2026 · 8 suitors · asking price €90–100m",
 * "Source: 44 articles from 12 origins". */
#include <math.h>

#include "drawing.h"
#include "escape.h"

static suitor_sv name_of(const drawing *d, uint32_t entity)
{
    return d->scene->ledger->entities[entity].name;
}

/* "1 suitor", "12 suitors" */
static void put_count(buf *out, uint32_t n, const char *one, const char *many)
{
    buf_printf(out, "%u %s", n, n == 1 ? one : many);
}

void put_date(buf *out, int32_t day, bool in_short)
{
    static const char *const months[] = { "January",   "February", "March",    "April",
                                          "May",       "June",     "July",     "August",
                                          "September", "October",  "November", "December" };
    char iso[SUITOR_DATE_SIZE];
    int year, month, date;

    if (day == SUITOR_NO_DAY ||
        sscanf(suitor_day_format(day, iso), "%d-%d-%d", &year, &month, &date) != 3 || month < 1 ||
        month > 12)
        buf_add(out, "undated");
    else
        buf_printf(out, "%d %.*s %d", date, in_short ? 3 : 9, months[month - 1], year);
}

static void put_race_title(const drawing *d, buf *out)
{
    const suitor_race *race = &d->scene->race;
    uint32_t n = race->n_contenders;

    if (n == 0)
        buf_add(out, "Nobody is linked with ");
    else
        buf_append(out, name_of(d, race->contenders[0].edge.club));
    if (n == 1)
        buf_add(out, " alone");
    if (n > 1) {
        buf_add(out, " vs ");
        buf_append(out, name_of(d, race->contenders[1].edge.club));
    }
    buf_add(out, n ? " for " : "");
    buf_append(out, name_of(d, d->scene->lead));
}

/* "If Alessandro Bastoni joins Liverpool". */
static void put_done_title(const drawing *d, buf *out)
{
    const scene *s = d->scene;
    const suitor_do *done = s->done;

    buf_add(out, s->n_done ? "If " : "What changes");
    if (s->n_done == 0)
        return;
    buf_append(out, name_of(d, done->kind <= SUITOR_DO_STAY ? done->player : done->club));
    if (done->kind == SUITOR_DO_MOVE) {
        buf_add(out, " joins ");
        buf_append(out, name_of(d, done->club));
    } else if (done->kind == SUITOR_DO_NEED) {
        buf_printf(out, " need a %s", suitor_position_name(done->position));
    } else {
        buf_add(out, done->kind == SUITOR_DO_LEAVE  ? " leaves"
                     : done->kind == SUITOR_DO_STAY ? " stays"
                                                    : " buy nobody");
    }
    if (s->n_done > 1)
        buf_printf(out, ", and %u more", s->n_done - 1);
}

static void put_title(const drawing *d, buf *out)
{
    const scene *s = d->scene;

    if (s->kind == SCENE_CHANGES) {
        put_done_title(d, out);
    } else if (s->kind == SCENE_RIVALRIES) {
        buf_add(out, s->n_lines ? "Who meets whom" : "No two clubs want the same player");
    } else if (s->kind == SCENE_CLUSTER) {
        buf_add(out, s->cluster->name);
    } else if (s->kind == SCENE_DUEL) {
        buf_append(out, name_of(d, s->focus));
        buf_add(out, " against ");
        buf_append(out, name_of(d, s->against));
    } else if (s->lead != SUITOR_NO_INDEX) {
        put_race_title(d, out);
    } else if (s->kind == SCENE_CLUB) {
        buf_append(out, name_of(d, s->focus));
        buf_add(out,
                s->n_edges ? ": whom they want, and who else does" : " are linked with nobody");
    } else {
        buf_add(out, s->n_edges ? "Who wants whom" : "No interest of any club is known");
    }
}

static void put_sum(buf *out, const suitor_ledger_fee *fee)
{
    static const struct {
        const char *code, *sign;
    } signs[] = { { "EUR", "\xE2\x82\xAC" }, { "GBP", "\xC2\xA3" }, { "USD", "$" } };
    const char *sign = NULL;

    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (strcmp(signs[i].code, fee->currency) == 0)
            sign = signs[i].sign;
    buf_printf(out, "%s%s", sign ? sign : fee->currency, sign ? "" : " ");
    put_decimal(out, fee->low);
    if (fee->high > fee->low) {
        buf_add(out, "\xE2\x80\x93");
        put_decimal(out, fee->high);
    }
    buf_char(out, 'm');
}

static void put_fee(buf *out, const suitor_ledger_fee *fee)
{
    static const char *const words[SUITOR_N_FEE_KINDS] = { "asking price", "bid of", "fee agreed",
                                                           "valued at", "release clause" };

    buf_printf(out, " \xC2\xB7 %s ", words[fee->kind]);
    put_sum(out, fee);
}

static void put_dot(buf *out) { buf_add(out, " \xC2\xB7 "); }

static void put_duel(const drawing *d, buf *out)
{
    const suitor_odds *odds = &d->scene->odds;

    if (odds->n_meetings == 0) {
        buf_add(out, "no player whom both want");
        return;
    }
    put_count(out, odds->n_meetings, "player", "players");
    buf_printf(out, " whom both want, %.1f expected by chance", odds->expected);
    if (odds->q <= SUITOR_FALSE_DISCOVERY_RATE)
        buf_add(out, ": more often than chance would have it");
}

static void put_cluster(const drawing *d, buf *out)
{
    const scene *s = d->scene;

    buf_printf(out, "cluster of %u clubs that meet over ", s->cluster->n_members);
    put_count(out, s->cluster->n_prizes, "player", "players");
    if (s->n_players < s->cluster->n_prizes)
        buf_printf(out, ", the first %u of them", s->n_players);
}

static void put_network(const drawing *d, buf *out)
{
    const scene *s = d->scene;

    if (s->rivalries)
        put_count(out, s->n_lines, "rivalry", "strongest rivalries");
    else if (s->changes)
        put_count(out, s->n_lines, "chance", "chances that change most");
    else if (s->n_races && s->n_races == s->n_players)
        put_count(out, s->n_races, "race", "hottest races");
    else
        put_count(out, s->n_players, "player", "players");
    put_dot(out);
    put_count(out, s->n_clubs, "club", "clubs");
}

static void put_subtitle(const drawing *d, buf *out)
{
    const scene *s = d->scene;

    put_date(out, s->day, false);
    put_dot(out);
    if (s->kind == SCENE_RACE) {
        put_count(out, s->race.n_contenders, "suitor", "suitors");
        if (s->race.fee)
            put_fee(out, s->race.fee);
    } else if (s->kind == SCENE_CLUB) {
        put_count(out, s->n_players, "target", "targets");
        put_dot(out);
        put_count(out, s->n_clubs - 1, "rival", "rivals");
    } else if (s->kind == SCENE_DUEL) {
        put_duel(d, out);
    } else if (s->kind == SCENE_CLUSTER) {
        put_cluster(d, out);
    } else {
        put_network(d, out);
    }
}

void put_source(buf *out, uint32_t articles, uint32_t origins)
{
    buf_add(out, "Source: ");
    put_count(out, articles, "article", "articles");
    buf_add(out, " from ");
    put_count(out, origins, "origin", "origins");
}

void write_captions(drawing *d, const char *title)
{
    if (title)
        buf_add(&d->title, title);
    else
        put_title(d, &d->title);
    put_subtitle(d, &d->subtitle);
    put_source(&d->source, d->scene->n_articles, d->scene->n_origins);
}
