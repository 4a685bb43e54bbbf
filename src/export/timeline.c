/* A timeline as SVG: one line an interest, which leaps on the day of a report and decays
 * until the next. Written out as text: nothing in it needs a layout, text stays text, and
 * same input gives same bytes. */
#include <math.h>
#include <stdlib.h>

#include "axes.h"
#include "escape.h"
#include "fail.h"
#include "suitor/export.h"

enum { MOST_LABEL_LETTERS = 24, MOST_TITLE_LETTERS = 60, MOST_LETTERS = 200 };

typedef struct {
    const suitor_ledger *ledger;
    const suitor_timeline *timeline;
    const style *style;
    uint32_t n; /* tracks drawn */
    axes axes;
    buf out;
} plot;

/* The name at the end of a line, and where it is put. */
typedef struct {
    uint32_t track;
    double wanted, y;
} label;

static suitor_sv name_of(const plot *p, uint32_t entity)
{
    return entity == SUITOR_NO_INDEX ? (suitor_sv){ NULL, 0 } : p->ledger->entities[entity].name;
}

static bool is_player(const plot *p) { return p->timeline->entity < p->ledger->n_players; }

static suitor_sv other_name(const plot *p, uint32_t player, uint32_t club)
{
    return name_of(p, is_player(p) ? club : player);
}

static const char *colour_of(const plot *p, uint32_t track)
{
    return p->style->timeline.colours[track % p->style->timeline.n_colours];
}

/* When the colours begin anew, dashes tell the lines apart. */
static const char *dashes_of(const plot *p, uint32_t track)
{
    static const char *const dashes[] = { "", " stroke-dasharray=\"7 3\"",
                                          " stroke-dasharray=\"2 3\"" };

    return dashes[track / p->style->timeline.n_colours % 3];
}

static void put_number(plot *p, const char *before, double value)
{
    buf_add(&p->out, before);
    put_decimal(&p->out, value);
}

static void put_point(plot *p, char command, double day, double weight)
{
    buf_char(&p->out, command);
    put_decimal(&p->out, axes_x(&p->axes, day));
    buf_char(&p->out, ' ');
    put_decimal(&p->out, axes_y(&p->axes, weight));
}

/* Whether a day's weight is not what decay leaves of the day before: no half-life in use takes
 * a tenth a day. */
static bool leaps(double before, double weight) { return weight > before || weight < 0.9 * before; }

/* The line of one interest: days without it are gaps. */
static void put_track(plot *p, uint32_t index)
{
    const suitor_track *track = &p->timeline->tracks[index];
    double before = 0;

    buf_printf(&p->out, "<path fill=\"none\" stroke=\"%s\"%s d=\"", colour_of(p, index),
               dashes_of(p, index));
    for (uint32_t i = 0; i < p->timeline->n_days; i++) {
        double weight = track->weights[i];
        if (weight > 0 && before == 0)
            put_point(p, 'M', i, i == 0 ? weight : 0);
        if (before > 0 && leaps(before, weight))
            put_point(p, 'L', i, before);
        if (weight > 0 || before > 0)
            put_point(p, 'L', i, weight);
        before = weight;
    }
    if (before > 0)
        put_point(p, 'L', p->timeline->n_days, before);
    buf_add(&p->out, "\"/>\n");
}

static const char *word_of(const plot *p, suitor_stage stage)
{
    const char *word = stage < SUITOR_N_STAGES ? p->style->stages[stage].word : NULL;

    return word ? word : stage < SUITOR_N_STAGES ? suitor_stage_name(stage) : "";
}

/* "in talks → bid made", or the one stage that there is. */
static void put_stages(plot *p, const suitor_event *e)
{
    bool changes =
        e->before < SUITOR_N_STAGES && e->after < SUITOR_N_STAGES && e->before != e->after;

    if (changes)
        buf_printf(&p->out, ", %s → %s", word_of(p, e->before), word_of(p, e->after));
    else if (e->before < SUITOR_N_STAGES || e->after < SUITOR_N_STAGES)
        buf_printf(&p->out, ", %s", word_of(p, e->after < SUITOR_N_STAGES ? e->after : e->before));
}

/* What an event says, as the tooltip of its mark. */
static void put_tooltip(plot *p, const suitor_event *e)
{
    char day[SUITOR_DATE_SIZE];

    buf_printf(&p->out, "<title>%s ", suitor_day_format(e->day, day));
    escape_xml(&p->out, other_name(p, e->player, e->club), MOST_LETTERS);
    buf_printf(&p->out, ": %s", suitor_event_kind_name(e->kind));
    put_stages(p, e);
    put_number(p, "; weight ", e->weight);
    if (e->row != SUITOR_NO_INDEX) {
        suitor_sv origin = p->ledger->origins[p->ledger->rows[e->row].origin];
        buf_add(&p->out, "; ");
        escape_xml(&p->out, origin.len ? origin : suitor_sv_of("origin unknown"), MOST_LETTERS);
        buf_printf(&p->out, " (%u origin%s, %u article%s)", e->n_origins,
                   e->n_origins == 1 ? "" : "s", e->n_articles, e->n_articles == 1 ? "" : "s");
    }
    buf_add(&p->out, "</title>");
}

static void put_cross(plot *p, double r)
{
    put_number(p, "<path d=\"M", -r);
    put_number(p, " ", -r);
    put_number(p, "L", r);
    put_number(p, " ", r);
    put_number(p, "M", -r);
    put_number(p, " ", r);
    put_number(p, "L", r);
    put_number(p, " ", -r);
    buf_add(&p->out, "\"/>");
}

static void put_diamond(plot *p, double r)
{
    put_number(p, "<path d=\"M0 ", -r);
    put_number(p, "L", r);
    put_number(p, " 0L0 ", r);
    put_number(p, "L", -r);
    buf_add(&p->out, " 0Z\"/>");
}

/* A dot for a stage, a cross for an end, a diamond for a move; where nothing is left, at the
 * weight that there was. */
static void put_mark(plot *p, const suitor_event *e, uint32_t track)
{
    bool is_end = e->kind == SUITOR_EVENT_GONE || e->kind == SUITOR_EVENT_ENDED;
    double x = axes_x(&p->axes, (double)e->day - p->timeline->from);
    double y = axes_y(&p->axes, e->weight > 0 ? e->weight : e->weight_before);
    double r = p->style->timeline.mark;

    buf_add(&p->out, "<g");
    put_number(p, " transform=\"translate(", x);
    put_number(p, " ", y);
    buf_printf(&p->out, ")\" fill=\"%s\" stroke=\"%s\">", colour_of(p, track), colour_of(p, track));
    put_tooltip(p, e);
    if (e->kind == SUITOR_EVENT_MOVE) {
        put_diamond(p, 1.6 * r);
    } else if (is_end) {
        put_cross(p, r);
    } else {
        put_number(p, "<circle r=\"", r);
        buf_add(&p->out, "\"/>");
    }
    buf_add(&p->out, "</g>\n");
}

static void put_marks(plot *p)
{
    for (uint32_t i = 0; i < p->timeline->n_events; i++) {
        const suitor_event *e = &p->timeline->events[i];
        for (uint32_t k = 0; k < p->n; k++)
            if (p->timeline->tracks[k].player == e->player &&
                p->timeline->tracks[k].club == e->club)
                put_mark(p, e, k);
    }
}

static int compare_labels(const void *left, const void *right)
{
    const label *a = left, *b = right;

    if (a->wanted != b->wanted)
        return a->wanted < b->wanted ? -1 : 1;
    return (a->track > b->track) - (a->track < b->track);
}

/* Names stand beside the ends of their lines: pushed down from above where they would
 * touch, then up from below where they would leave the field. */
static void place_labels(const plot *p, label *labels, double gap)
{
    double bottom = p->axes.top + p->axes.height;

    for (uint32_t i = 0; i < p->n; i++)
        labels[i] = (label){ i, axes_y(&p->axes, p->timeline->tracks[i].weight), 0 };
    qsort(labels, p->n, sizeof *labels, compare_labels);
    for (uint32_t i = 0; i < p->n; i++)
        labels[i].y = i ? fmax(labels[i].wanted, labels[i - 1].y + gap) : labels[i].wanted;
    for (uint32_t i = p->n; i-- > 0;)
        labels[i].y = fmin(labels[i].y, i + 1 < p->n ? labels[i + 1].y - gap : bottom);
}

static void put_label(plot *p, const label *l)
{
    const suitor_track *track = &p->timeline->tracks[l->track];
    double end = p->axes.left + p->axes.width;

    put_number(p, "<path fill=\"none\" d=\"M", end);
    put_number(p, " ", l->wanted);
    put_number(p, "L", end + 12);
    put_number(p, " ", l->y);
    buf_printf(&p->out, "\" stroke=\"%s\"%s/>", colour_of(p, l->track), dashes_of(p, l->track));
    put_number(p, "<text x=\"", end + 16);
    put_number(p, "\" y=\"", l->y + 3.5);
    buf_printf(&p->out, "\" fill=\"%s\">", colour_of(p, l->track));
    escape_xml(&p->out, other_name(p, track->player, track->club), MOST_LABEL_LETTERS);
    if (track->weight > 0)
        buf_printf(&p->out, " %.3f", track->weight);
    else
        buf_add(&p->out, " –");
    buf_add(&p->out, "</text>\n");
}

static suitor_status put_labels(plot *p, suitor_error *err)
{
    const style_text *text = &p->style->text[TEXT_CLUB];
    label *labels = malloc(((size_t)p->n + 1) * sizeof *labels);

    if (!labels)
        return fail(err, SUITOR_ERR_NOMEM, "no memory for %u names", p->n);
    if (p->n > 0)
        place_labels(p, labels, text->size * 1.25);
    put_number(p, "<g font-size=\"", text->size);
    buf_add(&p->out, "\">\n");
    for (uint32_t i = 0; i < p->n; i++)
        put_label(p, &labels[i]);
    buf_add(&p->out, "</g>\n");
    free(labels);
    return SUITOR_OK;
}

static void put_text(plot *p, style_text_kind kind, double y)
{
    put_number(p, "<text x=\"", p->style->canvas.margin);
    put_number(p, "\" y=\"", y);
    put_number(p, "\" font-size=\"", p->style->text[kind].size);
    buf_printf(&p->out, "\" fill=\"%s\">", p->style->text[kind].ink);
}

static void put_words(plot *p)
{
    const suitor_timeline *t = p->timeline;
    double margin = p->style->canvas.margin;
    char from[SUITOR_DATE_SIZE], to[SUITOR_DATE_SIZE];

    put_text(p, TEXT_TITLE, margin + p->style->text[TEXT_TITLE].size);
    escape_xml(&p->out, name_of(p, t->entity), MOST_TITLE_LETTERS);
    buf_printf(&p->out, ": %s</text>\n",
               is_player(p) ? "who wanted him, day by day" : "whom they wanted, day by day");
    put_text(p, TEXT_SUBTITLE, margin + p->style->text[TEXT_TITLE].size + 20);
    buf_printf(&p->out, "Weight of each interest from %s to %s", suitor_day_format(t->from, from),
               suitor_day_format(t->to, to));
    if (p->n < t->n_tracks)
        buf_printf(&p->out, "; the strongest %u of %u", p->n, t->n_tracks);
    buf_add(&p->out, "</text>\n");
    put_text(p, TEXT_SOURCE, p->style->timeline.height - margin);
    buf_add(&p->out,
            "● first report, new stage · × said to be over, gone · ◆ moved there · each day "
            "by what had been printed until then, decaying between reports</text>\n");
}

static suitor_status draw(plot *p, suitor_error *err)
{
    const style *s = p->style;
    suitor_status st;

    put_number(p, "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"", s->canvas.width);
    put_number(p, "pt\" height=\"", s->timeline.height);
    put_number(p, "pt\" viewBox=\"0 0 ", s->canvas.width);
    put_number(p, " ", s->timeline.height);
    buf_add(&p->out, "\" font-family=\"");
    escape_xml(&p->out, suitor_sv_of(s->font), MOST_LETTERS);
    buf_printf(&p->out, "\">\n<rect width=\"100%%\" height=\"100%%\" fill=\"%s\"/>\n",
               s->canvas.background);
    put_words(p);
    axes_put(&p->axes, s, &p->out);
    put_number(p, "<g stroke-linejoin=\"round\" stroke-width=\"", s->timeline.line);
    buf_add(&p->out, "\">\n");
    for (uint32_t i = p->n; i-- > 0;) /* the strongest on top */
        put_track(p, i);
    put_marks(p);
    buf_add(&p->out, "</g>\n");
    st = put_labels(p, err);
    buf_add(&p->out, "</svg>\n");
    if (st == SUITOR_OK && p->out.failed)
        st = fail(err, SUITOR_ERR_NOMEM, "no memory for the picture");
    return st;
}

suitor_status suitor_export_timeline(const suitor_market *market, const suitor_timeline *timeline,
                                     const suitor_timeline_options *options, FILE *out,
                                     suitor_error *err)
{
    static const suitor_timeline_options defaults = SUITOR_TIMELINE_OPTIONS_INIT;
    style s = { 0 };
    plot p = { .ledger = suitor_market_ledger(market), .timeline = timeline, .style = &s };
    double highest = 0;
    suitor_status st;

    options = options ? options : &defaults;
    if (timeline->n_days == 0)
        return fail(err, SUITOR_ERR_INVALID, "nothing is told of %.*s that could be drawn by day",
                    SUITOR_SV_ARG(name_of(&p, timeline->entity)));
    st = style_load(options->style, options->theme, &s, err);
    if (st != SUITOR_OK)
        goto done;
    p.n = options->top && options->top < timeline->n_tracks ? options->top : timeline->n_tracks;
    for (uint32_t i = 0; i < p.n; i++)
        highest = fmax(highest, timeline->tracks[i].peak);
    p.axes = axes_make(&s, timeline->from, timeline->n_days, highest);
    st = draw(&p, err);
    if (st == SUITOR_OK && fwrite(p.out.ptr, 1, p.out.len, out) != p.out.len)
        st = fail(err, SUITOR_ERR_IO, "the picture could not be written");
done:
    buf_free(&p.out);
    style_clear(&s);
    return st;
}
