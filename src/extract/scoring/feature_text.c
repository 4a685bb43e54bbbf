/* Values of features are numbers, words as folded, signal classes, "@CLUB" for a unit of
 * that kind, "'," for a sign, "@EDGE" for the begin or end of a sentence, "@UNKNOWN". */
#include "scoring/feature_text.h"

#include <stdio.h>

#include "mentions/unit.h"

const struct feature_form feature_forms[N_FEATURES] = {
    [FEATURE_BIAS] = { "bias", VALUE_NUMBER },
    [FEATURE_KINDS] = { "kinds", VALUE_NUMBER },
    [FEATURE_DISTANCE] = { "distance", VALUE_NUMBER },
    [FEATURE_BOUNDARIES] = { "boundaries", VALUE_NUMBER },
    [FEATURE_CLAUSES] = { "clauses", VALUE_NUMBER },
    [FEATURE_COMMAS] = { "commas", VALUE_NUMBER },
    [FEATURE_OTHER_CLUBS] = { "other_clubs", VALUE_NUMBER },
    [FEATURE_OTHER_PLAYERS] = { "other_players", VALUE_NUMBER },
    [FEATURE_COUNTS] = { "counts", VALUE_NUMBER },
    [FEATURE_FLAGS] = { "flags", VALUE_NUMBER },
    [FEATURE_KNOWN] = { "known", VALUE_NUMBER },
    [FEATURE_REGISTER] = { "register", VALUE_NUMBER },
    [FEATURE_SENTENCE] = { "sentence", VALUE_NUMBER },
    [FEATURE_TEXT] = { "text", VALUE_NUMBER },
    [FEATURE_RANK] = { "rank", VALUE_NUMBER },
    [FEATURE_CONTEXT] = { "context", VALUE_NUMBER },
    [FEATURE_LISTED] = { "listed", VALUE_NUMBER },
    [FEATURE_RULE] = { "rule", VALUE_NUMBER },
    [FEATURE_RULE_OTHER_CLUB] = { "rule_other_club", VALUE_NUMBER },
    [FEATURE_RULE_OTHER_PLAYER] = { "rule_other_player", VALUE_NUMBER },
    [FEATURE_RULE_ELSEWHERE] = { "rule_elsewhere", VALUE_NUMBER },
    [FEATURE_WORD_BETWEEN] = { "between", VALUE_WORD },
    [FEATURE_WORDS_BETWEEN] = { "between2", VALUE_WORDS },
    [FEATURE_WORD_LEFT] = { "left", VALUE_WORD },
    [FEATURE_WORD_RIGHT] = { "right", VALUE_WORD },
    [FEATURE_BEFORE_PLAYER] = { "before_player", VALUE_WORD },
    [FEATURE_BEHIND_PLAYER] = { "behind_player", VALUE_WORD },
    [FEATURE_BEFORE_CLUB] = { "before_club", VALUE_WORD },
    [FEATURE_BEHIND_CLUB] = { "behind_club", VALUE_WORD },
    [FEATURE_WORD_ANYWHERE] = { "word", VALUE_WORD },
    [FEATURE_SIGNAL_BETWEEN] = { "signal_between", VALUE_SIGNAL },
    [FEATURE_SIGNAL_LEFT] = { "signal_left", VALUE_SIGNAL },
    [FEATURE_SIGNAL_RIGHT] = { "signal_right", VALUE_SIGNAL },
    [FEATURE_SIGNAL_NEAR] = { "signal_near", VALUE_SIGNAL },
    [FEATURE_SIGNALS_NEAR] = { "signals_near", VALUE_SIGNALS },
    [FEATURE_SIGNAL_ANYWHERE] = { "signal", VALUE_SIGNAL },
};

const char *const layout_names[N_LAYOUTS] = { "any", "pc", "cp", "one", "(p)", "(c)", "p" };

static const char *const unit_names[] = {
    [UNIT_WORD] = "@WORD",
    [UNIT_SIGN] = "@SIGN",
    [UNIT_CLUB] = "@CLUB",
    [UNIT_PLAYER] = "@PLAYER",
    [UNIT_DESCRIBED] = "@DESCRIBED",
    [UNIT_HE] = "@HE",
    [UNIT_THEY] = "@THEY",
    [UNIT_WHO] = "@WHO",
    [UNIT_SUM] = "@SUM",
    [UNIT_SOURCE] = "@SOURCE",
    [UNIT_STAFF] = "@STAFF",
    [UNIT_COUNTRY] = "@COUNTRY",
    [UNIT_LEAGUE] = "@LEAGUE",
    [UNIT_POSITION] = "@POSITION",
};

static const char edge_name[] = "@EDGE", unknown_name[] = "@UNKNOWN";

/* Cut up to the next "|" that is not itself a sign's value. */
static suitor_sv cut_part(suitor_sv *text)
{
    size_t from = text->len > 1 && text->ptr[0] == '\'' ? 2 : 0;
    const char *bar = text->len > from ? memchr(text->ptr + from, '|', text->len - from) : NULL;
    suitor_sv part = suitor_sv_make(text->ptr, bar ? (size_t)(bar - text->ptr) : text->len);
    size_t used = part.len + (bar != NULL);

    *text = suitor_sv_make(text->ptr + used, text->len - used);
    return part;
}

static bool parse_number(suitor_sv text, uint32_t *out)
{
    *out = 0;
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] < '0' || text.ptr[i] > '9' || i > 8)
            return false;
        *out = *out * 10 + (uint32_t)(text.ptr[i] - '0');
    }
    return text.len > 0;
}

static feature_reading parse_word(const lexicon *lex, suitor_sv text, uint32_t *out)
{
    if (text.len == 2 && text.ptr[0] == '\'') {
        *out = VALUE_SIGN | (uint8_t)text.ptr[1];
        return FEATURE_READ;
    }
    if (suitor_sv_equal(text, suitor_sv_of(edge_name))) {
        *out = VALUE_EDGE;
        return FEATURE_READ;
    }
    if (suitor_sv_equal(text, suitor_sv_of(unknown_name))) {
        *out = 0;
        return FEATURE_READ;
    }
    for (uint32_t k = 0; k < sizeof unit_names / sizeof *unit_names; k++)
        if (suitor_sv_equal(text, suitor_sv_of(unit_names[k]))) {
            *out = VALUE_UNIT | k;
            return FEATURE_READ;
        }
    *out = vocab_find(&lex->words, text);
    return *out ? FEATURE_READ : FEATURE_OF_UNKNOWN_WORD;
}

static feature_reading parse_signal(const lexicon *lex, suitor_sv text, uint32_t *out)
{
    for (*out = 0; *out < lex->n_signal_names; ++*out)
        if (suitor_sv_equal(text, lex->signal_names[*out]))
            return FEATURE_READ;
    return FEATURE_OF_UNKNOWN_WORD;
}

static feature_reading parse_value(const lexicon *lex, value_kind kind, suitor_sv text,
                                   uint32_t *out)
{
    switch (kind) {
    case VALUE_NUMBER: return parse_number(text, out) ? FEATURE_READ : FEATURE_WRONG;
    case VALUE_WORD:
    case VALUE_WORDS: return parse_word(lex, text, out);
    default: return parse_signal(lex, text, out);
    }
}

static bool parse_name(suitor_sv text, const char *(*name)(uint32_t), uint32_t n, uint8_t *out)
{
    for (uint32_t i = 0; i < n; i++)
        if (suitor_sv_equal(text, suitor_sv_of(name(i)))) {
            *out = (uint8_t)i;
            return true;
        }
    return false;
}

static const char *template_name(uint32_t i) { return feature_forms[i].name; }
static const char *layout_name(uint32_t i) { return layout_names[i]; }

feature_reading feature_parse(const lexicon *lex, suitor_sv text, feature *out)
{
    *out = (feature){ 0 };
    if (!parse_name(cut_part(&text), template_name, N_FEATURES, &out->template) ||
        !parse_name(cut_part(&text), layout_name, N_LAYOUTS, &out->layout))
        return FEATURE_WRONG;
    value_kind kind = feature_forms[out->template].kind;
    feature_reading read = parse_value(lex, kind, cut_part(&text), &out->a);
    if (read != FEATURE_READ || (kind != VALUE_WORDS && kind != VALUE_SIGNALS))
        return read;
    return parse_value(lex, kind, text, &out->b);
}

static void write_word(const suitor_sv *words, uint32_t value, buf *out)
{
    if (value & VALUE_UNIT) {
        buf_add(out, unit_names[value & 0xff]);
    } else if (value & VALUE_SIGN) {
        buf_char(out, '\'');
        buf_char(out, (char)(value & 0xff));
    } else if (value & VALUE_EDGE) {
        buf_add(out, edge_name);
    } else if (!value) {
        buf_add(out, unknown_name);
    } else {
        buf_append(out, words[value]);
    }
}

static void write_value(const lexicon *lex, const suitor_sv *words, value_kind kind, uint32_t value,
                        buf *out)
{
    char number[16];

    if (kind == VALUE_WORD || kind == VALUE_WORDS) {
        write_word(words, value, out);
    } else if (kind == VALUE_NUMBER) {
        snprintf(number, sizeof number, "%u", value);
        buf_add(out, number);
    } else {
        buf_append(out, lex->signal_names[value]);
    }
}

void feature_write(const lexicon *lex, const suitor_sv *words, const feature *f, buf *out)
{
    value_kind kind = feature_forms[f->template].kind;

    buf_add(out, feature_forms[f->template].name);
    buf_char(out, '|');
    buf_add(out, layout_names[f->layout]);
    buf_char(out, '|');
    write_value(lex, words, kind, f->a, out);
    if (kind != VALUE_WORDS && kind != VALUE_SIGNALS)
        return;
    buf_char(out, '|');
    write_value(lex, words, kind, f->b, out);
}
