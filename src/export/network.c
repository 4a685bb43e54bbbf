/* Turning, scaling and judging the places of a network. */
#include "network.h"

#include <math.h>
#include <stdlib.h>

static const place *place_of(const place *places, size_t n, const Agnode_t *vertex)
{
    for (size_t i = 0; i < n; i++)
        if (places[i].vertex == vertex)
            return &places[i];
    return NULL;
}

/* Twice the signed area of the triangle a, b, c. */
static double side(const place *a, const place *b, const place *c)
{
    return (b->x - a->x) * (c->y - a->y) - (b->y - a->y) * (c->x - a->x);
}

typedef struct {
    const place *from, *to;
} line;

static bool cross(const line *p, const line *q)
{
    if (p->from == q->from || p->from == q->to || p->to == q->from || p->to == q->to)
        return false;
    return side(p->from, p->to, q->from) * side(p->from, p->to, q->to) < 0 &&
           side(q->from, q->to, p->from) * side(q->from, q->to, p->to) < 0;
}

/* Whether the line runs through a vertex that is not at its end: its nearest point
 * to the middle of the vertex lies within the box. */
static bool runs_through(const line *l, const place *v)
{
    if (v == l->from || v == l->to)
        return false;
    double dx = l->to->x - l->from->x, dy = l->to->y - l->from->y;
    double length = dx * dx + dy * dy;
    double along = length > 0 ? ((v->x - l->from->x) * dx + (v->y - l->from->y) * dy) / length : 0;
    double t = fmax(0, fmin(1, along));
    double offx = fabs(l->from->x + t * dx - v->x), offy = fabs(l->from->y + t * dy - v->y);

    return offx < v->width / 2 && offy < v->height / 2;
}

size_t network_tangle(const drawing *d, const place *places, size_t n)
{
    const scene *s = d->scene;
    line *lines = calloc((size_t)s->n_lines + 1, sizeof *lines);
    size_t found = 0;

    for (uint32_t i = 0; lines && i < s->n_lines; i++) {
        lines[i].from = place_of(places, n, d->vertex[s->lines[i].from]);
        lines[i].to = place_of(places, n, d->vertex[s->lines[i].to]);
        for (uint32_t j = 0; j < i; j++)
            found += cross(&lines[i], &lines[j]);
        for (size_t j = 0; j < n; j++)
            found += runs_through(&lines[i], &places[j]) ? 2 : 0;
    }
    free(lines);
    return found;
}

/* Turn all places about their middle until the axis of largest variance lies flat,
 * or stands upright on a canvas that does. */
static void turn(place *places, size_t n, bool upright)
{
    double mx = 0, my = 0, xx = 0, xy = 0, yy = 0;

    for (size_t i = 0; i < n; i++) {
        mx += places[i].x / (double)n;
        my += places[i].y / (double)n;
    }
    for (size_t i = 0; i < n; i++) {
        double x = places[i].x -= mx, y = places[i].y -= my;
        xx += x * x;
        xy += x * y;
        yy += y * y;
    }
    double angle = atan2(2 * xy, xx - yy) / 2 + (upright ? 1.5707963267948966 : 0);
    double c = cos(angle), s = sin(angle);
    for (size_t i = 0; i < n; i++) {
        double x = places[i].x, y = places[i].y;
        places[i].x = c * x + s * y;
        places[i].y = c * y - s * x;
    }
}

static int by_x(const void *a, const void *b)
{
    const place *p = a, *q = b;

    return (p->x > q->x) - (p->x < q->x);
}

static int by_y(const void *a, const void *b)
{
    const place *p = a, *q = b;

    return (p->y > q->y) - (p->y < q->y);
}

/* Mix of where `at` lies between `low` and `high` and of its rank, from 0 to 1. A
 * free layout crowds its middle and throws lone vertices far out; ranks pull both
 * towards an even spread. */
static double even_out(double at, double low, double high, double rank, double evenness)
{
    double along = high - low > 1e-6 ? (at - low) / (high - low) : rank;

    return (1 - evenness) * along + evenness * rank;
}

static void scale(place *places, size_t n, double evenness, double width, double height)
{
    double last = n > 1 ? (double)(n - 1) : 1;

    qsort(places, n, sizeof *places, by_x);
    double low = places[0].x, high = places[n - 1].x;
    for (size_t i = 0; i < n; i++)
        places[i].x = width * even_out(places[i].x, low, high, (double)i / last, evenness);
    qsort(places, n, sizeof *places, by_y);
    low = places[0].y;
    high = places[n - 1].y;
    for (size_t i = 0; i < n; i++)
        places[i].y = height * even_out(places[i].y, low, high, (double)i / last, evenness);
}

void network_fit(place *places, size_t n, const style_layout *layout, double width)
{
    double height = (double)n * layout->room / width;

    if (n == 0)
        return;
    turn(places, n, height > width);
    scale(places, n, layout->evenness, width, height);
}

void network_keep(const place *places, size_t n)
{
    for (size_t i = 0; i < n; i++)
        set_point(places[i].vertex, "pos", places[i].x, places[i].y);
}
