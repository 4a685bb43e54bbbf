/* Graphviz attributes. Its calls take char * but change nothing they are given. */
#include "drawing.h"
#include "escape.h"

void set_text(void *object, const char *name, const char *value)
{
    if (object && value)
        agsafeset(object, (char *)name, (char *)value, "");
}

void set_html(void *object, const char *name, const buf *html)
{
    if (!object || !html->ptr || html->failed)
        return;
    Agraph_t *graph = agraphof(object);
    char *shared = agstrdup_html(graph, html->ptr);
    set_text(object, name, shared);
    agstrfree(graph, shared);
}

void set_number(void *object, const char *name, double value)
{
    buf text = { 0 };

    put_decimal(&text, value);
    set_text(object, name, text.ptr);
    buf_free(&text);
}

void set_map(void *object, const cJSON *map)
{
    const cJSON *each;

    cJSON_ArrayForEach(each, map)
        set_text(object, each->string, each->valuestring);
}

void open_text(drawing *d, style_text_kind kind, bool bold)
{
    const style_text *text = &d->style->text[kind];

    buf_add(&d->label, "<FONT POINT-SIZE=\"");
    put_decimal(&d->label, text->size * d->layout->scale);
    buf_printf(&d->label, "\" COLOR=\"%s\">%s", text->ink, bold ? "<B>" : "");
}

void close_text(drawing *d, bool bold)
{
    buf_add(&d->label, bold ? "</B></FONT>" : "</FONT>");
}
