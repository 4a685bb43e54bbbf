/* Items one by one by libxml2's reader, so that a long feed is no large tree. Nothing is fetched,
 * and no entity of the feed's own is put in. */
#include "feed_read.h"

#include <libxml/xmlreader.h>

#include "fail.h"
#include "feed_mend.h"
#include "html_dom.h"
#include "html_read.h"
#include "view.h"

enum { RANK_FEED = HTML_RANK_TOLD }; /* behind what an item says */

/* What an element of an item tells. */
typedef struct {
    const char *name; /* without its prefix, which people vary */
    field field;
    unsigned rank;
} meaning;

static const meaning meanings[] = {
    { "guid", FIELD_ID, 0 },          { "id", FIELD_ID, 0 },        { "link", FIELD_URL, 0 },
    { "origLink", FIELD_URL, 1 },     { "pubDate", FIELD_DAY, 0 },  { "published", FIELD_DAY, 1 },
    { "date", FIELD_DAY, 2 },         { "updated", FIELD_DAY, 3 },  { "title", FIELD_TITLE, 0 },
    { "source", FIELD_OUTLET, 0 },    { "encoded", FIELD_TEXT, 0 }, { "content", FIELD_TEXT, 1 },
    { "description", FIELD_TEXT, 2 }, { "summary", FIELD_TEXT, 3 },
};

typedef struct {
    reader *r;
    buf outlet; /* the feed's title */
    size_t n;   /* items so far */
    suitor_status st;
} feed;

static const meaning *meaning_of(const xmlNode *element)
{
    /* media:content, media:title and their like are of pictures */
    if (element->ns && element->ns->prefix &&
        strcmp((const char *)element->ns->prefix, "media") == 0)
        return NULL;
    for (size_t i = 0; i < sizeof meanings / sizeof *meanings; i++)
        if (strcmp((const char *)element->name, meanings[i].name) == 0)
            return &meanings[i];
    return NULL;
}

/* The text of an element; of XHTML in Atom, its markup. */
static void append_value(xmlNode *element, buf *out)
{
    xmlBuffer *markup = NULL;
    xmlChar *text;

    if (view_is(dom_attribute(element, "type"), "xhtml") && (markup = xmlBufferCreate())) {
        for (xmlNode *child = element->children; child; child = child->next)
            xmlNodeDump(markup, element->doc, child, 0, 0);
        buf_add(out, (const char *)xmlBufferContent(markup));
        xmlBufferFree(markup);
        return;
    }
    text = xmlNodeGetContent(element);
    if (text)
        reader_append_mended(out, suitor_sv_of((const char *)text)); /* CDATA goes unchecked */
    xmlFree(text);
}

/* Titles are HTML in disguise, too: "&amp;quot;". What they hold is taken as text. */
static suitor_status offer(feed *f, xmlNode *element, const meaning *m, draft *d)
{
    suitor_sv link = dom_attribute(element, "href"), rel = dom_attribute(element, "rel"), value;
    buf text = { 0 };

    if (m->field == FIELD_URL && link.len) {
        if (rel.len == 0 || view_is(rel, "alternate"))
            buf_append(&text, link);
    } else {
        append_value(element, &text);
    }
    value = arena_copy(&f->r->memory, buf_view(&text));
    bool failed = text.failed || (text.len && !value.ptr);
    buf_free(&text);
    if (failed)
        return reader_no_memory(f->r);
    draft_offer(d, m->field, m->rank, value);
    return SUITOR_OK;
}

static suitor_status read_item(feed *f, xmlNode *item)
{
    html_told told = { .is_part = true, .line = ++f->n, .place = f->n };
    suitor_status st = SUITOR_OK;
    draft d = { 0 };

    for (xmlNode *child = item->children; child && st == SUITOR_OK; child = child->next) {
        const meaning *m = child->type == XML_ELEMENT_NODE ? meaning_of(child) : NULL;
        if (m)
            st = offer(f, child, m, &d);
    }
    draft_offer(&d, FIELD_OUTLET, RANK_FEED, buf_view(&f->outlet));
    /* the text is HTML: what it reads as comes in its place */
    suitor_sv html = d.value[FIELD_TEXT];
    d.value[FIELD_TEXT] = (suitor_sv){ 0 };
    d.rank[FIELD_TEXT] = 0;
    told.draft = d;
    if (st != SUITOR_OK)
        return st;
    if (html.len)
        return html_read(f->r, html, &told);
    d.value[FIELD_TEXT] = d.value[FIELD_TITLE]; /* a headline is all that many feeds give */
    html_offer_file_days(f->r, &d);
    return reader_emit(f->r, &d, f->n, f->n);
}

static bool is_item(const xmlChar *name)
{
    return strcmp((const char *)name, "item") == 0 || strcmp((const char *)name, "entry") == 0;
}

/* The title of the feed itself: the first one, which stands before all items. */
static void read_title(feed *f, xmlTextReader *xml)
{
    xmlChar *text = xmlTextReaderReadString(xml);
    buf title = { 0 };

    reader_append_mended(&title, suitor_sv_of((const char *)text));
    if (f->outlet.len == 0)
        dom_append_collapsed(&f->outlet, 0, buf_view(&title));
    buf_free(&title);
    xmlFree(text);
}

/* One step through the feed; false at its end, or where something is wrong. */
static bool step(feed *f, xmlTextReader *xml, int *told)
{
    const xmlChar *name = xmlTextReaderConstLocalName(xml);
    bool begins = xmlTextReaderNodeType(xml) == XML_READER_TYPE_ELEMENT;

    if (begins && is_item(name)) {
        xmlNode *item = xmlTextReaderExpand(xml);
        if (!item) {
            *told = -1;
            return false;
        }
        f->st = read_item(f, item);
        *told = xmlTextReaderNext(xml);
    } else {
        if (begins && f->n == 0 && strcmp((const char *)name, "title") == 0)
            read_title(f, xml);
        *told = xmlTextReaderRead(xml);
    }
    return *told == 1 && f->st == SUITOR_OK && !reader_stopped(f->r);
}

static void say_nothing(void *user, const char *message, xmlParserSeverities severity,
                        xmlTextReaderLocatorPtr place)
{
    (void)user;
    (void)message;
    (void)severity;
    (void)place;
}

static suitor_status read_items(reader *r, suitor_sv bytes)
{
    feed f = { .r = r };
    xmlTextReader *xml =
        bytes.len > INT32_MAX
            ? NULL
            : xmlReaderForMemory(bytes.ptr, (int)bytes.len, NULL, NULL,
                                 XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
    int told;

    if (!xml)
        return reader_skip(r, 0, SUITOR_ERR_LIMIT, "%zu bytes are too many for a feed", bytes.len);
    xmlTextReaderSetErrorHandler(xml, say_nothing, NULL);
    told = xmlTextReaderRead(xml);
    while (told == 1 && step(&f, xml, &told)) {
    }
    if (f.st == SUITOR_OK && told < 0)
        f.st =
            reader_skip(r, (size_t)xmlTextReaderGetParserLineNumber(xml), SUITOR_ERR_PARSE,
                        "is no well-formed XML from there on; %zu items before it were read", f.n);
    else if (f.st == SUITOR_OK && f.n == 0 && !reader_stopped(r))
        f.st = reader_skip(r, 0, SUITOR_ERR_PARSE, "holds no item");
    xmlFreeTextReader(xml);
    buf_free(&f.outlet);
    return f.st;
}

suitor_status feed_read(reader *r, suitor_sv bytes)
{
    suitor_error problem;
    buf mended = { 0 };
    suitor_status st = feed_mend(bytes, &mended, &bytes, &problem);

    st = st == SUITOR_OK ? read_items(r, bytes) : reader_pass(r, 0, &problem);
    buf_free(&mended);
    return st;
}
