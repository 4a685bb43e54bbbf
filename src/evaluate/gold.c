/* Gold files: the articles in them as suitor_read() reads them, so that they are what is
 * extracted from, each with the labels of the JSON object that has its id. */
#include "gold.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "fail.h"
#include "file.h"
#include "gold_labels.h"
#include "grow.h"
#include "walk.h"

enum { LIMIT_BYTES = 64 << 20 };

typedef struct {
    gold_set *set;
    suitor_problem_fn on_problem;
    void *user;
    suitor_error *err;
    const cJSON *root; /* of the file at hand: a row, or a list of them */
    const cJSON *next; /* the row behind the one last found */
} reader;

/* Tell that something is skipped, and go on; only without memory there is an end. */
static suitor_status skip(const reader *r, const suitor_error *problem)
{
    if (problem->code == SUITOR_ERR_NOMEM)
        return fail(r->err, problem->code, "%s", problem->message);
    if (r->on_problem)
        r->on_problem(problem, r->user);
    return SUITOR_OK;
}

static void on_unread(const suitor_error *problem, void *user)
{
    const reader *r = user;

    if (r->on_problem)
        r->on_problem(problem, r->user);
}

static bool has_id(const cJSON *row, suitor_sv id)
{
    const cJSON *own = cJSON_GetObjectItemCaseSensitive(row, "id");

    return cJSON_IsString(own) && suitor_sv_equal(suitor_sv_of(own->valuestring), id);
}

/* The next row with that id; NULL for none. Rows and articles come in the same order, but
 * rows without a text give no article. */
static const cJSON *find_row(reader *r, suitor_sv id)
{
    const cJSON *first = cJSON_IsArray(r->root) ? r->root->child : r->root;

    for (const cJSON *row = r->next; row; row = row->next)
        if (has_id(row, id)) {
            r->next = row->next;
            return row;
        }
    for (const cJSON *row = first; row && row != r->next; row = row->next)
        if (has_id(row, id))
            return row;
    return NULL;
}

/* Copy what the article's views show. */
static suitor_status keep_article(arena *memory, const suitor_article *from, suitor_article *to,
                                  suitor_error *err)
{
    suitor_sv *const views[] = { &to->id, &to->url, &to->outlet, &to->title, &to->text, &to->path };

    *to = *from;
    for (size_t i = 0; i < sizeof views / sizeof *views; i++) {
        *views[i] = arena_copy(memory, *views[i]);
        if (!views[i]->ptr)
            return fail(err, SUITOR_ERR_NOMEM, "%.*s: no memory to keep it",
                        SUITOR_SV_ARG(from->path));
    }
    return SUITOR_OK;
}

static suitor_status on_article(const suitor_article *article, void *user, suitor_error *err)
{
    reader *r = user;
    gold_set *set = r->set;
    const cJSON *json = find_row(r, article->id);
    gold_row row = { .order = set->n_rows };
    suitor_error problem;
    suitor_status st;

    if (!json) {
        fail(&problem, SUITOR_ERR_PARSE, "%.*s: an article has no id by which to find its labels",
             SUITOR_SV_ARG(article->path));
        return skip(r, &problem);
    }
    st = keep_article(&set->memory, article, &row.article, &problem);
    if (st == SUITOR_OK)
        st = gold_labels_read(json, &set->memory, &row, &problem);
    if (st != SUITOR_OK)
        return skip(r, &problem);
    if (!grow(&set->rows, &set->cap, set->n_rows + 1, sizeof *set->rows))
        return fail(err, SUITOR_ERR_NOMEM, "%.*s: no memory to keep it",
                    SUITOR_SV_ARG(article->path));
    set->rows[set->n_rows++] = row;
    return SUITOR_OK;
}

static suitor_status parse(const char *path, cJSON **root, suitor_error *problem)
{
    arena memory = { 0 };
    suitor_sv bytes;
    const char *at = NULL;
    unsigned line = 1;
    suitor_status st = file_read(path, LIMIT_BYTES, &memory, &bytes, problem);

    if (st == SUITOR_OK) {
        *root = cJSON_ParseWithLengthOpts(bytes.ptr, bytes.len + 1, &at, 1);
        for (const char *p = bytes.ptr; !*root && p < at; p++)
            line += *p == '\n';
        if (!*root)
            st = fail(problem, SUITOR_ERR_PARSE, "%s:%u: is not valid JSON here", path, line);
    }
    arena_free(&memory);
    return st;
}

static suitor_status read_file(const char *path, void *user)
{
    reader *r = user;
    cJSON *root = NULL;
    suitor_error problem;
    suitor_status st = parse(path, &root, &problem);

    r->root = root;
    r->next = cJSON_IsArray(root) ? root->child : root;
    st = st != SUITOR_OK ? skip(r, &problem)
                         : suitor_read(path, NULL, on_article, on_unread, r, r->err);
    r->root = r->next = NULL;
    cJSON_Delete(root);
    return st;
}

static suitor_status read_file_of_folder(const char *path, void *user)
{
    size_t len = strlen(path);

    return len > 5 && strcmp(path + len - 5, ".json") == 0 ? read_file(path, user) : SUITOR_OK;
}

static suitor_status on_trouble(const char *path, int error_number, void *user)
{
    suitor_error problem;

    fail(&problem, error_number == ENOENT ? SUITOR_ERR_NOTFOUND : SUITOR_ERR_IO,
         "%s: cannot be opened: %s", path, strerror(error_number));
    return skip(user, &problem);
}

suitor_status gold_read(gold_set *set, const char *path, suitor_problem_fn on_problem, void *user,
                        suitor_error *err)
{
    reader r = { .set = set, .on_problem = on_problem, .user = user, .err = err };
    const walker w = { .on_file = read_file_of_folder, .on_trouble = on_trouble, .user = &r };
    struct stat info;

    if (stat(path, &info) != 0)
        return on_trouble(path, errno, &r);
    return S_ISDIR(info.st_mode) ? walk_folder(path, &w, err) : read_file(path, &r);
}

static int by_id(const void *a, const void *b)
{
    const gold_row *x = a, *y = b;
    int order = gold_compare(x->article.id, y->article.id);

    return order ? order : (x->order > y->order) - (x->order < y->order);
}

int gold_compare(suitor_sv a, suitor_sv b)
{
    size_t common = a.len < b.len ? a.len : b.len;
    int order = common ? memcmp(a.ptr, b.ptr, common) : 0;

    return order ? order : (a.len > b.len) - (a.len < b.len);
}

void gold_sort(gold_set *set, suitor_problem_fn on_problem, void *user)
{
    uint32_t kept = 0;

    if (set->n_rows)
        qsort(set->rows, set->n_rows, sizeof *set->rows, by_id);
    for (uint32_t i = 0; i < set->n_rows; i++) {
        const gold_row *row = &set->rows[i];
        if (i + 1 < set->n_rows && gold_compare(row->article.id, row[1].article.id) == 0) {
            suitor_error problem;
            fail(&problem, SUITOR_ERR_PARSE, "%.*s: another article has the id %.*s, too",
                 SUITOR_SV_ARG(row->article.path), SUITOR_SV_ARG(row->article.id));
            if (on_problem)
                on_problem(&problem, user);
        } else {
            set->rows[kept++] = *row;
        }
    }
    set->n_rows = kept;
}

void gold_free(gold_set *set)
{
    free(set->rows);
    arena_free(&set->memory);
    *set = (gold_set){ 0 };
}
