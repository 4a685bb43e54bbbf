/* Who may ask: browsers at this machine, for pages that come from here. */
#ifndef SERVE_GUARD_H
#define SERVE_GUARD_H

#include <stdbool.h>
#include <stdint.h>

/* Whether `address`, as it was sent, is fit to be decoded: behind each '%' two hexadecimal digits,
 * other than 00. */
bool guard_address(const char *address);

/* Whether `host`, the header (NULL: none), names this server: a name of the loopback with its
 * port. Other names are of sites that had themselves resolved to 127.0.0.1 (DNS rebinding). */
bool guard_host(const char *host, uint16_t port);

/* Whether a page of `origin` (NULL: no page, or one from here) may ask. */
bool guard_origin(const char *origin, uint16_t port);

/* Whether the browser says that the request comes from elsewhere (Sec-Fetch-Site, NULL: it does
 * not say); `is_page`: opening the page by a link is fine. */
bool guard_site(const char *site, bool is_page);

#endif
