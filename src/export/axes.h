/* The axes of a timeline: days from left to right, weights from 0 upwards. */
#ifndef EXPORT_AXES_H
#define EXPORT_AXES_H

#include "buf.h"
#include "style.h"
#include "suitor/date.h"

/* Places are in points from the top left of the picture. */
typedef struct {
    double left, top, width, height; /* of the field between the axes */
    int32_t from;                    /* day at the left */
    uint32_t n_days;                 /* at least 1; the last one ends at the right */
    double highest;                  /* weight at the top */
    double step;                     /* between two lines of the grid */
} axes;

/* Axes whose top is a round figure not below `weight`. */
axes axes_make(const style *s, int32_t from, uint32_t n_days, double weight);

/* Where day `from` + `day` begins, and where a weight is. */
double axes_x(const axes *a, double day);
double axes_y(const axes *a, double weight);

/* Put grid, axes and their labels. */
void axes_put(const axes *a, const style *s, buf *out);

#endif
