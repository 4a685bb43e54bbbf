/* Any bytes as the JSON of a gold row: labels in range, and names that can be aligned. */
#include <stdbool.h>
#include <stdlib.h>

#include "align.h"
#include "gold_labels.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

static void must(bool ok)
{
    if (!ok)
        abort();
}

static void check(const gold_row *row)
{
    for (uint32_t i = 0; i < row->n_players; i++) {
        must(row->players[i].name.len > 0 && row->players[i].age >= -1);
        must(row->players[i].position < SUITOR_N_POSITIONS);
    }
    for (uint32_t i = 0; i < row->n_claims; i++) {
        must(row->claims[i].player.len > 0 && row->claims[i].relation < SUITOR_N_RELATIONS);
        must(row->claims[i].stage <= SUITOR_N_STAGES);
    }
}

/* A name of the gold means itself, or one before it that is spelled alike. */
static void check_alignment(const gold_row *row, arena *memory)
{
    aligner a;

    must(align_begin(&a, row, memory, NULL) == SUITOR_OK);
    for (uint32_t i = 0; i < a.players.count; i++) {
        const suitor_player player = { .name = a.players.names[i].name };
        const suitor_facts facts = { .players = &player, .n_players = 1 };
        uint32_t found;
        must(align_player(&a, &facts, 0, &found, NULL, NULL) == SUITOR_OK && found <= i);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    cJSON *json = cJSON_ParseWithLength((const char *)bytes, len);
    gold_row row = { .article = { .id = suitor_sv_of("fuzz") } };
    arena memory = { 0 };
    suitor_error err;

    if (json && gold_labels_read(json, &memory, &row, &err) == SUITOR_OK) {
        check(&row);
        check_alignment(&row, &memory);
    }
    cJSON_Delete(json);
    arena_free(&memory);
    return 0;
}
