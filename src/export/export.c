/* The public face: options in, a picture out. */
#include "suitor/export.h"

#include "fail.h"
#include "render.h"

static const char *const format_names[SUITOR_N_FORMATS] = { "dot",     "svg",  "png",  "pdf",
                                                            "graphml", "gexf", "json", "csv" };

const char *suitor_format_name(suitor_format format)
{
    return (unsigned)format < SUITOR_N_FORMATS ? format_names[format] : "";
}

bool suitor_format_parse(suitor_sv name, suitor_format *out)
{
    for (int i = 0; i < SUITOR_N_FORMATS; i++)
        if (suitor_sv_equal(name, suitor_sv_of(format_names[i]))) {
            *out = (suitor_format)i;
            return true;
        }
    return false;
}

bool suitor_format_is_picture(suitor_format format) { return (unsigned)format <= SUITOR_PDF; }

bool suitor_format_is_binary(suitor_format format)
{
    return format == SUITOR_PNG || format == SUITOR_PDF;
}

suitor_status suitor_export(const suitor_market *market, suitor_format format,
                            const suitor_export_options *options, FILE *out, suitor_error *err)
{
    static const suitor_export_options defaults = SUITOR_EXPORT_OPTIONS_INIT;
    style looks = { 0 };
    colour_table colours = { 0 };
    groups g = { 0 };
    scene chosen = { 0 };
    drawing d = { 0 };
    suitor_status st;

    if (!suitor_format_is_picture(format))
        return fail(err, SUITOR_ERR_INVALID,
                    "'%s' is no format of pictures: choose dot, svg, png "
                    "or pdf",
                    suitor_format_name(format));
    if (!options)
        options = &defaults;
    if ((st = style_load(options->style, options->theme, &looks, err)) != SUITOR_OK ||
        (st = colours_load(NULL, &colours, err)) != SUITOR_OK ||
        (st = groups_find(market, &g, err)) != SUITOR_OK ||
        (st = scene_choose(market, options, &g, &chosen, err)) != SUITOR_OK ||
        (st = drawing_make(&chosen, &looks, &colours, &g, options->title, &d, err)) != SUITOR_OK)
        goto done;
    st = format == SUITOR_DOT ? render_dot(&d, out, err) : render_picture(&d, format, out, err);
done:
    drawing_clear(&d);
    scene_clear(&chosen);
    groups_clear(&g);
    colours_clear(&colours);
    style_clear(&looks);
    return st;
}
