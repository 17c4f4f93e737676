#include "labelled/lines.h"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <stdexcept>

extern char** environ;

namespace calque {
namespace {

constexpr const char* kGzip[] = {"gzip", "-dcq", nullptr};
// Allows the window of files that were packed with --long=27.
constexpr const char* kZstd[] = {"zstd", "-dcq", "--long=27", nullptr};

// The program that decompresses what begins with these bytes; null for plain text.
const char* const* decompressor(int file) {
  char magic[4] = {};
  const ssize_t size = ::pread(file, magic, sizeof magic, 0);
  if (size >= 2 && std::memcmp(magic, "\x1F\x8B", 2) == 0) return kGzip;
  if (size == 4 && std::memcmp(magic, "\x28\xB5\x2F\xFD", 4) == 0) return kZstd;
  return nullptr;
}

// Starts `command` between two files. It may be ended by SIGPIPE, even where this program ignores that.
int spawn(const char* const* command, int in, int out, pid_t& child) {
  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_adddup2(&actions, in, STDIN_FILENO);
  ::posix_spawn_file_actions_adddup2(&actions, out, STDOUT_FILENO);
  posix_spawnattr_t attributes;
  ::posix_spawnattr_init(&attributes);
  sigset_t signals;
  ::sigemptyset(&signals);
  ::sigaddset(&signals, SIGPIPE);
  ::posix_spawnattr_setsigdefault(&attributes, &signals);
  ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
  // posix_spawn does not write to its arguments, though they are not const.
  const int failure =
      ::posix_spawnp(&child, command[0], &actions, &attributes, const_cast<char* const*>(command), environ);
  ::posix_spawnattr_destroy(&attributes);
  ::posix_spawn_file_actions_destroy(&actions);
  return failure;
}

int wait_for(pid_t child) {
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return status;
}

}  // namespace

Lines::Lines(const std::filesystem::path& path) : path_(path.string()) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) throw std::runtime_error("cannot read " + path_ + ": " + std::strerror(errno));
  if (const char* const* command = decompressor(file)) {
    decompress(file, command);
  } else {
    stream_ = ::fdopen(file, "r");
  }
}

void Lines::decompress(int file, const char* const* command) {
  program_ = command[0];
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) throw std::runtime_error(path_ + ": no pipe: " + std::strerror(errno));
  const int failure = spawn(command, file, ends[1], child_);
  ::close(file);
  ::close(ends[1]);
  if (failure != 0) {
    ::close(ends[0]);
    throw std::runtime_error("cannot read " + path_ + ": install " + program_ + ", which decompresses it");
  }
  stream_ = ::fdopen(ends[0], "r");
}

Lines::~Lines() {
  std::fclose(stream_);  // ends a child that is still writing
  if (child_ > 0) wait_for(child_);
  std::free(line_);
}

void Lines::finish() {
  if (std::ferror(stream_)) throw std::runtime_error("cannot read " + path_ + ": " + std::strerror(errno));
  if (child_ < 0) return;
  const int status = wait_for(child_);
  child_ = -1;
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
    throw std::runtime_error(path_ + " is damaged or cut short, says " + program_);
  }
}

bool Lines::next(std::string_view& line) {
  const ssize_t size = ::getline(&line_, &capacity_, stream_);
  if (size < 0) {
    finish();
    return false;
  }
  line = {line_, static_cast<std::size_t>(size)};
  return true;
}

}  // namespace calque
