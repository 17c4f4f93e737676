// Every line is read, compressed or not. A file that cannot be read to its end gives an error with its name and place.
#include "labelled/lines.h"

#include <stdexcept>

#include "feed/compressing.h"
#include "support/catch.h"
#include "support/scratch.h"

namespace calque {
namespace {

bool contains(const std::string& text, std::string_view part) { return text.find(part) != text.npos; }

// A zstd frame of unknown length, so that its header requests the whole window.
std::string zstd_with_window(const std::string& bytes, int window_log) {
  ZSTD_CCtx* context = ZSTD_createCCtx();
  ZSTD_CCtx_setParameter(context, ZSTD_c_windowLog, window_log);
  std::string out(ZSTD_compressBound(bytes.size()), '\0');
  ZSTD_inBuffer in{bytes.data(), bytes.size(), 0};
  ZSTD_outBuffer to{out.data(), out.size(), 0};
  ZSTD_compressStream2(context, &to, &in, ZSTD_e_continue);
  const std::size_t left = ZSTD_compressStream2(context, &to, &in, ZSTD_e_end);
  ZSTD_freeCCtx(context);
  REQUIRE(left == 0);
  out.resize(to.pos);
  return out;
}

std::vector<std::string> all_lines(const std::string& path) {
  Lines lines(path);
  std::vector<std::string> read;
  while (const auto line = lines.next()) read.push_back(std::to_string(line->origin.line) + " " + line->bytes);
  return read;
}

std::string complaint_about(const std::string& path) {
  try {
    all_lines(path);
  } catch (const std::runtime_error& error) {
    return error.what();
  }
  return {};
}

// Text that does not compress.
std::string noise() {
  std::string lines;
  for (unsigned i = 0; i < 100'000; ++i) lines += std::to_string(i * 2654435761U) + "\n";
  return lines;
}

TEST_CASE("Lines are the same plain, gzipped or compressed with zstd, whatever the file's name") {
  const testing::Scratch scratch;
  const std::string bytes = "one\ntwo\r\n\n \nlast";
  const std::vector<std::string> expected = {"1 one", "2 two", "5 last"};
  CHECK(all_lines(scratch.write("a name's \"file\".gz", bytes)) == expected);
  CHECK(all_lines(scratch.write("g", gzip(bytes))) == expected);
  CHECK(all_lines(scratch.write("members", gzip("one\ntw") + gzip("o\r\n\n \nlast"))) == expected);
  CHECK(all_lines(scratch.write("z.jsonl", zstd(bytes))) == expected);
}

TEST_CASE("A window of 128 MiB is read, as zstd --long=27 asks for it") {
  const testing::Scratch scratch;
  const std::string path = scratch.write("long.zst", zstd_with_window("one\ntwo\n", 27));
  CHECK(all_lines(path) == std::vector<std::string>{"1 one", "2 two"});
}

TEST_CASE("A file that is missing or a folder is an error that names it") {
  const testing::Scratch scratch;
  for (const std::string name : {"missing", "."}) {
    CHECK(contains(complaint_about(scratch.path(name)), scratch.path(name)));
  }
}

TEST_CASE("A file that is cut short or damaged is an error that names it") {
  const testing::Scratch scratch;
  for (const std::string& packed : {gzip(noise()), zstd(noise())}) {
    const std::string cut = packed.substr(0, packed.size() / 2);
    CHECK(contains(complaint_about(scratch.write("cut", cut)), scratch.path("cut") + ":"));
    std::string damaged = packed;
    damaged.replace(damaged.size() / 3, 100, std::string(100, '\xFF'));
    CHECK(contains(complaint_about(scratch.write("damaged", damaged)), scratch.path("damaged")));
  }
}

TEST_CASE("A file that ends with a line but not with its compressed data is cut short") {
  const testing::Scratch scratch;
  const std::string whole = gzip("one\n");
  const std::string path = scratch.write("cut.gz", whole.substr(0, whole.size() - 4));
  CHECK(contains(complaint_about(path), "cut.gz is damaged or cut short"));
}

}  // namespace
}  // namespace calque
