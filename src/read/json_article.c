/* Which key of a JSON object means what. */
#include "json_article.h"

#include "view.h"

enum { LONGEST_KEY = 16, RANK_SOURCE_OBJECT = 0 };

typedef enum {
    FORM_TEXT,
    FORM_CUT_TEXT, /* may end in NewsAPI's mark of a cut */
    FORM_ID,
    FORM_DATE,
    FORM_NAME,
    FORM_SOURCE, /* a name; as an object it is NewsAPI's and better than the author */
    FORM_LIST
} value_form;

typedef struct {
    const char *key; /* lower case, "_" and "-" left out */
    value_form form;
    field field;
    unsigned rank;
} meaning;

static const meaning meanings[] = {
    { "id", FORM_ID, FIELD_ID, 0 },
    { "url", FORM_TEXT, FIELD_URL, 0 },
    { "date", FORM_DATE, FIELD_DAY, 0 },
    { "published", FORM_DATE, FIELD_DAY, 1 },
    { "publishedat", FORM_DATE, FIELD_DAY, 2 },
    { "pubdate", FORM_DATE, FIELD_DAY, 3 },
    { "createdat", FORM_DATE, FIELD_DAY, 4 },
    { "datepublished", FORM_DATE, FIELD_DAY, 5 },
    { "title", FORM_TEXT, FIELD_TITLE, 0 },
    { "headline", FORM_TEXT, FIELD_TITLE, 1 },
    { "text", FORM_TEXT, FIELD_TEXT, 0 },
    { "content", FORM_CUT_TEXT, FIELD_TEXT, 1 },
    { "body", FORM_TEXT, FIELD_TEXT, 2 },
    { "contenttext", FORM_TEXT, FIELD_TEXT, 3 },
    { "contenthtml", FORM_TEXT, FIELD_HTML, 0 },
    { "description", FORM_TEXT, FIELD_TEXT, 4 },
    { "summary", FORM_TEXT, FIELD_TEXT, 5 },
    { "author", FORM_NAME, FIELD_OUTLET, 1 },
    { "source", FORM_SOURCE, FIELD_OUTLET, 2 },
    { "outlet", FORM_NAME, FIELD_OUTLET, 3 },
    { "publisher", FORM_NAME, FIELD_OUTLET, 4 },
    { "articles", FORM_LIST, N_FIELDS, 0 },
    { "posts", FORM_LIST, N_FIELDS, 0 },
    { "items", FORM_LIST, N_FIELDS, 0 },
};

static const meaning *meaning_of(suitor_sv key)
{
    char plain[LONGEST_KEY];
    size_t len = 0;

    for (size_t i = 0; i < key.len; i++) {
        if (key.ptr[i] == '_' || key.ptr[i] == '-')
            continue;
        if (len == LONGEST_KEY)
            return NULL;
        plain[len++] = to_lower(key.ptr[i]);
    }
    for (size_t i = 0; i < sizeof meanings / sizeof *meanings; i++)
        if (strlen(meanings[i].key) == len && memcmp(meanings[i].key, plain, len) == 0)
            return &meanings[i];
    return NULL;
}

/* NewsAPI cuts a text off at 200 characters and says so: "… [+1234 chars]". */
static suitor_sv without_cut_mark(suitor_sv text)
{
    suitor_sv rest = view_trim(text);
    size_t open = rest.len;

    if (!view_ends(rest, " chars]"))
        return text;
    while (open > 0 && rest.ptr[open - 1] != '[')
        open--;
    if (open == 0 || rest.ptr[open] != '+')
        return text;
    for (size_t i = open + 1; i < rest.len - strlen(" chars]"); i++)
        if (!is_digit(rest.ptr[i]))
            return text;
    return view_trim(suitor_sv_make(text.ptr, (size_t)(rest.ptr - text.ptr) + open - 1));
}

static bool form_takes(value_form form, char kind)
{
    if (kind == '0')
        return form == FORM_ID || form == FORM_DATE;
    return kind == '"' && form != FORM_LIST;
}

static void read_value(json_scan *s, const meaning *m, draft *d, json_scan *list)
{
    char kind = json_scan_kind(s);
    suitor_sv value;

    if (m->form == FORM_LIST && kind == '[') {
        *list = *s;
        json_scan_skip(s);
    } else if (m->form == FORM_NAME || m->form == FORM_SOURCE) {
        bool is_object = m->form == FORM_SOURCE && kind == '{';
        if (json_scan_name(s, &value))
            draft_offer(d, m->field, is_object ? RANK_SOURCE_OBJECT : m->rank, value);
    } else if (!form_takes(m->form, kind)) {
        json_scan_skip(s);
    } else if (kind == '"' ? json_scan_string(s, &value) : json_scan_number(s, &value)) {
        draft_offer(d, m->field, m->rank,
                    m->form == FORM_CUT_TEXT ? without_cut_mark(value) : value);
    }
}

void json_article_read(json_scan *s, draft *d, json_scan *list)
{
    suitor_sv key;

    *list = (json_scan){ 0 };
    json_scan_open(s, '{');
    while (json_scan_key(s, &key)) {
        const meaning *m = meaning_of(key);
        if (m)
            read_value(s, m, d, list);
        else
            json_scan_skip(s);
    }
}
