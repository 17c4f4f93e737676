// Preloaded into a program, makes its system calls and allocations fail as the environment says:
//
//   CALQUE_FAULT=read:short        each read or write does less than it was asked for
//   CALQUE_FAULT=read:EINTR        every other one is interrupted before it does anything
//   CALQUE_FAULT=read:EIO:3        the third fails with that error, and all after it; likewise write, sync, close,
//                                  rename and map, with EIO, ENOSPC or ENOMEM
//   CALQUE_FAULT=memory:site:3     the first allocation at the third place in the program that allocates, a place being
//                                  the functions on the stack
//   CALQUE_FAULT=memory:from:3     the third allocation, and all after it
//   CALQUE_FAULT=count             nothing fails
//
// Allocations do not fail inside ICU (72) or while simdjson (3.0) chooses its implementation, because these then end
// the program or wait for ever. Nothing fails before the model is opened, because CLI11 (2.1) ends the program in
// places. At the end, the file named by CALQUE_FAULT_COUNTS holds the number of calls of each kind, one per line: "read
// 12".
#include <dlfcn.h>
#include <execinfo.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/types.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <cstdarg>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string_view>

extern "C" {
// NOLINTBEGIN(bugprone-reserved-identifier,readability-identifier-naming): the names of glibc.
void* __libc_malloc(std::size_t size);
void* __libc_calloc(std::size_t count, std::size_t size);
void* __libc_realloc(void* old, std::size_t size);
void* __libc_memalign(std::size_t alignment, std::size_t size);
// NOLINTEND(bugprone-reserved-identifier,readability-identifier-naming)
}

namespace {

enum Call { kRead, kWrite, kSync, kClose, kRename, kMap, kAllocation, kSite, kCalls };
constexpr std::array<std::string_view, kCalls> kNames = {"read",   "write", "sync",       "close",
                                                         "rename", "map",   "allocation", "site"};

enum class How { kNone, kShort, kInterrupted, kError, kOnce };

// Nothing here allocates, or has a constructor that runs after the first allocation.
std::atomic<long> counts[kCalls];
std::atomic<std::uintptr_t> sites[1 << 14];
Call faulty = kCalls;
How how = How::kNone;
long first = 0;  // of the calls that fail
int error_code = 0;
bool is_on = false;
thread_local bool is_inside = false;  // of the harness, which may allocate

std::string_view part(std::string_view& rest) {
  const std::size_t end = std::min(rest.find(':'), rest.size());
  const std::string_view part = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return part;
}

long number(std::string_view digits) {
  long value = 0;
  for (const char digit : digits) value = 10 * value + (digit - '0');
  return value;
}

void set_fault(std::string_view call, std::string_view kind, std::string_view which) {
  first = number(which);
  if (call == "memory") {
    faulty = kind == "site" ? kSite : kAllocation;
    how = kind == "site" ? How::kOnce : How::kError;
    return;
  }
  faulty = static_cast<Call>(std::find(kNames.begin(), kNames.end(), call) - kNames.begin());
  how = kind == "short" ? How::kShort : kind == "EINTR" ? How::kInterrupted : How::kError;
  error_code = kind == "ENOSPC" ? ENOSPC : kind == "ENOMEM" ? ENOMEM : EIO;
}

void read_environment() {
  const char* const fault = std::getenv("CALQUE_FAULT");
  if (fault == nullptr) return;
  std::string_view rest = fault;
  const std::string_view call = part(rest);
  const std::string_view kind = part(rest);
  std::array<void*, 1> frame{};
  ::backtrace(frame.data(), 1);  // which loads a library when it is first called
  is_on = true;
  if (!kind.empty()) set_fault(call, kind, part(rest));
}

__attribute__((destructor)) void write_counts() {
  is_on = false;
  const char* const path = std::getenv("CALQUE_FAULT_COUNTS");
  if (path == nullptr) return;
  std::FILE* const file = std::fopen(path, "w");
  for (int call = 0; call < kCalls; ++call) std::fprintf(file, "%s %ld\n", kNames[call].data(), counts[call].load());
  std::fclose(file);
}

// Whether this call is to fail; errno is set then.
bool fails(Call call) {
  if (!is_on || is_inside) return false;
  const long number = ++counts[call];
  if (call != faulty) return false;
  if (how == How::kInterrupted && number % 2 == 1) {
    errno = EINTR;
    return true;
  }
  if (how != How::kError || number < first) return false;
  errno = error_code;
  return true;
}

std::size_t shortened(Call call, std::size_t size) {
  constexpr std::size_t kFew = 777;
  return faulty == call && how == How::kShort ? std::min(size, kFew) : size;
}

// Whether `site` is seen for the first time, and so counted.
bool is_new(std::uintptr_t site) {
  constexpr std::size_t kMask = std::size(sites) - 1;
  for (std::size_t at = site * 0x9E3779B97F4A7C15U >> 40;; ++at) {
    std::uintptr_t there = 0;
    if (sites[at & kMask].compare_exchange_strong(there, site)) return true;
    if (there == site) return false;
  }
}

// Whether a function belongs to the parts that do not survive a failed allocation.
bool is_fragile(void* frame) {
  Dl_info info{};
  if (::dladdr(frame, &info) == 0) return false;
  if (info.dli_fname != nullptr && std::strstr(info.dli_fname, "libicu") != nullptr) return true;
  constexpr std::array<const char*, 3> kChoosing = {"get_active_implementation", "available_implementation",
                                                    "set_best"};
  return info.dli_sname != nullptr && std::any_of(kChoosing.begin(), kChoosing.end(), [&](const char* part) {
           return std::strstr(info.dli_sname, part) != nullptr;
         });
}

// The functions that called the allocator, as far up as tells what they are about.
struct Stack {
  std::uintptr_t site = 1;
  bool is_fragile = false;
};

Stack stack_here() {
  constexpr int kFrames = 7;  // among them the harness's own, and the program's operator new
  std::array<void*, kFrames> frames{};
  Stack stack;
  is_inside = true;
  const int found = ::backtrace(frames.data(), kFrames);
  for (int i = 0; i < found; ++i) stack.site = stack.site * 31 + reinterpret_cast<std::uintptr_t>(frames[i]);
  stack.is_fragile = std::any_of(frames.begin(), frames.begin() + found, is_fragile);
  is_inside = false;
  return stack;
}

bool allocation_is_due() {
  if (!is_on || is_inside) return false;
  const bool is_late = fails(kAllocation);
  if (how == How::kError) return is_late && !stack_here().is_fragile;
  const Stack stack = stack_here();
  if (!is_new(stack.site) || stack.is_fragile) return false;
  return ++counts[kSite] == first && faulty == kSite;
}

bool allocation_fails() {
  if (!allocation_is_due()) return false;
  errno = ENOMEM;
  return true;
}

template <class Function>
Function next(const char* name) {
  return reinterpret_cast<Function>(::dlsym(RTLD_NEXT, name));
}

}  // namespace

extern "C" {

int open(const char* path, int flags, ...) {
  static const auto kNext = next<int (*)(const char*, int, ...)>("open");
  std::va_list rest;
  va_start(rest, flags);
  const int mode = (flags & O_CREAT) != 0 ? va_arg(rest, int) : 0;
  va_end(rest);
  if (!is_on && std::string_view(path).ends_with(".calque")) read_environment();
  return kNext(path, flags, mode);
}

ssize_t read(int fd, void* out, size_t size) {
  static const auto kNext = next<ssize_t (*)(int, void*, size_t)>("read");
  return fails(kRead) ? -1 : kNext(fd, out, shortened(kRead, size));
}

ssize_t write(int fd, const void* bytes, size_t size) {
  static const auto kNext = next<ssize_t (*)(int, const void*, size_t)>("write");
  if (fd == STDERR_FILENO) return kNext(fd, bytes, size);  // what is said of the faults
  return fails(kWrite) ? -1 : kNext(fd, bytes, shortened(kWrite, size));
}

int fdatasync(int fd) {
  static const auto kNext = next<int (*)(int)>("fdatasync");
  return fails(kSync) ? -1 : kNext(fd);
}

int close(int fd) {
  static const auto kNext = next<int (*)(int)>("close");
  const int result = kNext(fd);
  return fails(kClose) ? -1 : result;
}

int rename(const char* from, const char* to) {
  static const auto kNext = next<int (*)(const char*, const char*)>("rename");
  return fails(kRename) ? -1 : kNext(from, to);
}

void* mmap(void* at, size_t size, int protection, int flags, int fd, off_t offset) {
  static const auto kNext = next<void* (*)(void*, size_t, int, int, int, off_t)>("mmap");
  return fails(kMap) ? MAP_FAILED : kNext(at, size, protection, flags, fd, offset);
}

void* malloc(size_t size) { return allocation_fails() ? nullptr : __libc_malloc(size); }
void* calloc(size_t count, size_t size) { return allocation_fails() ? nullptr : __libc_calloc(count, size); }
void* realloc(void* old, size_t size) { return allocation_fails() ? nullptr : __libc_realloc(old, size); }
void* aligned_alloc(size_t alignment, size_t size) {
  return allocation_fails() ? nullptr : __libc_memalign(alignment, size);
}
int posix_memalign(void** out, size_t alignment, size_t size) {
  if (allocation_fails()) return ENOMEM;
  *out = __libc_memalign(alignment, size);
  return *out == nullptr ? ENOMEM : 0;
}
}
