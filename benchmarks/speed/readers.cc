// Micro-benchmarks of the readers: the same articles in each format of feeds, from bytes to documents; and pages, by
// Calque to the text of their article, by gumbo to its tree.
//
//   readers ARTICLES.jsonl [--benchmark_...]
//
// Bytes are counted before compression.
#include <benchmark/benchmark.h>
#include <fmt/format.h>
#include <gumbo.h>
#include <sys/mman.h>
#include <unistd.h>
#include <zlib.h>

#include <algorithm>
#include <cstdio>
#include <stdexcept>
#include <string>
#include <vector>

#include "article/html_article.h"
#include "base/json_text.h"
#include "bench/sources.h"
#include "calque/feed.h"

namespace {

using namespace calque;

constexpr std::size_t kMostBytes = std::size_t{4} << 20;
constexpr int kZlibGzip = 15 + 16;  // windowBits of deflateInit2 for gzip

// A file in memory.
class MemoryFile {
 public:
  explicit MemoryFile(const std::string& bytes) : fd_(::memfd_create("feed", MFD_CLOEXEC)) {
    if (fd_ < 0 || ::write(fd_, bytes.data(), bytes.size()) != static_cast<ssize_t>(bytes.size())) {
      throw std::runtime_error("no file in memory");
    }
  }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  ~MemoryFile() { ::close(fd_); }

  std::string path() const { return fmt::format("/proc/self/fd/{}", fd_); }

 private:
  int fd_;
};

std::string gzipped(const std::string& bytes) {
  z_stream stream{};
  if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, kZlibGzip, MAX_MEM_LEVEL, Z_DEFAULT_STRATEGY) != Z_OK) {
    throw std::runtime_error("zlib failed");
  }
  std::string out(deflateBound(&stream, bytes.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));  // never written to
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

std::string jsonl_of(const std::vector<std::string>& articles) {
  std::string out;
  for (const std::string& article : articles) {
    out += "{\"text\":";
    append_json_string(article, out);
    out += "}\n";
  }
  return out;
}

std::string csv_of(const std::vector<std::string>& articles) {
  std::string out = "id,text\n";
  for (const std::string& article : articles) {
    out += "1,\"";
    for (const char c : article) out.append(c == '"' ? 2 : 1, c);
    out += "\"\n";
  }
  return out;
}

// A page with what surrounds an article on most pages: scripts, styles, menus, links.
std::string page_of(const std::string& article) {
  std::string page = "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>The harbour</title>\n";
  for (int i = 0; i < 20; ++i) {
    page += fmt::format("<script async src=\"/assets/js/part-{}.js?v=3\"></script><link rel=stylesheet href=/a{}.css>",
                        i, i);
  }
  page +=
      "<script>var "
      "settings={\"a\":[1,2,3],\"b\":\"<div>\"};</script><style>.nav{margin:0}</style></head><body>\n<nav><ul>";
  for (int i = 0; i < 40; ++i)
    page += fmt::format("<li class=\"menu__item\"><a href=\"/section/{}\">Section {}</a></li>\n", i, i);
  page += "</ul></nav><main><article class=\"story\"><h1>The harbour opens again</h1>\n<p>";
  for (const char c : article) {
    switch (c) {
      case '\n':
        page += "</p>\n<p class=\"story__text\">";
        break;
      case '<':
        page += "&lt;";
        break;
      case '&':
        page += "&amp;";
        break;
      default:
        page += c;
    }
  }
  page += "</p></article></main><footer>";
  for (int i = 0; i < 20; ++i) page += fmt::format("<a href=\"/about/{}\"><span>About {}</span></a> | ", i, i);
  return page += "</footer></body></html>\n";
}

std::string warc_of(const std::vector<std::string>& pages) {
  std::string out;
  for (const std::string& page : pages) {
    const std::string http = fmt::format("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{}", page);
    out += fmt::format(
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
        "Content-Type: application/http; msgtype=response\r\nContent-Length: {}\r\n\r\n{}\r\n\r\n",
        http.size(), http);
  }
  return out;
}

void read_feed(benchmark::State& state, const std::string& bytes, std::size_t plain_bytes, FeedFormat format) {
  const MemoryFile file(bytes);
  RecordParser parser;
  for ([[maybe_unused]] auto _ : state) {
    auto source = open_feed(file.path(), format);
    if (!source) return state.SkipWithError(source.error().message.c_str());
    while (true) {
      auto record = (*source)->next();
      if (!record) return state.SkipWithError(record.error().message.c_str());
      if (!*record) break;
      benchmark::DoNotOptimize(parser.parse(**record));
    }
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * plain_bytes));
}

void add_feed(const char* name, const std::string& bytes, FeedFormat format) {
  benchmark::RegisterBenchmark(
      name, [bytes, format](benchmark::State& state) { read_feed(state, bytes, bytes.size(), format); });
  benchmark::RegisterBenchmark(fmt::format("{}.gz", name).c_str(), [bytes, format](benchmark::State& state) {
    read_feed(state, gzipped(bytes), bytes.size(), format);
  });
}

void read_by_calque(const std::string& page) { benchmark::DoNotOptimize(read_html(page, Markup::kPage)); }

// Makes only the tree; the article in it would still have to be found.
void read_by_gumbo(const std::string& page) {
  GumboOutput* const output = gumbo_parse_with_options(&kGumboDefaultOptions, page.data(), page.size());
  gumbo_destroy_output(&kGumboDefaultOptions, output);
}

template <class Read>
void add_pages(const char* name, const std::vector<std::string>& pages, Read read) {
  benchmark::RegisterBenchmark(name, [&pages, read](benchmark::State& state) {
    std::size_t bytes = 0;
    for ([[maybe_unused]] auto _ : state) {
      for (const std::string& page : pages) bytes += page.size(), read(page);
    }
    state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
  });
}

// A page of start tags only: its time must grow with its length, not with the square of it.
template <class Read>
void add_nested(const char* name, const char* tag, Read read) {
  benchmark::RegisterBenchmark(name,
                               [tag, read](benchmark::State& state) {
                                 std::string page;
                                 for (std::int64_t i = 0; i < state.range(0); ++i) page += tag;
                                 for ([[maybe_unused]] auto _ : state) read(page);
                                 state.SetComplexityN(state.range(0));
                                 state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * page.size()));
                               })
      ->RangeMultiplier(4)
      ->Range(256, 16384)
      ->Complexity();
}

std::vector<std::string> some_articles(const char* path) {
  std::vector<std::string> articles = bench::read_sources({path}).articles;
  std::size_t bytes = 0;
  const auto end = std::ranges::find_if(
      articles, [&](const std::string& article) { return (bytes += article.size()) > kMostBytes; });
  articles.erase(end, articles.end());
  return articles;
}

}  // namespace

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  if (argc != 2) return std::fputs("usage: readers ARTICLES.jsonl [--benchmark_...]\n", stderr), 2;
  try {
    const std::vector<std::string> articles = some_articles(argv[1]);
    std::vector<std::string> pages;
    pages.reserve(articles.size());
    for (const std::string& article : articles) pages.push_back(page_of(article));
    add_feed("jsonl", jsonl_of(articles), FeedFormat::kJsonl);
    add_feed("csv", csv_of(articles), FeedFormat::kCsv);
    add_feed("warc", warc_of(pages), FeedFormat::kWarc);
    add_pages("page/calque", pages, read_by_calque);
    add_pages("page/gumbo", pages, read_by_gumbo);
    for (const char* const tag : {"<div>", "<b>", "<table>", "<a href=x>"}) {
      add_nested(fmt::format("nested {}/calque", tag).c_str(), tag, read_by_calque);
      add_nested(fmt::format("nested {}/gumbo", tag).c_str(), tag, read_by_gumbo);
    }
    benchmark::RunSpecifiedBenchmarks();
  } catch (const std::runtime_error& error) {
    return std::fprintf(stderr, "%s\n", error.what()), 3;
  }
  return 0;
}
