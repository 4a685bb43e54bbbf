/* A program of somebody else: built against an installed libsuitor by install.sh. */
#include <suitor.h>

#include <stdio.h>

static suitor_status show(const suitor_article *article, void *user, suitor_error *err)
{
    (void)user;
    (void)err;
    printf("%.*s\n", SUITOR_SV_ARG(article->text));
    return SUITOR_OK;
}

int main(int argc, char **argv)
{
    suitor_extractor *extractor = NULL;
    suitor_error err = { SUITOR_OK, "" };

    if (argc < 2 || suitor_extractor_load(NULL, &extractor, &err) != SUITOR_OK ||
        suitor_read(argv[1], NULL, show, NULL, NULL, &err) != SUITOR_OK) {
        fprintf(stderr, "%s: %s\n", suitor_status_name(err.code), err.message);
        return 1;
    }
    suitor_extractor_free(extractor);
    return 0;
}
