#include "claims_rows.h"

#include <string.h>

#include "fail.h"

/* The index of what is called `name`, the first of several. */
static suitor_status find(const line *l, const strmap *names, suitor_sv name, const char *what,
                          uint32_t *out)
{
    if (strmap_get(names, name, out))
        return SUITOR_OK;
    return fail(l->err, SUITOR_ERR_PARSE, "%.*s: '%.*s' is not among its %s",
                SUITOR_SV_ARG(l->where), (int)(name.len > 80 ? 80 : name.len),
                name.ptr ? name.ptr : "", what);
}

static suitor_status find_player(const line *l, json_scan *s, uint32_t *out)
{
    return find(l, &l->names->players, line_text(s), "players", out);
}

static suitor_status find_club(const line *l, json_scan *s, uint32_t *out)
{
    return find(l, &l->names->clubs, line_text(s), "clubs", out);
}

static suitor_status read_aliases(line *l, const json_scan *place, suitor_run *run)
{
    json_scan s;

    run->first = l->aliases.count;
    if (line_enter(place, &s))
        while (json_scan_item(&s)) {
            suitor_sv *alias = line_add(l, &l->aliases, sizeof *alias);
            if (!alias)
                return line_no_memory(l);
            *alias = line_text(&s);
        }
    run->count = l->aliases.count - run->first;
    return line_scanned(l, &s);
}

static suitor_status read_club(line *l, json_scan *s, void *row)
{
    suitor_club *out = row;
    suitor_status st = SUITOR_OK;
    suitor_sv key;

    while (st == SUITOR_OK && json_scan_key(s, &key)) {
        if (line_key_is(key, "name")) {
            out->name = line_text(s);
            continue;
        }
        if (line_key_is(key, "aliases"))
            st = read_aliases(l, s, &out->aliases);
        json_scan_skip(s);
    }
    return st;
}

/* A position by its name, or none. */
static suitor_status read_position(const line *l, json_scan *s, suitor_position *out)
{
    suitor_sv name = line_text(s);

    return name.len == 0 || suitor_position_parse(name, out) ? SUITOR_OK
                                                             : line_wrong(l, "no such position");
}

static suitor_status read_player(line *l, json_scan *s, void *row)
{
    suitor_player *out = row;
    suitor_status st = SUITOR_OK;
    uint32_t club;
    suitor_sv key;

    *out = (suitor_player){ .club = -1, .age = -1 };
    while (st == SUITOR_OK && json_scan_key(s, &key)) {
        if (line_key_is(key, "name")) {
            out->name = line_text(s);
        } else if (line_key_is(key, "club") && json_scan_kind(s) == '"') {
            st = find_club(l, s, &club);
            out->club = st == SUITOR_OK ? (int32_t)club : -1;
        } else if (line_key_is(key, "position")) {
            st = read_position(l, s, &out->position);
        } else if (line_key_is(key, "age")) {
            uint32_t age = line_offset(s);
            out->age = age < INT32_MAX ? (int32_t)age : -1;
        } else {
            if (line_key_is(key, "aliases"))
                st = read_aliases(l, s, &out->aliases);
            json_scan_skip(s);
        }
    }
    return st;
}

static suitor_status read_evidence(line *l, json_scan *s, void *row)
{
    suitor_evidence *out = row;
    suitor_status st = SUITOR_OK;
    suitor_sv key;

    while (st == SUITOR_OK && json_scan_key(s, &key)) {
        if (line_key_is(key, "stage"))
            st =
                suitor_stage_parse(line_text(s), &out->stage) ? st : line_wrong(l, "no such stage");
        else if (line_key_is(key, "hedge"))
            st =
                suitor_hedge_parse(line_text(s), &out->hedge) ? st : line_wrong(l, "no such hedge");
        else if (line_key_is(key, "origin"))
            out->origin = line_text(s);
        else if (line_key_is(key, "confidence"))
            out->confidence = line_number(s);
        else if (line_key_is(key, "start"))
            out->quote.begin = line_offset(s);
        else if (line_key_is(key, "end"))
            out->quote.end = line_offset(s);
        else if (line_key_is(key, "sentence_start"))
            out->sentence.begin = line_offset(s);
        else if (line_key_is(key, "sentence_end"))
            out->sentence.end = line_offset(s);
        else
            json_scan_skip(s);
    }
    return st;
}

static suitor_status read_all_evidence(line *l, json_scan *s, suitor_run *run)
{
    suitor_status st = SUITOR_OK;
    json_scan list;

    run->first = l->evidence.count;
    if (line_enter(s, &list))
        while (st == SUITOR_OK && json_scan_item(&list))
            st = line_object(l, &list, read_evidence,
                             line_add(l, &l->evidence, sizeof(suitor_evidence)));
    run->count = l->evidence.count - run->first;
    json_scan_skip(s);
    return st;
}

static suitor_status read_claim(line *l, json_scan *s, void *row)
{
    suitor_claim *out = row;
    suitor_status st = SUITOR_OK;
    suitor_sv key;

    while (st == SUITOR_OK && json_scan_key(s, &key)) {
        if (line_key_is(key, "player"))
            st = find_player(l, s, &out->player);
        else if (line_key_is(key, "club"))
            st = find_club(l, s, &out->club);
        else if (line_key_is(key, "relation"))
            st = suitor_relation_parse(line_text(s), &out->relation)
                     ? st
                     : line_wrong(l, "no such relation");
        else if (line_key_is(key, "stage"))
            st =
                suitor_stage_parse(line_text(s), &out->stage) ? st : line_wrong(l, "no such stage");
        else if (line_key_is(key, "evidence"))
            st = read_all_evidence(l, s, &out->evidence);
        else
            json_scan_skip(s);
    }
    if (st == SUITOR_OK && out->evidence.count == 0)
        return line_wrong(l, "a claim has no evidence");
    return st;
}

static suitor_status read_currency(const line *l, json_scan *s, char out[4])
{
    suitor_sv text = line_text(s);

    if (text.len > 3)
        return line_wrong(l, "no such currency");
    if (text.len)
        memcpy(out, text.ptr, text.len);
    return SUITOR_OK;
}

static suitor_status read_fee(line *l, json_scan *s, void *row)
{
    suitor_fee *out = row;
    suitor_status st = SUITOR_OK;
    suitor_sv key;

    while (st == SUITOR_OK && json_scan_key(s, &key)) {
        if (line_key_is(key, "player"))
            st = find_player(l, s, &out->player);
        else if (line_key_is(key, "kind"))
            st = suitor_fee_kind_parse(line_text(s), &out->kind)
                     ? st
                     : line_wrong(l, "no such kind of sum");
        else if (line_key_is(key, "currency"))
            st = read_currency(l, s, out->currency);
        else if (line_key_is(key, "low"))
            out->low = line_number(s);
        else if (line_key_is(key, "high"))
            out->high = line_number(s);
        else if (line_key_is(key, "start"))
            out->quote.begin = line_offset(s);
        else if (line_key_is(key, "end"))
            out->quote.end = line_offset(s);
        else
            json_scan_skip(s);
    }
    return st;
}

static suitor_status read_need(line *l, json_scan *s, void *row)
{
    suitor_need *out = row;
    suitor_status st = SUITOR_OK;
    suitor_sv key;

    while (st == SUITOR_OK && json_scan_key(s, &key)) {
        if (line_key_is(key, "club"))
            st = find_club(l, s, &out->club);
        else if (line_key_is(key, "position"))
            st = read_position(l, s, &out->position);
        else if (line_key_is(key, "start"))
            out->quote.begin = line_offset(s);
        else if (line_key_is(key, "end"))
            out->quote.end = line_offset(s);
        else
            json_scan_skip(s);
    }
    return st;
}

static suitor_status read_members(line *l, json_scan *s, suitor_run *run)
{
    suitor_status st = SUITOR_OK;
    json_scan list;

    run->first = l->members.count;
    if (line_enter(s, &list))
        while (st == SUITOR_OK && json_scan_item(&list)) {
            uint32_t *member = line_add(l, &l->members, sizeof *member);
            st = member ? find_player(l, &list, member) : line_no_memory(l);
        }
    run->count = l->members.count - run->first;
    json_scan_skip(s);
    return st;
}

static suitor_status read_either_or(line *l, json_scan *s, void *row)
{
    suitor_either_or *out = row;
    suitor_status st = SUITOR_OK;
    suitor_sv key;

    while (st == SUITOR_OK && json_scan_key(s, &key)) {
        if (line_key_is(key, "club"))
            st = find_club(l, s, &out->club);
        else if (line_key_is(key, "players"))
            st = read_members(l, s, &out->members);
        else if (line_key_is(key, "start"))
            out->quote.begin = line_offset(s);
        else if (line_key_is(key, "end"))
            out->quote.end = line_offset(s);
        else
            json_scan_skip(s);
    }
    return st;
}

static suitor_status read_sources(line *l, suitor_facts *out)
{
    pool names = { 0 };
    json_scan s;

    if (!line_enter(&l->sources, &s))
        return SUITOR_OK;
    while (json_scan_item(&s)) {
        suitor_sv *name = line_add(l, &names, sizeof *name);
        if (!name)
            return line_no_memory(l);
        *name = line_text(&s);
    }
    out->sources = names.items;
    out->n_sources = names.count;
    return line_scanned(l, &s);
}

/* Players and clubs, by whose names the other rows point to them. */
static suitor_status read_named(line *l, suitor_facts *out)
{
    suitor_status st = SUITOR_OK;

    strmap_reset(&l->names->clubs);
    strmap_reset(&l->names->players);
    out->clubs = line_objects(l, &l->clubs, sizeof *out->clubs, read_club, &out->n_clubs, &st);
    for (uint32_t i = 0; st == SUITOR_OK && i < out->n_clubs; i++)
        st = strmap_put(&l->names->clubs, out->clubs[i].name, i, NULL) ? st : line_no_memory(l);
    out->players =
        line_objects(l, &l->players, sizeof *out->players, read_player, &out->n_players, &st);
    for (uint32_t i = 0; st == SUITOR_OK && i < out->n_players; i++)
        st = strmap_put(&l->names->players, out->players[i].name, i, NULL) ? st : line_no_memory(l);
    return st;
}

suitor_status line_rows(line *l, suitor_facts *out)
{
    suitor_status st = read_named(l, out);

    out->claims = line_objects(l, &l->claims, sizeof *out->claims, read_claim, &out->n_claims, &st);
    out->fees = line_objects(l, &l->fees, sizeof *out->fees, read_fee, &out->n_fees, &st);
    out->needs = line_objects(l, &l->needs, sizeof *out->needs, read_need, &out->n_needs, &st);
    out->either_or = line_objects(l, &l->either_or, sizeof *out->either_or, read_either_or,
                                  &out->n_either_or, &st);
    if (st == SUITOR_OK)
        st = read_sources(l, out);
    out->aliases = l->aliases.items;
    out->n_aliases = l->aliases.count;
    out->evidence = l->evidence.items;
    out->n_evidence = l->evidence.count;
    out->either_or_players = l->members.items;
    out->n_either_or_players = l->members.count;
    return st;
}
