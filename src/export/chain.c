/* Chains as a tree of boxes, from left to right. Graphviz lays it out whole. */
#include <stdlib.h>

#include "drawing.h"
#include "escape.h"
#include "fail.h"
#include "render.h"
#include "sources.h"
#include "suitor/chain.h"

typedef struct {
    const suitor_market *market;
    const style *style;
    Agraph_t *graph;
    uint32_t n_boxes;
    bool failed; /* no memory for a text */
} tree;

static suitor_sv name_of(const tree *t, uint32_t entity)
{
    if (entity == SUITOR_NO_INDEX || entity == SUITOR_ELSEWHERE)
        return suitor_sv_of("his club");
    return suitor_market_ledger(t->market)->entities[entity].name;
}

static void finish_text(tree *t, void *object, const char *key, buf *text)
{
    t->failed = t->failed || text->failed || !text->ptr;
    if (!text->failed && text->ptr)
        set_text(object, key, text->ptr);
    buf_free(text);
}

/* "Cristian Romero\nstays at Tottenham\n97% (81% by itself)". */
static void label_box(tree *t, Agnode_t *box, const suitor_step *s)
{
    buf text = { 0 };

    escape_plain(&text, name_of(t, s->player));
    buf_add(&text, "\\n");
    if (s->to == SUITOR_NO_INDEX) {
        buf_add(&text, "stays at ");
        escape_plain(&text, name_of(t, s->from));
    } else if (s->to == SUITOR_ELSEWHERE) {
        buf_add(&text, "leaves ");
        escape_plain(&text, name_of(t, s->from));
    } else {
        if (s->from != SUITOR_NO_INDEX)
            escape_plain(&text, name_of(t, s->from));
        buf_add(&text, s->from != SUITOR_NO_INDEX ? " to " : "to ");
        escape_plain(&text, name_of(t, s->to));
    }
    buf_add(&text, "\\n");
    put_percent(&text, s->probability);
    if (s->mechanism != SUITOR_N_MECHANISMS) {
        buf_add(&text, " (");
        put_percent(&text, s->before);
        buf_add(&text, " by itself)");
    }
    finish_text(t, box, "label", &text);
}

static Agnode_t *add_box(tree *t, const suitor_step *s)
{
    char name[24];

    snprintf(name, sizeof name, "step%u", ++t->n_boxes);
    Agnode_t *box = agnode(t->graph, name, 1);
    if (!box) {
        t->failed = true;
        return NULL;
    }
    set_map(box, t->style->look[LOOK_STEP]);
    if (s->mechanism == SUITOR_N_MECHANISMS)
        set_map(box, t->style->look[LOOK_FIRST_STEP]);
    if (s->to == SUITOR_NO_INDEX)
        set_map(box, t->style->look[LOOK_STAYS]);
    label_box(t, box, s);
    return box;
}

static void add_line(tree *t, Agnode_t *from, Agnode_t *to, const suitor_step *s)
{
    Agedge_t *line = from && to ? agedge(t->graph, from, to, NULL, 1) : NULL;

    if (!line) {
        t->failed = true;
        return;
    }
    set_map(line, t->style->look[s->to == SUITOR_NO_INDEX ? LOOK_COOLS : LOOK_HEATS]);
    buf text = { 0 };
    buf_add(&text, suitor_mechanism_name(s->mechanism));
    buf_add(&text, "\\n "); /* the line passes below the words */
    finish_text(t, line, "label", &text);
}

static bool same_step(const suitor_step *a, const suitor_step *b)
{
    return a->player == b->player && a->to == b->to;
}

/* Of the chains before `i`, one that begins with the same `depth` + 1 steps; n for none. */
static uint32_t find_alike(const suitor_chain *chains, uint32_t i, uint32_t n, uint32_t depth)
{
    for (uint32_t k = 0; k < i; k++) {
        uint32_t s = 0;
        while (s <= depth && chains[k].n_steps > s &&
               same_step(&chains[k].steps[s], &chains[i].steps[s]))
            s++;
        if (s == depth + 1)
            return k;
    }
    return n;
}

/* boxes[i * SUITOR_CHAIN_STEPS + s] is the box of step s of chain i. */
static void draw_chains(tree *t, const suitor_chain *chains, uint32_t n, Agnode_t **boxes)
{
    for (uint32_t i = 0; i < n; i++) {
        Agnode_t **own = boxes + (size_t)i * SUITOR_CHAIN_STEPS;
        for (uint32_t s = 0; s < chains[i].n_steps; s++) {
            uint32_t k = find_alike(chains, i, n, s);
            own[s] =
                k < n ? boxes[(size_t)k * SUITOR_CHAIN_STEPS + s] : add_box(t, &chains[i].steps[s]);
            if (k == n && s)
                add_line(t, own[s - 1], own[s], &chains[i].steps[s]);
        }
    }
}

/* Articles and origins behind the interests that the steps are of. */
static suitor_status put_sources(const tree *t, const suitor_chain *chains, uint32_t n, buf *out,
                                 suitor_error *err)
{
    uint32_t count, articles, origins;
    const suitor_edge *edges = suitor_market_edges(t->market, &count);
    bool *basis = calloc((size_t)count + 1, sizeof *basis);
    suitor_status st;

    if (!basis)
        return fail(err, SUITOR_ERR_NOMEM, "no memory to count the sources of the picture");
    for (uint32_t i = 0; i < n; i++)
        for (uint32_t s = 0; s < chains[i].n_steps; s++) {
            const suitor_step *step = &chains[i].steps[s];
            const suitor_edge key = { .player = step->player, .club = step->to };
            const suitor_edge *edge =
                count ? bsearch(&key, edges, count, sizeof *edges, scene_by_pair) : NULL;
            if (edge)
                basis[edge - edges] = true;
        }
    st = sources_count(t->market, basis, &articles, &origins, err);
    put_source(out, articles, origins);
    free(basis);
    return st;
}

/* One line of the caption, in the style's size and ink. */
static void put_row(buf *out, const style_text *text, bool bold, suitor_sv words)
{
    buf_add(out, "<TR><TD ALIGN=\"LEFT\"><FONT POINT-SIZE=\"");
    put_decimal(out, text->size);
    buf_printf(out, "\" COLOR=\"%s\">%s", text->ink, bold ? "<B>" : "");
    escape_html(out, words);
    buf_add(out, bold ? "</B></FONT></TD></TR>" : "</FONT></TD></TR>");
}

/* Title, day and source, and in words what boxes and lines mean. */
static suitor_status write_caption(tree *t, const char *title, const suitor_chain *chains,
                                   uint32_t n, suitor_error *err)
{
    static const char legend[] =
        "thick box: a move to begin with \xC2\xB7 solid line: makes the next move likelier "
        "\xC2\xB7 dashed: makes it likelier that he stays";
    buf html = { 0 }, day = { 0 }, source = { 0 };
    suitor_status st = put_sources(t, chains, n, &source, err);

    put_date(&day, suitor_market_day(t->market), false);
    buf_printf(&day, " \xC2\xB7 %u %s", n, n == 1 ? "chain" : "likeliest chains");
    buf_add(&html, "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"1\">");
    put_row(&html, &t->style->text[TEXT_TITLE], true, suitor_sv_of(title));
    put_row(&html, &t->style->text[TEXT_SUBTITLE], false, buf_view(&day));
    put_row(&html, &t->style->text[TEXT_LEGEND], false, suitor_sv_of(legend));
    put_row(&html, &t->style->text[TEXT_SOURCE], false, buf_view(&source));
    buf_add(&html, "<TR><TD HEIGHT=\"12\"></TD></TR></TABLE>");
    t->failed = t->failed || html.failed || day.failed || source.failed;
    if (!t->failed) {
        char *shared = agstrdup_html(t->graph, html.ptr);
        set_text(t->graph, "label", shared);
        agstrfree(t->graph, shared);
    }
    set_text(t->graph, "labeljust", "l");
    buf_free(&html);
    buf_free(&day);
    buf_free(&source);
    return st;
}

static void set_looks(tree *t)
{
    static const style_text_kind kinds[] = { TEXT_TITLE, TEXT_PLAYER, TEXT_EDGE };
    char size[DECIMAL_SIZE];

    for (int kind = AGRAPH; kind <= AGEDGE; kind++) {
        style_text_kind of = kinds[kind == AGRAPH ? 0 : kind == AGNODE ? 1 : 2];
        agattr(t->graph, kind, (char *)"fontname", (char *)t->style->font);
        agattr(t->graph, kind, (char *)"fontsize", (char *)decimal(size, t->style->text[of].size));
        agattr(t->graph, kind, (char *)"fontcolor", (char *)t->style->text[of].ink);
    }
    set_text(t->graph, "bgcolor", t->style->canvas.background);
    set_map(t->graph, t->style->look[LOOK_CHAINS]);
}

suitor_status suitor_export_chains(const suitor_market *market, const suitor_chain *chains,
                                   uint32_t n, suitor_format format,
                                   const suitor_export_options *options, FILE *out,
                                   suitor_error *err)
{
    Agnode_t **boxes = calloc((size_t)n * SUITOR_CHAIN_STEPS + 1, sizeof(Agnode_t *));
    style looks = { 0 };
    tree t = { .market = market, .style = &looks };
    suitor_status st = n ? style_load(options->style, options->theme, &looks, err)
                         : fail(err, SUITOR_ERR_INVALID, "there is no chain to draw");

    if (st == SUITOR_OK) {
        t.graph = agopen((char *)"chains", Agstrictdirected, NULL);
        t.failed = !t.graph || !boxes;
        if (!t.failed) {
            set_looks(&t);
            st = write_caption(&t, options->title, chains, n, err);
            draw_chains(&t, chains, n, boxes);
        }
        if (t.failed)
            st = fail(err, SUITOR_ERR_NOMEM, "no memory for a picture of %u chains", n);
        if (st == SUITOR_OK)
            st = render_graph(t.graph, "dot", looks.canvas.dpi, format, suitor_market_day(market),
                              out, err);
    }
    if (t.graph)
        agclose(t.graph);
    style_clear(&looks);
    free(boxes);
    return st;
}
