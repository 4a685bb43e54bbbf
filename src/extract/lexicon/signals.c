/* Signal classes: words and phrases by what they speak of, in no grammar. An entry may hold
 * one verb in angle brackets, which stands for all its forms: "<pull> the plug". */
#include "fail.h"
#include "grow.h"
#include "lexicon/compile.h"

enum { MOST_CLASSES = 64 };

/* So that no other word is looked for in the trie. */
static void mark_words(const lexicon *lex, const sequence *s)
{
    uint64_t *classes = lex->words.classes;

    classes[s->head] |= CLASS_BIT(CLASS_OPENS_SIGNAL);
    for (uint32_t i = 1; i < s->count; i++)
        classes[lex->word_pool[s->first + i]] |= CLASS_BIT(CLASS_GOES_ON_SIGNAL);
}

static bool add_phrase(compiler *c, suitor_sv phrase, uint32_t class)
{
    lexicon *lex = c->lex;
    uint32_t before = lex->n_words;
    sequence s = phrase_words(c, phrase);
    bool added = s.count > 0 && trie_add(&lex->signals, lex->word_pool + s.first, s.count,
                                         (trie_entry){ .ref = class });

    if (added)
        mark_words(lex, &s);
    c->no_memory |= s.count > 0 && !added;
    lex->n_words = before; /* the trie has them now */
    return added;
}

static bool add_with_form(compiler *c, suitor_sv head, suitor_sv verb, suitor_sv tail,
                          uint32_t class)
{
    buf_reset(&c->text);
    buf_append(&c->text, head);
    buf_append(&c->text, verb);
    buf_append(&c->text, tail);
    return !c->text.failed && add_phrase(c, buf_view(&c->text), class);
}

static bool add_all_forms(compiler *c, suitor_sv head, suitor_sv verb, suitor_sv tail,
                          uint32_t class)
{
    suitor_sv other;
    bool ok = true;

    for (int f = 0; f < N_VERB_FORMS && ok; f++) {
        buf_reset(&c->form);
        verb_inflect(&c->verbs, verb, (verb_form)f, &c->form);
        ok = !c->form.failed && add_with_form(c, head, buf_view(&c->form), tail, class);
    }
    for (uint32_t i = 0; ok && verb_other_form(&c->verbs, verb, i, &other); i++)
        ok = add_with_form(c, head, other, tail, class);
    return ok;
}

static bool add_entry(compiler *c, suitor_sv text, uint32_t class)
{
    const char *open = memchr(text.ptr, '<', text.len);
    const char *close = open ? memchr(open, '>', text.len - (size_t)(open - text.ptr)) : NULL;

    if (!close)
        return add_phrase(c, text, class);
    size_t at = (size_t)(open - text.ptr), behind = (size_t)(close - text.ptr) + 1;
    return add_all_forms(c, suitor_sv_make(text.ptr, at), suitor_sv_make(open + 1, behind - at - 2),
                         suitor_sv_make(text.ptr + behind, text.len - behind), class);
}

static bool note_origin(compiler *c, const char *phrase, suitor_sv class_name)
{
    suitor_sv text = arena_copy(&c->lex->memory, suitor_sv_of(phrase));

    return origins_note_signal(c->origins, text, class_name) &&
           origins_note_meanings(c->origins, c->lex->signals.n_entries);
}

static suitor_status load_class(compiler *c, const cJSON *list, const char *path, suitor_error *err)
{
    lexicon *lex = c->lex;
    uint32_t class = lex->n_signal_names;
    suitor_sv name = arena_copy(&lex->memory, suitor_sv_of(list->string));
    const cJSON *item;

    if (class >= MOST_CLASSES)
        return fail(err, SUITOR_ERR_LIMIT, "%s: %s: more than %d classes", path, list->string,
                    MOST_CLASSES);
    if (!name.ptr ||
        !grow(&lex->signal_names, &lex->signal_names_cap, class + 1, sizeof *lex->signal_names))
        return fail(err, SUITOR_ERR_NOMEM, "%s: no memory", path);
    lex->signal_names[lex->n_signal_names++] = name;
    cJSON_ArrayForEach(item, list)
    {
        if (!cJSON_IsString(item))
            return fail(err, SUITOR_ERR_PARSE, "%s: %s: expected strings", path, list->string);
        if (!add_entry(c, suitor_sv_of(item->valuestring), class))
            return fail(err, no_word(c), "%s: %s: \"%s\" holds no word", path, list->string,
                        item->valuestring);
        if (c->origins && !note_origin(c, item->valuestring, name))
            return fail(err, SUITOR_ERR_NOMEM, "%s: no memory", path);
    }
    return SUITOR_OK;
}

suitor_status signals_load(compiler *c, const char *path, suitor_error *err)
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
