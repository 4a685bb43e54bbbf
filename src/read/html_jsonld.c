/* JSON-LD: a walk over all objects and arrays. */
#include "html_jsonld.h"

#include "json_scan.h"
#include "view.h"

typedef struct {
    json_scan s;
    const jsonld_ranks *ranks;
    draft *d;
} jsonld;

static void read_value(jsonld *l);

static void read_member(jsonld *l, suitor_sv key)
{
    char kind = json_scan_kind(&l->s);
    unsigned depth = l->s.depth;
    suitor_sv value;

    if (view_is(key, "datepublished") && kind == '"') {
        if (json_scan_string(&l->s, &value))
            draft_offer(l->d, FIELD_DAY, l->ranks->day + depth, value);
    } else if (view_is(key, "publisher")) {
        if (json_scan_name(&l->s, &value))
            draft_offer(l->d, FIELD_OUTLET, l->ranks->outlet + depth, value);
    } else {
        read_value(l);
    }
}

static void read_value(jsonld *l)
{
    char kind = json_scan_kind(&l->s);
    suitor_sv key;

    if (kind == '{') {
        json_scan_open(&l->s, '{');
        while (json_scan_key(&l->s, &key))
            read_member(l, key);
    } else if (kind == '[') {
        json_scan_open(&l->s, '[');
        while (json_scan_item(&l->s))
            read_value(l);
    } else {
        json_scan_skip(&l->s);
    }
}

bool jsonld_read(suitor_sv json, const jsonld_ranks *ranks, arena *memory, draft *d)
{
    size_t begin = 0;

    while (begin < json.len && json.ptr[begin] != '{' && json.ptr[begin] != '[')
        begin++;
    jsonld l = { json_scan_begin(view_from(json, begin), memory), ranks, d };
    read_value(&l);
    return !l.s.no_memory;
}
