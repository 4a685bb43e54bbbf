/* Meta tags (Open Graph, Dublin Core, schema.org, what news systems write), JSON-LD, and
 * the elements whose names tell what they hold. */
#include "html_meta.h"

#include "fail.h"
#include "html_jsonld.h"
#include "view.h"

/* Ranks within a field; those of JSON-LD have its depth added. */
enum {
    DAY_TIME_ITEMPROP = 2,
    DAY_JSONLD = 50,
    DAY_TIME = 500,
    DAY_TIME_TEXT,
    DAY_CLASS,
    DAY_LINE,
    LONGEST_DATE = 64, /* bytes of a line that tells a date */
    TITLE_H1_ARTICLE = 2,
    TITLE_H1,
    TITLE_ELEMENT,
    OUTLET_JSONLD = 10,
    OUTLET_HOST = 500,
    URL_CANONICAL = 0
};

static const struct {
    const char *name;
    field field;
    unsigned rank;
} meta_names[] = {
    { "article:published_time", FIELD_DAY, 0 },
    { "og:published_time", FIELD_DAY, 1 },
    { "og:article:published_time", FIELD_DAY, 1 },
    { "datepublished", FIELD_DAY, 2 },
    { "date", FIELD_DAY, 3 },
    { "dc.date", FIELD_DAY, 4 },
    { "dc.date.issued", FIELD_DAY, 4 },
    { "dcterms.date", FIELD_DAY, 4 },
    { "dcterms.created", FIELD_DAY, 4 },
    { "pubdate", FIELD_DAY, 5 },
    { "publishdate", FIELD_DAY, 5 },
    { "publish-date", FIELD_DAY, 5 },
    { "publish_date", FIELD_DAY, 5 },
    { "parsely-pub-date", FIELD_DAY, 5 },
    { "sailthru.date", FIELD_DAY, 5 },
    { "og:title", FIELD_TITLE, 0 },
    { "twitter:title", FIELD_TITLE, 1 },
    { "og:site_name", FIELD_OUTLET, 0 },
    { "og:url", FIELD_URL, 1 },
};

typedef struct {
    arena *memory;
    draft *d;
    buf text;        /* scratch */
    suitor_sv title; /* of <title>, whole */
    bool has_h1;     /* stands before what is looked at */
    bool failed;
} meta;

/* Offer a copy of `value`, white space made single spaces. */
static void offer(meta *m, field f, unsigned rank, suitor_sv value)
{
    buf_reset(&m->text);
    dom_append_collapsed(&m->text, 0, value);
    suitor_sv copy = arena_copy(m->memory, buf_view(&m->text));
    if (!copy.ptr || m->text.failed)
        m->failed = true;
    else
        draft_offer(m->d, f, rank, copy);
}

static void read_meta(meta *m, const xmlNode *element)
{
    static const char *const attributes[] = { "property", "name", "itemprop" };
    suitor_sv content = dom_attribute(element, "content");

    for (size_t a = 0; a < sizeof attributes / sizeof *attributes; a++) {
        suitor_sv name = dom_attribute(element, attributes[a]);
        for (size_t i = 0; name.len && i < sizeof meta_names / sizeof *meta_names; i++)
            if (view_is(name, meta_names[i].name))
                offer(m, meta_names[i].field, meta_names[i].rank, content);
    }
}

static void read_time(meta *m, const xmlNode *element)
{
    bool is_published = view_is(dom_attribute(element, "itemprop"), "datepublished");

    offer(m, FIELD_DAY, is_published ? DAY_TIME_ITEMPROP : DAY_TIME,
          dom_attribute(element, "datetime"));
}

/* Whether a class says that the element tells a date, and not that of a change. */
static bool is_date_class(suitor_sv names)
{
    static const char *const words[] = { "date", "publish", "posted", "time" };
    static const char *const others[] = { "updat", "modif", "comment", "related" };
    bool found = false;

    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        found |= view_find(names, words[i]) < names.len;
    for (size_t i = 0; found && i < sizeof others / sizeof *others; i++)
        found = view_find(names, others[i]) == names.len;
    return found;
}

/* The text of an element that holds nothing else, if it is short enough for a date. */
static suitor_sv short_text(const xmlNode *element)
{
    const xmlNode *only = element->children;

    if (!only || only->next || only->type != XML_TEXT_NODE)
        return suitor_sv_make(NULL, 0);
    suitor_sv text = view_trim(suitor_sv_of((const char *)only->content));
    return text.len <= LONGEST_DATE ? text : suitor_sv_make(NULL, 0);
}

/* Dates that only the reader of the page is told: "Published: 3 March 2026" in an element of a
 * class like that, or a line behind the heading. "3 hours ago" is none. */
static void read_shown_date(meta *m, const xmlNode *element)
{
    suitor_sv text = short_text(element);

    if (text.len == 0)
        return;
    if (dom_is(element, "time"))
        offer(m, FIELD_DAY, DAY_TIME_TEXT, text);
    else if (is_date_class(dom_attribute(element, "class")))
        offer(m, FIELD_DAY, DAY_CLASS, text);
    else if (m->has_h1 && !dom_is(element, "a"))
        offer(m, FIELD_DAY, DAY_LINE, text);
}

static bool is_in_article(const xmlNode *node)
{
    for (; node; node = node->parent)
        if (dom_is(node, "article") || dom_is(node, "main"))
            return true;
    return false;
}

/* All text of `element`, in the arena. */
static suitor_sv text_of(meta *m, const xmlNode *element)
{
    buf_reset(&m->text);
    dom_append_text(element, &m->text);
    suitor_sv copy = arena_copy(m->memory, buf_view(&m->text));
    m->failed |= m->text.failed || !copy.ptr;
    return view_trim(copy);
}

static void read_jsonld(meta *m, const xmlNode *script)
{
    const jsonld_ranks ranks = { DAY_JSONLD, OUTLET_JSONLD };

    for (const xmlNode *n = script->children; n; n = n->next)
        if (n->type == XML_TEXT_NODE || n->type == XML_CDATA_SECTION_NODE)
            m->failed |=
                !jsonld_read(suitor_sv_of((const char *)n->content), &ranks, m->memory, m->d);
}

static void read_element(meta *m, const xmlNode *n)
{
    if (view_is(dom_attribute(n, "itemprop"), "datepublished") && !dom_is(n, "meta"))
        offer(m, FIELD_DAY, DAY_TIME_ITEMPROP, dom_attribute(n, "content"));
    read_shown_date(m, n);
    m->has_h1 |= dom_is(n, "h1");
    if (dom_is(n, "meta"))
        read_meta(m, n);
    else if (dom_is(n, "link") && view_is(dom_attribute(n, "rel"), "canonical"))
        offer(m, FIELD_URL, URL_CANONICAL, dom_attribute(n, "href"));
    else if (dom_is(n, "title") && m->title.len == 0)
        m->title = text_of(m, n);
    else if (dom_is(n, "h1"))
        draft_offer(m->d, FIELD_TITLE, is_in_article(n) ? TITLE_H1_ARTICLE : TITLE_H1,
                    text_of(m, n));
    else if (dom_is(n, "time"))
        read_time(m, n);
    else if (dom_is(n, "script") && view_is(dom_attribute(n, "type"), "application/ld+json"))
        read_jsonld(m, n);
}

/* Host of a URL without "www.". */
static suitor_sv host_of(suitor_sv url)
{
    suitor_sv host = view_from(url, view_find(url, "://"));
    size_t len = 0;

    if (host.len == 0)
        return host;
    host = view_from(host, 3);
    if (view_begins(host, "www."))
        host = view_from(host, 4);
    while (len < host.len && !memchr("/?#:", host.ptr[len], 4))
        len++;
    return suitor_sv_make(host.ptr, len);
}

/* Cut the site's name off a title: what follows the last " | ", " - ", " – " or " — ",
 * if it is the outlet's name or shorter than what stands before. */
static suitor_sv without_site(suitor_sv title, suitor_sv outlet)
{
    static const char *const signs[] = { " | ", " - ", " \xE2\x80\x93 ", " \xE2\x80\x94 " };
    suitor_sv head = title, tail = { NULL, 0 };

    for (size_t s = 0; s < sizeof signs / sizeof *signs; s++)
        for (size_t at = title.len; at > 0 && !tail.len; at--)
            if (view_begins(view_from(title, at - 1), signs[s])) {
                head = suitor_sv_make(title.ptr, at - 1);
                tail = view_from(title, at - 1 + strlen(signs[s]));
            }
    if (tail.len == 0 || head.len == 0)
        return title;
    return suitor_sv_equal(tail, outlet) || tail.len < head.len ? head : title;
}

suitor_status meta_read(xmlNode *page, arena *memory, draft *d, suitor_error *err)
{
    meta m = { .memory = memory, .d = d };

    for (xmlNode *n = page; n && !m.failed; n = dom_next(page, n))
        if (n->type == XML_ELEMENT_NODE)
            read_element(&m, n);
    buf_free(&m.text);
    if (m.failed)
        return fail(err, SUITOR_ERR_NOMEM, "no memory for what the page says of itself");
    draft_offer(d, FIELD_OUTLET, OUTLET_HOST, host_of(d->value[FIELD_URL]));
    draft_offer(d, FIELD_TITLE, TITLE_ELEMENT, without_site(m.title, d->value[FIELD_OUTLET]));
    return SUITOR_OK;
}
