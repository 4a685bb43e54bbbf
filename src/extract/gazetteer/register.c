/* Registers of clubs are long and know nothing of how a name reads in a text: many of
 * their names are ordinary words, places or surnames. So a spelling is taken only where it
 * can hardly mean anything else and nothing else is spelled so; the entries say that they
 * are of a register, and are matched with more care (mentions/find.c).
 */
#include "gazetteer/register.h"

#include "csv.h"
#include "fail.h"
#include "file.h"
#include "fold.h"
#include "grow.h"
#include "utf8.h"

enum {
    LIMIT_BYTES = 256 << 20,
    MAX_NAME_BYTES = 200,
    FEW_LETTERS = 4 /* bytes of a word that is too short to be a name alone */
};

typedef struct {
    loader *l;
    csv table;
    suitor_sv fields[CSV_MAX_FIELDS];
    int name, country, league, spellings, role, born, position; /* columns */
    strmap countries; /* as written → number, GAZETTEER_NONE unknown */
} reg;

static bool has_class(const reg *r, uint32_t word, word_class c)
{
    return word_in(r->l->lex, word, c);
}

static const token *token_of(const reg *r, const name_words *w, uint32_t i)
{
    return &r->l->doc.tokens[w->tokens[i]];
}

/* "FC", "1919": what a club's name has before or behind the name itself. */
static bool is_form(const reg *r, const name_words *w, uint32_t i)
{
    return token_of(r, w, i)->kind == TOKEN_NUMBER || has_class(r, w->words[i], CLASS_CLUB_FORM);
}

/* How surely words [first, end) name a club wherever they stand with capitals. */
static registered_kind sureness(const reg *r, const name_words *w, uint32_t first, uint32_t end)
{
    uint32_t n_own = 0, n_common = 0, own = 0;
    bool abbreviated = false;

    for (uint32_t i = first; i < end; i++) {
        if (is_form(r, w, i)) {
            abbreviated |= (token_of(r, w, i)->flags & TOKEN_UPPER) != 0;
            continue;
        }
        own = n_own++ == 0 ? i : own;
        n_common += has_class(r, w->words[i], CLASS_COMMON);
    }
    if (n_own == 0)
        return REGISTERED_NOT;
    if (abbreviated)
        return REGISTERED_SURELY;
    if (n_common == n_own || has_class(r, w->words[own], CLASS_FIRST_NAME))
        return REGISTERED_NOT;
    if (n_own == 1 && (w->words[own] <= r->l->n_known_words ||
                       token_of(r, w, own)->end - token_of(r, w, own)->begin <= FEW_LETTERS))
        return REGISTERED_NOT;
    return REGISTERED_BARE;
}

static uint32_t node_of(const reg *r, const uint32_t *words, uint32_t n)
{
    const trie *names = &r->l->lex->names;
    uint32_t node = 0;

    for (uint32_t i = 0; i < n; i++)
        if (!(node = trie_step(names, node, words[i])))
            return 0;
    return names->heads[node] ? node : 0;
}

/* Add words [first, end) of `w`, the name last cut, as a spelling of `club`, unless they are
 * known or could mean too much. */
static suitor_status add_phrase(reg *r, const name_words *w, uint32_t first, uint32_t end,
                                uint32_t club)
{
    trie_entry entry = { .kind = ENTRY_CLUB, .ref = club, .capital = 1 };

    entry.registered = (uint8_t)sureness(r, w, first, end);
    if (entry.registered == REGISTERED_NOT || node_of(r, w->words + first, end - first))
        return SUITOR_OK;
    return lexicon_add_name(r->l->lex, w->words + first, end - first, entry)
               ? SUITOR_OK
               : loader_no_memory(r->l);
}

/* The country that a row tells, GAZETTEER_NONE where it is unknown. */
static suitor_status country_of(reg *r, uint32_t *out)
{
    const gazetteer *g = r->l->g;
    suitor_sv name = r->country == CSV_NO_COLUMN ? suitor_sv_make("", 0) : r->fields[r->country];
    name_words w;
    uint32_t league;
    bool fresh;

    *out = GAZETTEER_NONE;
    if (r->league != CSV_NO_COLUMN && strmap_get(&g->league_ids, r->fields[r->league], &league))
        *out = g->leagues[league].country;
    if (name.len == 0)
        return SUITOR_OK;
    uint32_t *known = strmap_put(&r->countries, name, GAZETTEER_NONE, &fresh);
    if (!known)
        return loader_no_memory(r->l);
    if (fresh) {
        suitor_status st = loader_words(r->l, name, &w);
        const trie *names = &r->l->lex->names;
        if (st != SUITOR_OK)
            return st;
        for (uint32_t e = names->heads[node_of(r, w.words, w.n)]; e; e = names->entries[e].next)
            if (names->entries[e].kind == ENTRY_COUNTRY)
                *known = names->entries[e].ref;
    }
    *out = *known;
    return SUITOR_OK;
}

/* Whose name `words` are in the gazetteer: *club, or GAZETTEER_NONE where several clubs
 * share it. False if no club of its has that name. */
static bool is_known(const reg *r, const uint32_t *words, uint32_t n, uint32_t *club)
{
    const trie *names = &r->l->lex->names;
    uint32_t n_clubs = 0;

    *club = GAZETTEER_NONE;
    for (uint32_t e = names->heads[node_of(r, words, n)]; e; e = names->entries[e].next) {
        const trie_entry *entry = &names->entries[e];
        if (entry->registered || (entry->kind != ENTRY_CLUB && entry->kind != ENTRY_NICKNAME))
            continue;
        *club = n_clubs++ == 0 && entry->kind == ENTRY_CLUB ? entry->ref : GAZETTEER_NONE;
    }
    return n_clubs > 0;
}

/* A club of this name that is not in the gazetteer; of one name there is one. */
static suitor_status new_club(reg *r, suitor_sv name, uint32_t country, uint32_t *out)
{
    gazetteer *g = r->l->g;
    bool added;
    uint32_t *id = strmap_put(&g->club_ids, name, g->n_clubs, &added);

    if (!id || !grow(&g->clubs, &g->clubs_cap, g->n_clubs + 1, sizeof *g->clubs))
        return loader_no_memory(r->l);
    *out = *id;
    if (added)
        g->clubs[g->n_clubs++] = (gazetteer_club){ name, country, GAZETTEER_NONE, 9, 0 };
    else if (g->clubs[*id].country != country)
        g->clubs[*id].country = GAZETTEER_NONE;
    return SUITOR_OK;
}

/* "A.S.D. Calcio" → "ASD Calcio", as papers have it. */
static suitor_sv without_dots(suitor_sv name, char out[MAX_NAME_BYTES])
{
    size_t n = 0, letters = 0, len;

    for (size_t i = 0; i < name.len; i += len) {
        uint32_t c = utf8_decode(name.ptr + i, name.len - i, &len);
        bool dropped = c == '.' && letters == 1;
        letters = utf8_is_letter(c) ? letters + 1 : 0;
        if (!dropped) {
            memcpy(out + n, name.ptr + i, len);
            n += len;
        }
    }
    return suitor_sv_make(out, n);
}

/* A bare identifier ("Q17104") and a name with an explanation in brackets are no names
 * that a text would have. */
static bool is_name(suitor_sv text)
{
    size_t i = 1;

    while (i < text.len && text.ptr[i] >= '0' && text.ptr[i] <= '9')
        i++;
    return i < text.len && text.len <= MAX_NAME_BYTES && !memchr(text.ptr, '(', text.len);
}

/* What has no capitals cannot be told from other words. */
static bool has_capital(const reg *r, const name_words *w)
{
    for (uint32_t i = 0; i < w->n; i++)
        if (token_of(r, w, i)->flags & TOKEN_CAPITAL)
            return true;
    return false;
}

/* The words [*first, *end) between those that are only the name's form. */
static void find_core(const reg *r, const name_words *w, uint32_t *first, uint32_t *end)
{
    *first = 0;
    *end = w->n;
    while (*first < *end && is_form(r, w, *first))
        ++*first;
    while (*end > *first && is_form(r, w, *end - 1))
        --*end;
}

/* Add `plain`, which is `name` without dots. Where the gazetteer knows the core of it, the
 * club is the gazetteer's: "Liverpool F.C." is another spelling of Liverpool, wherever it
 * plays. *club is GAZETTEER_NONE where nothing is to be added. */
static suitor_status add_plain(reg *r, suitor_sv name, suitor_sv plain, uint32_t country,
                               uint32_t *club)
{
    uint32_t first, end;
    name_words w;
    suitor_status st = loader_words(r->l, plain, &w);

    *club = GAZETTEER_NONE;
    if (st != SUITOR_OK || w.cut || !has_capital(r, &w))
        return st;
    find_core(r, &w, &first, &end);
    if (is_known(r, w.words + first, end - first, club))
        return *club == GAZETTEER_NONE ? SUITOR_OK : add_phrase(r, &w, 0, w.n, *club);
    if (node_of(r, w.words, w.n))
        return SUITOR_OK;
    st = new_club(r, name, country, club);
    if (st == SUITOR_OK)
        st = add_phrase(r, &w, 0, w.n, *club);
    return st == SUITOR_OK && end - first > 1 ? add_phrase(r, &w, first, end, *club) : st;
}

static suitor_status add_club(reg *r, suitor_sv name, uint32_t country, uint32_t *club)
{
    const bool dotted = memchr(name.ptr, '.', name.len) != NULL;
    char bytes[MAX_NAME_BYTES];
    name_words w;
    suitor_status st = add_plain(r, name, dotted ? without_dots(name, bytes) : name, country, club);

    if (st != SUITOR_OK || *club == GAZETTEER_NONE || !dotted)
        return st;
    st = loader_words(r->l, name, &w);
    return st == SUITOR_OK && !w.cut ? add_phrase(r, &w, 0, w.n, *club) : st;
}

/* Other names of a club that is where the row says; of a namesake elsewhere they are not. */
static suitor_status add_spellings(reg *r, suitor_sv list, uint32_t country, uint32_t club)
{
    suitor_status st = SUITOR_OK;
    uint32_t known_country = r->l->g->clubs[club].country;
    suitor_sv name;
    name_words w;

    if (country != GAZETTEER_NONE && known_country != GAZETTEER_NONE && country != known_country)
        return SUITOR_OK;
    while (st == SUITOR_OK && tsv_list_next(&list, &name)) {
        if (!is_name(name))
            continue;
        st = loader_words(r->l, name, &w);
        if (st == SUITOR_OK && !w.cut && has_capital(r, &w))
            st = add_phrase(r, &w, 0, w.n, club);
    }
    return st;
}

static suitor_status add_club_row(reg *r, suitor_sv name)
{
    uint32_t country, club;
    suitor_status st = country_of(r, &country);

    if (st == SUITOR_OK)
        st = add_club(r, name, country, &club);
    if (st != SUITOR_OK || club == GAZETTEER_NONE || r->spellings == CSV_NO_COLUMN)
        return st;
    return add_spellings(r, r->fields[r->spellings], country, club);
}

static suitor_sv field(const reg *r, int column)
{
    return column == CSV_NO_COLUMN ? suitor_sv_make("", 0) : r->fields[column];
}

/* "1999-04-13" → 1999; 0 where it is no year. */
static int16_t year_of(suitor_sv text)
{
    int32_t month = text.len < 4 ? NO_MONTH : gazetteer_month(suitor_sv_make(text.ptr, 4));

    return (int16_t)(month == NO_MONTH ? 0 : month / 12);
}

static suitor_status add_person_row(reg *r, suitor_sv name)
{
    suitor_sv role = field(r, r->role);
    bool plays = role.len == 0 || suitor_sv_equal(role, suitor_sv_of("player"));
    registered_person one = { .born = year_of(field(r, r->born)),
                              .roles = plays ? ROLE_PLAYS : ROLE_STAFF };
    char folded[2 * MAX_NAME_BYTES];
    suitor_position position = SUITOR_POS_NONE;
    uint32_t country;
    suitor_status st = country_of(r, &country);

    if (st != SUITOR_OK)
        return st;
    suitor_position_parse(field(r, r->position), &position);
    one.position = (uint8_t)position;
    one.country = country < PEOPLE_NOWHERE ? (uint16_t)country : PEOPLE_NOWHERE;
    suitor_sv key = suitor_sv_make(folded, fold_name(name, folded, sizeof folded));
    /* by one word alone too many things are called */
    if (key.len == 0 || !memchr(key.ptr, ' ', key.len))
        return SUITOR_OK;
    return people_add(&r->l->g->registered, key, one) ? SUITOR_OK : loader_no_memory(r->l);
}

static suitor_status add_row(reg *r)
{
    suitor_sv name = r->fields[r->name];

    if (!is_name(name))
        return SUITOR_OK;
    return r->born != CSV_NO_COLUMN ? add_person_row(r, name) : add_club_row(r, name);
}

static suitor_status open_table(reg *r, const char *path)
{
    loader *l = r->l;
    suitor_sv bytes;
    suitor_status st = file_read(path, LIMIT_BYTES, &l->lex->memory, &bytes, l->err);

    if (st != SUITOR_OK)
        return st;
    if (utf8_check(bytes) < bytes.len)
        return fail(l->err, SUITOR_ERR_PARSE, "%s: is not valid UTF-8 at offset %zu; convert it",
                    path, utf8_check(bytes));
    st = csv_begin(&r->table, path, bytes, &l->lex->memory, l->err);
    if (st != SUITOR_OK)
        return st;
    r->name = csv_column(&r->table, "name");
    r->country = csv_column(&r->table, "country");
    r->league = csv_column(&r->table, "league");
    r->spellings = csv_column(&r->table, "spellings");
    r->role = csv_column(&r->table, "role");
    r->born = csv_column(&r->table, "born");
    r->position = csv_column(&r->table, "position");
    if (r->country == CSV_NO_COLUMN)
        r->country = csv_column(&r->table, "nation");
    if (r->name != CSV_NO_COLUMN)
        return SUITOR_OK;
    return fail(l->err, SUITOR_ERR_PARSE, "%s:%u: expected a column \"name\" in the header line",
                path, r->table.line);
}

suitor_status register_load(loader *l, const char *path)
{
    reg r = { .l = l };
    bool more = true;

    l->path = path;
    suitor_status st = open_table(&r, path);
    while (st == SUITOR_OK) {
        st = csv_next(&r.table, r.fields, &more, l->err);
        if (st != SUITOR_OK || !more)
            break;
        st = add_row(&r);
    }
    strmap_free(&r.countries);
    return st;
}
