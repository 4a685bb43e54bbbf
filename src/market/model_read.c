/* Reading model.json by cJSON: every value is an object with "value" (for a tier
 * "a" and "b") and "source"; a value without its source is an error. */
#include "model_read.h"

#include "fail.h"

const cJSON *model_entry(const model_reader *r, const char *group, const char *name)
{
    const cJSON *in = group ? cJSON_GetObjectItemCaseSensitive(r->root, group) : r->root;
    const cJSON *item = cJSON_GetObjectItemCaseSensitive(in, name);
    const cJSON *source = cJSON_GetObjectItemCaseSensitive(item, "source");

    if (!item)
        fail(r->err, SUITOR_ERR_PARSE, "%s: %s%s%s is missing", r->path, group ? group : "",
             group ? "." : "", name);
    else if (!cJSON_IsString(source) || !*source->valuestring)
        fail(r->err, SUITOR_ERR_PARSE, "%s: %s%s%s has no \"source\"", r->path, group ? group : "",
             group ? "." : "", name);
    else
        return item;
    return NULL;
}

suitor_status model_number(const model_reader *r, const cJSON *item, const char *what,
                           const char *field, double low, double high, double *out)
{
    const cJSON *value = cJSON_GetObjectItemCaseSensitive(item, field);

    if (!item)
        return SUITOR_ERR_PARSE;
    if (!cJSON_IsNumber(value) || !(value->valuedouble >= low && value->valuedouble <= high))
        return fail(r->err, SUITOR_ERR_PARSE, "%s: \"%s\" of %s must be a number from %g to %g",
                    r->path, field, what, low, high);
    *out = value->valuedouble;
    return SUITOR_OK;
}

suitor_status model_value(const model_reader *r, const char *group, const char *name, double low,
                          double high, double *out)
{
    return model_number(r, model_entry(r, group, name), name, "value", low, high, out);
}
