/* What the parts of reading model.json share. Inner to model_load.c. */
#ifndef MARKET_MODEL_READ_H
#define MARKET_MODEL_READ_H

#include <cjson/cJSON.h>

#include "model.h"

typedef struct {
    const char *path;
    const cJSON *root;
    suitor_error *err;
} model_reader;

/* The object `name` of `group` (NULL: of the file); NULL after failing. */
const cJSON *model_entry(const model_reader *r, const char *group, const char *name);

/* The number `field` of `item`, called `what` in messages; `item` NULL has failed before. */
suitor_status model_number(const model_reader *r, const cJSON *item, const char *what,
                           const char *field, double low, double high, double *out);

/* The number "value" of the object `name`. */
suitor_status model_value(const model_reader *r, const char *group, const char *name, double low,
                          double high, double *out);

/* Read what tells of windows: rules, vacancies, currencies, names that are no clubs. */
suitor_status model_read_window(const model_reader *r, suitor_model *m);

#endif
