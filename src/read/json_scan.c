/* JSON piece by piece (RFC 8259). More lenient in one thing: a raw line break or tab
 * within a string is taken as it is. */
#include "json_scan.h"

#include "json_string.h"
#include "view.h"

enum { MAX_DEPTH = 128 };

json_scan json_scan_begin(suitor_sv bytes, arena *memory)
{
    const char *at = bytes.ptr ? bytes.ptr : "";

    return (json_scan){ .at = at, .end = at + bytes.len, .memory = memory };
}

static bool wrong(json_scan *s, const char *problem)
{
    if (!s->problem)
        s->problem = problem;
    s->no_memory |= problem == json_string_no_memory;
    return false;
}

/* The next character that is not blank, '\0' at the end or after a mistake. */
static char look(json_scan *s)
{
    while (s->at < s->end && (*s->at == ' ' || *s->at == '\n' || *s->at == '\t' || *s->at == '\r'))
        s->at++;
    return s->at < s->end && !s->problem ? *s->at : '\0';
}

char json_scan_kind(json_scan *s)
{
    char c = look(s);

    if (c == '-' || is_digit(c))
        return '0';
    if (c == '\0' || memchr("{[\"tfn", c, 6))
        return c;
    wrong(s, "expected a value");
    return '\0';
}

bool json_scan_open(json_scan *s, char bracket)
{
    if (look(s) != bracket)
        return wrong(s, bracket == '{' ? "expected an object" : "expected an array");
    if (s->depth == MAX_DEPTH)
        return wrong(s, "nested deeper than 128 levels");
    s->at++;
    s->depth++;
    s->fresh = true;
    return true;
}

/* Step to the next member of the container that `bracket` closes; false at its end. */
static bool next_member(json_scan *s, char bracket)
{
    char c = look(s);

    if (c == bracket) {
        s->at++;
        s->depth--;
        s->fresh = false;
        return false;
    }
    if (!s->fresh) {
        if (c != ',')
            return wrong(s, bracket == '}' ? "expected ',' or '}'" : "expected ',' or ']'");
        s->at++;
    }
    s->fresh = false;
    return true;
}

bool json_scan_key(json_scan *s, suitor_sv *key)
{
    if (!next_member(s, '}'))
        return false;
    if (look(s) != '"')
        return wrong(s, "expected a key in quotes");
    if (!json_scan_string(s, key))
        return false;
    if (look(s) != ':')
        return wrong(s, "expected ':'");
    s->at++;
    return true;
}

bool json_scan_item(json_scan *s)
{
    if (!next_member(s, ']'))
        return false;
    return look(s) == ']' ? wrong(s, "expected a value") : !s->problem;
}

static bool read_string(json_scan *s, arena *memory, suitor_sv *out)
{
    const char *at = s->at + 1, *problem;

    if (look(s) != '"')
        return wrong(s, "expected a string");
    at = s->at + 1;
    problem = json_string_read(&at, s->end, memory, out);
    if (problem)
        return wrong(s, problem);
    s->at = at;
    return true;
}

bool json_scan_string(json_scan *s, suitor_sv *out) { return read_string(s, s->memory, out); }

static const char *skip_digits(const char *at, const char *end)
{
    while (at < end && is_digit(*at))
        at++;
    return at;
}

bool json_scan_number(json_scan *s, suitor_sv *out)
{
    look(s);
    const char *begin = s->at, *at = begin, *digits;

    if (at < s->end && *at == '-')
        at++;
    digits = at;
    at = skip_digits(at, s->end);
    if (at == digits || (*digits == '0' && at > digits + 1))
        return wrong(s, "expected a number");
    if (at < s->end && *at == '.') {
        digits = ++at;
        at = skip_digits(at, s->end);
        if (at == digits)
            return wrong(s, "expected a digit after the point of a number");
    }
    if (at < s->end && (*at == 'e' || *at == 'E')) {
        at++;
        if (at < s->end && (*at == '+' || *at == '-'))
            at++;
        digits = at;
        at = skip_digits(at, s->end);
        if (at == digits)
            return wrong(s, "expected a digit in the exponent of a number");
    }
    *out = suitor_sv_make(begin, (size_t)(at - begin));
    s->at = at;
    return true;
}

static bool skip_word(json_scan *s, const char *word)
{
    size_t len = strlen(word);

    if ((size_t)(s->end - s->at) < len || memcmp(s->at, word, len) != 0)
        return wrong(s, "expected a value");
    s->at += len;
    return true;
}

bool json_scan_skip(json_scan *s)
{
    suitor_sv ignored;

    switch (json_scan_kind(s)) {
    case '{':
        json_scan_open(s, '{');
        while (json_scan_key(s, &ignored) && json_scan_skip(s))
            ;
        return !s->problem;
    case '[':
        json_scan_open(s, '[');
        while (json_scan_item(s) && json_scan_skip(s))
            ;
        return !s->problem;
    case '"': return read_string(s, NULL, &ignored);
    case '0': return json_scan_number(s, &ignored);
    case 't': return skip_word(s, "true");
    case 'f': return skip_word(s, "false");
    case 'n': return skip_word(s, "null");
    default: return wrong(s, "expected a value");
    }
}

bool json_scan_name(json_scan *s, suitor_sv *out)
{
    suitor_sv key, other;
    bool found = false;

    switch (json_scan_kind(s)) {
    case '"': return json_scan_string(s, out);
    case '{':
        json_scan_open(s, '{');
        while (json_scan_key(s, &key)) {
            if (!found && view_is(key, "name") && json_scan_kind(s) == '"')
                found = json_scan_string(s, out);
            else
                json_scan_skip(s);
        }
        return found && !s->problem;
    case '[':
        json_scan_open(s, '[');
        while (json_scan_item(s)) {
            if (!found)
                found = json_scan_name(s, out);
            else
                json_scan_name(s, &other);
        }
        return found && !s->problem;
    default: json_scan_skip(s); return false;
    }
}
