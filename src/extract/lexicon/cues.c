/* Loading the cues of data/lexicon/LANG/cues: groups of patterns, by the names of the
 * files. */
#include <stdio.h>

#include "fail.h"
#include "folder.h"
#include "grow.h"
#include "lexicon/compile.h"

enum { PATH_SIZE = 1024, WHERE_SIZE = 256 };

static int name_index(const char *const *names, int count, const char *name)
{
    for (int i = 0; name && i < count; i++)
        if (strcmp(names[i], name) == 0)
            return i;
    return -1;
}

static suitor_status read_cue(const cJSON *group, cue *out, const char *path, suitor_error *err)
{
    static const char *const extra[] = { "need", "successor", "either_or", "same", "open", "none" };
    const int n_extra = sizeof extra / sizeof *extra;
    static const char *const negated[] = { "drop", "ended", "staying", "leaving", "same" };
    const char *kind = cJSON_GetStringValue(cJSON_GetObjectItem(group, "relation"));
    const char *stage = cJSON_GetStringValue(cJSON_GetObjectItem(group, "stage"));
    const char *neg = cJSON_GetStringValue(cJSON_GetObjectItem(group, "negated"));
    const cJSON *confidence = cJSON_GetObjectItem(group, "confidence");
    suitor_relation relation;
    suitor_stage parsed = SUITOR_OWNED;
    int n = neg ? name_index(negated, 5, neg) : NEGATED_DROP;

    if (kind && suitor_relation_parse(suitor_sv_of(kind), &relation))
        out->kind = (uint8_t)relation;
    else if (name_index(extra, n_extra, kind) >= 0)
        out->kind = (uint8_t)(CUE_NEED + name_index(extra, n_extra, kind));
    else
        return fail(err, SUITOR_ERR_PARSE, "%s: relation \"%s\" is unknown", path,
                    kind ? kind : "");
    if (out->kind < SUITOR_N_RELATIONS &&
        (!stage || !suitor_stage_parse(suitor_sv_of(stage), &parsed)))
        return fail(err, SUITOR_ERR_PARSE, "%s: stage \"%s\" is unknown", path, stage ? stage : "");
    if (n < 0)
        return fail(err, SUITOR_ERR_PARSE, "%s: negated \"%s\" is unknown", path, neg);
    out->stage = (uint8_t)parsed;
    out->negated = (uint8_t)n;
    out->context = !cJSON_IsFalse(cJSON_GetObjectItem(group, "context"));
    out->timeless = cJSON_IsTrue(cJSON_GetObjectItem(group, "timeless"));
    out->pair = cJSON_IsTrue(cJSON_GetObjectItem(group, "pair"));
    out->confidence = cJSON_IsNumber(confidence) ? confidence->valuedouble : 0.9;
    return SUITOR_OK;
}

static suitor_status load_group(compiler *c, const cJSON *group, const char *path,
                                suitor_error *err)
{
    lexicon *lex = c->lex;
    char where[WHERE_SIZE];
    const cJSON *item;
    cue fresh = { 0 };
    suitor_status st = read_cue(group, &fresh, path, err);

    if (st != SUITOR_OK)
        return st;
    if (!grow(&lex->cues, &lex->cues_cap, lex->n_cues + 1, sizeof *lex->cues))
        return fail(err, SUITOR_ERR_NOMEM, "%s: no memory", path);
    lex->cues[lex->n_cues++] = fresh;
    cJSON_ArrayForEach(item, cJSON_GetObjectItem(group, "patterns"))
    {
        const char *text = cJSON_GetStringValue(item);
        if (!text)
            return fail(err, SUITOR_ERR_PARSE, "%s: a pattern is no string", path);
        snprintf(where, sizeof where, "%.180s: \"%.60s\"", path, text);
        st = pattern_compile(c, suitor_sv_of(text), lex->n_cues - 1, where, err);
        if (st != SUITOR_OK)
            return st;
    }
    return SUITOR_OK;
}

static suitor_status load_cues(compiler *c, const char *path, suitor_error *err)
{
    cJSON *root = NULL;
    const cJSON *group;
    suitor_status st = lexicon_read_json(c, path, false, &root, err);

    cJSON_ArrayForEach(group, root)
    {
        if (st == SUITOR_OK)
            st = load_group(c, group, path, err);
    }
    cJSON_Delete(root);
    return st;
}

static suitor_status note_file(compiler *c, const char *name, suitor_error *err)
{
    char path[PATH_SIZE];

    snprintf(path, sizeof path, "cues/%s", name);
    return origins_note_file(c->origins, arena_copy(&c->lex->memory, suitor_sv_of(path)),
                             c->lex->n_patterns)
               ? SUITOR_OK
               : fail(err, SUITOR_ERR_NOMEM, "%s: no memory", path);
}

/* A folder of cues, and who compiles them. */
typedef struct {
    compiler *c;
    const char *dir;
} folder;

static suitor_status load_in_folder(void *user, const char *name, suitor_error *err)
{
    const folder *f = user;
    char path[PATH_SIZE];
    suitor_status st;

    snprintf(path, sizeof path, "%s/%s", f->dir, name);
    st = load_cues(f->c, path, err);
    return st == SUITOR_OK && f->c->origins ? note_file(f->c, name, err) : st;
}

suitor_status cues_load(compiler *c, const char *dir, suitor_error *err)
{
    folder f = { c, dir };
    uint32_t n;

    return folder_each(dir, ".json", load_in_folder, &f, &n, err);
}
