/* Runs a fuzz target over kept inputs without libFuzzer: each file of the folders given,
 * and each beginning of it, for a text may break off anywhere. Prints the number of
 * inputs; fails when there is none. */
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

enum { MAX_BEGINNINGS = 2000, MAX_INPUT = 1 << 20 };

static void run_beginnings(const uint8_t *bytes, size_t len)
{
    size_t step = len / MAX_BEGINNINGS + 1;

    for (size_t n = 0; n < len; n += step) {
        uint8_t *exact = malloc(n ? n : 1); /* its own block, so that an overrun shows */
        if (!exact)
            abort();
        memcpy(exact, bytes, n);
        LLVMFuzzerTestOneInput(exact, n);
        free(exact);
    }
    LLVMFuzzerTestOneInput(bytes, len);
}

static unsigned run_folder(const char *path)
{
    static uint8_t bytes[MAX_INPUT];
    DIR *dir = opendir(path);
    struct dirent *entry;
    unsigned n = 0;

    while (dir && (entry = readdir(dir))) {
        char name[4096];
        FILE *in;
        snprintf(name, sizeof name, "%s/%s", path, entry->d_name);
        if (entry->d_name[0] == '.' || !(in = fopen(name, "rb")))
            continue;
        run_beginnings(bytes, fread(bytes, 1, sizeof bytes, in));
        fclose(in);
        n++;
    }
    if (dir)
        closedir(dir);
    return n;
}

int main(int argc, char **argv)
{
    unsigned n = 0;

    for (int i = 1; i < argc; i++)
        n += run_folder(argv[i]);
    printf("%u inputs and their beginnings\n", n);
    return n ? 0 : 1;
}
