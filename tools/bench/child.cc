#include "bench/child.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <fstream>
#include <stdexcept>
#include <string_view>

extern char** environ;

namespace calque::bench {
namespace {

constexpr std::size_t kPieceBytes = std::size_t{1} << 20;
constexpr std::uint64_t kKibi = 1024;

[[noreturn]] void fail(const std::string& what) { throw std::runtime_error(what + ": " + std::strerror(errno)); }

// A process between two pipes, or with its output thrown away.
class Child {
 public:
  Child(const std::vector<std::string>& command, bool keeps_output);
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  ~Child() { end(); }

  void write(std::string_view bytes) const;
  void close_input() { close_end(in_); }
  // Waits for a byte of output.
  void read_first() const;
  void look_at_memory(ChildMemory& peak) const;
  void finish();

 private:
  static void close_end(int& end);
  void end();

  pid_t pid_ = -1;
  int in_ = -1, out_ = -1;
};

Child::Child(const std::vector<std::string>& command, bool keeps_output) {
  int in[2], out[2] = {-1, -1};
  if (::pipe2(in, O_CLOEXEC) != 0) fail("no pipe");
  in_ = in[1];
  if (keeps_output && ::pipe2(out, O_CLOEXEC) != 0) fail("no pipe");
  out_ = out[0];
  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_adddup2(&actions, in[0], STDIN_FILENO);
  if (keeps_output) {
    ::posix_spawn_file_actions_adddup2(&actions, out[1], STDOUT_FILENO);
  } else {
    ::posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  }
  ::posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  std::vector<char*> words;
  words.reserve(command.size() + 1);
  for (const std::string& word : command) words.push_back(const_cast<char*>(word.c_str()));  // never written to
  words.push_back(nullptr);
  const int failure = ::posix_spawn(&pid_, words[0], &actions, nullptr, words.data(), environ);
  ::posix_spawn_file_actions_destroy(&actions);
  ::close(in[0]);
  if (keeps_output) ::close(out[1]);
  if (failure == 0) return;
  pid_ = -1;
  end();
  errno = failure;
  fail("cannot run " + command.front());
}

void Child::close_end(int& end) {
  if (end >= 0) ::close(end);
  end = -1;
}

void Child::end() {
  close_end(in_);
  close_end(out_);
  if (pid_ > 0) ::waitpid(pid_, nullptr, 0);
  pid_ = -1;
}

void Child::write(std::string_view bytes) const {
  while (!bytes.empty()) {
    const ssize_t written = ::write(in_, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) fail("the measured process takes no more");
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

void Child::read_first() const {
  char byte = 0;
  ssize_t size = 0;
  while ((size = ::read(out_, &byte, 1)) < 0 && errno == EINTR) {
  }
  if (size != 1) throw std::runtime_error("the measured process gave no output");
}

void Child::look_at_memory(ChildMemory& peak) const {
  constexpr std::string_view kAnonymous = "RssAnon:", kHighest = "VmHWM:";
  std::ifstream status("/proc/" + std::to_string(pid_) + "/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with(kAnonymous)) {
      peak.anonymous = std::max<std::uint64_t>(peak.anonymous, std::stoull(line.substr(kAnonymous.size())) * kKibi);
    } else if (line.starts_with(kHighest)) {
      peak.resident = std::stoull(line.substr(kHighest.size())) * kKibi;
    }
  }
}

void Child::finish() {
  close_end(in_);
  close_end(out_);
  int status = 0;
  while (::waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
  }
  pid_ = -1;
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) throw std::runtime_error("the measured process failed");
}

}  // namespace

ChildMemory peak_memory(const std::vector<std::string>& command, FeedMaker feed) {
  Child child(command, false);
  ChildMemory memory;
  std::string piece;
  for (bool more = true; more;) {
    piece.clear();
    while (more && piece.size() < kPieceBytes) more = feed.next(piece);
    child.write(piece);
    child.look_at_memory(memory);
  }
  child.finish();
  return memory;
}

double seconds_to_first_verdict(const std::vector<std::string>& command, FeedMaker feed) {
  std::string line;
  feed.next(line);
  const auto begin = std::chrono::steady_clock::now();
  Child child(command, true);
  child.write(line);
  child.close_input();
  child.read_first();
  const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - begin;
  child.finish();
  return passed.count();
}

}  // namespace calque::bench
