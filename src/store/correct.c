/* Making a correction: names are looked up as the user sees them, what makes no sense is
 * refused, and a row tells the rest. */
#include "correct.h"

#include <time.h>

#include "entity.h"
#include "fail.h"
#include "family.h"

static suitor_status no_memory(const correcting *c)
{
    return fail(c->err, SUITOR_ERR_NOMEM, "%s: out of memory", c->store->path);
}

static suitor_status refuse(const correcting *c, const char *why, suitor_sv of)
{
    return fail(c->err, SUITOR_ERR_INVALID, "%.*s%s", SUITOR_SV_ARG(of), why);
}

/* The name that entity `id` is shown by. */
static suitor_status shown(correcting *c, int64_t id, suitor_kind kind, suitor_sv *name)
{
    const match item = { .id = id, .kind = kind };
    suitor_status st = match_name(c->store, &c->overlay, &item, name, c->err);

    if (st != SUITOR_OK)
        return st;
    *name = arena_copy(&c->memory, *name);
    return name->ptr ? SUITOR_OK : no_memory(c);
}

static suitor_status find(correcting *c, suitor_sv name, suitor_kind kind, int64_t *id,
                          suitor_sv *name_shown)
{
    suitor_kind found;
    suitor_status st = suitor_store_find(c->store, name, kind, id, &found, c->err);

    if (st == SUITOR_OK && kind == SUITOR_N_KINDS)
        c->kind = found;
    return st == SUITOR_OK ? shown(c, *id, found, name_shown) : st;
}

static suitor_status find_subject(correcting *c, suitor_kind kind)
{
    c->kind = kind;
    return find(c, c->wish->subject, kind, &c->subject, &c->subject_name);
}

/* The last day of the articles; SUITOR_NO_DAY where none has one. */
static suitor_status find_last_day(correcting *c)
{
    sqlite3_stmt *row;
    bool more;
    suitor_status st = db_query(c->store, LAST_DAY, NULL, &row, c->err);

    if (st == SUITOR_OK)
        st = db_next(c->store, row, &more, c->err);
    if (st != SUITOR_OK)
        return st;
    c->known =
        sqlite3_column_type(row, 0) == SQLITE_NULL ? SUITOR_NO_DAY : sqlite3_column_int(row, 0);
    sqlite3_reset(row);
    return SUITOR_OK;
}

static db_value id_value(int64_t id) { return id ? db_integer(id) : db_null(); }

static db_value day_value(int32_t day)
{
    return day == SUITOR_NO_DAY ? db_null() : db_integer(day);
}

suitor_status correct_put(correcting *c)
{
    const suitor_correction_wish *w = c->wish;
    bool has_club = w->kind == SUITOR_SET_CLUB, has_position = w->kind == SUITOR_SET_POSITION;

    return db_insert(
        c->store, ADD_CORRECTION,
        (db_value[]){
            db_integer((int64_t)time(NULL)), db_integer(w->kind), id_value(c->subject),
            id_value(c->object), id_value(c->club), db_text(c->subject_name),
            db_text(c->object_name), db_text(c->club_name),
            has_position ? db_integer(w->position) : db_null(),
            has_club ? day_value(w->since) : db_null(), has_club ? day_value(c->known) : db_null(),
            w->kind == SUITOR_UNDO ? db_integer(w->undoes) : db_null(), db_text(w->reason) },
        &c->number, c->err);
}

static suitor_status on_claims(correcting *c)
{
    suitor_status st = find_subject(c, SUITOR_KIND_PLAYER);

    if (st == SUITOR_OK)
        st = find(c, c->wish->object, SUITOR_KIND_CLUB, &c->object, &c->object_name);
    return st == SUITOR_OK ? correct_claims(c) : st;
}

static suitor_status set_club(correcting *c)
{
    suitor_status st = find_subject(c, SUITOR_KIND_PLAYER);

    if (st == SUITOR_OK)
        st = find(c, c->wish->object, SUITOR_KIND_CLUB, &c->object, &c->object_name);
    if (st == SUITOR_OK)
        st = find_last_day(c);
    return st == SUITOR_OK ? correct_put(c) : st;
}

static suitor_status set_position(correcting *c)
{
    suitor_status st = find_subject(c, SUITOR_KIND_PLAYER);

    if (st == SUITOR_OK &&
        (c->wish->position <= SUITOR_POS_NONE || c->wish->position >= SUITOR_N_POSITIONS))
        st = refuse(c, ": no such position", c->subject_name);
    return st == SUITOR_OK ? correct_put(c) : st;
}

static suitor_status merge(correcting *c)
{
    suitor_status st = find_subject(c, SUITOR_N_KINDS);

    if (st == SUITOR_OK)
        st = find(c, c->wish->object, c->kind, &c->object, &c->object_name);
    if (st == SUITOR_OK && c->subject == c->object)
        st = refuse(c, ": both names mean the same already", c->subject_name);
    return st == SUITOR_OK ? correct_put(c) : st;
}

/* The entity of exactly the object's name, 0 for none; and that name for the row. */
static suitor_status find_exact(correcting *c, int64_t *id)
{
    suitor_sv folded = name_fold(&c->memory, c->wish->object);

    if (!folded.ptr)
        return no_memory(c);
    if (c->wish->object.len == 0)
        return fail(c->err, SUITOR_ERR_INVALID, "an empty name");
    c->object_name = c->wish->object;
    return db_look_up(c->store, FIND_ENTITY, (db_value[]){ db_text(folded), db_integer(c->kind) },
                      id, c->err);
}

/* An entity that no article has named yet. */
static suitor_status add_entity(correcting *c)
{
    suitor_sv folded = name_fold(&c->memory, c->object_name);

    if (!folded.ptr)
        return no_memory(c);
    return db_insert(
        c->store, ADD_ENTITY,
        (db_value[]){ db_text(folded), db_integer(c->kind), db_text(name_last_word(folded)) },
        &c->object, c->err);
}

/* Whether articles or corrections tell of entity `id`. */
static suitor_status is_taken(correcting *c, int64_t id, bool *out)
{
    int64_t told;
    suitor_status st =
        db_look_up(c->store, IS_TOLD_OF, (db_value[]){ db_integer(id) }, &told, c->err);

    *out = told != 0 || overlay_resolve(&c->overlay, id) != id ||
           overlay_name_of(&c->overlay, id) != NULL;
    return st;
}

static suitor_status rename_entity(correcting *c)
{
    bool taken = false;
    suitor_status st = find_subject(c, SUITOR_N_KINDS);

    if (st == SUITOR_OK)
        st = find_exact(c, &c->object);
    if (st == SUITOR_OK && suitor_sv_equal(c->subject_name, c->object_name))
        st = refuse(c, ": that is the name already", c->subject_name);
    if (st == SUITOR_OK && c->object == 0)
        st = add_entity(c);
    else if (st == SUITOR_OK && overlay_resolve(&c->overlay, c->object) != c->subject)
        st = is_taken(c, c->object, &taken);
    if (taken)
        st = fail(c->err, SUITOR_ERR_INVALID,
                  "there is a %s called %.*s already; if they are the same, merge them",
                  suitor_kind_name(c->kind), SUITOR_SV_ARG(c->object_name));
    return st == SUITOR_OK ? correct_put(c) : st;
}

/* Whether anything is told of the subject that is told to be of `club`. */
static suitor_status is_told_at_club(correcting *c, bool *out)
{
    family f = { 0 };
    suitor_sv folded = name_fold(&c->memory, c->subject_name);
    suitor_status st = folded.ptr
                           ? family_read(c->store, &c->overlay, name_last_word(folded), &f, c->err)
                           : no_memory(c);

    *out = false;
    for (uint32_t i = 0; st == SUITOR_OK && i < f.n_told; i++)
        *out |= f.notes[i].final == c->subject && f.told[i].club == (uint32_t)c->club;
    family_clear(&f);
    return st;
}

static suitor_status split_at_club(correcting *c)
{
    bool is_told;
    suitor_status st;

    if (c->kind != SUITOR_KIND_PLAYER)
        return refuse(c, ": a club is split by articles", c->subject_name);
    st = find(c, c->wish->club, SUITOR_KIND_CLUB, &c->club, &c->club_name);
    if (st == SUITOR_OK)
        st = is_told_at_club(c, &is_told);
    if (st == SUITOR_OK && !is_told)
        st = fail(c->err, SUITOR_ERR_NOTFOUND, "no article tells that %.*s is of %.*s",
                  SUITOR_SV_ARG(c->subject_name), SUITOR_SV_ARG(c->club_name));
    return st == SUITOR_OK ? correct_put(c) : st;
}

static suitor_status split(correcting *c)
{
    const suitor_correction_wish *w = c->wish;
    suitor_status st = find_subject(c, SUITOR_N_KINDS);

    if (st == SUITOR_OK && (w->n_articles > 0) == (w->club.len > 0))
        st = refuse(
            c,
            ": tell the articles of the other one (--article) or the club he is told to be of"
            " (--club)",
            c->subject_name);
    if (st == SUITOR_OK)
        st = find_exact(c, &c->object);
    if (st == SUITOR_OK && c->object != 0 && overlay_resolve(&c->overlay, c->object) == c->subject)
        st = refuse(c, ": the other one needs a name of his own", c->subject_name);
    if (st == SUITOR_OK && c->object == 0)
        st = add_entity(c);
    if (st != SUITOR_OK)
        return st;
    return w->club.len > 0 ? split_at_club(c) : correct_articles(c);
}

/* Undoing what does not hold any more would change nothing. */
static suitor_status undo(correcting *c)
{
    const suitor_correction *undone = NULL;
    int64_t wanted = c->wish->undoes, by;
    suitor_corrections *all = NULL;
    suitor_status st = suitor_store_corrections(c->store, &all, c->err);

    if (st != SUITOR_OK)
        return st;
    for (uint32_t i = 0; i < all->count && !undone; i++)
        if (all->items[i].number == wanted)
            undone = &all->items[i];
    by = undone ? undone->undone_by : 0;
    if (!undone && all->count == 0)
        st = fail(c->err, SUITOR_ERR_NOTFOUND, "nothing has been corrected yet");
    else if (!undone)
        st = fail(c->err, SUITOR_ERR_NOTFOUND, "no correction %lld; the last one is %lld",
                  (long long)wanted, (long long)all->items[all->count - 1].number);
    else if (by != 0)
        st = fail(c->err, SUITOR_ERR_INVALID,
                  "correction %lld was undone by %lld; undo %lld to have it back",
                  (long long)wanted, (long long)by, (long long)by);
    suitor_corrections_free(all);
    return st == SUITOR_OK ? correct_put(c) : st;
}

static suitor_status make(correcting *c)
{
    static suitor_status (*const ways[SUITOR_N_CORRECTIONS])(correcting *) = {
        [SUITOR_REJECT] = on_claims,     [SUITOR_RESTORE] = on_claims,
        [SUITOR_SET_CLUB] = set_club,    [SUITOR_SET_POSITION] = set_position,
        [SUITOR_MERGE] = merge,          [SUITOR_SPLIT] = split,
        [SUITOR_RENAME] = rename_entity, [SUITOR_UNDO] = undo,
    };

    if ((unsigned)c->wish->kind >= SUITOR_N_CORRECTIONS)
        return fail(c->err, SUITOR_ERR_INVALID, "no such kind of correction");
    return ways[c->wish->kind](c);
}

suitor_status suitor_store_correct(suitor_store *store, const suitor_correction_wish *wish,
                                   int64_t *number, suitor_error *err)
{
    correcting c = { .store = store, .wish = wish, .err = err };
    bool nested;
    suitor_status st = db_write_begin(store, &nested, err);

    if (st != SUITOR_OK)
        return st;
    st = overlay_read(store, true, &c.overlay, err);
    if (st == SUITOR_OK)
        st = make(&c);
    st = db_write_end(store, nested, st, err);
    if (st == SUITOR_OK && number)
        *number = c.number;
    overlay_free(&c.overlay);
    arena_free(&c.memory);
    arena_reset(&store->scratch);
    return st;
}
