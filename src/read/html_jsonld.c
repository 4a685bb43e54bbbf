/* JSON-LD: a walk over all objects and arrays. */
#include "html_jsonld.h"

#include "json_scan.h"
#include "view.h"

typedef struct {
    json_scan s;
    const jsonld_ranks *ranks;
    draft *d;
} jsonld;

/* Behind the ranks of articles however deep these are nested. */
enum { NO_ARTICLE = 200 };

/* What an object says of itself. */
typedef struct {
    suitor_sv published;
    bool is_article;
} thing;

static void read_value(jsonld *l);

/* "NewsArticle", "BlogPosting", "LiveBlogPosting" and their kin. */
static bool names_article(suitor_sv type)
{
    return view_ends(type, "article") || view_ends(type, "posting");
}

static void read_type(jsonld *l, char kind, thing *t)
{
    suitor_sv type;

    if (kind == '"') {
        t->is_article |= json_scan_string(&l->s, &type) && names_article(type);
    } else if (kind == '[') {
        json_scan_open(&l->s, '[');
        while (json_scan_item(&l->s)) {
            if (json_scan_kind(&l->s) != '"')
                json_scan_skip(&l->s);
            else
                t->is_article |= json_scan_string(&l->s, &type) && names_article(type);
        }
    } else {
        json_scan_skip(&l->s);
    }
}

static void read_member(jsonld *l, suitor_sv key, thing *t)
{
    char kind = json_scan_kind(&l->s);
    unsigned depth = l->s.depth;
    suitor_sv value;

    if (view_is(key, "@type")) {
        read_type(l, kind, t);
    } else if (view_is(key, "datepublished") && kind == '"') {
        if (json_scan_string(&l->s, &value))
            t->published = value;
    } else if (view_is(key, "publisher")) {
        if (json_scan_name(&l->s, &value))
            draft_offer(l->d, FIELD_OUTLET, l->ranks->outlet + depth, value);
    } else {
        read_value(l);
    }
}

/* Pages, sites and videos beside an article have dates of their own. */
static void read_object(jsonld *l)
{
    thing t = { 0 };
    suitor_sv key;

    json_scan_open(&l->s, '{');
    const unsigned rank = l->ranks->day + l->s.depth;
    while (json_scan_key(&l->s, &key))
        read_member(l, key, &t);
    draft_offer(l->d, FIELD_DAY, t.is_article ? rank : rank + NO_ARTICLE, t.published);
}

static void read_value(jsonld *l)
{
    char kind = json_scan_kind(&l->s);

    if (kind == '{') {
        read_object(l);
    } else if (kind == '[') {
        json_scan_open(&l->s, '[');
        while (json_scan_item(&l->s))
            read_value(l);
    } else {
        json_scan_skip(&l->s);
    }
}

bool jsonld_read(suitor_sv json, const jsonld_ranks *ranks, arena *memory, draft *d)
{
    size_t begin = 0;

    while (begin < json.len && json.ptr[begin] != '{' && json.ptr[begin] != '[')
        begin++;
    jsonld l = { json_scan_begin(view_from(json, begin), memory), ranks, d };
    read_value(&l);
    return !l.s.no_memory;
}
