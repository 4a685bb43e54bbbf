/* Articles in JSON objects. */
#ifndef READ_JSON_ARTICLE_H
#define READ_JSON_ARTICLE_H

#include "draft.h"
#include "json_scan.h"

/* Read the object that comes next into `d`; keys without a meaning here are passed
 * over. Keys are matched without regard to case, "_" and "-". Preferred first:
 *     id · url · date, published, publishedAt, pubDate, created_at, datePublished
 *     title, headline · text, content, body, content_text, description, summary; content_html
 *     source.name, author, source, outlet, publisher
 * list  where "articles", "posts" or "items" holds an array, a scanner standing before
 *       it; else its `at` is NULL */
void json_article_read(json_scan *s, draft *d, json_scan *list);

#endif
