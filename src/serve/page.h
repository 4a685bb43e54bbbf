/* The page's files inside the program: the build writes a table of them (embed.cmake). */
#ifndef SERVE_PAGE_H
#define SERVE_PAGE_H

#include <stdbool.h>
#include <stddef.h>

/* The bytes of the file at `path`, a literal, between two symbols. C has no way to say that before
 * C23 (#embed). */
#define PAGE_BYTES(name, path)                                                                     \
    __asm__(".section .rodata\n" #name "_begin:\n.incbin \"" path "\"\n" #name                     \
            "_end:\n.byte 0\n.previous\n");                                                        \
    extern const unsigned char name##_begin[], name##_end[];

#define PAGE_ROW(name, type, file, packed, is_packed)                                              \
    {                                                                                              \
        name, type, file##_begin, file##_end, packed##_begin, packed##_end, is_packed              \
    }

typedef struct {
    const char *name, *type;
    const unsigned char *begin, *end, *packed_begin, *packed_end;
    bool is_packed; /* else packed_… are not to be used */
} page_row;

extern const page_row page_rows[];
extern const size_t page_n_rows;
extern const bool page_built;

#endif
