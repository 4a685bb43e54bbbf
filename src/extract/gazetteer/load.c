/* Loading data/gazetteer: one handler a table, rows by tsv.h, spellings tokenised
 * as text is, so that what matches is what a reader would type. */
#include <stdlib.h>

#include "fail.h"
#include "file.h"
#include "fold.h"
#include "folder.h"
#include "gazetteer/loader.h"
#include "gazetteer/register.h"
#include "grow.h"
#include "tsv.h"

enum { LIMIT_BYTES = 64 << 20 };

typedef suitor_status (*row_fn)(loader *l, const suitor_sv *fields);

suitor_status loader_no_memory(loader *l)
{
    return fail(l->err, SUITOR_ERR_NOMEM, "%s: no memory", l->path);
}

suitor_status loader_words(loader *l, suitor_sv name, name_words *out)
{
    out->n = 0;
    out->cut = false;
    if (document_read(&l->doc, name, NULL, l->err) != SUITOR_OK)
        return SUITOR_ERR_NOMEM;
    for (uint32_t i = 0; i < l->doc.n_tokens && !out->cut; i++) {
        uint32_t word = vocab_add_token(&l->lex->words, &l->doc, i);
        if (!word && l->doc.tokens[i].kind <= TOKEN_CLITIC)
            return loader_no_memory(l);
        out->cut = word && out->n == LOADER_MAX_WORDS;
        if (!word || out->cut)
            continue;
        out->words[out->n] = word;
        out->tokens[out->n++] = i;
    }
    return SUITOR_OK;
}

/* "AS", "US": short, and another word unless all its letters are capitals. */
static bool is_acronym(suitor_sv name)
{
    for (size_t i = 0; i < name.len; i++)
        if (name.ptr[i] < 'A' || name.ptr[i] > 'Z')
            return false;
    return name.len <= 5;
}

static suitor_status add_name_at(loader *l, suitor_sv name, uint8_t kind, uint32_t ref,
                                 uint8_t place)
{
    name_words w;
    trie_entry entry = {
        .kind = kind, .ref = ref, .capital = is_acronym(name) ? 2 : 1, .place = place
    };
    suitor_status st = loader_words(l, name, &w);

    if (st != SUITOR_OK || w.n == 0) /* written in signs alone: cannot be matched */
        return st;
    return lexicon_add_name(l->lex, w.words, w.n, entry) ? SUITOR_OK : loader_no_memory(l);
}

static suitor_status add_name(loader *l, suitor_sv name, uint8_t kind, uint32_t ref)
{
    return add_name_at(l, name, kind, ref, 0);
}

static suitor_status add_names(loader *l, suitor_sv list, uint8_t kind, uint32_t ref)
{
    suitor_sv part;
    suitor_status st = SUITOR_OK;

    for (uint8_t place = 0; st == SUITOR_OK && tsv_list_next(&list, &part);
         place = (uint8_t)(place + (place < UINT8_MAX)))
        st = add_name_at(l, part, kind, ref, place);
    return st;
}

/* Hashtags and handles are one word each, "#lfc", in the same trie. */
static suitor_status add_tags(loader *l, suitor_sv list, uint8_t kind, uint32_t ref)
{
    char bytes[VOCAB_MAX_WORD] = "#";
    trie_entry entry = { .kind = kind, .ref = ref };
    suitor_sv part;

    while (tsv_list_next(&list, &part)) {
        size_t n = fold(part, bytes + 1, sizeof bytes - 1);
        uint32_t word = vocab_add(&l->lex->words, suitor_sv_make(bytes, n + 1));
        if (!word || !lexicon_add_name(l->lex, &word, 1, entry))
            return loader_no_memory(l);
    }
    return SUITOR_OK;
}

static uint32_t lookup(const strmap *map, suitor_sv name)
{
    uint32_t id = GAZETTEER_NONE;

    strmap_get(map, name, &id);
    return id;
}

static bool push_name(suitor_sv **names, uint32_t *count, uint32_t *cap, suitor_sv name)
{
    if (!grow(names, cap, *count + 1, sizeof **names))
        return false;
    (*names)[(*count)++] = name;
    return true;
}

static suitor_status country_row(loader *l, const suitor_sv *f)
{
    gazetteer *g = l->g;
    uint32_t id = g->n_countries;

    if (!push_name(&g->countries, &g->n_countries, &g->countries_cap, f[0]) ||
        !strmap_put(&g->country_ids, f[0], id, NULL))
        return loader_no_memory(l);
    suitor_status st = add_name(l, f[0], ENTRY_COUNTRY, id);
    if (st == SUITOR_OK)
        st = add_names(l, f[1], ENTRY_DEMONYM, id);
    return st == SUITOR_OK ? add_names(l, f[2], ENTRY_COUNTRY, id) : st;
}

static suitor_status league_row(loader *l, const suitor_sv *f)
{
    gazetteer *g = l->g;
    uint32_t id = g->n_leagues;

    if (!grow(&g->leagues, &g->leagues_cap, id + 1, sizeof *g->leagues) ||
        !strmap_put(&g->league_ids, f[0], id, NULL))
        return loader_no_memory(l);
    uint8_t level = f[3].len == 1 && f[3].ptr[0] >= '1' && f[3].ptr[0] <= '9'
                        ? (uint8_t)(f[3].ptr[0] - '0')
                        : 9;
    g->leagues[g->n_leagues++] = (gazetteer_league){ f[1], lookup(&g->country_ids, f[2]), level };
    suitor_status st = add_name(l, f[1], ENTRY_LEAGUE, id);
    return st == SUITOR_OK ? add_names(l, f[4], ENTRY_LEAGUE, id) : st;
}

static suitor_status club_row(loader *l, const suitor_sv *f)
{
    gazetteer *g = l->g;
    uint32_t id = g->n_clubs, league = lookup(&g->league_ids, f[1]);

    if (league == GAZETTEER_NONE)
        return fail(l->err, SUITOR_ERR_PARSE, "%s:%u: league %.*s is not in leagues.tsv",
                    l->at.path, l->at.line, SUITOR_SV_ARG(f[1]));
    if (!grow(&g->clubs, &g->clubs_cap, id + 1, sizeof *g->clubs) ||
        !strmap_put(&g->club_ids, f[0], id, NULL))
        return loader_no_memory(l);
    g->clubs[g->n_clubs++] =
        (gazetteer_club){ f[0], g->leagues[league].country, league, g->leagues[league].level, 0 };
    const struct {
        suitor_sv list;
        uint8_t kind;
    } spellings[] = { { f[0], ENTRY_CLUB },
                      { f[4], ENTRY_CLUB },
                      { f[3], ENTRY_STADIUM },
                      { f[5], ENTRY_NICKNAME },
                      { f[2], ENTRY_CITY } };
    suitor_status st = SUITOR_OK;
    for (size_t i = 0; i < sizeof spellings / sizeof *spellings && st == SUITOR_OK; i++)
        st = add_names(l, spellings[i].list, spellings[i].kind, id);
    return st == SUITOR_OK ? add_tags(l, f[6], ENTRY_CLUB, id) : st;
}

/* Until when the title is the last of its league: the next one ends it, and a year and some
 * months, as a season that was interrupted was longer than others. */
static void end_title(gazetteer *g, gazetteer_title *t)
{
    enum { MOST_MONTHS = 14 };

    t->until = t->from + MOST_MONTHS;
    for (uint32_t i = 0; i < g->n_titles; i++) {
        gazetteer_title *other = &g->titles[i];
        if (other->league != t->league)
            continue;
        if (t->from < other->from && other->from < t->until)
            t->until = other->from;
        if (other->from < t->from && t->from < other->until)
            other->until = t->from;
    }
}

static suitor_status title_row(loader *l, const suitor_sv *f)
{
    gazetteer *g = l->g;
    gazetteer_title t = { .club = lookup(&g->club_ids, f[0]),
                          .league = lookup(&g->league_ids, f[1]),
                          .from = gazetteer_month(f[2]) };

    if (t.club == GAZETTEER_NONE || t.from == NO_MONTH || (f[1].len && t.league == GAZETTEER_NONE))
        return fail(l->err, SUITOR_ERR_PARSE, "%s:%u: no title of a known club, league and month",
                    l->at.path, l->at.line);
    if (!grow(&g->titles, &g->titles_cap, g->n_titles + 1, sizeof *g->titles))
        return loader_no_memory(l);
    end_title(g, &t);
    g->titles[g->n_titles++] = t;
    return SUITOR_OK;
}

static suitor_status outlet_row(loader *l, const suitor_sv *f)
{
    gazetteer *g = l->g;
    uint32_t id = g->n_outlets;

    if (!push_name(&g->outlets, &g->n_outlets, &g->outlets_cap, f[0]))
        return loader_no_memory(l);
    suitor_status st = add_name(l, f[0], ENTRY_OUTLET, id);
    if (st == SUITOR_OK)
        st = add_names(l, f[4], ENTRY_OUTLET, id);
    return st == SUITOR_OK ? add_tags(l, f[5], ENTRY_OUTLET, id) : st;
}

static suitor_status journalist_row(loader *l, const suitor_sv *f)
{
    gazetteer *g = l->g;
    uint32_t id = g->n_journalists;

    if (!push_name(&g->journalists, &g->n_journalists, &g->journalists_cap, f[0]))
        return loader_no_memory(l);
    suitor_status st = add_name(l, f[0], ENTRY_JOURNALIST, id);
    if (st == SUITOR_OK)
        st = add_names(l, f[4], ENTRY_JOURNALIST, id);
    return st == SUITOR_OK ? add_tags(l, f[5], ENTRY_JOURNALIST, id) : st;
}

/* Those whose name may stand for the club: not agents, referees and pundits. */
static bool leads_club(suitor_sv role)
{
    static const char *const roles[] = { "manager", "coach", "director", "president", "owner" };

    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
        if (suitor_sv_equal(role, suitor_sv_of(roles[i])))
            return true;
    return false;
}

static suitor_status staff_row(loader *l, const suitor_sv *f)
{
    gazetteer *g = l->g;
    uint32_t id = g->n_staff;
    gazetteer_staff s = { .name = f[0], .leads = leads_club(f[1]) };
    suitor_sv folded;

    if (!grow(&g->staff, &g->staff_cap, id + 1, sizeof *g->staff) ||
        !gazetteer_add_surname(&g->staff_surnames, s.name, id, &l->lex->memory, &folded,
                               &s.namesake))
        return loader_no_memory(l);
    const char *wrong = gazetteer_add_spells(g, f[2], false, &s.career);
    if (wrong)
        return fail(l->err, SUITOR_ERR_PARSE, "%s:%u: %.*s: %s", l->at.path, l->at.line,
                    SUITOR_SV_ARG(f[0]), wrong);
    g->staff[g->n_staff++] = s;
    suitor_status st = add_name(l, f[0], ENTRY_STAFF, id);
    return st == SUITOR_OK ? add_names(l, f[3], ENTRY_STAFF, id) : st;
}

static suitor_status player_row(loader *l, const suitor_sv *f)
{
    gazetteer *g = l->g;
    uint32_t id = g->n_players;
    const char *wrong = gazetteer_add_player(g, f, &l->lex->memory);

    if (wrong)
        return fail(l->err, SUITOR_ERR_PARSE, "%s:%u: %.*s: %s", l->at.path, l->at.line,
                    SUITOR_SV_ARG(f[0]), wrong);
    suitor_status st = add_name(l, f[0], ENTRY_PLAYER, id);
    return st == SUITOR_OK ? add_names(l, f[5], ENTRY_PLAYER, id) : st;
}

static suitor_status first_name_row(loader *l, const suitor_sv *f)
{
    char bytes[VOCAB_MAX_WORD];
    size_t n = fold(f[0], bytes, sizeof bytes);
    uint32_t id = vocab_add(&l->lex->words, suitor_sv_make(bytes, n));

    if (!id)
        return loader_no_memory(l);
    l->lex->words.classes[id] |= UINT64_C(1) << CLASS_FIRST_NAME;
    return SUITOR_OK;
}

static suitor_status load_table(loader *l, const char *path, const char *header, row_fn on_row)
{
    suitor_sv bytes, fields[TSV_MAX_FIELDS];
    bool more = true;
    l->path = path;
    suitor_status st = file_read(path, LIMIT_BYTES, &l->lex->memory, &bytes, l->err);
    if (st == SUITOR_OK)
        st = tsv_begin(&l->at, path, bytes, header, l->err);
    if (st != SUITOR_OK)
        return st;
    while (st == SUITOR_OK) {
        st = tsv_next(&l->at, fields, &more, l->err);
        if (st != SUITOR_OK || !more)
            break;
        st = on_row(l, fields);
    }
    return st;
}

/* Kept with the lexicon, for the loader names it in messages until the next table. */
static const char *path_in(loader *l, const char *dir, const char *name)
{
    return arena_printf(&l->lex->memory, "%s/%s", dir, name);
}

/* A folder of tables that are all alike. */
typedef struct {
    loader *l;
    const char *dir, *header;
    row_fn on_row;
} folder;

static suitor_status load_in_folder(void *user, const char *name, suitor_error *err)
{
    const folder *f = user;
    const char *file = path_in(f->l, f->dir, name);

    (void)err; /* is that of the loader */
    return file ? load_table(f->l, file, f->header, f->on_row) : loader_no_memory(f->l);
}

static suitor_status load_folder(loader *l, const char *path, const char *header, row_fn on_row)
{
    folder f = { l, path, header, on_row };
    uint32_t n;
    suitor_status st = folder_each(path, ".tsv", load_in_folder, &f, &n, l->err);

    if (st == SUITOR_OK && n == 0)
        return fail(l->err, SUITOR_ERR_IO, "%s: holds no *.tsv; set SUITOR_DATA or --data", path);
    return st;
}

suitor_status gazetteer_load(gazetteer *g, lexicon *lex, const char *dir,
                             const char *const *registers, uint32_t n_registers, suitor_error *err)
{
    static const struct {
        const char *file, *header;
        row_fn on_row;
        bool folder; /* of such tables */
    } tables[] = {
        { "countries.tsv", "name demonyms aliases", country_row, false },
        { "leagues.tsv", "code name country level aliases", league_row, false },
        { "clubs", "name league city stadiums aliases nicknames tags colours", club_row, true },
        { "titles.tsv", "club league month", title_row, false },
        { "outlets.tsv", "name kind tier country aliases tags domains", outlet_row, false },
        { "journalists.tsv", "name outlet tier country aliases tags", journalist_row, false },
        { "staff.tsv", "name role club aliases", staff_row, false },
        { "players", "name born nation positions clubs aliases", player_row, true },
        { "first-names.tsv", "name", first_name_row, false },
    };
    loader l = { .g = g, .lex = lex, .path = dir, .err = err };
    suitor_status st = SUITOR_OK;

    for (size_t i = 0; i < sizeof tables / sizeof *tables && st == SUITOR_OK; i++) {
        const char *path = path_in(&l, dir, tables[i].file);
        st = path ? (tables[i].folder ? load_folder : load_table)(&l, path, tables[i].header,
                                                                  tables[i].on_row)
                  : loader_no_memory(&l);
    }
    l.n_known_words = lex->words.count;
    for (uint32_t i = 0; i < n_registers && st == SUITOR_OK; i++)
        st = register_load(&l, registers[i]);
    document_free(&l.doc);
    return st;
}

void gazetteer_free(gazetteer *g)
{
    free(g->clubs);
    free(g->leagues);
    free(g->staff);
    free(g->countries);
    free(g->outlets);
    free(g->journalists);
    free(g->players);
    free(g->spells);
    free(g->titles);
    people_free(&g->registered);
    strmap_free(&g->surnames);
    strmap_free(&g->staff_surnames);
    strmap_free(&g->club_ids);
    strmap_free(&g->league_ids);
    strmap_free(&g->country_ids);
    *g = (gazetteer){ 0 };
}
