#include "near.h"

#include <stdio.h>

enum { SQL_SIZE = 512 };

/* Players whose last word is that of one of those asked for, or of whoever a correction is about.
 */
#define FAMILY(asked)                                                                              \
    "CREATE TEMP TABLE near_player AS SELECT id FROM main.entity WHERE kind = 0 AND last_word IN"  \
    " (SELECT last_word FROM main.entity WHERE id IN (" asked ") UNION SELECT e.last_word FROM"    \
    " main.correction c JOIN main.entity e ON e.id IN (c.subject, c.object))"

static const char family_of_player[] = FAMILY("%lld");
static const char family_of_article[] =
    FAMILY("SELECT s.entity FROM main.article_player p JOIN main.spelling s ON s.id = p.spelling"
           " WHERE p.article = %lld");

/* What articles tell of them … */
#define TOLD_OF_NEAR                                                                               \
    "SELECT p.* FROM near_player n CROSS JOIN main.spelling s ON s.entity = n.id"                  \
    " CROSS JOIN main.article_player p ON p.spelling = s.id"

/* … and players who are told of as the one or the other beside them, with all of their names. */
static const char others[] =
    "INSERT INTO near_player SELECT DISTINCT e.id FROM (" TOLD_OF_NEAR ") told"
    " CROSS JOIN main.either_or_member m ON m.player = told.id"
    " CROSS JOIN main.either_or_member o ON o.either_or = m.either_or"
    " CROSS JOIN main.article_player p ON p.id = o.player"
    " CROSS JOIN main.spelling s ON s.id = p.spelling"
    " CROSS JOIN main.entity w ON w.id = s.entity"
    " CROSS JOIN main.entity e ON e.last_word = w.last_word AND e.kind = 0"
    " WHERE e.id NOT IN (SELECT id FROM near_player)";

static const char *const tables[] = {
    "CREATE TEMP TABLE article_player AS " TOLD_OF_NEAR,
    "CREATE TEMP TABLE claim AS SELECT c.* FROM temp.article_player p"
    " CROSS JOIN main.claim c ON c.player = p.id",
    "CREATE TEMP TABLE evidence AS SELECT e.* FROM temp.claim c"
    " CROSS JOIN main.evidence e ON e.claim = c.id",
    "CREATE TEMP TABLE evidence_copy AS SELECT k.* FROM temp.evidence e"
    " CROSS JOIN main.evidence_copy k ON k.evidence = e.id",
    "CREATE TEMP TABLE either_or_member AS SELECT m.* FROM temp.article_player p"
    " CROSS JOIN main.either_or_member m ON m.player = p.id",
    "CREATE TEMP TABLE either_or AS SELECT * FROM main.either_or WHERE id IN"
    " (SELECT either_or FROM temp.either_or_member)",
    "CREATE TEMP TABLE fee AS SELECT f.* FROM temp.article_player p"
    " CROSS JOIN main.fee f ON f.player = p.id",
    "CREATE TEMP TABLE article AS SELECT * FROM main.article WHERE id IN"
    " (SELECT article FROM temp.article_player UNION SELECT article FROM temp.evidence_copy"
    " UNION SELECT id FROM (SELECT id FROM main.article WHERE day IS NOT NULL"
    " ORDER BY day, id LIMIT 1)"
    " UNION SELECT id FROM (SELECT id FROM main.article ORDER BY day DESC, id DESC LIMIT 1))",
    "CREATE TEMP TABLE need AS SELECT n.* FROM temp.article a"
    " CROSS JOIN main.need n ON n.article = a.id",
    "CREATE TEMP TABLE entity AS SELECT * FROM main.entity WHERE id IN"
    " (SELECT id FROM near_player UNION SELECT club FROM temp.claim"
    " UNION SELECT club FROM temp.article_player UNION SELECT club FROM temp.either_or"
    " UNION SELECT club FROM temp.need UNION SELECT subject FROM main.correction"
    " UNION SELECT object FROM main.correction UNION SELECT club FROM main.correction)",
    "CREATE TEMP TABLE spelling AS SELECT s.* FROM temp.entity e"
    " CROSS JOIN main.spelling s ON s.entity = e.id",
};

static const char *const names[] = {
    "near_player",      "article_player", "claim", "evidence", "evidence_copy",
    "either_or_member", "either_or",      "fee",   "article",  "need",
    "entity",           "spelling"
};

static suitor_status run(suitor_store *store, const char *sql, suitor_error *err)
{
    return sqlite3_exec(store->db, sql, NULL, NULL, NULL) == SQLITE_OK ? SUITOR_OK
                                                                       : db_fail(store, err);
}

/* family  a statement that makes near_player */
static suitor_status begin(suitor_store *store, const char *family, suitor_error *err)
{
    suitor_status st;

    /* which keeps from writing into temporary tables too; the file itself is open for reading */
    st = run(store, "PRAGMA query_only = OFF; PRAGMA temp_store = MEMORY", err);
    if (st == SUITOR_OK)
        st = run(store, family, err);
    if (st == SUITOR_OK)
        st = run(store, others, err);
    for (size_t i = 0; st == SUITOR_OK && i < sizeof tables / sizeof *tables; i++)
        st = run(store, tables[i], err);
    if (st != SUITOR_OK)
        near_end(store);
    return st;
}

suitor_status near_begin(suitor_store *store, int64_t id, suitor_error *err)
{
    char sql[SQL_SIZE];

    snprintf(sql, sizeof sql, family_of_player, (long long)id);
    return begin(store, sql, err);
}

suitor_status near_begin_article(suitor_store *store, int64_t id, suitor_error *err)
{
    char sql[SQL_SIZE];

    snprintf(sql, sizeof sql, family_of_article, (long long)id);
    return begin(store, sql, err);
}

void near_end(suitor_store *store)
{
    char sql[SQL_SIZE];

    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        snprintf(sql, sizeof sql, "DROP TABLE IF EXISTS temp.%s", names[i]);
        (void)sqlite3_exec(store->db, sql, NULL, NULL, NULL);
    }
    if (store->mode == SUITOR_STORE_READ)
        (void)sqlite3_exec(store->db, "PRAGMA query_only = ON", NULL, NULL, NULL);
}
