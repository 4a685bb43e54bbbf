/* Rows of registers into the store. */
#include "known.h"

#include "entity.h"
#include "fail.h"

typedef struct {
    suitor_store *store;
    const suitor_register_place *place;
    const suitor_known *row;
    suitor_sv folded;
    int64_t known; /* whom it is about */
    suitor_conflict_fn on_conflict;
    void *user;
    suitor_error *err;
} putting;

bool position_covers(suitor_position general, suitor_position exact)
{
    switch (general) {
    case SUITOR_DF: return exact == SUITOR_CB || exact == SUITOR_LB || exact == SUITOR_RB;
    case SUITOR_FB: return exact == SUITOR_LB || exact == SUITOR_RB;
    case SUITOR_MF: return exact == SUITOR_DM || exact == SUITOR_CM || exact == SUITOR_AM;
    case SUITOR_W: return exact == SUITOR_LW || exact == SUITOR_RW;
    case SUITOR_FW: return exact == SUITOR_ST || exact == SUITOR_LW || exact == SUITOR_RW;
    default: return false;
    }
}

static bool begins_with(suitor_sv text, suitor_sv start)
{
    return text.len >= start.len && memcmp(text.ptr, start.ptr, start.len) == 0;
}

static bool positions_agree(suitor_sv a, suitor_sv b)
{
    suitor_position p, q;

    return suitor_position_parse(a, &p) && suitor_position_parse(b, &q) &&
           (position_covers(p, q) || position_covers(q, p));
}

bool known_agree(suitor_known_field field, suitor_sv a, suitor_sv b)
{
    if (!known_is_single(field) || suitor_sv_equal(a, b))
        return true;
    switch (field) {
    case SUITOR_KNOWN_FOUNDED:
    case SUITOR_KNOWN_BORN: return begins_with(a, b) || begins_with(b, a);
    case SUITOR_KNOWN_POSITION: return positions_agree(a, b);
    default: return false;
    }
}

/* The first value that the row tells of a field; empty where it tells none. */
static suitor_sv told(const suitor_known *row, suitor_known_field field)
{
    for (uint32_t i = 0; i < row->n_facts; i++)
        if (row->facts[i].field == field)
            return row->facts[i].value;
    return suitor_sv_make("", 0);
}

/* Whether what is known speaks against its being the row's: another birth; or, where the births
 * are not the same, another country. */
static suitor_status speaks_against(const putting *p, int64_t known, bool *against)
{
    bool other_country = false, other_birth = false, same_birth = false;
    sqlite3_stmt *fact;
    bool more;
    suitor_status st =
        db_query(p->store, FACTS_OF_KNOWN, (db_value[]){ db_integer(known) }, &fact, p->err);

    *against = false;
    if (st != SUITOR_OK)
        return st;
    while ((st = db_next(p->store, fact, &more, p->err)) == SUITOR_OK && more) {
        suitor_known_field field = (suitor_known_field)sqlite3_column_int(fact, 0);
        suitor_sv own = told(p->row, field);
        if (own.len == 0 || (field != SUITOR_KNOWN_BORN && field != SUITOR_KNOWN_COUNTRY))
            continue;
        bool agree = known_agree(field, db_column_text(fact, 1), own);
        other_country |= field == SUITOR_KNOWN_COUNTRY && !agree;
        other_birth |= field == SUITOR_KNOWN_BORN && !agree;
        same_birth |= field == SUITOR_KNOWN_BORN && agree;
    }
    *against = other_birth || (other_country && !same_birth);
    return st;
}

/* The first of that name whom the row can be about; 0 for nobody. One that lacks the row's key
 * gets it (*keyless). */
static suitor_status find_by_name(const putting *p, int64_t *out, bool *keyless)
{
    int64_t candidates[64];
    bool lacks_key[64];
    uint32_t n = 0;
    sqlite3_stmt *row;
    bool more, against = false;
    suitor_status st =
        db_query(p->store, KNOWN_BY_NAME, (db_value[]){ db_text(p->folded) }, &row, p->err);

    *out = 0;
    if (st != SUITOR_OK)
        return st;
    while ((st = db_next(p->store, row, &more, p->err)) == SUITOR_OK && more && n < 64) {
        bool keyed = sqlite3_column_type(row, 3) != SQLITE_NULL;
        if (sqlite3_column_int(row, 1) != (int)p->row->kind || (keyed && p->row->key.len))
            continue; /* two keys are two things */
        lacks_key[n] = !keyed;
        candidates[n++] = sqlite3_column_int64(row, 0);
    }
    sqlite3_reset(row);
    for (uint32_t i = 0; st == SUITOR_OK && i < n && *out == 0; i++) {
        st = speaks_against(p, candidates[i], &against);
        if (st == SUITOR_OK && !against) {
            *out = candidates[i];
            *keyless = lacks_key[i];
        }
    }
    return st;
}

static suitor_status find_or_add(putting *p, bool *added)
{
    const suitor_known *row = p->row;
    const db_value key = row->key.len ? db_text(row->key) : db_null();
    bool keyless = false;
    suitor_status st = SUITOR_OK;

    p->known = 0;
    if (row->key.len)
        st = db_look_up(p->store, KNOWN_BY_KEY, (db_value[]){ key, db_integer(row->kind) },
                        &p->known, p->err);
    if (st == SUITOR_OK && p->known == 0)
        st = find_by_name(p, &p->known, &keyless);
    if (st == SUITOR_OK && keyless && row->key.len)
        st = db_run(p->store, SET_KNOWN_KEY, (db_value[]){ db_integer(p->known), key }, p->err);
    *added = p->known == 0;
    if (st != SUITOR_OK || !*added)
        return st;
    return db_insert(p->store, ADD_KNOWN,
                     (db_value[]){ db_integer(row->kind), db_text(p->folded),
                                   db_text(name_last_word(p->folded)), db_text(row->name), key },
                     &p->known, p->err);
}

static suitor_status put_fact(const putting *p, suitor_known_field field, suitor_sv value)
{
    return db_run(p->store, ADD_KNOWN_FACT,
                  (db_value[]){ db_integer(p->known), db_integer(field), db_text(value),
                                db_integer(p->place->number), db_integer(p->place->line) },
                  p->err);
}

/* Tell of the facts of the row that contradict those that hold, which are the first of theirs. */
static suitor_status tell_conflicts(const putting *p)
{
    unsigned seen = 0; /* a bit a field */
    sqlite3_stmt *fact;
    bool more;
    suitor_status st =
        db_query(p->store, FACTS_OF_KNOWN, (db_value[]){ db_integer(p->known) }, &fact, p->err);

    if (st != SUITOR_OK)
        return st;
    while ((st = db_next(p->store, fact, &more, p->err)) == SUITOR_OK && more) {
        suitor_known_field field = (suitor_known_field)sqlite3_column_int(fact, 0);
        suitor_sv kept = db_column_text(fact, 1), own = told(p->row, field);
        bool first = field < SUITOR_N_KNOWN_FIELDS && !(seen >> field & 1);
        if (!first || own.len == 0 || known_agree(field, kept, own))
            continue;
        seen |= 1U << field;
        p->on_conflict(
            &(suitor_register_conflict){ .subject = p->row->name,
                                         .field = suitor_known_field_name(field),
                                         .kept = kept,
                                         .told = own,
                                         .keeper = { sqlite3_column_int64(fact, 2),
                                                     db_column_text(fact, 4),
                                                     (uint32_t)sqlite3_column_int64(fact, 3) },
                                         .teller = *p->place },
            p->user);
    }
    return st;
}

static suitor_status put(putting *p, bool *added)
{
    suitor_status st = find_or_add(p, added);

    if (st == SUITOR_OK && !*added && p->on_conflict)
        st = tell_conflicts(p);
    if (st == SUITOR_OK)
        st = put_fact(p, SUITOR_KNOWN_SPELLING, p->row->name);
    for (uint32_t i = 0; st == SUITOR_OK && i < p->row->n_facts; i++)
        if (p->row->facts[i].value.len)
            st = put_fact(p, p->row->facts[i].field, p->row->facts[i].value);
    return st;
}

suitor_status suitor_store_put_known(suitor_store *store, const suitor_register_place *place,
                                     const suitor_known *known, bool *added,
                                     suitor_conflict_fn on_conflict, void *user, suitor_error *err)
{
    putting p = { store, place, known, { NULL, 0 }, 0, on_conflict, user, err };
    bool nested, fresh = false;

    arena_reset(&store->scratch);
    p.folded = name_fold(&store->scratch, known->name);
    if (!p.folded.ptr)
        return fail(err, SUITOR_ERR_NOMEM, "%s: out of memory", store->path);
    if (p.folded.len == 0)
        return fail(err, SUITOR_ERR_INVALID, "%.*s:%u: a name is missing",
                    SUITOR_SV_ARG(place->path), place->line);
    suitor_status st = db_write_begin(store, &nested, err);
    if (st != SUITOR_OK)
        return st;
    st = db_write_end(store, nested, put(&p, &fresh), err);
    if (added)
        *added = st == SUITOR_OK && fresh;
    return st;
}

/* By player: the first value of each. */
suitor_status known_position(suitor_store *store, suitor_sv folded, suitor_position *out,
                             suitor_error *err)
{
    suitor_position told;
    bool more, differ = false;
    sqlite3_stmt *row;
    suitor_status st =
        db_query(store, POSITIONS_OF_NAME, (db_value[]){ db_text(folded) }, &row, err);

    *out = SUITOR_POS_NONE;
    if (st != SUITOR_OK)
        return st;
    while ((st = db_next(store, row, &more, err)) == SUITOR_OK && more) {
        if (!suitor_position_parse(db_column_text(row, 0), &told))
            continue;
        if (*out == SUITOR_POS_NONE || position_covers(*out, told))
            *out = told;
        else if (*out != told && !position_covers(told, *out))
            differ = true;
    }
    if (differ)
        *out = SUITOR_POS_NONE;
    return st;
}
