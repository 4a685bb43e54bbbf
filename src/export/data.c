/* The graph as data: chosen once, written by the writer of the format. */
#include "dataset.h"
#include "fail.h"

static const char *const table_names[SUITOR_N_TABLES] = { "edges", "nodes", "claims" };

const char *suitor_table_name(suitor_table table)
{
    return (unsigned)table < SUITOR_N_TABLES ? table_names[table] : "";
}

bool suitor_table_parse(suitor_sv name, suitor_table *out)
{
    for (int i = 0; i < SUITOR_N_TABLES; i++)
        if (suitor_sv_equal(name, suitor_sv_of(table_names[i]))) {
            *out = (suitor_table)i;
            return true;
        }
    return false;
}

static suitor_status write(const dataset *d, suitor_format format,
                           const suitor_data_options *options, FILE *out, suitor_error *err)
{
    switch (format) {
    case SUITOR_GRAPHML: return write_graphml(d, out, err);
    case SUITOR_GEXF: return write_gexf(d, out, err);
    case SUITOR_JSON: return write_node_link(d, out, err);
    default: return write_table(d, options, out, err);
    }
}

suitor_status suitor_export_data(const suitor_market *market, suitor_format format,
                                 const suitor_data_options *options, FILE *out, suitor_error *err)
{
    static const suitor_data_options defaults = SUITOR_DATA_OPTIONS_INIT;
    dataset d = { 0 };
    suitor_status st;

    if (suitor_format_is_picture(format) || (unsigned)format >= SUITOR_N_FORMATS)
        return fail(err, SUITOR_ERR_INVALID,
                    "'%s' is no format of data: choose graphml, gexf, "
                    "json or csv",
                    suitor_format_name(format));
    if (!options)
        options = &defaults;
    st = dataset_choose(market, options, format == SUITOR_GEXF, &d, err);
    if (st == SUITOR_OK)
        st = write(&d, format, options, out, err);
    dataset_clear(&d);
    return st;
}
