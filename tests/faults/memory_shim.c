/* Stands between one library of the program and its memory (LD_PRELOAD): counts what that library asks for, and lets
 * the n-th request fail, or every one from the n-th on. Whatever anybody else asks for is given.
 *
 * Built by shim.py where there is a C compiler; Linux and glibc only.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <link.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

extern void *__libc_malloc(size_t);
extern void *__libc_calloc(size_t, size_t);
extern void *__libc_realloc(void *, size_t);

static uintptr_t from, to;
static long count, failed, first, last;

static int look(struct dl_phdr_info *library, size_t size, void *name) {
    (void)size;
    if (strcmp(library->dlpi_name, name) != 0) return 0;
    for (int i = 0; i < library->dlpi_phnum; i++) {
        const ElfW(Phdr) *part = &library->dlpi_phdr[i];
        if (part->p_type != PT_LOAD || !(part->p_flags & PF_X)) continue;
        from = library->dlpi_addr + part->p_vaddr;
        to = from + part->p_memsz;
    }
    return 1;
}

/* The library that is short of memory, by its path; whether it is loaded. */
int memory_watch(const char *library) { return dl_iterate_phdr(look, (void *)library); }

/* Let the n-th request from now on fail, and as many after it as told; n = 0 counts and gives everything. */
void memory_arm(long n, long number) {
    count = failed = 0;
    first = n;
    last = n > 0 ? n + number - 1 : 0;
}

/* How often the library has asked since then. */
long memory_count(void) { return count; }

/* How often it was refused. */
long memory_failed(void) { return failed; }

static int refused(void *asked_from) {
    uintptr_t at = (uintptr_t)asked_from;
    if (at < from || at >= to) return 0;
    long number = ++count;
    if (first == 0 || number < first || number > last) return 0;
    failed++;
    errno = ENOMEM;
    return 1;
}

#define ASKED_FROM __builtin_extract_return_addr(__builtin_return_address(0))

void *malloc(size_t size) { return refused(ASKED_FROM) ? NULL : __libc_malloc(size); }

void *calloc(size_t number, size_t size) { return refused(ASKED_FROM) ? NULL : __libc_calloc(number, size); }

void *realloc(void *block, size_t size) { return refused(ASKED_FROM) ? NULL : __libc_realloc(block, size); }
