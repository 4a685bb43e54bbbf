/* Themes: what a style file says otherwise for light and dark backgrounds. */
#include "theme.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "fail.h"

/* Change `target` as `patch` says: objects key by key, all else by what the patch has (RFC 7396,
 * where null takes a key away, which no style needs). False without memory. */
static bool merge(cJSON *target, const cJSON *patch)
{
    const cJSON *each;

    cJSON_ArrayForEach(each, patch)
    {
        cJSON *old = cJSON_GetObjectItemCaseSensitive(target, each->string), *copy;
        if (cJSON_IsObject(old) && cJSON_IsObject(each)) {
            if (!merge(old, each))
                return false;
            continue;
        }
        if (!(copy = cJSON_Duplicate(each, 1)))
            return false;
        if (old ? !cJSON_ReplaceItemViaPointer(target, old, copy)
                : !cJSON_AddItemToObject(target, each->string, copy)) {
            cJSON_Delete(copy);
            return false;
        }
    }
    return true;
}

suitor_status theme_put_on(const char *file, cJSON *root, const char *theme, suitor_error *err)
{
    cJSON *themes = cJSON_DetachItemFromObjectCaseSensitive(root, "themes");
    const cJSON *patch = cJSON_GetObjectItemCaseSensitive(themes, theme), *each;
    suitor_status st = SUITOR_OK;
    char names[128] = "";

    if (!cJSON_IsObject(patch)) {
        cJSON_ArrayForEach(each, themes)
            snprintf(names + strlen(names), sizeof names - strlen(names), "%s%s",
                     *names ? ", " : "", each->string);
        st = fail(err, SUITOR_ERR_INVALID, "%s: there is no theme '%s'; it has these: %s", file,
                  theme, *names ? names : "none");
    } else if (!merge(root, patch)) {
        st = fail(err, SUITOR_ERR_NOMEM, "%s: no memory for the theme", file);
    }
    cJSON_Delete(themes);
    return st;
}
