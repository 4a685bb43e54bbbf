/* Every statement the store runs after opening. Values are bound, in the order of
 * the question marks; columns are read in the order named here. */
#include "statements.h"

#define KNOWN_ON_DAY "(day IS NULL OR day <= ?1)"

/* The article of a place `w`; for each place it is one look-up in each of two indices. */
#define ARTICLE_OF_PLACE " CROSS JOIN article a ON (a.series = w.series OR a.digest = w.digest)"

#define SENTENCE                                                                                   \
    "substr(CAST(t.text AS BLOB), e.sentence_begin + 1, e.sentence_end - e.sentence_begin)"

#define TOLD_OF                                                                                    \
    "SELECT e.id, e.folded, p.club, s.text, p.article FROM entity e"                               \
    " JOIN spelling s ON s.entity = e.id JOIN article_player p ON p.spelling = s.id"

#define TRANSFER                                                                                   \
    "t.player, t.from_club, t.to_club, t.since, t.until, t.kind, t.fee, t.currency, t.register,"   \
    " t.line, r.path, t.folded, t.to_folded FROM transfer t JOIN register r ON r.id = t.register"

#define TRANSFER_ORDER "t.folded, t.to_folded, t.since, t.register, t.line"

const char *const statement_texts[N_STATEMENTS] = {
    [BEGIN_WRITE] = "BEGIN IMMEDIATE",
    [COMMIT] = "COMMIT",
    [ROLLBACK] = "ROLLBACK",
    [PUT_BEGIN] = "SAVEPOINT put",
    [PUT_KEEP] = "RELEASE put",
    [PUT_UNDO] = "ROLLBACK TO put",
    [READ_BEGIN] = "SAVEPOINT read",
    [READ_END] = "RELEASE read",

    [FIND_DIGEST] = "SELECT id FROM article WHERE digest = ?",
    [FIND_SERIES] = "SELECT id FROM article WHERE series = ?",
    [LEAVE_SERIES] = "UPDATE article SET series = NULL WHERE id = ?",
    [ADD_ARTICLE] = "INSERT INTO article (digest, series, name, outlet, url, title, path, day,"
                    " language) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
    [ADD_TEXT] = "INSERT INTO article_text (article, text) VALUES (?, ?)",
    [DELETE_ARTICLE] = "DELETE FROM article WHERE id = ?",

    [FIND_ENTITY] = "SELECT id FROM entity WHERE folded = ? AND kind = ?",
    [ADD_ENTITY] = "INSERT INTO entity (folded, kind, last_word) VALUES (?, ?, ?)",
    [FIND_SPELLING] = "SELECT id FROM spelling WHERE entity = ? AND text = ?",
    [ADD_SPELLING] = "INSERT INTO spelling (entity, text) VALUES (?, ?)",
    [ADD_ALIAS] = "INSERT OR IGNORE INTO alias (folded, entity, text) VALUES (?, ?, ?)",
    [FIND_SOURCE] = "SELECT id FROM source WHERE name = ?",
    [ADD_SOURCE] = "INSERT INTO source (name) VALUES (?)",
    [ADD_ARTICLE_SOURCE] = "INSERT OR IGNORE INTO article_source (article, source) VALUES (?, ?)",

    [ADD_ARTICLE_PLAYER] = "INSERT INTO article_player (article, spelling, club, position, age)"
                           " VALUES (?, ?, ?, ?, ?)",
    [ADD_CLAIM] = "INSERT INTO claim (player, club, relation, stage) VALUES (?, ?, ?, ?)",
    [ADD_EVIDENCE] = "INSERT INTO evidence (claim, source, stage, hedge, confidence, quote_begin,"
                     " quote_end, sentence_begin, sentence_end) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
    [ADD_FEE] = "INSERT INTO fee (player, kind, currency, low, high, quote_begin, quote_end)"
                " VALUES (?, ?, ?, ?, ?, ?, ?)",
    [ADD_NEED] = "INSERT INTO need (article, club, position, quote_begin, quote_end)"
                 " VALUES (?, ?, ?, ?, ?)",
    [ADD_EITHER_OR] = "INSERT INTO either_or (article, club, quote_begin, quote_end)"
                      " VALUES (?, ?, ?, ?)",
    [ADD_EITHER_OR_MEMBER] = "INSERT OR IGNORE INTO either_or_member (either_or, player)"
                             " VALUES (?, ?)",

    /* several keys a statement, which costs more than a key does */
    [FIND_ALIKE] = "WITH k (key) AS (VALUES (?4), (?5), (?6), (?7), (?8), (?9), (?10), (?11))"
                   " SELECT t.article FROM k CROSS JOIN text_key t WHERE t.key = k.key"
                   " AND (+t.day BETWEEN ?1 AND ?2 OR +t.day = ?3)",
    [ADD_TEXT_KEYS] = "INSERT OR IGNORE INTO text_key (day, article, key) VALUES (?1, ?2, ?3),"
                      " (?1, ?2, ?4), (?1, ?2, ?5), (?1, ?2, ?6), (?1, ?2, ?7), (?1, ?2, ?8),"
                      " (?1, ?2, ?9), (?1, ?2, ?10)",
    [DELETE_TEXT_KEY] = "DELETE FROM text_key WHERE key = ? AND day = ? AND article = ?",
    [TEXT_OF_ARTICLE] =
        "SELECT t.text, a.day FROM article_text t JOIN article a ON a.id = t.article"
        " WHERE a.id = ?",
    [EVIDENCE_OF_ARTICLE] = "SELECT e.id, e.sentence_begin, e.sentence_end FROM article_player p"
                            " JOIN claim c ON c.player = p.id JOIN evidence e ON e.claim = c.id"
                            " WHERE p.article = ? ORDER BY e.id",
    [ADD_EVIDENCE_COPY] = "INSERT OR IGNORE INTO evidence_copy (evidence, article) VALUES (?, ?)",
    [NEXT_UNCOMPARED] = "SELECT article FROM uncompared LIMIT 1",
    [DELETE_UNCOMPARED] = "DELETE FROM uncompared WHERE article = ?",

    [FIND_INPUT] = "SELECT inode, size, modified, changed, articles, bytes, line, digest, whole"
                   " FROM input WHERE path = ?",
    [PUT_INPUT] = "INSERT OR REPLACE INTO input (path, inode, size, modified, changed, articles,"
                  " bytes, line, digest, whole) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",

    [ALL_ARTICLES] = "SELECT id, day, digest, name, outlet, url, title FROM article"
                     " WHERE " KNOWN_ON_DAY " ORDER BY id",
    [ALL_ENTITIES] = "SELECT id, kind, folded FROM entity ORDER BY id",
    [ALL_SPELLINGS] = "SELECT id, entity, text FROM spelling ORDER BY id",
    [ALL_ARTICLE_PLAYERS] = "SELECT id, article, spelling, club, position, age"
                            " FROM article_player ORDER BY id",
    [ALL_CLAIMS] = "SELECT id, player, club, relation FROM claim ORDER BY id",
    [ALL_EVIDENCE] = "SELECT id, claim, source, stage, hedge, confidence FROM evidence ORDER BY id",
    [ALL_EVIDENCE_COPIES] = "SELECT evidence, article FROM evidence_copy"
                            " ORDER BY evidence, article",
    [ALL_SOURCES] = "SELECT id, name FROM source ORDER BY id",
    [ALL_FEES] = "SELECT player, kind, currency, low, high FROM fee ORDER BY id",
    [ALL_NEEDS] = "SELECT article, club, position FROM need ORDER BY id",
    [ALL_EITHER_OR] = "SELECT id, article, club FROM either_or ORDER BY id",
    [ALL_EITHER_OR_MEMBERS] = "SELECT either_or, player FROM either_or_member"
                              " ORDER BY either_or, player",

    [NAMED_EXACTLY] = "SELECT id, kind, folded FROM entity WHERE folded = ?",
    [NAMED_BY_ALIAS] = "SELECT e.id, e.kind, e.folded FROM alias a JOIN entity e ON e.id = a.entity"
                       " WHERE a.folded = ?",
    [NAMED_BY_LAST_WORD] = "SELECT id, kind, folded FROM entity WHERE last_word = ?",
    [ALL_NAMES] = "SELECT id, kind, folded, folded FROM entity UNION ALL"
                  " SELECT e.id, e.kind, e.folded, a.folded FROM alias a"
                  " JOIN entity e ON e.id = a.entity",
    [TOLD_OF_LAST_WORD] = TOLD_OF " WHERE e.last_word = ? AND e.kind = 0 ORDER BY e.id",
    [TOLD_OF_ENTITY] = TOLD_OF " WHERE e.id = ?",
    [NAME_OF_PLAYER] = "SELECT s.text FROM spelling s JOIN article_player p ON p.spelling = s.id"
                       " WHERE s.entity = ? GROUP BY s.id ORDER BY count(*) DESC, s.text DESC"
                       " LIMIT 1",
    [NAME_OF_CLUB] = "SELECT max(text) FROM spelling WHERE entity = ?",
    [QUOTE] = "SELECT t.text, e.quote_begin, e.quote_end, e.sentence_begin, e.sentence_end,"
              " a.name, a.outlet, a.title, a.url, a.day"
              " FROM evidence e JOIN claim c ON c.id = e.claim"
              " JOIN article_player p ON p.id = c.player JOIN article a ON a.id = p.article"
              " JOIN article_text t ON t.article = a.id WHERE e.id = ?",
    [ARTICLE_BY_NAME] = "SELECT a.name, a.outlet, a.url, a.title, a.path, t.text, a.day"
                        " FROM article a JOIN article_text t ON t.article = a.id"
                        " WHERE a.name = ? ORDER BY a.day DESC NULLS LAST, a.id DESC LIMIT 1",
    [ARTICLE_ID] = "SELECT id FROM article WHERE name = ?"
                   " ORDER BY day DESC NULLS LAST, id DESC LIMIT 1",
    [COUNT_ROWS] = "SELECT (SELECT count(*) FROM article), (SELECT count(*) FROM claim),"
                   " (SELECT count(*) FROM evidence),"
                   " (SELECT count(*) FROM source WHERE name <> ''),"
                   " (SELECT min(day) FROM article), (SELECT max(day) FROM article)",

    [COUNT_LANGUAGES] = "SELECT language, count(*) FROM article GROUP BY language"
                        " ORDER BY count(*) DESC, language",
    [LAST_DAY] = "SELECT max(day) FROM article",
    [ADD_CORRECTION] = "INSERT INTO correction (made, kind, subject, object, club, subject_name,"
                       " object_name, club_name, position, since, known, undoes, reason)"
                       " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    [ADD_CLAIM_PLACE] =
        "INSERT INTO correction_place (correction, series, digest, article, relation, sentence)"
        " SELECT ?1, a.series, a.digest, a.name, c.relation, " SENTENCE
        " FROM evidence e JOIN claim c ON c.id = e.claim JOIN article_player p ON p.id = c.player"
        " JOIN article a ON a.id = p.article JOIN article_text t ON t.article = a.id"
        " WHERE e.id = ?2",
    [ADD_ARTICLE_PLACE] = "INSERT INTO correction_place (correction, series, digest, article)"
                          " SELECT ?1, series, digest, name FROM article WHERE id = ?2",
    [ALL_CORRECTIONS] = "SELECT c.id, c.kind, c.subject, c.object, c.club, s.folded, o.folded,"
                        " c.subject_name, c.object_name, c.position, c.since, c.known, c.undoes"
                        " FROM correction c LEFT JOIN entity s ON s.id = c.subject"
                        " LEFT JOIN entity o ON o.id = c.object ORDER BY c.id",
    [CORRECTED_CLAIMS] =
        "SELECT w.correction, e.id FROM correction_place w" ARTICLE_OF_PLACE
        " CROSS JOIN article_text t ON t.article = a.id"
        " CROSS JOIN article_player p ON p.article = a.id CROSS JOIN claim c ON c.player = p.id"
        " CROSS JOIN evidence e ON e.claim = c.id"
        " WHERE c.relation = w.relation AND " SENTENCE " = w.sentence",
    [CORRECTED_ARTICLES] = "SELECT w.correction, a.id FROM correction_place w" ARTICLE_OF_PLACE
                           " WHERE w.relation IS NULL",
    [AUDIT] = "SELECT c.id, c.made, c.kind, s.kind, c.subject_name, c.object_name, c.club_name,"
              " c.position, c.since, c.undoes, c.reason FROM correction c"
              " LEFT JOIN entity s ON s.id = c.subject ORDER BY c.id",
    [AUDIT_PLACES] = "SELECT w.correction, w.article, w.relation, w.sentence,"
                     " EXISTS (SELECT 1 FROM article a"
                     " WHERE a.series = w.series OR a.digest = w.digest)"
                     " FROM correction_place w ORDER BY w.correction, w.id",
    [IS_TOLD_OF] = "SELECT 1 FROM spelling s JOIN entity e ON e.id = s.entity WHERE e.id = ?"
                   " AND (e.kind = 1"
                   " OR EXISTS (SELECT 1 FROM article_player p WHERE p.spelling = s.id)) LIMIT 1",

    [FIND_REGISTER] = "SELECT id, digest, whole FROM register WHERE kind = ? AND path = ?",
    [ADD_REGISTER] = "INSERT INTO register (kind, path, digest, made, whole)"
                     " VALUES (?, ?, ?, ?, 0)",
    [END_REGISTER] = "UPDATE register SET whole = 1 WHERE id = ?",
    [DELETE_KNOWN_FACTS] = "DELETE FROM known_fact WHERE register = ?",
    [DELETE_KNOWN] = "DELETE FROM known WHERE NOT EXISTS"
                     " (SELECT 1 FROM known_fact f WHERE f.known = known.id)",
    [DELETE_TRANSFERS] = "DELETE FROM transfer WHERE register = ?",
    [DELETE_REGISTER] = "DELETE FROM register WHERE id = ?",
    [ALL_REGISTERS] = "SELECT r.id, r.kind, r.path, r.made, r.whole, CASE r.kind WHEN 2 THEN"
                      " (SELECT count(*) FROM transfer t WHERE t.register = r.id) ELSE"
                      " (SELECT count(DISTINCT known) FROM known_fact f WHERE f.register = r.id)"
                      " END FROM register r ORDER BY r.id",
    [REGISTERS_READ] = "SELECT id, digest, whole FROM register WHERE kind < 2 ORDER BY id",
    [KNOWN_BY_KEY] = "SELECT id FROM known WHERE key = ? AND kind = ?",
    [KNOWN_BY_NAME] = "SELECT id, kind, name, key FROM known WHERE folded = ? ORDER BY id",
    [KNOWN_BY_LAST_WORD] = "SELECT id, kind, name, key, folded FROM known WHERE last_word = ?"
                           " ORDER BY id",
    [KNOWN_BY_SPELLING] = "SELECT DISTINCT k.id, k.kind, k.name, k.key FROM known_fact f"
                          " JOIN known k ON k.id = f.known WHERE f.field < 2"
                          " AND f.value = ?1 COLLATE NOCASE AND k.folded <> ?2"
                          " AND k.last_word <> ?3 ORDER BY k.id",
    [ADD_KNOWN] = "INSERT INTO known (kind, folded, last_word, name, key) VALUES (?, ?, ?, ?, ?)",
    [SET_KNOWN_KEY] = "UPDATE known SET key = ?2 WHERE id = ?1",
    [ADD_KNOWN_FACT] = "INSERT OR IGNORE INTO known_fact (known, field, value, register, line)"
                       " VALUES (?, ?, ?, ?, ?)",
    [FACTS_OF_KNOWN] = "SELECT f.field, f.value, f.register, f.line, r.path FROM known_fact f"
                       " JOIN register r ON r.id = f.register WHERE f.known = ?"
                       " ORDER BY f.field, f.register, f.line, f.value",
    [CONTRADICTED] = "SELECT DISTINCT k.id, k.kind, k.name, k.key FROM known k WHERE k.id IN"
                     " (SELECT known FROM known_fact WHERE field > 1 GROUP BY known, field"
                     " HAVING count(DISTINCT value) > 1) ORDER BY k.id",
    [ALL_KNOWN] = "SELECT k.id, k.name, f.field, f.value FROM known k"
                  " JOIN known_fact f ON f.known = k.id WHERE k.kind = ?"
                  " ORDER BY k.id, f.field, f.register, f.line, f.value",
    [POSITIONS_OF_NAME] = "SELECT f.value FROM known k JOIN known_fact f ON f.known = k.id"
                          " WHERE k.folded = ? AND k.kind = 0 AND f.field = 6"
                          " ORDER BY k.id, f.register, f.line",
    [FIND_TRANSFER] = "SELECT t.id, t.from_club, t.fee, t.currency, t.register, t.line, r.path"
                      " FROM transfer t JOIN register r ON r.id = t.register"
                      " WHERE t.folded = ? AND t.to_folded = ? AND t.since <= ? AND t.until >= ?"
                      " ORDER BY t.register, t.line LIMIT 1",
    [ADD_TRANSFER] = "INSERT OR IGNORE INTO transfer (folded, last_word, to_folded, player,"
                     " from_club, to_club, since, until, kind, fee, currency, register, line)"
                     " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    [TRANSFERS_OF] = "SELECT " TRANSFER " WHERE t.folded = ?1 OR t.last_word = ?1"
                     " OR t.to_folded = ?1 ORDER BY " TRANSFER_ORDER,
    [TRANSFERS_BETWEEN] = "SELECT " TRANSFER " WHERE t.since <= ?2 AND t.until >= ?1"
                          " ORDER BY " TRANSFER_ORDER
};
