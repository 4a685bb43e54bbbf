/* Reading viz/style.json. Every value is asked for by its dotted path, which is
 * also what a message names; after the first fault the rest is not looked at. */
#include "style.h"

#include <math.h>
#include <stdio.h>

#include "fail.h"
#include "file.h"
#include "suitor/extractor.h"
#include "theme.h"

enum { MAX_STYLE_BYTES = 1 << 20 };

typedef struct {
    const char *file;
    const cJSON *root;
    arena *memory; /* of the style */
    suitor_status st;
    suitor_error *err;
} reader;

static const char *const text_keys[N_TEXTS] = { "title",         "subtitle", "player",
                                                "player_detail", "club",     "edge",
                                                "edge_detail",   "legend",   "source" };

static const char *const look_keys[N_LOOKS] = {
    "graph",      "node",           "edge",   "player",    "lead_player", "club",
    "focus_club", "frequent_rival", "seller", "plays_for", "rivalry",     "frequent_rivalry",
    "rises",      "falls",          "done",   "scale",     "chains",      "step",
    "first_step", "stays",          "heats",  "cools"
};

static void complain(reader *r, const char *where, const char *expected)
{
    if (r->st != SUITOR_OK)
        return;
    r->st = fail(r->err, SUITOR_ERR_PARSE, "%s: \"%s\": expected %s (see docs/pictures.md)",
                 r->file, where, expected);
}

/* What stands at `key` of `parent`; nothing once a fault was found. */
static const cJSON *item(reader *r, const cJSON *parent, const char *key)
{
    return r->st == SUITOR_OK ? cJSON_GetObjectItemCaseSensitive(parent, key) : NULL;
}

static const char *join(reader *r, const char *where, const char *key)
{
    const char *path = arena_printf(r->memory, "%s%s%s", where, *where ? "." : "", key);

    if (!path)
        r->st = fail(r->err, SUITOR_ERR_NOMEM, "%s: no memory", r->file);
    return path ? path : "";
}

static double number(reader *r, const cJSON *in, const char *where, const char *key)
{
    const cJSON *found = item(r, in, key);

    if (r->st != SUITOR_OK)
        return 0;
    if (cJSON_IsNumber(found) && found->valuedouble >= 0)
        return found->valuedouble;
    complain(r, join(r, where, key), "a number, not negative");
    return 0;
}

static const char *text(reader *r, const cJSON *in, const char *where, const char *key)
{
    const cJSON *found = item(r, in, key);

    if (r->st != SUITOR_OK)
        return "";
    if (cJSON_IsString(found))
        return found->valuestring;
    complain(r, join(r, where, key), "a text in quotes");
    return "";
}

static bool truth(reader *r, const cJSON *in, const char *where, const char *key)
{
    const cJSON *found = item(r, in, key);

    if (r->st == SUITOR_OK && !cJSON_IsBool(found))
        complain(r, join(r, where, key), "true or false");
    return cJSON_IsTrue(found);
}

static const cJSON *object(reader *r, const cJSON *in, const char *where, const char *key)
{
    const cJSON *found = item(r, in, key);

    if (r->st == SUITOR_OK && !cJSON_IsObject(found))
        complain(r, join(r, where, key), "an object in braces");
    return found;
}

/* An attribute map: an object whose values are all texts. */
static const cJSON *map(reader *r, const cJSON *in, const char *where, const char *key)
{
    const cJSON *found = object(r, in, where, key), *each;
    const char *path = join(r, where, key);

    cJSON_ArrayForEach(each, found) if (r->st == SUITOR_OK && !cJSON_IsString(each))
        complain(r, join(r, path, each->string), "a text in quotes");
    return found;
}

static void read_canvas(reader *r, style *s)
{
    const cJSON *in = object(r, r->root, "", "canvas");

    s->canvas.width = number(r, in, "canvas", "width");
    s->canvas.margin = number(r, in, "canvas", "margin");
    s->canvas.gap = number(r, in, "canvas", "gap");
    s->canvas.shape = number(r, in, "canvas", "shape");
    s->canvas.dpi = number(r, in, "canvas", "dpi");
    s->canvas.background = text(r, in, "canvas", "background");
    s->font = text(r, r->root, "", "font");
    if (r->st == SUITOR_OK && (s->canvas.shape <= 0 || s->canvas.dpi < 1))
        complain(r, "canvas", "a shape and a dpi above zero");
}

static void read_texts(reader *r, style *s)
{
    const cJSON *texts = object(r, r->root, "", "text");

    for (int i = 0; i < N_TEXTS; i++) {
        const cJSON *in = object(r, texts, "text", text_keys[i]);
        const char *path = join(r, "text", text_keys[i]);
        s->text[i].size = number(r, in, path, "size");
        s->text[i].ink = text(r, in, path, "ink");
    }
}

/* A list of `*n` things of so many bytes each, zeroed, one for each item of the list at `key`;
 * NULL once a fault was found, as is a list that is empty. */
static void *list(reader *r, const cJSON *in, const char *where, const char *key, size_t bytes,
                  const char *expected, uint32_t *n)
{
    const cJSON *found = item(r, in, key);
    int count = cJSON_GetArraySize(found);

    *n = 0;
    if (r->st == SUITOR_OK && (!cJSON_IsArray(found) || count == 0))
        complain(r, join(r, where, key), expected);
    if (r->st != SUITOR_OK)
        return NULL;
    void *room = arena_zeros(r->memory, (size_t)count, bytes);
    if (!room)
        r->st = fail(r->err, SUITOR_ERR_NOMEM, "%s: no memory for \"%s\"", r->file, key);
    else
        *n = (uint32_t)count;
    return room;
}

static const char **colours(reader *r, const cJSON *in, const char *where, uint32_t *n)
{
    static const char expected[] = "a list of colours in square brackets";
    const char **room = list(r, in, where, "colours", sizeof *room, expected, n);
    const cJSON *found = item(r, in, "colours"), *each;
    uint32_t i = 0;

    cJSON_ArrayForEach(each, found)
    {
        if (!cJSON_IsString(each))
            complain(r, join(r, where, "colours"), expected);
        room[i++] = cJSON_IsString(each) ? each->valuestring : "";
    }
    return room;
}

/* The path of item `i` of the list at `where`. */
static const char *place_of(reader *r, const char *where, uint32_t i)
{
    char place[sizeof "[4294967295]"];

    snprintf(place, sizeof place, "[%u]", i);
    const char *path = arena_printf(r->memory, "%s%s", where, place);
    if (!path)
        r->st = fail(r->err, SUITOR_ERR_NOMEM, "%s: no memory", r->file);
    return path ? path : "";
}

static void read_looks(reader *r, style *s)
{
    for (int i = 0; i < N_LOOKS; i++)
        s->look[i] = map(r, r->root, "", look_keys[i]);
}

static void read_badge(reader *r, style *s)
{
    const cJSON *in = object(r, r->root, "", "badge");

    s->badge.size = number(r, in, "badge", "size");
    s->badge.rim = number(r, in, "badge", "rim");
    s->badge.padding = number(r, in, "badge", "padding");
    s->badge.light = text(r, in, "badge", "light_ink");
    s->badge.dark = text(r, in, "badge", "dark_ink");
    s->badge.derived = colours(r, in, "badge", &s->badge.n_derived);
}

static style_cluster cluster(reader *r, const cJSON *in, const char *where)
{
    return (style_cluster){ text(r, in, where, "fill"), text(r, in, where, "rim") };
}

static void read_clusters(reader *r, style *s)
{
    const cJSON *in = object(r, r->root, "", "clusters"), *found, *each;
    uint32_t i = 0;

    s->clusters = list(r, in, "clusters", "colours", sizeof *s->clusters,
                       "a list of fills and rims in square brackets", &s->n_clusters);
    found = item(r, in, "colours");
    cJSON_ArrayForEach(each, found)
    {
        s->clusters[i] = cluster(r, each, place_of(r, "clusters.colours", i));
        i++;
    }
    s->no_cluster = cluster(r, object(r, in, "clusters", "none"), "clusters.none");
}

/* Stages of interest and of a deal agreed; a deal done leaves no edge. */
static void read_stages(reader *r, style *s)
{
    const cJSON *interest = object(r, r->root, "", "interest");
    const cJSON *stages = object(r, interest, "interest", "stages");

    s->thinnest = number(r, interest, "interest", "thinnest");
    s->power = number(r, interest, "interest", "power");
    for (int i = SUITOR_LINKED; i <= SUITOR_AGREED; i++) {
        const char *key = suitor_stage_name((suitor_stage)i);
        const cJSON *in = object(r, stages, "interest.stages", key);
        const char *path = join(r, "interest.stages", key);
        s->stages[i].word = text(r, in, path, "word");
        s->stages[i].width = number(r, in, path, "width");
        s->stages[i].attributes = map(r, in, path, "attributes");
    }
}

static style_layout layout(reader *r, const cJSON *in, const char *where)
{
    style_layout l;

    l.engine = text(r, in, where, "engine");
    l.up_to = number(r, in, where, "up_to");
    l.up_to_lines = number(r, in, where, "up_to_lines");
    l.room = number(r, in, where, "room");
    l.evenness = number(r, in, where, "evenness");
    l.tries = number(r, in, where, "tries");
    l.scale = number(r, in, where, "scale");
    l.thickest = number(r, in, where, "thickest");
    l.detail = truth(r, in, where, "detail");
    l.attributes = map(r, in, where, "attributes");
    l.edges = map(r, in, where, "edges");
    if (r->st == SUITOR_OK && l.scale <= 0)
        complain(r, where, "a scale above zero");
    return l;
}

static void read_layouts(reader *r, style *s)
{
    const cJSON *layouts = object(r, r->root, "", "layouts"), *each;
    const cJSON *market;
    uint32_t i = 0;

    s->race = layout(r, object(r, layouts, "layouts", "race"), "layouts.race");
    s->club = layout(r, object(r, layouts, "layouts", "club"), "layouts.club");
    s->market = list(r, layouts, "layouts", "market", sizeof *s->market,
                     "a list of layouts in square brackets", &s->n_market);
    market = item(r, layouts, "market");
    cJSON_ArrayForEach(each, market)
    {
        s->market[i] = layout(r, each, place_of(r, "layouts.market", i));
        i++;
    }
}

static void read_timeline(reader *r, style *s)
{
    const cJSON *in = object(r, r->root, "", "timeline");
    style_timeline *t = &s->timeline;

    t->height = number(r, in, "timeline", "height");
    t->labels = number(r, in, "timeline", "labels");
    t->line = number(r, in, "timeline", "line");
    t->mark = number(r, in, "timeline", "mark");
    t->grid = text(r, in, "timeline", "grid");
    t->axis = text(r, in, "timeline", "axis");
    t->colours = colours(r, in, "timeline", &t->n_colours);
}

/* Line and column of the byte where cJSON stopped. */
static suitor_status bad_json(const char *file, suitor_sv bytes, const char *stop,
                              suitor_error *err)
{
    unsigned line = 1, column = 1;

    for (const char *c = bytes.ptr; stop && c < stop && c < bytes.ptr + bytes.len; c++) {
        column = *c == '\n' ? 1 : column + 1;
        line += *c == '\n';
    }
    return fail(err, SUITOR_ERR_PARSE,
                "%s:%u:%u: is not JSON; look for a missing comma, quote or "
                "brace at or before this place",
                file, line, column);
}

static suitor_status default_path(arena *a, const char **out, suitor_error *err)
{
    *out = arena_printf(a, "%s/../viz/style.json", suitor_data_dir());
    return *out ? SUITOR_OK
                : fail(err, SUITOR_ERR_NOMEM, "no memory for the path of the style file");
}

suitor_status style_load(const char *path, const char *theme, style *out, suitor_error *err)
{
    const char *stop = NULL;
    suitor_sv bytes;
    suitor_status st = SUITOR_OK;

    *out = (style){ 0 };
    if (!path)
        st = default_path(&out->memory, &path, err);
    if (st == SUITOR_OK)
        st = file_read(path, MAX_STYLE_BYTES, &out->memory, &bytes, err);
    if (st != SUITOR_OK)
        return st;
    out->root = cJSON_ParseWithLengthOpts(bytes.ptr, bytes.len + 1, &stop, 1);
    if (!out->root)
        return bad_json(path, bytes, stop, err);
    if (theme && (st = theme_put_on(path, out->root, theme, err)) != SUITOR_OK)
        return st;
    reader r = { path, out->root, &out->memory, SUITOR_OK, err };
    read_canvas(&r, out);
    read_texts(&r, out);
    read_looks(&r, out);
    read_badge(&r, out);
    read_clusters(&r, out);
    read_stages(&r, out);
    read_timeline(&r, out);
    read_layouts(&r, out);
    return r.st;
}

void style_clear(style *s)
{
    cJSON_Delete(s->root);
    arena_free(&s->memory);
    *s = (style){ 0 };
}

double style_line_width(const style *s, const style_layout *layout, double weight)
{
    return s->thinnest + (layout->thickest - s->thinnest) * pow(weight, s->power);
}
