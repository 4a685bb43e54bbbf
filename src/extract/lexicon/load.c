/* Loading data/lexicon/LANG: its files in the order of `parts` below. */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>

#include "fail.h"
#include "file.h"
#include "fold.h"
#include "gazetteer/entries.h"
#include "grow.h"
#include "lexicon/compile.h"

enum { PATH_SIZE = 1024, LIMIT_BYTES = 16 << 20, WHERE_SIZE = 256 };

static suitor_status check_shape(const cJSON *root, bool object, const char *path,
                                 suitor_error *err)
{
    if (object ? cJSON_IsObject(root) : cJSON_IsArray(root))
        return SUITOR_OK;
    return fail(err, SUITOR_ERR_PARSE, "%s: expected %s", path,
                object ? "an object of lists, {\"name\": [\"…\"]}" : "a list of groups, [{…}]");
}

/* `object`: the file holds an object of lists, else a list of groups. */
suitor_status lexicon_read_json(compiler *c, const char *path, bool object, cJSON **out,
                                suitor_error *err)
{
    suitor_sv bytes;
    const char *at = NULL;
    suitor_status st = file_read(path, LIMIT_BYTES, &c->lex->memory, &bytes, err);

    if (st != SUITOR_OK)
        return st;
    *out = cJSON_ParseWithLengthOpts(bytes.ptr, bytes.len, &at, 0);
    if (*out)
        return check_shape(*out, object, path, err);
    unsigned line = 1;
    for (const char *p = bytes.ptr; p && p < at; p++)
        line += *p == '\n';
    return fail(err, SUITOR_ERR_PARSE, "%s:%u: is not valid JSON here", path, line);
}

static bool add_to_class(compiler *c, unsigned id, suitor_sv word)
{
    sequence s = phrase_words(c, word);

    if (s.count == 1)
        c->lex->words.classes[c->lex->word_pool[s.first]] |= UINT64_C(1) << id;
    return s.count > 0;
}

static int class_id(const char *name)
{
    for (int i = 0; i < N_CLASSES; i++)
        if (strcmp(name, lexicon_class_names[i]) == 0)
            return i;
    return -1;
}

static suitor_status load_class(compiler *c, const cJSON *list, const char *path, suitor_error *err)
{
    const cJSON *item;
    int id = class_id(list->string);
    phrase_class pc = { c->n_members, 0 };

    cJSON_ArrayForEach(item, list)
    {
        if (!cJSON_IsString(item))
            return fail(err, SUITOR_ERR_PARSE, "%s: %s: expected strings", path, list->string);
        suitor_sv copy = arena_copy(&c->lex->memory, suitor_sv_of(item->valuestring));
        if (!copy.ptr || !grow(&c->members, &c->members_cap, c->n_members + 1, sizeof copy))
            return fail(err, SUITOR_ERR_NOMEM, "%s: no memory", path);
        c->members[c->n_members++] = copy;
        pc.count++;
        if (id >= 0 && !add_to_class(c, (unsigned)id, copy))
            return fail(err, no_word(c), "%s: %s: \"%s\" holds no word", path, list->string,
                        item->valuestring);
    }
    uint32_t *slot = strmap_put(&c->class_ids, suitor_sv_of(list->string), c->n_classes, NULL);
    if (!slot || !grow(&c->classes, &c->classes_cap, c->n_classes + 1, sizeof pc))
        return fail(err, SUITOR_ERR_NOMEM, "%s: no memory", path);
    c->classes[c->n_classes++] = pc;
    return SUITOR_OK;
}

static suitor_status load_classes(compiler *c, const char *path, suitor_error *err)
{
    cJSON *root = NULL;
    const cJSON *list;
    suitor_status st = lexicon_read_json(c, path, true, &root, err);

    cJSON_ArrayForEach(list, root)
    {
        if (st == SUITOR_OK && list->string[0] != '_')
            st = load_class(c, list, path, err);
    }
    cJSON_Delete(root);
    return st;
}

static suitor_status load_verb(compiler *c, const cJSON *list, const char *path, suitor_error *err)
{
    verb_table *v = &c->verbs;

    int count = cJSON_GetArraySize(list);

    if (count < N_VERB_FORMS - 1)
        return fail(err, SUITOR_ERR_PARSE,
                    "%s: %s: expected four forms: -s, -ing, past, participle", path, list->string);
    if (!strmap_put(&v->bases, suitor_sv_of(list->string), v->n_forms, NULL) ||
        !grow(&v->forms, &v->cap, v->n_forms + (uint32_t)count + 1, sizeof *v->forms))
        return fail(err, SUITOR_ERR_NOMEM, "%s: no memory", path);
    for (int i = 0; i < count; i++) {
        const char *form = cJSON_GetStringValue(cJSON_GetArrayItem(list, i));
        suitor_sv copy = arena_copy(&c->lex->memory, suitor_sv_of(form));
        if (!copy.ptr)
            return fail(err, SUITOR_ERR_NOMEM, "%s: no memory", path);
        v->forms[v->n_forms++] = copy;
    }
    v->forms[v->n_forms++] = suitor_sv_make(NULL, 0);
    return SUITOR_OK;
}

static suitor_status load_verbs(compiler *c, const char *path, suitor_error *err)
{
    cJSON *root = NULL;
    const cJSON *list;
    suitor_status st = lexicon_read_json(c, path, true, &root, err);

    cJSON_ArrayForEach(list, root)
    {
        if (st == SUITOR_OK)
            st = load_verb(c, list, path, err);
    }
    cJSON_Delete(root);
    return st;
}

static suitor_status load_positions(compiler *c, const char *path, suitor_error *err)
{
    cJSON *root = NULL;
    const cJSON *list, *item;
    suitor_status st = lexicon_read_json(c, path, true, &root, err);

    cJSON_ArrayForEach(list, root)
    {
        suitor_position code = SUITOR_POS_NONE;
        if (st == SUITOR_OK && !suitor_position_parse(suitor_sv_of(list->string), &code))
            st = fail(err, SUITOR_ERR_PARSE, "%s: %s is no position code", path, list->string);
        cJSON_ArrayForEach(item, list)
        {
            if (st != SUITOR_OK)
                break;
            sequence s = phrase_words(c, suitor_sv_of(cJSON_GetStringValue(item)));
            trie_entry entry = { .kind = ENTRY_POSITION, .ref = code };
            if (!s.count || !lexicon_add_name(c->lex, c->lex->word_pool + s.first, s.count, entry))
                st = fail(err, no_word(c), "%s: %s: an empty phrase", path, list->string);
        }
    }
    cJSON_Delete(root);
    return st;
}

static suitor_status load_common(compiler *c, const char *path, suitor_error *err)
{
    suitor_sv bytes;
    suitor_status st = file_read(path, LIMIT_BYTES, &c->lex->memory, &bytes, err);

    while (st == SUITOR_OK && bytes.len) {
        const char *nl = memchr(bytes.ptr, '\n', bytes.len);
        size_t len = nl ? (size_t)(nl - bytes.ptr) : bytes.len;
        if (len && bytes.ptr[0] != '#') {
            uint32_t id = vocab_add(&c->lex->words, suitor_sv_make(bytes.ptr, len));
            if (!id)
                return fail(err, SUITOR_ERR_NOMEM, "%s: no memory", path);
            c->lex->words.classes[id] |= UINT64_C(1) << CLASS_COMMON;
        }
        len += nl != NULL;
        bytes = suitor_sv_make(bytes.ptr + len, bytes.len - len);
    }
    return st;
}

static int name_index(const char *const *names, int count, const char *name)
{
    for (int i = 0; name && i < count; i++)
        if (strcmp(names[i], name) == 0)
            return i;
    return -1;
}

static suitor_status read_cue(const cJSON *group, cue *out, const char *path, suitor_error *err)
{
    static const char *const extra[] = { "need", "successor", "either_or", "same", "none" };
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
    else if (name_index(extra, 5, kind) >= 0)
        out->kind = (uint8_t)(CUE_NEED + name_index(extra, 5, kind));
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

static int is_json(const struct dirent *entry)
{
    size_t len = strlen(entry->d_name);

    return len > 5 && entry->d_name[0] != '.' && strcmp(entry->d_name + len - 5, ".json") == 0;
}

static int by_bytes(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

static suitor_status load_all_cues(compiler *c, const char *dir, suitor_error *err)
{
    char path[PATH_SIZE];
    struct dirent **entries = NULL;
    suitor_status st = SUITOR_OK;
    int n = scandir(dir, &entries, is_json, by_bytes);

    if (n < 0)
        return fail(err, SUITOR_ERR_IO, "%s: cannot be opened; set SUITOR_DATA or --data", dir);
    for (int i = 0; i < n; i++) {
        snprintf(path, sizeof path, "%s/%s", dir, entries[i]->d_name);
        if (st == SUITOR_OK)
            st = load_cues(c, path, err);
        free(entries[i]);
    }
    free(entries);
    return st;
}

static void compiler_clear(compiler *c)
{
    strmap_free(&c->verbs.bases);
    free(c->verbs.forms);
    strmap_free(&c->class_ids);
    strmap_free(&c->pieces);
    free(c->classes);
    free(c->members);
    document_free(&c->doc);
    buf_free(&c->text);
    buf_free(&c->form);
}

suitor_status lexicon_load(lexicon *lex, const char *dir, suitor_error *err)
{
    typedef suitor_status (*loader)(compiler *, const char *, suitor_error *);
    static const struct {
        const char *file;
        loader load;
    } parts[] = { { "verbs.json", load_verbs },         { "classes.json", load_classes },
                  { "positions.json", load_positions }, { "common-words.txt", load_common },
                  { "signals.json", signals_load },     { "cues", load_all_cues } };
    compiler c = { .lex = lex };
    char path[PATH_SIZE];
    suitor_status st = SUITOR_OK;

    for (size_t i = 0; i < sizeof parts / sizeof *parts && st == SUITOR_OK; i++) {
        snprintf(path, sizeof path, "%s/%s", dir, parts[i].file);
        st = parts[i].load(&c, path, err);
    }
    compiler_clear(&c);
    return st;
}

void lexicon_free(lexicon *lex)
{
    vocab_free(&lex->words);
    trie_free(&lex->names);
    trie_free(&lex->signals);
    free(lex->signal_names);
    arena_free(&lex->memory);
    free(lex->word_pool);
    free(lex->sequences);
    free(lex->elements);
    free(lex->cues);
    free(lex->patterns);
    free(lex->call_starts);
    free(lex->calls);
    free(lex->filter_bits);
    free(lex->heads);
    *lex = (lexicon){ 0 };
}
