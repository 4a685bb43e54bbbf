"""What each folder of src/ may include: the project's map, checked by check.py.

inner   folders whose headers it may see besides its own (as src/CMakeLists.txt)
public  headers of include/suitor
libs    third-party headers, by the start of their name
"""

VALUES = {"status", "sv", "date"}

STAGES = {
    # No football in here but the names of the public enums, and where data/ lies.
    "base": {
        "inner": set(),
        "public": VALUES | {"correction", "extraction", "extractor", "ledger", "export", "register"},
        "libs": {"utf8proc.h"},
    },
    "read": {
        "inner": {"base"},
        "public": VALUES | {"article"},
        "libs": {"libxml/", "cjson/", "zlib.h"},
    },
    "text": {
        "inner": {"base"},
        "public": VALUES,
        "libs": set(),
    },
    "extract": {
        "inner": {"base", "text"},
        "public": VALUES | {"article", "bulk", "extraction", "extractor", "lexicon"},
        "libs": {"cjson/", "image_stamp.h"},  # the latter is made by the build
    },
    "evaluate": {
        "inner": {"base", "read", "text", "extract"},
        "public": VALUES | {"article", "extraction", "extractor", "evaluate"},
        "libs": {"cjson/", "utf8proc.h"},
    },
    "likeness": {
        "inner": {"base"},
        "public": VALUES,
        "libs": set(),
    },
    "store": {
        "inner": {"base", "likeness"},
        "public": VALUES | {"article", "correction", "extraction", "ledger", "register", "store"},
        "libs": {"sqlite3.h"},
    },
    "import": {
        "inner": {"base", "read"},
        "public": VALUES | {"article", "extraction", "extractor", "import", "correction", "ingest", "ledger", "market", "register", "store"},
        "libs": set(),
    },
    "ingest": {
        "inner": {"base", "extract", "import", "likeness", "read", "store"},
        "public": VALUES | {"article", "bulk", "extraction", "extractor", "ingest", "ledger", "store"},
        "libs": set(),
    },
    "market": {
        "inner": {"base"},
        "public": VALUES | {"extraction", "extractor", "ledger", "market"},
        "libs": {"igraph.h", "igraph_", "cjson/"},
    },
    "analyse": {
        "inner": {"base", "market"},
        "public": VALUES | {"extraction", "ledger", "market", "race", "cluster", "chance", "timeline", "similar",
                            "central", "complete"},
        "libs": {"igraph.h", "igraph_"},
    },
    "window": {
        "inner": {"base", "market"},
        "public": VALUES | {"extraction", "ledger", "market", "window", "chain", "register", "backtest"},
        "libs": {"igraph.h", "igraph_"},
    },
    "export": {
        "inner": {"base", "market", "analyse"},
        "public": VALUES | {"extraction", "extractor", "ledger", "market", "race", "chance", "export", "timeline", "chain", "window", "cluster"},
        "libs": {"igraph.h", "igraph_", "graphviz/", "cjson/", "libxml/", "utf8proc.h"},
    },
    # Knows nothing of football: it runs the program, and sends what it says.
    "serve": {
        "inner": {"base"},
        "public": VALUES | {"serve"},
        "libs": {"microhttpd.h", "cjson/"},
    },
    # The program is a user of the library like any other.
    "cli": {
        "inner": set(),
        "public": set(),
        "whole": True,
        "libs": {"cjson/", "utf8proc.h", "getopt.h"},
    },
}

SYSTEM = {
    "arpa/inet.h", "assert.h", "ctype.h", "dirent.h", "emmintrin.h", "errno.h", "fcntl.h", "float.h", "iconv.h", "inttypes.h", "limits.h",
    "locale.h", "math.h", "netinet/in.h", "poll.h", "pthread.h", "sanitizer/asan_interface.h", "signal.h", "spawn.h", "stdalign.h", "stdarg.h", "stdatomic.h", "stdbool.h",
    "stddef.h", "stdint.h", "stdio.h", "stdlib.h", "string.h", "strings.h", "sys/inotify.h", "sys/ioctl.h",
    "sys/mman.h", "sys/resource.h", "sys/socket.h", "sys/stat.h", "sys/types.h", "sys/wait.h", "time.h", "unistd.h", "xlocale.h",
}  # fmt: skip

MAX_C_LINES = 400
MAX_H_LINES = 200
MAX_FUNCTION_LINES = 60
MAX_COLUMNS = 100
