/* Loading data/lexicon/LANG: its files in the order of `parts` below. */
#include <stdio.h>
#include <stdlib.h>

#include "fail.h"
#include "file.h"
#include "fold.h"
#include "gazetteer/entries.h"
#include "grow.h"
#include "lexicon/compile.h"

enum { PATH_SIZE = 1024, LIMIT_BYTES = 16 << 20 };

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
    phrase_class pc = { arena_copy(&c->lex->memory, suitor_sv_of(list->string)), c->n_members, 0,
                        id >= 0 };

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
    if (!slot || !pc.name.ptr || !grow(&c->classes, &c->classes_cap, c->n_classes + 1, sizeof pc))
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
            if (!s.count)
                st = fail(err, no_word(c), "%s: %s: an empty phrase", path, list->string);
            else if (!lexicon_add_name(c->lex, c->lex->word_pool + s.first, s.count, entry))
                st = fail(err, SUITOR_ERR_NOMEM, "%s: no memory", path);
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

/* What origins are left with the classes of the patterns. */
static void hand_over_classes(compiler *c)
{
    c->origins->classes = c->classes;
    c->origins->n_classes = c->n_classes;
    c->origins->members = c->members;
    c->origins->n_members = c->n_members;
    c->classes = NULL;
    c->members = NULL;
}

static void compiler_clear(compiler *c)
{
    if (c->origins)
        hand_over_classes(c);
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

suitor_status lexicon_load(lexicon *lex, const char *dir, lexicon_origins *origins,
                           suitor_error *err)
{
    typedef suitor_status (*loader)(compiler *, const char *, suitor_error *);
    static const struct {
        const char *file;
        loader load;
    } parts[] = { { "verbs.json", load_verbs },         { "classes.json", load_classes },
                  { "positions.json", load_positions }, { "common-words.txt", load_common },
                  { "signals.json", signals_load },     { "cues", cues_load } };
    compiler c = { .lex = lex, .origins = origins };
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
    free(lex->calls);
    free(lex->by_word);
    free(lex->by_pair);
    free(lex->needs);
    free(lex->filter_bits);
    free(lex->heads);
    *lex = (lexicon){ 0 };
}
