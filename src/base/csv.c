/* CSV and TSV reading: views into the bytes; only fields with doubled quotation marks
 * are copied. */
#include "csv.h"

#include "fail.h"

static void pass(csv *t, size_t len)
{
    t->rest = suitor_sv_make(t->rest.ptr + len, t->rest.len - len);
}

/* Behind the field that ends here: whether another one follows in the row. */
static bool pass_separator(csv *t)
{
    if (t->rest.len && t->rest.ptr[0] == t->separator) {
        pass(t, 1);
        return true;
    }
    if (t->rest.len && t->rest.ptr[0] == '\r')
        pass(t, 1);
    if (t->rest.len && t->rest.ptr[0] == '\n')
        pass(t, 1);
    t->n_lines++;
    return false;
}

/* `end_of_line` is where the line of the field ends, kept from field to field. */
static suitor_sv read_bare(csv *t, const char **end_of_line)
{
    const char *begin = t->rest.ptr, *end;

    if (!*end_of_line || *end_of_line < begin)
        *end_of_line = memchr(begin, '\n', t->rest.len);
    if (!*end_of_line)
        *end_of_line = begin + t->rest.len;
    end = memchr(begin, t->separator, (size_t)(*end_of_line - begin));
    if (!end) {
        end = *end_of_line;
        end -= end > begin && end[-1] == '\r';
    }
    pass(t, (size_t)(end - begin));
    return suitor_sv_make(begin, (size_t)(end - begin));
}

/* `text` with each two quotation marks one; ptr NULL when out of memory. */
static suitor_sv undouble(csv *t, suitor_sv text)
{
    char *out = arena_alloc(t->memory, text.len);
    size_t n = 0;

    for (size_t i = 0; out && i < text.len; i++) {
        out[n++] = text.ptr[i];
        i += text.ptr[i] == '"';
    }
    return suitor_sv_make(out, n);
}

static suitor_status read_quoted(csv *t, suitor_sv *field, suitor_error *err)
{
    bool doubled = false;
    size_t end = 1;

    for (; end < t->rest.len; end++) {
        t->n_lines += t->rest.ptr[end] == '\n';
        if (t->rest.ptr[end] != '"')
            continue;
        if (end + 1 >= t->rest.len || t->rest.ptr[end + 1] != '"')
            break;
        doubled = true;
        end++;
    }
    if (end >= t->rest.len)
        return fail(err, SUITOR_ERR_PARSE, "%s:%u: a field without its closing quotation mark",
                    t->path, t->line);
    *field = suitor_sv_make(t->rest.ptr + 1, end - 1);
    pass(t, end + 1);
    if (doubled)
        *field = undouble(t, *field);
    if (!field->ptr)
        return fail(err, SUITOR_ERR_NOMEM, "%s: no memory", t->path);
    if (t->rest.len && !memchr(",\r\n", t->rest.ptr[0], 3))
        return fail(err, SUITOR_ERR_PARSE,
                    "%s:%u: expected a comma behind the closing quotation mark", t->path, t->line);
    return SUITOR_OK;
}

static suitor_status read_row(csv *t, suitor_sv fields[CSV_MAX_FIELDS], unsigned *n,
                              suitor_error *err)
{
    const char *end_of_line = NULL;
    suitor_status st;

    *n = 0;
    do {
        if (*n == CSV_MAX_FIELDS)
            return fail(err, SUITOR_ERR_LIMIT, "%s:%u: more than %d columns", t->path, t->line,
                        CSV_MAX_FIELDS);
        if (t->separator == ',' && t->rest.len && t->rest.ptr[0] == '"') {
            st = read_quoted(t, &fields[*n], err);
            if (st != SUITOR_OK)
                return st;
        } else {
            fields[*n] = read_bare(t, &end_of_line);
        }
        ++*n;
    } while (pass_separator(t));
    return SUITOR_OK;
}

/* Pass empty lines and, in tab-separated tables, comments; false at the end. */
static bool find_row(csv *t)
{
    while (t->rest.len) {
        const char first = t->rest.ptr[0];
        if (first != '\n' && first != '\r' && !(first == '#' && t->separator != ','))
            break;
        const char *nl = memchr(t->rest.ptr, '\n', t->rest.len);
        pass(t, nl ? (size_t)(nl - t->rest.ptr) + 1 : t->rest.len);
        t->n_lines++;
    }
    t->line = t->n_lines + 1;
    return t->rest.len > 0;
}

suitor_status csv_begin(csv *t, const char *path, suitor_sv bytes, arena *memory, suitor_error *err)
{
    *t = (csv){ .path = path, .memory = memory, .rest = bytes, .separator = '\t' };
    if (bytes.len >= 3 && memcmp(bytes.ptr, "\xEF\xBB\xBF", 3) == 0)
        pass(t, 3);
    if (!find_row(t))
        return fail(err, SUITOR_ERR_PARSE, "%s: is empty; expected a header line", path);
    const char *nl = memchr(t->rest.ptr, '\n', t->rest.len);
    if (!memchr(t->rest.ptr, '\t', nl ? (size_t)(nl - t->rest.ptr) : t->rest.len))
        t->separator = ',';
    return read_row(t, t->header, &t->n_fields, err);
}

int csv_column(const csv *t, const char *name)
{
    for (unsigned i = 0; i < t->n_fields; i++)
        if (suitor_sv_equal(t->header[i], suitor_sv_of(name)))
            return (int)i;
    return CSV_NO_COLUMN;
}

suitor_status csv_next(csv *t, suitor_sv fields[CSV_MAX_FIELDS], bool *more, suitor_error *err)
{
    unsigned n;

    *more = find_row(t);
    if (!*more)
        return SUITOR_OK;
    suitor_status st = read_row(t, fields, &n, err);
    if (st == SUITOR_OK && n != t->n_fields)
        return fail(err, SUITOR_ERR_PARSE, "%s:%u: %u fields, expected %u as in the header",
                    t->path, t->line, n, t->n_fields);
    return st;
}
