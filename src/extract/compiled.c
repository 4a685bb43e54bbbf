/* Images of extractors. The file's name tells for which folder and registers it is, its key
 * what state these are in (names, sizes and times of all files) and which program wrote it
 * (a hash of its sources, made by the build). So an image that is out of date is replaced
 * where it stands.
 *
 * Every array that is asked for an article must be described below; what only loading
 * needs is left out.
 */
#include "compiled.h"

#include <dirent.h>
#include <stdio.h>
#include <sys/stat.h>
#include <time.h>

#include <image_stamp.h>

#include "hash.h"
#include "reading.h"

enum {
    PATH_SIZE = 1024,
    DEEPEST = 4, /* folders below those of the data */
    /* Files changed a moment ago may change again without their time telling; in seconds,
     * as some file systems keep no more. */
    UNSETTLED = 2
};

static void describe_vocab(image *m, vocab *v)
{
    uint32_t n_classes = v->count + 1;

    image_number(m, &v->mask);
    image_number(m, &v->n_short);
    image_number(m, &v->count);
    image_table(m, &v->slots, &v->mask, sizeof *v->slots);
    image_array(m, &v->classes, &n_classes, sizeof *v->classes);
    image_array(m, &v->marks, &n_classes, sizeof *v->marks);
    image_strmap(m, &v->longer);
}

static void describe_trie(image *m, trie *t)
{
    image_number(m, &t->mask);
    image_number(m, &t->n_edges);
    image_array(m, &t->roots, &t->n_roots, sizeof *t->roots);
    image_table(m, &t->edges, &t->mask, sizeof *t->edges);
    image_array(m, &t->heads, &t->n_nodes, sizeof *t->heads);
    image_array(m, &t->entries, &t->n_entries, sizeof *t->entries);
}

static void describe_lexicon(image *m, lexicon *lex)
{
    describe_vocab(m, &lex->words);
    describe_trie(m, &lex->names);
    describe_trie(m, &lex->signals);
    uint32_t n_bits = lex->words.count + 1, n_starts = lex->words.count + 2;

    image_array(m, &lex->word_pool, &lex->n_words, sizeof *lex->word_pool);
    image_array(m, &lex->sequences, &lex->n_sequences, sizeof *lex->sequences);
    image_array(m, &lex->elements, &lex->n_elements, sizeof *lex->elements);
    image_array(m, &lex->cues, &lex->n_cues, sizeof *lex->cues);
    image_array(m, &lex->patterns, &lex->n_patterns, sizeof *lex->patterns);
    image_views(m, offsetof(pattern, text));
    image_number(m, &lex->pair_mask);
    image_number(m, &lex->n_needed);
    image_array(m, &lex->calls, &lex->n_calls, sizeof *lex->calls);
    image_array(m, &lex->by_word, &n_starts, sizeof *lex->by_word);
    image_table(m, &lex->by_pair, &lex->pair_mask, sizeof *lex->by_pair);
    image_array(m, &lex->needs, &lex->n_needs, sizeof *lex->needs);
    image_array(m, &lex->filter_bits, &n_bits, sizeof *lex->filter_bits);
    image_array(m, &lex->heads, &lex->n_sequences, sizeof *lex->heads);
}

static void describe_names(image *m, suitor_sv **names, uint32_t *count)
{
    image_array(m, names, count, sizeof **names);
    image_views(m, 0);
}

static void describe_gazetteer(image *m, gazetteer *g)
{
    image_array(m, &g->clubs, &g->n_clubs, sizeof *g->clubs);
    image_views(m, offsetof(gazetteer_club, name));
    image_array(m, &g->leagues, &g->n_leagues, sizeof *g->leagues);
    image_views(m, offsetof(gazetteer_league, name));
    image_array(m, &g->staff, &g->n_staff, sizeof *g->staff);
    image_views(m, offsetof(gazetteer_staff, name));
    image_array(m, &g->players, &g->n_players, sizeof *g->players);
    image_views(m, offsetof(gazetteer_player, name));
    image_views(m, offsetof(gazetteer_player, folded));
    image_array(m, &g->spells, &g->n_spells, sizeof *g->spells);
    image_array(m, &g->titles, &g->n_titles, sizeof *g->titles);
    describe_names(m, &g->countries, &g->n_countries);
    describe_names(m, &g->outlets, &g->n_outlets);
    describe_names(m, &g->journalists, &g->n_journalists);
    image_number(m, &g->registered.mask);
    image_number(m, &g->registered.count);
    image_table(m, &g->registered.slots, &g->registered.mask, sizeof *g->registered.slots);
    image_strmap(m, &g->surnames);
    image_strmap(m, &g->staff_surnames);
}

static void describe_languages(image *m, languages *l)
{
    image_number(m, &l->mask);
    image_number(m, &l->n_words);
    image_table(m, &l->words, &l->mask, sizeof *l->words);
    describe_names(m, &l->codes, &l->n);
}

static void describe_model(image *m, model *of)
{
    uint32_t n_cells = of->n_blocks * BLOCK_LAYOUTS;

    for (uint32_t t = 0; t < N_FEATURES; t++) {
        image_number(m, &of->ranges[t].first);
        image_number(m, &of->ranges[t].count);
    }
    image_number(m, &of->n_words);
    image_number(m, &of->n_pair_rows);
    image_number(m, &of->n_stay_rows);
    image_number(m, &of->pair_mask);
    image_array(m, &of->rows, &of->n_rows, sizeof *of->rows);
    image_array(m, &of->cells, &n_cells, sizeof *of->cells);
    image_array(m, &of->blocks, &of->n_indexed, sizeof *of->blocks);
    image_array(m, &of->numbers, &of->n_numbered, sizeof *of->numbers);
    image_table(m, &of->pairs, &of->pair_mask, sizeof *of->pairs);
}

static void describe(image *m, suitor_extractor *x)
{
    describe_lexicon(m, &x->lex);
    describe_gazetteer(m, &x->gaz);
    describe_languages(m, &x->languages);
    describe_model(m, &x->model);
}

/* What the files are like that an extractor is loaded from. */
typedef struct {
    uint64_t sum; /* of hashes, so that the order of files in a folder does not matter */
    time_t latest;
} state;

static void add_file(state *s, const char *path, const struct stat *info)
{
    const int64_t numbers[] = { info->st_size, info->st_mtim.tv_sec, info->st_mtim.tv_nsec,
                                (int64_t)info->st_ino, (int64_t)info->st_dev };

    s->sum += hash_bytes(hash_bytes(0, path, strlen(path)), numbers, sizeof numbers);
    if (info->st_mtim.tv_sec > s->latest)
        s->latest = info->st_mtim.tv_sec;
    if (info->st_ctim.tv_sec > s->latest)
        s->latest = info->st_ctim.tv_sec;
}

/* A file, or all files of a folder. */
static void add_path(state *s, const char *path, int depth)
{
    char below[PATH_SIZE];
    struct stat info;
    struct dirent *entry;
    DIR *dir;

    if (stat(path, &info) != 0)
        return;
    if (S_ISREG(info.st_mode))
        add_file(s, path, &info);
    if (!S_ISDIR(info.st_mode) || depth == DEEPEST || !(dir = opendir(path)))
        return;
    while ((entry = readdir(dir)))
        if (entry->d_name[0] != '.' &&
            snprintf(below, sizeof below, "%s/%s", path, entry->d_name) < (int)sizeof below)
            add_path(s, below, depth + 1);
    closedir(dir);
}

static state state_of(const suitor_extractor_options *options)
{
    /* sizes, so that a library built for another machine is told */
    const uint64_t layout[] = {
        SUITOR_IMAGE_STAMP,        sizeof(void *),     sizeof(pattern),
        sizeof(gazetteer_player),  sizeof(call),       sizeof(trie_edge),
        sizeof(registered_person), sizeof(label_sums), sizeof(language_word)
    };
    char path[PATH_SIZE];
    state s = { hash_bytes(0, layout, sizeof layout), 0 };

    for (size_t i = 0; i < 2; i++)
        if (snprintf(path, sizeof path, "%s/%s", options->data_dir, i ? "gazetteer" : "lexicon") <
            (int)sizeof path)
            add_path(&s, path, 0);
    for (uint32_t i = 0; i < options->n_registers; i++)
        add_path(&s, options->registers[i], DEEPEST);
    return s;
}

/* The image's path; false where there is to be none. */
static bool image_path(const suitor_extractor_options *options, char path[PATH_SIZE])
{
    uint64_t names = hash_bytes(0, options->data_dir, strlen(options->data_dir));

    for (uint32_t i = 0; i < options->n_registers; i++)
        names = hash_bytes(names, options->registers[i], strlen(options->registers[i]));
    return options->cache_dir &&
           snprintf(path, PATH_SIZE, "%s/tables-%016llx.image", options->cache_dir,
                    (unsigned long long)names) < PATH_SIZE;
}

bool compiled_open(suitor_extractor *x, const suitor_extractor_options *options, uint64_t *key)
{
    char path[PATH_SIZE];

    *key = 0;
    if (!image_path(options, path))
        return false;
    *key = state_of(options).sum;
    if (!image_open(&x->image, path, *key))
        return false;
    describe(&x->image, x);
    if (!x->image.failed)
        return true;
    image_close(&x->image);
    *x = (suitor_extractor){ 0 };
    return false;
}

/* Make the folder and the one above it, as ~/.cache may be missing, too. */
static void make_folder(const char *path)
{
    char above[PATH_SIZE];
    const char *slash = strrchr(path, '/');

    if (slash && slash > path && (size_t)(slash - path) < sizeof above) {
        memcpy(above, path, (size_t)(slash - path));
        above[slash - path] = '\0';
        mkdir(above, 0700);
    }
    mkdir(path, 0700);
}

void compiled_save(suitor_extractor *x, const suitor_extractor_options *options, uint64_t key)
{
    char path[PATH_SIZE];
    image m;

    if (!image_path(options, path))
        return;
    state s = state_of(options);
    if (s.sum != key || s.latest + UNSETTLED >= time(NULL))
        return;
    make_folder(options->cache_dir);
    image_begin(&m);
    describe(&m, x);
    image_save(&m, path, key);
}
