/* Any bytes as a store: opened, counted, searched and read whole, it is a store or there is a
 * message that names the file. */
#include "fuzz_file.h"
#include "suitor/correction.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

enum { MAX_STORE = 1 << 20 };

static void clear(void)
{
    fuzz_remove("market.db");
    fuzz_remove("market.db-wal");
    fuzz_remove("market.db-shm");
    fuzz_remove("market.db-journal");
    rmdir(fuzz_folder_name);
}

static void check(suitor_status st, const suitor_error *err)
{
    if (st != SUITOR_OK && strncmp(err->message, fuzz_folder_name, strlen(fuzz_folder_name)) != 0)
        abort();
}

static void read_all(suitor_store *store)
{
    suitor_store_stats stats;
    suitor_ledger *ledger = NULL;
    suitor_corrections *corrections = NULL;
    suitor_error err;

    check(suitor_store_count(store, &stats, &err), &err);
    check(suitor_store_ledger(store, SUITOR_NO_DAY, &ledger, &err), &err);
    suitor_ledger_free(ledger);
    check(suitor_store_corrections(store, &corrections, &err), &err);
    suitor_corrections_free(corrections);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    char path[128];
    suitor_error err;

    if (len > MAX_STORE)
        return 0;
    fuzz_folder(clear);
    for (int mode = SUITOR_STORE_CREATE; mode <= SUITOR_STORE_READ; mode++) {
        suitor_store *store = NULL;
        fuzz_remove("market.db-wal");
        fuzz_remove("market.db-shm");
        fuzz_write("market.db", bytes, len);
        strcpy(path, fuzz_path("market.db"));
        suitor_status st = suitor_store_open(path, (suitor_store_mode)mode, &store, &err);
        check(st, &err);
        if (st == SUITOR_OK)
            read_all(store);
        suitor_store_close(store);
    }
    return 0;
}
