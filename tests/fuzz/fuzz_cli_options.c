/* Any words as arguments, before and after a command's name: they are taken, or refused with the
 * status for that. Words are separated by NUL. */
#include <stdlib.h>
#include <unistd.h>

#include "options.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

enum { MAX_WORDS = 24, MAX_LENGTH = 4096 };

static const cli_option own[] = {
    { "top", 'n', "N", "so many", false },
    { "again", 0, NULL, "a switch", false },
    { "clubs", 0, "FILE", "several", true },
    { NULL, 0, NULL, NULL, false },
};

static const cli_spec spec = { "fuzz [NAME]", "Nothing.", own, "", 0, 3, true };

static void must(bool ok)
{
    if (!ok)
        abort();
}

static void about(FILE *out) { fputs("", out); }

static void read_command(cli_settings *settings, int argc, char **argv)
{
    cli_arguments args;
    uint32_t number = 0;
    int status = -1;

    if (!options_read(&spec, settings, argc, argv, &args, &status)) {
        must(status == STATUS_DONE || status == STATUS_USAGE);
        return;
    }
    must(args.n_names >= 0 && args.n_names <= 3 && args.n_repeated <= MAX_REPEATS);
    if (args.value[0] && options_number("top", NULL, args.value[0], 1, 9, &number))
        must(number >= 1 && number <= 9);
    options_threads(args.value[0], &number);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    cli_settings settings = { "market.db", SUITOR_NO_DAY, false };
    char words[MAX_LENGTH + 1], *argv[MAX_WORDS + 2] = { (char[]){ "suitor" } };
    int argc = 1, first = 0, status = -1;

    len = len < MAX_LENGTH ? len : MAX_LENGTH;
    memcpy(words, bytes, len);
    words[len] = '\0';
    for (size_t at = 0; at < len && argc <= MAX_WORDS; at += strlen(words + at) + 1)
        argv[argc++] = words + at;
    if (!options_read_global(&settings, argc, argv, about, &first, &status)) {
        must(status == STATUS_DONE || status == STATUS_USAGE);
        return 0;
    }
    must(first >= 1 && first <= argc);
    if (first < argc)
        read_command(&settings, argc - first, argv + first);
    return 0;
}
