#include "bench/sources.h"

#include <simdjson.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string_view>

#include "labelled/lines.h"

namespace calque::bench {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kSentencesToParagraph = 3;

bool is_clean(std::string_view text) {
  const auto is_control = [](char c) {
    return static_cast<unsigned char>(c) < ' ' && c != '\n' && c != '\t' && c != '\r';
  };
  return text.find("\uFFFD") == text.npos && std::ranges::none_of(text, is_control);
}

void add(std::string text, Sources& sources) {
  const bool has_word = text.find_first_not_of(" \t\r\n") != text.npos;
  if (!has_word || !is_clean(text)) return;
  sources.bytes += text.size();
  sources.articles.push_back(std::move(text));
}

std::string joined(const simdjson::dom::array& sentences) {
  std::string text;
  std::size_t number = 0;
  for (const simdjson::dom::element sentence : sentences) {
    std::string_view value;
    if (sentence.get(value)) continue;
    if (!text.empty()) text += number % kSentencesToParagraph == 0 ? '\n' : ' ';
    text += value;
    ++number;
  }
  return text;
}

void read_jsonl(const fs::path& path, Sources& sources) {
  simdjson::dom::parser parser;
  Lines lines(path.string());
  while (sources.bytes < kMostSourceBytes) {
    const auto line = lines.next();
    if (!line) break;
    simdjson::dom::element root;
    std::string_view text;
    simdjson::dom::array sentences;
    if (parser.parse(line->bytes).get(root)) continue;
    if (!root["text"].get(text)) {
      add(std::string(text), sources);
    } else if (!root["sentences"].get(sentences)) {
      add(joined(sentences), sources);
    }
  }
}

void read_file(const fs::path& path, Sources& sources) {
  if (sources.bytes >= kMostSourceBytes) return void(sources.is_cut = true);
  if (path.extension() == ".txt") {
    std::ifstream file(path, std::ios::binary);
    if (!file) throw std::runtime_error("cannot read " + path.string());
    add({std::istreambuf_iterator<char>(file), {}}, sources);
  } else {
    read_jsonl(path, sources);
  }
  sources.is_cut = sources.is_cut || sources.bytes >= kMostSourceBytes;
  sources.names.push_back(path.filename().string());
}

}  // namespace

Sources read_sources(const std::vector<std::string>& inputs) {
  Sources sources;
  for (const std::string& input : inputs) {
    std::vector<fs::path> files;
    if (fs::is_directory(input)) {
      for (const auto& entry : fs::directory_iterator(input)) {
        if (entry.is_regular_file()) files.push_back(entry.path());
      }
      std::ranges::sort(files);
    } else {
      files.emplace_back(input);
    }
    for (const fs::path& file : files) read_file(file, sources);
  }
  if (sources.articles.empty()) throw std::runtime_error("no articles to make a feed from in " + inputs.front());
  return sources;
}

}  // namespace calque::bench
