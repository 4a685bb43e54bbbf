/* What the words of other people's tables mean, as data/tables.tsv has it. */
#ifndef IMPORT_SPELLINGS_H
#define IMPORT_SPELLINGS_H

#include "strmap.h"
#include "suitor/extraction.h"

/* What a column of a table of rumours holds. */
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
    N_FIELDS
} import_field;

/* Spellings in small letters, each behind its kind ("column:", "position:", "stage:"), to the
 * number of what they mean. */
typedef struct {
    strmap meanings;
} spellings;

/* Read `data_dir`/tables.tsv into zeroed `out`, owned: release with spellings_free(). */
suitor_status spellings_load(spellings *out, const char *data_dir, suitor_error *err);
void spellings_free(spellings *s);

/* "player" … */
const char *spellings_field_name(import_field field);

/* False where `word` is none. */
bool spellings_field(const spellings *s, suitor_sv word, import_field *out);
bool spellings_position(const spellings *s, suitor_sv word, suitor_position *out);
bool spellings_stage(const spellings *s, suitor_sv word, suitor_stage *out);

#endif
