/* Chains as a tree of boxes, from left to right. Graphviz lays it out whole. */
#include <stdlib.h>

#include "drawing.h"
#include "escape.h"
#include "fail.h"
#include "render.h"
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

static void set_looks(tree *t, const char *title)
{
    static const style_text_kind kinds[] = { TEXT_TITLE, TEXT_PLAYER, TEXT_EDGE };
    char day[SUITOR_DATE_SIZE], size[DECIMAL_SIZE];
    buf text = { 0 };

    for (int kind = AGRAPH; kind <= AGEDGE; kind++) {
        style_text_kind of = kinds[kind == AGRAPH ? 0 : kind == AGNODE ? 1 : 2];
        agattr(t->graph, kind, (char *)"fontname", (char *)t->style->font);
        agattr(t->graph, kind, (char *)"fontsize", (char *)decimal(size, t->style->text[of].size));
        agattr(t->graph, kind, (char *)"fontcolor", (char *)t->style->text[of].ink);
    }
    set_text(t->graph, "bgcolor", t->style->canvas.background);
    set_map(t->graph, t->style->look[LOOK_CHAINS]);
    escape_plain(&text, suitor_sv_of(title));
    buf_add(&text, ", ");
    buf_add(&text, suitor_day_format(suitor_market_day(t->market), day));
    buf_add(&text, "\\n ");
    finish_text(t, t->graph, "label", &text);
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
            set_looks(&t, options->title);
            draw_chains(&t, chains, n, boxes);
        }
        st = t.failed ? fail(err, SUITOR_ERR_NOMEM, "no memory for a picture of %u chains", n)
                      : render_graph(t.graph, "dot", looks.canvas.dpi, format,
                                     suitor_market_day(market), out, err);
    }
    if (t.graph)
        agclose(t.graph);
    style_clear(&looks);
    free(boxes);
    return st;
}
