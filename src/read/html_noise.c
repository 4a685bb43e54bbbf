/* Hints in roles, classes and ids. Classes are cut into words at punctuation and at a
 * capital ("relatedStories"), so that "shadow" is not taken for an "ad". Words that
 * wrappers of real text are known to carry (widget, tag, hidden, paywall, more) are left
 * out on purpose. */
#include "html_noise.h"

#include <stdlib.h>

#include "view.h"

enum { LONGEST_WORD = 20 };

/* Sorted. */
static const char *const noise_words[] = {
    "ad",           "ads",        "advert",     "advertisement", "adverts",         "author",
    "banner",       "bio",        "breadcrumb", "breadcrumbs",   "byline",          "caption",
    "cc",           "comment",    "comments",   "consent",       "cookie",          "cookies",
    "credit",       "dialog",     "footer",     "gdpr",          "latest",          "menu",
    "modal",        "nav",        "navbar",     "navigation",    "newsletter",      "outbrain",
    "overlay",      "pagination", "popular",    "popup",         "promo",           "promoted",
    "promotion",    "prompt",     "recirc",     "recirculation", "recommendations", "recommended",
    "related",      "share",      "sharing",    "sidebar",       "signature",       "signup",
    "skip",         "social",     "sponsor",    "sponsored",     "submitted",       "subscribe",
    "subscription", "taboola",    "tags",       "teaser",        "timestamp",       "toolbar",
    "trending",     "visually",
};

static int by_word(const void *key, const void *entry)
{
    return strcmp(key, *(const char *const *)entry);
}

static bool is_noise_word(suitor_sv word)
{
    char lower[LONGEST_WORD + 1];

    if (word.len > LONGEST_WORD)
        return false;
    for (size_t i = 0; i < word.len; i++)
        lower[i] = to_lower(word.ptr[i]);
    lower[word.len] = '\0';
    return bsearch(lower, noise_words, sizeof noise_words / sizeof *noise_words,
                   sizeof *noise_words, by_word) != NULL;
}

static bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

static bool has_noise_word(suitor_sv names)
{
    size_t i = 0;

    while (i < names.len) {
        size_t begin = i;
        while (i < names.len && is_alnum(names.ptr[i]) &&
               (i == begin || !is_capital(names.ptr[i]) || is_capital(names.ptr[i - 1])))
            i++;
        if (i > begin && is_noise_word(suitor_sv_make(names.ptr + begin, i - begin)))
            return true;
        if (i == begin)
            i++;
    }
    return false;
}

static bool has_noise_role(suitor_sv role)
{
    static const char *const roles[] = { "navigation", "banner", "contentinfo", "complementary",
                                         "search",     "dialog", "alertdialog", "menu" };

    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
        if (view_is(role, roles[i]))
            return true;
    return false;
}

static bool is_not_shown(const xmlNode *element)
{
    suitor_sv style = dom_attribute(element, "style");

    for (const xmlAttr *a = element->properties; a; a = a->next)
        if (strcmp((const char *)a->name, "hidden") == 0)
            return true;
    return view_find(style, "display:none") < style.len ||
           view_find(style, "display: none") < style.len ||
           view_is(dom_attribute(element, "aria-hidden"), "true");
}

/* Elements of AMP pages beside the text. */
static bool is_amp_extra(const xmlNode *element)
{
    static const char *const tags[] = { "amp-ad",      "amp-consent",   "amp-embed",
                                        "amp-sidebar", "amp-sticky-ad", "amp-user-notification" };

    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++)
        if (dom_is(element, tags[i]))
            return true;
    return false;
}

bool noise_is_likely(const xmlNode *element)
{
    if (dom_is(element, "html") || dom_is(element, "body") || dom_is(element, "main") ||
        dom_is(element, "article") || view_is(dom_attribute(element, "itemprop"), "articlebody"))
        return false;
    return dom_is(element, "form") || is_amp_extra(element) ||
           has_noise_role(dom_attribute(element, "role")) ||
           has_noise_word(dom_attribute(element, "class")) ||
           has_noise_word(dom_attribute(element, "id")) || is_not_shown(element);
}
