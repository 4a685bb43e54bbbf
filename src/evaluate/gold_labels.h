/* Inner to evaluate/: the labels of a row, out of its JSON. */
#ifndef EVALUATE_GOLD_LABELS_H
#define EVALUATE_GOLD_LABELS_H

#include <cjson/cJSON.h>

#include "gold.h"

/* Read the labels of `json` into `row`, whose article is known; they are copied to
 * `memory`. SUITOR_ERR_PARSE, with the path, the id and the label in the message, where
 * one is not in the form it should have. */
suitor_status gold_labels_read(const cJSON *json, arena *memory, gold_row *row, suitor_error *err);

#endif
