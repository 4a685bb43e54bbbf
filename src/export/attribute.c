/* Graphviz attributes. Its calls take char * but change nothing they are given. */
#include "drawing.h"
#include "escape.h"

void set_text(void *object, const char *name, const char *value)
{
    if (object && value)
        agsafeset(object, (char *)name, (char *)value, "");
}

void set_html(drawing *d, void *object, const char *name, const buf *html)
{
    d->failed = d->failed || html->failed;
    if (!object || !html->ptr || html->failed)
        return;
    char *shared = agstrdup_html(d->graph, html->ptr);
    set_text(object, name, shared);
    agstrfree(d->graph, shared);
}

void set_number(void *object, const char *name, double value)
{
    char text[DECIMAL_SIZE];

    set_text(object, name, decimal(text, value));
}

void set_point(void *object, const char *name, double x, double y)
{
    char text[2 * DECIMAL_SIZE], part[DECIMAL_SIZE];
    int len = snprintf(text, sizeof text, "%s,", decimal(part, x));

    snprintf(text + len, sizeof text - (size_t)len, "%s", decimal(part, y));
    set_text(object, name, text);
}

void set_map(void *object, const cJSON *map)
{
    const cJSON *each;

    cJSON_ArrayForEach(each, map) set_text(object, each->string, each->valuestring);
}

void open_text(drawing *d, style_text_kind kind, bool bold)
{
    const style_text *text = &d->style->text[kind];

    buf_add(&d->label, "<FONT POINT-SIZE=\"");
    put_decimal(&d->label, text->size * d->layout->scale);
    buf_printf(&d->label, "\" COLOR=\"%s\">%s", text->ink, bold ? "<B>" : "");
}

void close_text(drawing *d, bool bold) { buf_add(&d->label, bold ? "</B></FONT>" : "</FONT>"); }

void finish(drawing *d, buf *text)
{
    d->failed = d->failed || text->failed;
    buf_free(text);
}
