/* Graphviz at work. Its error function takes no pointer of ours, so that what it
 * says is gathered in a buffer of this file: one picture at a time, as the header
 * says. Nothing reaches standard error. */
#include "render.h"

#include <errno.h>

#include "fail.h"

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

static suitor_status render(GVC_t *gvc, Agraph_t *graph, suitor_format format, FILE *out,
                            suitor_error *err)
{
    char *bytes = NULL, what[64];
    unsigned len = 0;

    forget();
    snprintf(what, sizeof what, "draw the picture as %s", suitor_format_name(format));
    int failed = gvRenderData(gvc, graph, suitor_format_name(format), &bytes, &len);
    suitor_status st = judge(failed || !bytes, what, err);
    if (st == SUITOR_OK)
        st = write_all(bytes, len, out, err);
    if (bytes)
        gvFreeRenderData(bytes);
    return st;
}

static suitor_status draw(GVC_t *gvc, drawing *d, suitor_format format, FILE *out,
                          suitor_error *err)
{
    area bounds;
    suitor_status st = arrange(gvc, d, &bounds, err);

    if (st != SUITOR_OK)
        return st;
    add_captions(d, bounds);
    if (format == SUITOR_PNG) /* an SVG with a dpi of its own is clipped by Graphviz 2.42 */
        set_number(d->graph, "dpi", d->style->canvas.dpi);
    if (d->failed)
        return fail(err, SUITOR_ERR_NOMEM, "no memory for the legend of the picture");
    st = lay_out(gvc, d->graph, "nop2", err); /* everything has its place: only measured */
    if (st == SUITOR_OK)
        st = render(gvc, d->graph, format, out, err);
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
                           FILE *out, suitor_error *err)
{
    agusererrf before = agseterrf(listen);
    GVC_t *gvc = graphviz();
    suitor_status st;

    if (format == SUITOR_DOT) {
        st = write_dot(graph, out, err);
    } else if (!gvc) {
        st = fail(err, SUITOR_ERR_GRAPH, "Graphviz could not be started");
    } else {
        if (format == SUITOR_PNG)
            set_number(graph, "dpi", dpi);
        st = lay_out(gvc, graph, engine, err);
        if (st == SUITOR_OK)
            st = render(gvc, graph, format, out, err);
        gvFreeLayout(gvc, graph);
    }
    agseterrf(before);
    return st;
}
