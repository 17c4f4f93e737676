// The least work of any program that judges words: read, validate UTF-8, split at white space, hash each word once.
// Prints the number of words and the sum of their hashes, so that the compiler cannot drop any step.
//
//   floor FILE
#include <fcntl.h>
#include <fmt/format.h>
#include <simdjson.h>
#include <unistd.h>

#include <cstdint>
#include <cstdio>
#include <cstring>
#include <string_view>
#include <vector>

namespace {

constexpr std::size_t kBufferBytes = std::size_t{1} << 20;

struct Sum {
  std::uint64_t words = 0;
  std::uint32_t hashes = 0;
};

constexpr bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

// fastText's hash, by which heads look up words.
std::uint32_t hash(std::string_view word) {
  std::uint32_t value = 2166136261U;
  for (const char byte : word) value = (value ^ static_cast<std::uint32_t>(static_cast<std::int8_t>(byte))) * 16777619U;
  return value;
}

// `text` ends with white space.
void add_words(std::string_view text, Sum& sum) {
  for (std::size_t at = 0; at < text.size();) {
    while (at < text.size() && is_space(text[at])) ++at;
    const std::size_t begin = at;
    while (at < text.size() && !is_space(text[at])) ++at;
    if (at == begin) continue;
    ++sum.words;
    sum.hashes += hash(text.substr(begin, at - begin));
  }
}

int run(const char* path) {
  const int file = ::open(path, O_RDONLY);
  if (file < 0) return std::perror(path), 3;
  std::vector<char> buffer(kBufferBytes + 1);
  std::size_t held = 0;
  Sum sum;
  while (true) {
    const ssize_t size = ::read(file, buffer.data() + held, kBufferBytes - held);
    if (size < 0) return std::perror(path), 3;
    held += static_cast<std::size_t>(size);
    if (size == 0) buffer[held++] = '\n';
    const std::string_view text(buffer.data(), held);
    const std::size_t end = text.find_last_of(" \n") + 1;
    if (end == 0) return std::fputs("a word is longer than the buffer\n", stderr), 3;
    if (!simdjson::validate_utf8(text.data(), end)) return std::fputs("not UTF-8\n", stderr), 3;
    add_words(text.substr(0, end), sum);
    if (size == 0) break;
    std::memmove(buffer.data(), buffer.data() + end, held - end);
    held -= end;
  }
  ::close(file);
  fmt::print("{} {:08x}\n", sum.words, sum.hashes);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc == 2) return run(argv[1]);
  std::fputs("usage: floor FILE\n", stderr);
  return 2;
}
