/* What the words of other people's tables mean, as data/tables.tsv has it. */
#ifndef IMPORT_SPELLINGS_H
#define IMPORT_SPELLINGS_H

#include "strmap.h"
#include "suitor/extraction.h"

/* What a column of a table holds. */
typedef enum {
    FIELD_PLAYER,
    FIELD_CLUB,
    FIELD_OWNER,
    FIELD_DATE,
    FIELD_STAGE,
    FIELD_SOURCE,
    FIELD_URL,
    FIELD_VALUE,
    FIELD_POSITION,
    FIELD_NAME,
    FIELD_KEY,
    FIELD_COUNTRY,
    FIELD_FOUNDED,
    FIELD_GROUND,
    FIELD_BORN,
    FIELD_ROLE,
    FIELD_ALIASES,
    FIELD_FEE,
    FIELD_SEASON,
    N_FIELDS
} import_field;

/* Spellings in small letters, each behind its kind ("column:", "position:", "stage:"), to the
 * number of what they mean; that of a country is its place in `countries`. */
typedef struct {
    strmap meanings;
    suitor_sv *countries;
    uint32_t n_countries, cap_countries;
    arena texts;
} spellings;

/* Read `data_dir`/tables.tsv into zeroed `out`, owned: release with spellings_free(). */
suitor_status spellings_load(spellings *out, const char *data_dir, suitor_error *err);
void spellings_free(spellings *s);

/* "player" … */
const char *spellings_field_name(import_field field);

/* False where `word` is none. `what` are the tables that are asked about: "column" of moves and
 * rumours, "known" of registers of clubs and people. */
bool spellings_field(const spellings *s, const char *what, suitor_sv word, import_field *out);
bool spellings_position(const spellings *s, suitor_sv word, suitor_position *out);
bool spellings_stage(const spellings *s, suitor_sv word, suitor_stage *out);

/* How we call the country that others call `word`; empty for what is none in football, and `word`
 * for what is not in the table. */
suitor_sv spellings_country(const spellings *s, suitor_sv word);

#endif
