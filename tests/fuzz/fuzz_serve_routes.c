/* Any bytes as what stands behind GET: a command line that is the route's, whatever was asked, or
 * a reason why there is none. */
#include <stdlib.h>
#include <string.h>

#include "guard.h"
#include "routes.h"
#include "utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

enum { MOST_VALUES = 24 };

static void must(bool ok)
{
    if (!ok)
        abort();
}

static unsigned digit(char c) { return (unsigned)(c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10); }

/* As the HTTP library does, of an address that was found fit for it. Returns the length. */
static size_t decode(char *text, size_t len)
{
    size_t n = 0;

    for (size_t i = 0; i < len; i++)
        if (text[i] == '%') {
            text[n++] = (char)(digit(text[i + 1]) << 4 | digit(text[i + 2]));
            i += 2;
        } else {
            text[n++] = text[i] == '+' ? ' ' : text[i];
        }
    return n;
}

/* The values of a query, decoded in place. */
static unsigned split(char *text, query_value values[MOST_VALUES])
{
    unsigned n = 0;

    for (char *at = text; *at && n < MOST_VALUES;) {
        size_t len = strcspn(at, "&"), key = strcspn(at, "=&");
        char *value = at + key + (key < len), *next = at + len + (at[len] != '\0');
        size_t value_length = decode(value, (size_t)(at + len - value));
        values[n++] = (query_value){ at, value, decode(at, key), value_length };
        at = next;
    }
    return n;
}

static bool is_parameter(const route *r, const char *word)
{
    for (const parameter *p = r->parameters; p < r->parameters + ROUTE_MOST_PARAMETERS && p->key;
         p++) {
        size_t n = strlen(p->key);
        if (p->kind != PARAMETER_NAME && p->kind != PARAMETER_STREAM &&
            strncmp(word, p->key, n) == 0 && word[n] == (p->kind == PARAMETER_FLAG ? '\0' : '='))
            return true;
    }
    return false;
}

/* First what the route says, then options that it has, "--", and operands. */
static void check(const route *r, const request_line *line)
{
    unsigned i = 0, operands = 0;

    must(line->n_words < ROUTE_MOST_WORDS && !line->words[line->n_words]);
    for (; i < 4 && r->words[i]; i++)
        must(strcmp(line->words[i], r->words[i]) == 0);
    if (r->json)
        must(strcmp(line->words[i++], "--json") == 0);
    for (; strcmp(line->words[i], "--") != 0; i++)
        must(strncmp(line->words[i], "--", 2) == 0 && is_parameter(r, line->words[i] + 2));
    while (++i < line->n_words)
        operands++;
    must(operands <= ROUTE_MOST_VALUES);
    for (i = 0; i < line->n_words; i++) {
        suitor_sv word = suitor_sv_of(line->words[i]);
        must(word.len <= ROUTE_LONGEST_VALUE + 20 && utf8_check(word) == word.len);
        for (size_t k = 0; k < word.len; k++)
            must((unsigned char)word.ptr[k] >= 0x20 && word.ptr[k] != 0x7F);
    }
    must(r->file ? route_type(line->format) != NULL : !*line->format);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    char *address = malloc(len + 1);
    query_value values[MOST_VALUES];
    request_line line;
    buf why = { 0 };

    if (!address)
        return 0;
    memcpy(address, bytes, len);
    address[len] = '\0';
    if (guard_address(address)) {
        char *query = strchr(address, '?');
        unsigned n = query ? split(query + 1, values) : 0;
        if (query)
            *query = '\0';
        address[decode(address, strlen(address))] = '\0';
        const route *r = route_find(address);
        if (r && route_read(r, values, n, &line, &why))
            check(r, &line);
        else
            must(!r || why.ptr);
        if (r)
            request_line_clear(&line);
    }
    buf_free(&why);
    free(address);
    return 0;
}
