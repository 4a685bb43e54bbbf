/* Title and legend, put around a drawing whose places are known. The samples of
 * the legend are real vertices and edges with the looks of the style, so that the
 * legend cannot say other than what is drawn. */
#include <math.h>

#include "escape.h"
#include "pen.h"

/* Room for an item of `sample` and `word`; a new row where this one is full. */
static double begin_item(pen *p, double sample, suitor_sv word)
{
    double size = pen_text_size(p, TEXT_LEGEND);
    double width = sample + size / 2 + pen_text_width(p, TEXT_LEGEND, word);
    double x = p->x;

    if (x > p->left && x + width > p->right) {
        x = p->left;
        p->y -= 2 * size;
    }
    pen_line(p, x + sample + size / 2, width - sample - size / 2, TEXT_LEGEND, false, word);
    p->x = x + width + size;
    return x;
}

static Agnode_t *add_end(pen *p, double x)
{
    Agnode_t *end = pen_vertex(p, x, p->y, suitor_sv_of("sample"));

    set_text(end, "shape", "point");
    set_text(end, "style", "invis");
    set_text(end, "width", "0.01");
    set_text(end, "height", "0.01");
    return end;
}

static void add_line_item(pen *p, const cJSON *look, double width, suitor_sv word)
{
    double length = 2.6 * pen_text_size(p, TEXT_LEGEND), x = begin_item(p, length, word);
    Agnode_t *tail = add_end(p, x), *head = add_end(p, x + length);
    Agedge_t *edge = tail && head ? agedge(p->d->graph, tail, head, NULL, 1) : NULL;
    buf text = { 0 };

    for (int i = 0; i < 4; i++) { /* a straight line as a Bézier piece */
        put_decimal(&text, x + length * i / 3);
        buf_char(&text, ',');
        put_decimal(&text, p->y);
        buf_char(&text, ' ');
    }
    set_text(edge, "pos", text.ptr);
    set_text(edge, "class", "caption");
    set_map(edge, look);
    if (width > 0)
        set_number(edge, "penwidth", width);
    finish(p->d, &text);
}

static void add_shape_item(pen *p, style_look look, style_cluster colours, suitor_sv word)
{
    double size = pen_text_size(p, TEXT_LEGEND), length = 2.4 * size;
    double x = begin_item(p, length, word);
    Agnode_t *vertex = pen_vertex(p, x + length / 2, p->y, suitor_sv_of("sample"));

    set_text(vertex, "color", colours.rim);
    set_text(vertex, "fillcolor", colours.fill);
    set_map(vertex, p->d->style->look[look == LOOK_FREQUENT_RIVAL ? LOOK_CLUB : look]);
    set_map(vertex, p->d->style->look[look]);
    set_text(vertex, "fixedsize", "true");
    set_number(vertex, "width", length / 72);
    set_number(vertex, "height", 1.3 * size / 72);
}

/* Mean weight of the edges of a stage, so that its sample looks like them; 0 where
 * none is drawn. */
static double mean_weight(const scene *s, suitor_stage stage)
{
    double sum = 0;
    uint32_t n = 0;

    for (uint32_t i = 0; i < s->n_edges; i++)
        if (s->edges[i].stage == stage) {
            sum += s->edges[i].weight;
            n++;
        }
    return n ? sum / n : 0;
}

static void add_weights(pen *p, const char *what)
{
    static const double weights[] = { 0.05, 0.25, 0.75 };

    for (size_t i = 0; i < sizeof weights / sizeof *weights; i++) {
        buf text = { 0 };
        if (i == 0)
            buf_printf(&text, "%s ", what);
        put_percent(&text, weights[i]);
        add_line_item(p, p->d->style->look[LOOK_SCALE],
                      style_line_width(p->d->style, p->d->layout, weights[i]), buf_view(&text));
        finish(p->d, &text);
    }
}

/* "Liverpool, Arsenal + 6": a cluster by its clubs of the largest part. */
static void put_cluster(buf *out, const drawing *d, const suitor_cluster *c)
{
    for (uint32_t i = 0; i < c->n_members && i < 2; i++) {
        buf_add(out, i ? ", " : "");
        buf_append(out, d->scene->ledger->entities[c->members[i].club].name);
    }
    if (c->n_members > 2)
        buf_printf(out, " + %u", c->n_members - 2);
}

/* On rows of their own, since a colour is nothing without its name. */
static void add_clusters(pen *p)
{
    const drawing *d = p->d;
    style_look shape = d->scene->rivalries ? LOOK_CLUB : LOOK_PLAYER;

    p->x = p->left;
    p->y -= 2 * pen_text_size(p, TEXT_LEGEND);
    for (uint32_t i = 0; i < d->n_shown; i++) {
        buf text = { 0 };
        buf_add(&text, i ? "" : "cluster of ");
        put_cluster(&text, d, &d->groups->found->clusters[d->shown[i]]);
        add_shape_item(p, shape, d->style->clusters[i], buf_view(&text));
        finish(p->d, &text);
    }
    if (d->has_others)
        add_shape_item(p, shape, d->style->no_cluster, suitor_sv_of("other, or none"));
}

static void add_stages(pen *p)
{
    const style *s = p->d->style;
    const scene *sc = p->d->scene;

    for (int i = SUITOR_LINKED; i <= SUITOR_AGREED; i++) {
        double weight = mean_weight(sc, (suitor_stage)i);
        if (weight > 0)
            add_line_item(p, s->stages[i].attributes,
                          s->stages[i].width * style_line_width(s, p->d->layout, weight),
                          suitor_sv_of(s->stages[i].word));
    }
    if (sc->n_edges)
        add_weights(p, "weight");
}

static void add_look(pen *p, style_look look, const char *word)
{
    add_line_item(p, p->d->style->look[look], style_line_width(p->d->style, p->d->layout, 0.3),
                  suitor_sv_of(word));
}

/* Words without a sample, nor the gap that would stand behind it. */
static void add_words(pen *p, const char *words)
{
    begin_item(p, -pen_text_size(p, TEXT_LEGEND) / 2, suitor_sv_of(words));
}

static void add_lines(pen *p)
{
    const scene *sc = p->d->scene;

    if (sc->rivalries) {
        add_look(p, LOOK_RIVALRY, "want the same players");
        if (sc->n_frequent)
            add_look(p, LOOK_FREQUENT_RIVALRY, "more often than by chance");
        add_words(p, "figures: players both want; width: rivalry");
    } else if (sc->changes) {
        add_look(p, LOOK_DONE, "made to happen");
        add_look(p, LOOK_RISES, "likelier");
        add_look(p, LOOK_FALLS, "less likely");
        add_weights(p, "change");
        add_words(p, "figures: chance before \xE2\x86\x92 after, change in percent points");
    } else {
        add_stages(p);
    }
}

static void add_legend(pen *p)
{
    const style *s = p->d->style;
    const scene *sc = p->d->scene;

    if (!sc->rivalries)
        add_shape_item(p, LOOK_PLAYER, s->no_cluster, suitor_sv_of("player"));
    add_shape_item(p, LOOK_CLUB, s->no_cluster, suitor_sv_of("club"));
    if (sc->kind == SCENE_CLUB && sc->n_frequent)
        add_shape_item(p, LOOK_FREQUENT_RIVAL, s->no_cluster,
                       suitor_sv_of("meets them more often than by chance"));
    if (sc->kind == SCENE_RACE && sc->race.club != SUITOR_NO_INDEX)
        add_line_item(p, s->look[LOOK_PLAYS_FOR], 0, suitor_sv_of("plays for"));
    add_lines(p);
    if (p->d->n_shown > 1)
        add_clusters(p);
}

static void pin(pen *p, double x, double y)
{
    p->y = y;
    add_end(p, x);
}

/* Four pixels at 96 dots an inch. */
static double whole_pixels(double length) { return 3 * ceil(length / 3 - 1e-6); }

/* Unseen corners that make the picture a whole number of pixels wide and high: the last row of a
 * PNG would else be half covered, a pale line below a dark picture. */
static void square_up(pen *p, double top, double bottom)
{
    static const double half = 0.36; /* of a vertex 0.01 inches wide */
    double margin = p->d->style->canvas.margin, width = whole_pixels(p->right - p->left);
    double height = whole_pixels(top - bottom + 2 * margin) - 2 * margin;

    pin(p, p->left + half, top - half);
    pin(p, p->left + width - half, top - height + half);
}

void add_captions(drawing *d, area b)
{
    const style_canvas *canvas = &d->style->canvas;

    if (d->scene->kind == SCENE_RACE && d->layout->detail)
        add_notes(d, &b);
    double width = fmax(b.right - b.left, canvas->width - 2 * canvas->margin);
    double left = (b.left + b.right - width) / 2;
    pen p = { .d = d, .left = left, .right = left + width, .scale = 1 };

    p.y = b.top + canvas->gap + pen_block_height(&p, TEXT_TITLE, buf_view(&d->title)) +
          pen_block_height(&p, TEXT_SUBTITLE, buf_view(&d->subtitle));
    double top = p.y + 2;
    pen_block(&p, TEXT_TITLE, true, buf_view(&d->title));
    pen_block(&p, TEXT_SUBTITLE, false, buf_view(&d->subtitle));
    p.x = left;
    p.y = b.bottom - canvas->gap - pen_text_size(&p, TEXT_LEGEND);
    add_legend(&p);
    p.y -= pen_text_size(&p, TEXT_LEGEND) + canvas->gap / 2;
    pen_block(&p, TEXT_SOURCE, false, buf_view(&d->source));
    square_up(&p, top, p.y - 2);
    set_number(d->graph, "pad", canvas->margin / 72);
}

void add_plain_captions(drawing *d)
{
    const suitor_sv lines[] = { buf_view(&d->title), buf_view(&d->subtitle), buf_view(&d->source) };
    buf text = { 0 };

    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        escape_plain(&text, lines[i]);
        buf_add(&text, "\\l");
    }
    set_text(d->graph, "label", text.ptr);
    set_text(d->graph, "labelloc", "t");
    set_text(d->graph, "labeljust", "l");
    set_text(d->graph, "layout", d->layout->engine);
    finish(d, &text);
}
