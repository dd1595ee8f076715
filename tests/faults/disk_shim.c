/* Stands between the program and its disk (LD_PRELOAD): counts what changes the disk, lets the n-th of these fail or
 * end the process, and can write down every one of them with its bytes. Only what lies in the watched folder counts.
 *
 * Built by shim.py where there is a C compiler; Linux and glibc only. Memory maps pass unseen: of the files of a store
 * only the -shm is mapped, and SQLite takes nothing from that after a power cut.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

enum act { CREATE = 1, WRITE, TRUNCATE, SYNC, RENAME, UNLINK, MAKE_DIR, REMOVE_DIR, NOTE };
enum fault { NONE, KILL_BEFORE, KILL_HALFWAY, KILL_AFTER, FAIL_ONCE, SHORT_WRITE, FULL_FROM_HERE };

static char watched[PATH_MAX];
static size_t watched_length;
static long count, counts[NOTE], fault_at;
static int fault_kind, fault_errno, only_act, log_file = -1;
static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;

struct header {
    uint8_t act, unused[3];
    uint32_t name_length;
    uint64_t inode, offset, length;
};

/* Told from Python ---------------------------------------------------------------------------------------------- */

void disk_watch(const char *folder) {
    snprintf(watched, sizeof watched, "%s", folder);
    watched_length = strlen(watched);
}

/* Let the n-th change from now on (of one act only, unless 0) meet a fault; n = 0 counts and lets all pass. */
void disk_arm(long n, int kind, int error, int act) {
    count = 0;
    memset(counts, 0, sizeof counts);
    fault_at = n;
    fault_kind = kind;
    fault_errno = error;
    only_act = act;
}

/* How much has changed since then, by one kind of act or (0) by all. */
long disk_count(int act) { return counts[act]; }

void disk_record(int descriptor) { log_file = descriptor; }

static void pour(const void *bytes, size_t length) {
    const char *at = bytes;
    while (length > 0) {
        long done = syscall(SYS_write, log_file, at, length);
        if (done <= 0) abort();
        at += done;
        length -= done;
    }
}

static void tell(int act, const char *name, size_t name_length, uint64_t inode, uint64_t offset, const void *data,
                 size_t length) {
    if (log_file < 0) return;
    struct header header = {act, {0}, name_length, inode, offset, length};
    pthread_mutex_lock(&turn);
    pour(&header, sizeof header);
    pour(name, name_length);
    if (data) pour(data, length);
    pthread_mutex_unlock(&turn);
}

void disk_note(const char *text) { tell(NOTE, "", 0, 0, 0, text, strlen(text)); }

/* Whose is it --------------------------------------------------------------------------------------------------- */

static int is_watched(const char *path) {
    return watched_length > 0 && strncmp(path, watched, watched_length) == 0 &&
           (path[watched_length] == '/' || path[watched_length] == 0 || watched_length == 1);
}

/* The absolute path of a name relative to an open folder; links in it are not followed. */
static void absolute(int folder, const char *name, char *path) {
    char base[PATH_MAX] = "";
    if (name[0] == '/') {
        snprintf(path, PATH_MAX, "%s", name);
        return;
    }
    if (folder == AT_FDCWD) {
        if (!getcwd(base, sizeof base)) base[0] = 0;
    } else {
        char link[64];
        snprintf(link, sizeof link, "/proc/self/fd/%d", folder);
        ssize_t length = readlink(link, base, sizeof base - 1);
        base[length < 0 ? 0 : length] = 0;
    }
    snprintf(path, PATH_MAX, "%.2000s/%.2000s", base, name);
}

/* Whether an open file counts; its path and what it is. */
static int is_watched_file(int descriptor, char *path, struct stat *told) {
    if (watched_length == 0 || descriptor == log_file || fstat(descriptor, told) != 0) return 0;
    if (!S_ISREG(told->st_mode) && !S_ISDIR(told->st_mode)) return 0;
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    ssize_t length = readlink(link, path, PATH_MAX - 1);
    if (length < 0) return 0;
    path[length] = 0;
    return is_watched(path);
}

/* The fault ----------------------------------------------------------------------------------------------------- */

static void die(void) {
    syscall(SYS_kill, getpid(), SIGKILL);
    for (;;) pause();
}

/* What is to happen to this change; counts it. Killing before it happens here. */
static int struck(int act) {
    counts[0]++;
    counts[act]++;
    if (only_act && act != only_act) return NONE;
    long number = ++count;
    if (fault_at == 0 || fault_kind == NONE) return NONE;
    if (fault_kind == FULL_FROM_HERE)
        return number >= fault_at && (act == CREATE || act == WRITE || act == MAKE_DIR) ? FAIL_ONCE : NONE;
    if (number != fault_at) return NONE;
    if (fault_kind == KILL_BEFORE || (fault_kind == KILL_HALFWAY && act != WRITE)) die();
    if (fault_kind == SHORT_WRITE && act != WRITE) return NONE;
    return fault_kind;
}

#define MEET(act)                      \
    int meets = struck(act);           \
    if (meets == FAIL_ONCE) {          \
        errno = fault_errno;           \
        return -1;                     \
    }
#define SURVIVE \
    if (meets == KILL_AFTER) die()

/* Writing ------------------------------------------------------------------------------------------------------- */

static ssize_t put(int descriptor, const void *data, size_t length, off64_t offset) {
    return offset < 0 ? syscall(SYS_write, descriptor, data, length)
                      : syscall(SYS_pwrite64, descriptor, data, length, offset);
}

static ssize_t written(int descriptor, const void *data, size_t length, off64_t offset) {
    char path[PATH_MAX];
    struct stat told;
    if (!is_watched_file(descriptor, path, &told)) return put(descriptor, data, length, offset);
    MEET(WRITE)
    if (meets == KILL_HALFWAY || meets == SHORT_WRITE) length = length > 1 ? length / 2 : length;
    ssize_t done = put(descriptor, data, length, offset);
    if (meets == KILL_HALFWAY) die();
    if (done > 0) {
        off64_t from = offset < 0 ? lseek64(descriptor, 0, SEEK_CUR) - done : offset;
        tell(WRITE, path, strlen(path), told.st_ino, from, data, done);
    }
    SURVIVE;
    return done;
}

ssize_t write(int descriptor, const void *data, size_t length) { return written(descriptor, data, length, -1); }

ssize_t pwrite(int descriptor, const void *data, size_t length, off_t offset) {
    return written(descriptor, data, length, offset);
}

ssize_t pwrite64(int descriptor, const void *data, size_t length, off64_t offset) {
    return written(descriptor, data, length, offset);
}

ssize_t writev(int descriptor, const struct iovec *parts, int number) {
    ssize_t all = 0;
    for (int i = 0; i < number; i++) {
        if (parts[i].iov_len == 0) continue;
        ssize_t done = write(descriptor, parts[i].iov_base, parts[i].iov_len);
        if (done < 0) return all > 0 ? all : done;
        all += done;
        if ((size_t)done < parts[i].iov_len) break;
    }
    return all;
}

/* The kernel copying by itself would pass unseen; every caller goes on with read and write. */
ssize_t copy_file_range(int from, off64_t *from_at, int to, off64_t *to_at, size_t length, unsigned flags) {
    (void)from, (void)from_at, (void)to, (void)to_at, (void)length, (void)flags;
    errno = ENOSYS;
    return -1;
}

static int truncated(int descriptor, off64_t size) {
    char path[PATH_MAX];
    struct stat told;
    if (!is_watched_file(descriptor, path, &told)) return syscall(SYS_ftruncate, descriptor, size);
    MEET(TRUNCATE)
    int done = syscall(SYS_ftruncate, descriptor, size);
    if (done == 0) tell(TRUNCATE, path, strlen(path), told.st_ino, size, NULL, 0);
    SURVIVE;
    return done;
}

int ftruncate(int descriptor, off_t size) { return truncated(descriptor, size); }

int ftruncate64(int descriptor, off64_t size) { return truncated(descriptor, size); }

static int synced(int descriptor, long call) {
    char path[PATH_MAX];
    struct stat told;
    if (!is_watched_file(descriptor, path, &told)) return syscall(call, descriptor);
    MEET(SYNC)
    int done = syscall(call, descriptor);
    if (done == 0) tell(SYNC, path, strlen(path), told.st_ino, S_ISDIR(told.st_mode), NULL, 0);
    SURVIVE;
    return done;
}

int fsync(int descriptor) { return synced(descriptor, SYS_fsync); }

int fdatasync(int descriptor) { return synced(descriptor, SYS_fdatasync); }

/* Names --------------------------------------------------------------------------------------------------------- */

static int opened(int folder, const char *name, int flags, mode_t mode) {
    char path[PATH_MAX];
    struct stat told;
    absolute(folder, name, path);
    int existed = fstatat(AT_FDCWD, path, &told, 0) == 0;
    int creates = (flags & O_CREAT) && !existed;
    int empties = (flags & O_TRUNC) && existed && told.st_size > 0;
    if (!is_watched(path) || !(creates || empties)) return syscall(SYS_openat, folder, name, flags, mode);
    MEET(creates ? CREATE : TRUNCATE)
    int descriptor = syscall(SYS_openat, folder, name, flags, mode);
    if (descriptor >= 0 && fstat(descriptor, &told) == 0)
        tell(creates ? CREATE : TRUNCATE, path, strlen(path), told.st_ino, 0, NULL, 0);
    SURVIVE;
    return descriptor;
}

#define WITH_MODE                                    \
    mode_t mode = 0;                                 \
    if (flags & (O_CREAT | __O_TMPFILE)) {           \
        va_list more;                                \
        va_start(more, flags);                       \
        mode = va_arg(more, mode_t);                 \
        va_end(more);                                \
    }

int open(const char *name, int flags, ...) {
    WITH_MODE
    return opened(AT_FDCWD, name, flags, mode);
}

int open64(const char *name, int flags, ...) {
    WITH_MODE
    return opened(AT_FDCWD, name, flags | O_LARGEFILE, mode);
}

int openat(int folder, const char *name, int flags, ...) {
    WITH_MODE
    return opened(folder, name, flags, mode);
}

int openat64(int folder, const char *name, int flags, ...) {
    WITH_MODE
    return opened(folder, name, flags | O_LARGEFILE, mode);
}

int creat(const char *name, mode_t mode) { return opened(AT_FDCWD, name, O_CREAT | O_WRONLY | O_TRUNC, mode); }

static int renamed(int from_folder, const char *from, int to_folder, const char *to) {
    char names[2 * PATH_MAX], target[PATH_MAX];
    absolute(from_folder, from, names);
    absolute(to_folder, to, target);
    if (!is_watched(names) && !is_watched(target)) return syscall(SYS_renameat, from_folder, from, to_folder, to);
    MEET(RENAME)
    int done = syscall(SYS_renameat, from_folder, from, to_folder, to);
    size_t length = strlen(names);
    memcpy(names + length + 1, target, strlen(target) + 1);
    if (done == 0) tell(RENAME, names, length + 1 + strlen(target), 0, 0, NULL, 0);
    SURVIVE;
    return done;
}

int rename(const char *from, const char *to) { return renamed(AT_FDCWD, from, AT_FDCWD, to); }

int renameat(int from_folder, const char *from, int to_folder, const char *to) {
    return renamed(from_folder, from, to_folder, to);
}

static int removed(int folder, const char *name, int flags) {
    char path[PATH_MAX];
    struct stat told;
    absolute(folder, name, path);
    int act = flags & AT_REMOVEDIR ? REMOVE_DIR : UNLINK;
    if (!is_watched(path) || fstatat(AT_FDCWD, path, &told, AT_SYMLINK_NOFOLLOW) != 0)
        return syscall(SYS_unlinkat, folder, name, flags);
    MEET(act)
    int done = syscall(SYS_unlinkat, folder, name, flags);
    if (done == 0) tell(act, path, strlen(path), 0, 0, NULL, 0);
    SURVIVE;
    return done;
}

int unlink(const char *name) { return removed(AT_FDCWD, name, 0); }

int unlinkat(int folder, const char *name, int flags) { return removed(folder, name, flags); }

int rmdir(const char *name) { return removed(AT_FDCWD, name, AT_REMOVEDIR); }

static int made(int folder, const char *name, mode_t mode) {
    char path[PATH_MAX];
    struct stat told;
    absolute(folder, name, path);
    if (!is_watched(path) || fstatat(AT_FDCWD, path, &told, 0) == 0) return syscall(SYS_mkdirat, folder, name, mode);
    MEET(MAKE_DIR)
    int done = syscall(SYS_mkdirat, folder, name, mode);
    if (done == 0) tell(MAKE_DIR, path, strlen(path), 0, 0, NULL, 0);
    SURVIVE;
    return done;
}

int mkdir(const char *name, mode_t mode) { return made(AT_FDCWD, name, mode); }

int mkdirat(int folder, const char *name, mode_t mode) { return made(folder, name, mode); }

/* From the first moment on, for a program that knows nothing of this ---------------------------------------------- */

__attribute__((constructor)) static void begin(void) {
    const char *folder = getenv("NEEDSFORM_DISK_WATCH"), *log = getenv("NEEDSFORM_DISK_LOG");
    if (!folder || !log) return;
    disk_watch(folder);
    log_file = syscall(SYS_openat, AT_FDCWD, log, O_CREAT | O_WRONLY | O_APPEND | O_CLOEXEC, 0600);
}
