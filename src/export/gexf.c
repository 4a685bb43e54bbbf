/* GEXF 1.2draft, which Gephi and networkx read, dynamic: interests with the days they were there
 * and their weights by day, those that are over as well; whose player is whose since it was first
 * told. */
#include <errno.h>
#include <libxml/xmlwriter.h>

#include "dataset.h"
#include "fail.h"
#include "suitor/date.h"

enum { DECIMALS = 32 };

typedef struct {
    xmlTextWriterPtr xml;
    const dataset *d;
    bool failed;
} writer;

static void check(writer *w, int written) { w->failed |= written < 0; }

static void begin(writer *w, const char *name)
{
    check(w, xmlTextWriterStartElement(w->xml, BAD_CAST name));
}

static void end(writer *w) { check(w, xmlTextWriterEndElement(w->xml)); }

static void attribute(writer *w, const char *name, const char *value)
{
    check(w, xmlTextWriterWriteAttribute(w->xml, BAD_CAST name, BAD_CAST value));
}

/* Names are views: they are copied to be ended. */
static void view(writer *w, const char *name, suitor_sv value)
{
    check(w,
          xmlTextWriterWriteFormatAttribute(w->xml, BAD_CAST name, "%.*s", SUITOR_SV_ARG(value)));
}

static void day(writer *w, const char *name, int32_t value)
{
    char text[SUITOR_DATE_SIZE];

    if (value != SUITOR_NO_DAY)
        attribute(w, name, suitor_day_format(value, text));
}

static const char *number_text(double value, char room[DECIMALS])
{
    snprintf(room, DECIMALS, "%.6g", value);
    return room;
}

static void declare(writer *w, const char *name, const char *type)
{
    begin(w, "attribute");
    attribute(w, "id", name);
    attribute(w, "title", name);
    attribute(w, "type", type);
    end(w);
}

static void declare_all(writer *w)
{
    static const char *const texts[] = { "kind", "position", "club", "league" };
    static const char *const edge_texts[] = {
        "kind", "relation", "stage", "club", "first", "last"
    };

    begin(w, "attributes");
    attribute(w, "class", "node");
    attribute(w, "mode", "static");
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        declare(w, texts[i], "string");
    declare(w, "age", "integer");
    declare(w, "cluster", "integer");
    declare(w, "heat", "double");
    end(w);
    begin(w, "attributes");
    attribute(w, "class", "edge");
    attribute(w, "mode", "static");
    for (size_t i = 0; i < sizeof edge_texts / sizeof *edge_texts; i++)
        declare(w, edge_texts[i], "string");
    declare(w, "origins", "integer");
    declare(w, "articles", "integer");
    declare(w, "live", "boolean");
    end(w);
    begin(w, "attributes");
    attribute(w, "class", "edge");
    attribute(w, "mode", "dynamic");
    declare(w, "weight", "double");
    end(w);
}

static void value_view(writer *w, const char *name, suitor_sv value)
{
    if (value.len == 0)
        return;
    begin(w, "attvalue");
    attribute(w, "for", name);
    view(w, "value", value);
    end(w);
}

static void value_text(writer *w, const char *name, const char *value)
{
    value_view(w, name, suitor_sv_of(value));
}

static void value_count(writer *w, const char *name, uint32_t value)
{
    char room[DECIMALS];

    snprintf(room, sizeof room, "%u", value);
    value_text(w, name, room);
}

static void value_day(writer *w, const char *name, int32_t value)
{
    char text[SUITOR_DATE_SIZE];

    value_text(w, name, value == SUITOR_NO_DAY ? "" : suitor_day_format(value, text));
}

static void write_node(writer *w, const data_node *node)
{
    char room[DECIMALS];

    begin(w, "node");
    attribute(w, "id", node->id);
    view(w, "label", w->d->names[node->entity]);
    day(w, "start", node->first);
    begin(w, "attvalues");
    value_text(w, "kind", suitor_kind_name(node->told->kind));
    if (node->told->kind == SUITOR_KIND_PLAYER)
        value_text(w, "position", suitor_position_name(node->told->position));
    if (node->told->kind == SUITOR_KIND_PLAYER && node->told->age >= 0)
        value_count(w, "age", (uint32_t)node->told->age);
    if (node->club != SUITOR_NO_INDEX)
        value_view(w, "club", w->d->names[node->club]);
    value_view(w, "league", node->league);
    if (node->cluster != SUITOR_NO_INDEX)
        value_count(w, "cluster", node->cluster);
    value_text(w, "heat", number_text(node->heat, room));
    end(w);
    end(w);
}

static void begin_edge(writer *w, uint32_t id, const data_node *from, const data_node *to)
{
    char room[DECIMALS];

    snprintf(room, sizeof room, "%u", id);
    begin(w, "edge");
    attribute(w, "id", room);
    attribute(w, "source", from->id);
    attribute(w, "target", to->id);
}

/* Each step of the weight lasts until the next, or its spell ends. */
static void write_weights(writer *w, const history_interest *interest)
{
    const history *h = &w->d->past;
    uint32_t spell = interest->spells.first;
    char room[DECIMALS];

    for (uint32_t i = 0; i < interest->points.count; i++) {
        const history_point *p = &h->points[interest->points.first + i];
        while (h->spells[spell].last < p->day)
            spell++;
        int32_t until = h->spells[spell].last;
        if (i + 1 < interest->points.count && p[1].day <= until)
            until = p[1].day - 1;
        begin(w, "attvalue");
        attribute(w, "for", "weight");
        attribute(w, "value", number_text(p->weight, room));
        day(w, "start", p->day);
        day(w, "end", until);
        end(w);
    }
}

static void write_spells(writer *w, const history_interest *interest)
{
    begin(w, "spells");
    for (uint32_t i = 0; i < interest->spells.count; i++) {
        begin(w, "spell");
        day(w, "start", w->d->past.spells[interest->spells.first + i].first);
        day(w, "end", w->d->past.spells[interest->spells.first + i].last);
        end(w);
    }
    end(w);
}

static void value_reports(writer *w, int32_t first, int32_t last, uint32_t n_origins,
                          uint32_t n_articles)
{
    value_day(w, "first", first);
    value_day(w, "last", last);
    value_count(w, "origins", n_origins);
    value_count(w, "articles", n_articles);
}

/* An interest that is there, or was: the former has `edge`. */
static void write_interest(writer *w, uint32_t id, const history_interest *past,
                           const data_edge *edge)
{
    const dataset *d = w->d;
    char room[DECIMALS];

    begin_edge(w, id, &d->nodes[d->node_of[past->player]], &d->nodes[d->node_of[past->club]]);
    attribute(w, "weight", number_text(edge ? edge->edge->weight : 0, room));
    begin(w, "attvalues");
    value_text(w, "kind", data_kind_name(DATA_INTEREST));
    if (edge) {
        value_text(w, "relation", suitor_relation_name(edge->edge->relation));
        value_text(w, "stage", suitor_stage_name(edge->edge->stage));
        value_reports(w, edge->first, edge->last, edge->n_origins, edge->n_articles);
    } else {
        value_reports(w, past->first, past->last, past->n_origins, past->n_articles);
    }
    value_text(w, "live", edge ? "true" : "false");
    write_weights(w, past);
    end(w);
    write_spells(w, past);
    end(w);
}

/* An edge without a history: no interest, or one whose days nobody has told. */
static void write_plain(writer *w, uint32_t id, const data_edge *edge)
{
    char room[DECIMALS];

    begin_edge(w, id, &w->d->nodes[edge->from], &w->d->nodes[edge->to]);
    if (edge->edge)
        attribute(w, "weight", number_text(edge->edge->weight, room));
    day(w, "start", edge->first);
    begin(w, "attvalues");
    value_text(w, "kind", data_kind_name(edge->kind));
    if (edge->edge) {
        value_text(w, "relation", suitor_relation_name(edge->edge->relation));
        value_text(w, "stage", suitor_stage_name(edge->edge->stage));
    }
    if (edge->club != SUITOR_NO_INDEX)
        value_view(w, "club", w->d->names[edge->club]);
    value_reports(w, edge->first, edge->last, edge->n_origins, edge->n_articles);
    value_text(w, "live", "true");
    end(w);
    end(w);
}

/* Whether the interest `past` comes before that of `edge` in the order of both. */
static int order(const dataset *d, const history_interest *past, const data_edge *edge)
{
    uint32_t player = d->nodes[edge->from].entity, club = d->nodes[edge->to].entity;

    if (past->player != player)
        return past->player < player ? -1 : 1;
    return (past->club > club) - (past->club < club);
}

static void write_edges(writer *w)
{
    const dataset *d = w->d;
    uint32_t past = 0, id = 0;

    begin(w, "edges");
    for (uint32_t i = 0; i < d->n_interests; i++) {
        while (past < d->past.n_interests && order(d, &d->past.interests[past], &d->edges[i]) < 0)
            write_interest(w, id++, &d->past.interests[past++], NULL);
        if (past < d->past.n_interests && order(d, &d->past.interests[past], &d->edges[i]) == 0)
            write_interest(w, id++, &d->past.interests[past++], &d->edges[i]);
        else
            write_plain(w, id++, &d->edges[i]);
    }
    while (past < d->past.n_interests)
        write_interest(w, id++, &d->past.interests[past++], NULL);
    for (uint32_t i = d->n_interests; i < d->n_edges; i++)
        write_plain(w, id++, &d->edges[i]);
    end(w);
}

static void write_graph(writer *w)
{
    check(w, xmlTextWriterStartDocument(w->xml, "1.0", "UTF-8", NULL));
    begin(w, "gexf");
    attribute(w, "xmlns", "http://www.gexf.net/1.2draft");
    attribute(w, "version", "1.2");
    begin(w, "meta");
    day(w, "lastmodifieddate", suitor_market_day(w->d->market));
    check(w, xmlTextWriterWriteElement(w->xml, BAD_CAST "creator", BAD_CAST "suitor"));
    end(w);
    begin(w, "graph");
    attribute(w, "mode", "dynamic");
    attribute(w, "timeformat", "date");
    attribute(w, "defaultedgetype", "undirected");
    day(w, "end", suitor_market_day(w->d->market));
    declare_all(w);
    begin(w, "nodes");
    for (uint32_t i = 0; i < w->d->n_nodes; i++)
        write_node(w, &w->d->nodes[i]);
    end(w);
    write_edges(w);
    check(w, xmlTextWriterEndDocument(w->xml));
}

suitor_status write_gexf(const dataset *d, FILE *out, suitor_error *err)
{
    xmlOutputBufferPtr buffer = xmlOutputBufferCreateFile(out, NULL);
    writer w = { .xml = buffer ? xmlNewTextWriter(buffer) : NULL, .d = d };

    if (!w.xml) {
        if (buffer)
            xmlOutputBufferClose(buffer);
        return fail(err, SUITOR_ERR_NOMEM, "no memory to write the graph");
    }
    xmlTextWriterSetIndent(w.xml, 1);
    xmlTextWriterSetIndentString(w.xml, BAD_CAST " ");
    write_graph(&w);
    check(&w, xmlTextWriterFlush(w.xml));
    xmlFreeTextWriter(w.xml);
    if (w.failed || fflush(out) != 0 || ferror(out))
        return fail(err, SUITOR_ERR_IO, "the graph could not be written: %s", strerror(errno));
    return SUITOR_OK;
}
