/* Which articles are the same one, and which are versions of one. */
#ifndef STORE_IDENTITY_H
#define STORE_IDENTITY_H

#include <stdbool.h>

#include "digest.h"
#include "suitor/article.h"

/* Digest of day, outlet, title and text: articles that agree in it are the same. */
void identity_digest(const suitor_article *article, unsigned char out[DIGEST_SIZE]);

/* Digest of what stays when an article is written anew: its address; else its
 * outlet and own id; else its file. False where nothing tells. */
bool identity_series(const suitor_article *article, unsigned char out[DIGEST_SIZE]);

#endif
