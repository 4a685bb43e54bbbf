/* Elements of a page that are probably not part of its article. */
#ifndef READ_HTML_NOISE_H
#define READ_HTML_NOISE_H

#include "html_dom.h"

/* Whether its name, role, class or id says that `element` holds a menu, advert, cookie
 * notice, list of other stories or the like, or that it is not shown. A hint only: some
 * sites put their whole page into a form. */
bool noise_is_likely(const xmlNode *element);

#endif
