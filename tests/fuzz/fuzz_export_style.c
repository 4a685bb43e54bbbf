/* Any bytes as the style of pictures, with and without a theme: a style, or a message. */
#include "fuzz_file.h"
#include "style.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

static void clear(void)
{
    fuzz_remove("style.json");
    rmdir(fuzz_folder_name);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    static const char *const themes[] = { NULL, "dark" };
    suitor_error err;

    fuzz_folder(clear);
    fuzz_write("style.json", bytes, len);
    for (size_t i = 0; i < sizeof themes / sizeof *themes; i++) {
        style s = { 0 };
        suitor_status st = style_load(fuzz_path("style.json"), themes[i], &s, &err);
        if (st == SUITOR_OK && (s.n_clusters > 0 && !s.clusters))
            abort();
        if (st != SUITOR_OK && !strstr(err.message, "style.json"))
            abort();
        style_clear(&s);
    }
    return 0;
}
