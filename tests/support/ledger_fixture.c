/* Hand-built ledgers: names are collected, sorted and numbered; then every claim
 * becomes a row of indices, sorted as suitor/ledger.h says. */
#include "ledger_fixture.h"

#include <stdio.h>
#include <stdlib.h>

#include "grow.h"
#include "name_set.h"
#include "suitor/date.h"

struct fixture_need {
    const char *date, *article, *club;
    suitor_position position;
};

struct fixture_player {
    const char *name;
    suitor_position position;
    int32_t age;
};

static void *must(void *ptr)
{
    if (!ptr)
        abort();
    return ptr;
}

#define ROOM(f, what)                                                                              \
    (grow(&(f)->what, &(f)->cap_##what, (f)->n_##what + 1, sizeof *(f)->what) ? (void)0 : abort())

static const char *copy(ledger_fixture *f, const char *text)
{
    suitor_sv own = arena_copy(&f->memory, suitor_sv_of(text));

    if (!own.ptr)
        abort();
    return own.ptr;
}

static int32_t day_of(const char *date)
{
    int32_t day = SUITOR_NO_DAY;

    if (date && *date && *date != '\t' && !suitor_day_parse(suitor_sv_of(date), &day)) {
        fprintf(stderr, "fixture: \"%s\" is no date\n", date);
        abort();
    }
    return day;
}

void fixture_add(ledger_fixture *f, const fixture_claim *claims, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        fixture_claim c = claims[i];
        c.date = copy(f, c.date);
        c.article = copy(f, c.article);
        c.origin = copy(f, c.origin);
        c.player = copy(f, c.player);
        c.club = copy(f, c.club);
        ROOM(f, claims);
        f->claims[f->n_claims++] = c;
    }
}

void fixture_add_fee(ledger_fixture *f, fixture_fee fee)
{
    ROOM(f, fees);
    f->fees[f->n_fees++] = fee;
}

void fixture_add_group(ledger_fixture *f, fixture_group group)
{
    ROOM(f, groups);
    f->groups[f->n_groups++] = group;
}

void fixture_add_need(ledger_fixture *f, const char *date, const char *article, const char *club,
                      suitor_position position)
{
    ROOM(f, needs);
    f->needs[f->n_needs++] = (struct fixture_need){ date, article, club, position };
}

void fixture_set_player(ledger_fixture *f, const char *player, suitor_position position,
                        int32_t age)
{
    ROOM(f, players);
    f->players[f->n_players++] = (struct fixture_player){ copy(f, player), position, age };
}

/* What the ledger's columns are numbered by. Article names carry their date. */
typedef struct {
    name_set players, clubs, origins, articles;
} tables;

static const char *article_key(ledger_fixture *f, const char *date, const char *article)
{
    size_t size = strlen(date) + strlen(article) + 2;
    char *key = must(arena_alloc(&f->memory, size));

    snprintf(key, size, "%s\t%s", date, article);
    return key;
}

static void note_article(ledger_fixture *f, tables *t, const char *date, const char *article)
{
    t->articles.names[t->articles.count++] = article_key(f, date, article);
}

static bool group_next(ledger_fixture *f, const char **list, const char **name)
{
    size_t len = strcspn(*list, "|");

    if (!**list)
        return false;
    *name = arena_copy(&f->memory, suitor_sv_make(*list, len)).ptr;
    *list += (*list)[len] ? len + 1 : len;
    return true;
}

static void collect(ledger_fixture *f, tables *t)
{
    const char *name;

    for (uint32_t i = 0; i < f->n_claims; i++) {
        const fixture_claim *c = &f->claims[i];
        t->players.names[t->players.count++] = c->player;
        t->clubs.names[t->clubs.count++] = c->club;
        t->origins.names[t->origins.count++] = c->origin;
        note_article(f, t, c->date, c->article);
    }
    for (uint32_t i = 0; i < f->n_players; i++)
        t->players.names[t->players.count++] = f->players[i].name;
    for (uint32_t i = 0; i < f->n_fees; i++) {
        t->players.names[t->players.count++] = f->fees[i].player;
        note_article(f, t, f->fees[i].date, f->fees[i].article);
    }
    for (uint32_t i = 0; i < f->n_needs; i++) {
        t->clubs.names[t->clubs.count++] = f->needs[i].club;
        note_article(f, t, f->needs[i].date, f->needs[i].article);
    }
    for (uint32_t i = 0; i < f->n_groups; i++) {
        t->clubs.names[t->clubs.count++] = f->groups[i].club;
        note_article(f, t, f->groups[i].date, f->groups[i].article);
        for (const char *list = f->groups[i].players; group_next(f, &list, &name);)
            t->players.names[t->players.count++] = name;
    }
}

static size_t count_group_players(const ledger_fixture *f)
{
    size_t count = 0;

    for (uint32_t i = 0; i < f->n_groups; i++)
        count += strlen(f->groups[i].players);
    return count;
}

static void number_names(ledger_fixture *f, tables *t)
{
    size_t most = (size_t)f->n_claims + f->n_players + f->n_fees + f->n_needs + f->n_groups +
                  count_group_players(f);

    t->players = name_set_of(&f->memory, most);
    t->clubs = name_set_of(&f->memory, most);
    t->origins = name_set_of(&f->memory, most);
    t->articles = name_set_of(&f->memory, most);
    collect(f, t);
    name_set_sort(&t->players);
    name_set_sort(&t->clubs);
    name_set_sort(&t->origins);
    name_set_sort(&t->articles);
}

static void fill_entities(ledger_fixture *f, const tables *t)
{
    suitor_ledger *ledger = &f->ledger;
    uint32_t n_players = t->players.count, n = n_players + t->clubs.count;
    suitor_entity *entities = must(arena_zeros(&f->memory, n + 1, sizeof *entities));

    for (uint32_t i = 0; i < n; i++) {
        bool player = i < n_players;
        entities[i].id = (int64_t)i + 1;
        entities[i].kind = player ? SUITOR_KIND_PLAYER : SUITOR_KIND_CLUB;
        entities[i].name =
            suitor_sv_of(player ? t->players.names[i] : t->clubs.names[i - n_players]);
        entities[i].age = -1;
    }
    for (uint32_t i = 0; i < f->n_players; i++) {
        suitor_entity *e = &entities[name_set_index(&t->players, f->players[i].name)];
        e->position = f->players[i].position;
        e->age = f->players[i].age;
    }
    ledger->entities = entities;
    ledger->n_entities = n;
    ledger->n_players = n_players;
}

static void fill_origins_and_articles(ledger_fixture *f, const tables *t)
{
    uint32_t n_origins = t->origins.count, n_articles = t->articles.count;
    suitor_sv *origins = must(arena_zeros(&f->memory, n_origins + 1, sizeof *origins));
    suitor_ledger_article *articles =
        must(arena_zeros(&f->memory, n_articles + 1, sizeof *articles));

    for (uint32_t i = 0; i < n_origins; i++)
        origins[i] = suitor_sv_of(t->origins.names[i]);
    for (uint32_t i = 0; i < n_articles; i++) {
        articles[i].id = (int64_t)i + 1;
        articles[i].day = day_of(t->articles.names[i]);
        articles[i].name = suitor_sv_of(strchr(t->articles.names[i], '\t') + 1);
    }
    f->ledger.origins = origins;
    f->ledger.n_origins = n_origins;
    f->ledger.articles = articles;
    f->ledger.n_articles = n_articles;
}

static uint32_t article_index(ledger_fixture *f, const tables *t, const char *date,
                              const char *article)
{
    return name_set_index(&t->articles, article_key(f, date, article));
}

#define COMPARE(field)                                                                             \
    if (x->field != y->field)                                                                      \
    return x->field < y->field ? -1 : 1

static int by_row(const void *a, const void *b)
{
    const suitor_ledger_row *x = a, *y = b;

    COMPARE(player);
    COMPARE(club);
    COMPARE(day);
    COMPARE(article);
    COMPARE(evidence);
    return 0;
}

static int by_fee(const void *a, const void *b)
{
    const suitor_ledger_fee *x = a, *y = b;

    COMPARE(player);
    COMPARE(day);
    COMPARE(article);
    return 0;
}

static int by_need(const void *a, const void *b)
{
    const suitor_ledger_need *x = a, *y = b;

    COMPARE(club);
    COMPARE(day);
    COMPARE(article);
    return 0;
}

static void fill_rows(ledger_fixture *f, const tables *t)
{
    suitor_ledger_row *rows = must(arena_zeros(&f->memory, f->n_claims + 1, sizeof *rows));

    for (uint32_t i = 0; i < f->n_claims; i++) {
        const fixture_claim *c = &f->claims[i];
        suitor_ledger_row row = { .evidence = (int64_t)i + 1,
                                  .day = day_of(c->date),
                                  .relation = c->relation,
                                  .stage = c->stage,
                                  .hedge = c->hedge,
                                  .confidence = c->confidence };
        row.player = name_set_index(&t->players, c->player);
        row.club = t->players.count + name_set_index(&t->clubs, c->club);
        row.origin = name_set_index(&t->origins, c->origin);
        row.article = row.original = article_index(f, t, c->date, c->article);
        rows[i] = row;
    }
    if (f->n_claims)
        qsort(rows, f->n_claims, sizeof *rows, by_row);
    f->ledger.rows = rows;
    f->ledger.n_rows = f->n_claims;
}

static void fill_fees_and_needs(ledger_fixture *f, const tables *t)
{
    suitor_ledger_fee *fees = must(arena_zeros(&f->memory, f->n_fees + 1, sizeof *fees));
    suitor_ledger_need *needs = must(arena_zeros(&f->memory, f->n_needs + 1, sizeof *needs));

    for (uint32_t i = 0; i < f->n_fees; i++) {
        const fixture_fee *fee = &f->fees[i];
        fees[i] = (suitor_ledger_fee){
            .day = day_of(fee->date), .kind = fee->kind, .low = fee->low, .high = fee->high
        };
        fees[i].player = name_set_index(&t->players, fee->player);
        fees[i].article = article_index(f, t, fee->date, fee->article);
        memcpy(fees[i].currency, fee->currency, 3);
    }
    for (uint32_t i = 0; i < f->n_needs; i++) {
        const struct fixture_need *need = &f->needs[i];
        needs[i] = (suitor_ledger_need){ .day = day_of(need->date), .position = need->position };
        needs[i].club = t->players.count + name_set_index(&t->clubs, need->club);
        needs[i].article = article_index(f, t, need->date, need->article);
    }
    if (f->n_fees)
        qsort(fees, f->n_fees, sizeof *fees, by_fee);
    if (f->n_needs)
        qsort(needs, f->n_needs, sizeof *needs, by_need);
    f->ledger.fees = fees;
    f->ledger.needs = needs;
    f->ledger.n_fees = f->n_fees;
    f->ledger.n_needs = f->n_needs;
}

static void fill_groups(ledger_fixture *f, const tables *t)
{
    suitor_ledger *ledger = &f->ledger;
    suitor_ledger_either_or *groups =
        must(arena_zeros(&f->memory, f->n_groups + 1, sizeof *groups));
    uint32_t *members = must(arena_zeros(&f->memory, count_group_players(f) + 1, sizeof *members));
    const char *name;

    for (uint32_t i = 0; i < f->n_groups; i++) {
        const fixture_group *g = &f->groups[i];
        groups[i].club = t->players.count + name_set_index(&t->clubs, g->club);
        groups[i].article = article_index(f, t, g->date, g->article);
        groups[i].day = day_of(g->date);
        groups[i].members.first = ledger->n_either_or_players;
        for (const char *list = g->players; group_next(f, &list, &name);)
            members[ledger->n_either_or_players++] = name_set_index(&t->players, name);
        groups[i].members.count = ledger->n_either_or_players - groups[i].members.first;
    }
    ledger->either_or = groups;
    ledger->n_either_or = f->n_groups;
    ledger->either_or_players = members;
}

const suitor_ledger *fixture_build(ledger_fixture *f, const char *at)
{
    tables t;

    f->ledger = (suitor_ledger){ .at = day_of(at) };
    number_names(f, &t);
    fill_entities(f, &t);
    fill_origins_and_articles(f, &t);
    fill_rows(f, &t);
    fill_fees_and_needs(f, &t);
    fill_groups(f, &t);
    return &f->ledger;
}

uint32_t fixture_entity(const suitor_ledger *ledger, const char *name)
{
    for (uint32_t i = 0; i < ledger->n_entities; i++)
        if (suitor_sv_equal(ledger->entities[i].name, suitor_sv_of(name)))
            return i;
    fprintf(stderr, "fixture: nobody is called \"%s\"\n", name);
    abort();
}

void fixture_clear(ledger_fixture *f)
{
    free(f->claims);
    free(f->fees);
    free(f->groups);
    free(f->needs);
    free(f->players);
    arena_free(&f->memory);
    *f = (ledger_fixture){ 0 };
}
