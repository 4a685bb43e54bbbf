/* Graphviz at work. Its error function takes no pointer of ours, so that what it
 * says is gathered in a buffer of this file: one picture at a time, as the header
 * says. Nothing reaches standard error. */
#include "render.h"

#include <errno.h>

#include "fail.h"
#include "suitor/date.h"

enum { PDF_DATE_LENGTH = 14 }; /* YYYYMMDDhhmmss */

static char complaint[256]; /* what Graphviz said since the last forget() */

static int listen(char *text)
{
    size_t len = strlen(complaint);

    snprintf(complaint + len, sizeof complaint - len, "%s", text);
    return 0;
}

static void forget(void) { complaint[0] = '\0'; }

/* Warnings (a label left out, a line drawn straight) are no failure. */
static suitor_status judge(int failed, const char *what, suitor_error *err)
{
    if (!failed && !strstr(complaint, "Error"))
        return SUITOR_OK;
    return fail(err, SUITOR_ERR_GRAPH, "Graphviz could not %s: %s", what,
                *complaint ? complaint : "it gives no reason");
}

GVC_t *graphviz(void)
{
    static GVC_t *context;

    if (!context)
        context = gvContext();
    return context;
}

suitor_status lay_out(GVC_t *gvc, Agraph_t *graph, const char *engine, suitor_error *err)
{
    char what[64];

    forget();
    snprintf(what, sizeof what, "lay out the picture with \"%s\"", engine);
    return judge(gvLayout(gvc, graph, engine), what, err);
}

static suitor_status write_all(const char *bytes, size_t len, FILE *out, suitor_error *err)
{
    if (fwrite(bytes, 1, len, out) == len && fflush(out) == 0)
        return SUITOR_OK;
    return fail(err, SUITOR_ERR_IO, "the picture could not be written: %s", strerror(errno));
}

/* Cairo writes when a PDF was made; we say which day it tells of, so that the same picture has the
 * same bytes. Nothing is done where no such date is found. */
static void date_pdf(char *bytes, size_t len, int32_t day)
{
    static const char key[] = "/CreationDate (D:";
    const size_t key_length = sizeof key - 1, whole = key_length + PDF_DATE_LENGTH;
    char date[SUITOR_DATE_SIZE];
    size_t at = 0;

    while (at + whole < len && memcmp(bytes + at, key, key_length) != 0)
        at++;
    if (at + whole >= len || day == SUITOR_NO_DAY)
        return;
    suitor_day_format(day, date);
    memset(bytes + at + key_length, '0', PDF_DATE_LENGTH);
    memcpy(bytes + at + key_length, date, 4);         /* year, */
    memcpy(bytes + at + key_length + 4, date + 5, 2); /* month */
    memcpy(bytes + at + key_length + 6, date + 8, 2); /* and day */
}

static suitor_status render(GVC_t *gvc, Agraph_t *graph, suitor_format format, int32_t day,
                            FILE *out, suitor_error *err)
{
    char *bytes = NULL, what[64];
    unsigned len = 0;

    forget();
    snprintf(what, sizeof what, "draw the picture as %s", suitor_format_name(format));
    int failed = gvRenderData(gvc, graph, suitor_format_name(format), &bytes, &len);
    suitor_status st = judge(failed || !bytes, what, err);
    if (st == SUITOR_OK && format == SUITOR_PDF)
        date_pdf(bytes, len, day);
    if (st == SUITOR_OK)
        st = write_all(bytes, len, out, err);
    if (bytes)
        gvFreeRenderData(bytes);
    return st;
}

/* An SVG with a dpi of its own is clipped by Graphviz 2.42; a PDF has half an inch of white all
 * round, which would frame a dark picture, where nothing is said of it. */
static void prepare(Agraph_t *graph, suitor_format format, double dpi)
{
    if (format == SUITOR_PNG)
        set_number(graph, "dpi", dpi);
    if (format == SUITOR_PDF)
        set_text(graph, "margin", "0");
}

static suitor_status draw(GVC_t *gvc, drawing *d, suitor_format format, FILE *out,
                          suitor_error *err)
{
    area bounds;
    suitor_status st = arrange(gvc, d, &bounds, err);

    if (st != SUITOR_OK)
        return st;
    add_captions(d, bounds);
    prepare(d->graph, format, d->style->canvas.dpi);
    if (d->failed)
        return fail(err, SUITOR_ERR_NOMEM, "no memory for the legend of the picture");
    st = lay_out(gvc, d->graph, "nop2", err); /* everything has its place: only measured */
    if (st == SUITOR_OK)
        st = render(gvc, d->graph, format, d->scene->day, out, err);
    gvFreeLayout(gvc, d->graph);
    return st;
}

suitor_status render_picture(drawing *d, suitor_format format, FILE *out, suitor_error *err)
{
    agusererrf before = agseterrf(listen);
    GVC_t *gvc = graphviz();
    suitor_status st;

    if (gvc)
        st = draw(gvc, d, format, out, err);
    else
        st = fail(err, SUITOR_ERR_GRAPH, "Graphviz could not be started");
    agseterrf(before);
    return st;
}

static suitor_status write_dot(Agraph_t *graph, FILE *out, suitor_error *err)
{
    if (agwrite(graph, out) == EOF || fflush(out) != 0)
        return fail(err, SUITOR_ERR_IO, "the graph could not be written: %s", strerror(errno));
    return SUITOR_OK;
}

suitor_status render_dot(drawing *d, FILE *out, suitor_error *err)
{
    add_plain_captions(d);
    if (d->failed)
        return fail(err, SUITOR_ERR_NOMEM, "no memory for the captions of the graph");
    return write_dot(d->graph, out, err);
}

suitor_status render_graph(Agraph_t *graph, const char *engine, double dpi, suitor_format format,
                           int32_t day, FILE *out, suitor_error *err)
{
    agusererrf before = agseterrf(listen);
    GVC_t *gvc = graphviz();
    suitor_status st;

    if (format == SUITOR_DOT) {
        st = write_dot(graph, out, err);
    } else if (!gvc) {
        st = fail(err, SUITOR_ERR_GRAPH, "Graphviz could not be started");
    } else {
        prepare(graph, format, dpi);
        st = lay_out(gvc, graph, engine, err);
        if (st == SUITOR_OK)
            st = render(gvc, graph, format, day, out, err);
        gvFreeLayout(gvc, graph);
    }
    agseterrf(before);
    return st;
}
