/* Every statement the store runs after opening. Values are bound, in the order of
 * the question marks; columns are read in the order named here. */
#include "statements.h"

#define KNOWN_ON_DAY "(day IS NULL OR day <= ?1)"

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
    [ADD_ARTICLE] = "INSERT INTO article (digest, series, name, outlet, url, title, path, day)"
                    " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
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

    [FIND_ALIKE] = "SELECT article FROM text_key WHERE key = ?"
                   " AND (+day BETWEEN ? AND ? OR +day = ?)",
    [ADD_TEXT_KEY] = "INSERT OR IGNORE INTO text_key (key, day, article) VALUES (?, ?, ?)",
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
    [TOLD_OF_LAST_WORD] = "SELECT e.id, e.folded, p.club, s.text FROM entity e"
                          " JOIN spelling s ON s.entity = e.id"
                          " JOIN article_player p ON p.spelling = s.id"
                          " WHERE e.last_word = ? AND e.kind = 0 ORDER BY e.id",
    [NAME_OF_PLAYER] = "SELECT s.text FROM spelling s JOIN article_player p ON p.spelling = s.id"
                       " WHERE s.entity = ? GROUP BY s.id ORDER BY count(*) DESC, s.text DESC"
                       " LIMIT 1",
    [NAME_OF_CLUB] = "SELECT max(text) FROM spelling WHERE entity = ?",
    [QUOTE] = "SELECT t.text, e.quote_begin, e.quote_end, e.sentence_begin, e.sentence_end,"
              " a.name, a.outlet, a.title, a.url, a.day"
              " FROM evidence e JOIN claim c ON c.id = e.claim"
              " JOIN article_player p ON p.id = c.player JOIN article a ON a.id = p.article"
              " JOIN article_text t ON t.article = a.id WHERE e.id = ?",
    [COUNT_ROWS] = "SELECT (SELECT count(*) FROM article), (SELECT count(*) FROM claim),"
                   " (SELECT count(*) FROM evidence),"
                   " (SELECT count(*) FROM entity WHERE kind = 1),"
                   " (SELECT count(*) FROM source WHERE name <> ''),"
                   " (SELECT min(day) FROM article), (SELECT max(day) FROM article)"
};
