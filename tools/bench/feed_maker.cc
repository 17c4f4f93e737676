#include "bench/feed_maker.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <stdexcept>

#include "base/json_writer.h"

namespace calque::bench {
namespace {

constexpr bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

// The accented form, as UTF-8, of a vowel; empty for anything else.
constexpr std::string_view accented(char c) {
  switch (c) {
    case 'a':
      return "\u00E1";
    case 'e':
      return "\u00E9";
    case 'i':
      return "\u00ED";
    case 'o':
      return "\u00F3";
    case 'u':
      return "\u00FA";
    default:
      return {};
  }
}

void append_accented(std::string_view word, std::string& out) {
  const auto vowel = std::ranges::find_if(word, [](char c) { return !accented(c).empty(); });
  out.append(word.begin(), vowel);
  if (vowel == word.end()) return;
  out += accented(*vowel);
  out.append(std::next(vowel), word.end());
}

// Where the word that begins at `at`, or the space, ends.
std::size_t end_of_run(std::string_view text, std::size_t at) {
  const bool space = is_space(text[at]);
  while (at < text.size() && is_space(text[at]) == space) ++at;
  return at;
}

}  // namespace

std::size_t count_words(std::string_view text) {
  std::size_t words = 0;
  for (std::size_t at = 0; at < text.size(); at = end_of_run(text, at)) words += is_space(text[at]) ? 0 : 1;
  return words;
}

FeedMaker::FeedMaker(const std::vector<std::string>& articles, const FeedShape& shape)
    : shape_(shape), random_(shape.seed) {
  for (const std::string& article : articles) {
    const std::string_view text = article;
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = std::min(text.find('\n', begin), text.size());
      const std::string_view paragraph = text.substr(begin, end - begin);
      if (count_words(paragraph) > 0) paragraphs_.push_back(paragraph);
      begin = end + 1;
    }
    if (const std::size_t words = count_words(text); words > 0) lengths_.push_back(words);
  }
  if (paragraphs_.empty()) throw std::runtime_error("the articles to make a feed from hold no words");
}

bool FeedMaker::draw(double share) {
  constexpr std::uint64_t kParts = 1'000'000;
  return random_() % kParts < static_cast<std::uint64_t>(std::llround(share * static_cast<double>(kParts)));
}

std::size_t FeedMaker::draw_words() {
  if (shape_.words == 0) return lengths_[draw_below(lengths_.size())];
  const std::size_t spread = shape_.words * 3 / 4 + 1;
  return shape_.words / 4 + draw_below(spread) + draw_below(spread);
}

void FeedMaker::append_paragraph(std::string_view paragraph) {
  if (shape_.accents <= 0) {
    text_ += paragraph;
    return;
  }
  for (std::size_t at = 0; at < paragraph.size();) {
    const std::size_t end = end_of_run(paragraph, at);
    const std::string_view run = paragraph.substr(at, end - at);
    if (!is_space(run.front()) && draw(shape_.accents)) {
      append_accented(run, text_);
    } else {
      text_ += run;
    }
    at = end;
  }
}

void FeedMaker::make_text() {
  text_.clear();
  if (!recent_.empty() && draw(shape_.duplicates)) {
    ++counts_.duplicates;
    text_ = recent_[draw_below(recent_.size())];
    return;
  }
  const std::size_t wanted = draw_words();
  for (std::size_t words = 0; words < wanted || text_.empty();) {
    const std::string_view paragraph = paragraphs_[draw_below(paragraphs_.size())];
    if (!text_.empty()) text_ += "\n\n";
    append_paragraph(paragraph);
    words += count_words(paragraph);
  }
  if (shape_.duplicates <= 0) return;
  if (recent_.size() < kRecent) recent_.emplace_back();
  recent_[counts_.articles % recent_.size()] = text_;
}

bool FeedMaker::next(std::string& out) {
  if (counts_.bytes >= shape_.bytes) return false;
  make_text();
  const std::size_t begin = out.size();
  const std::uint64_t number = counts_.articles + counts_.broken;
  JsonWriter json(out);
  json.object([&] {
    json.key("id").string(fmt::format("b{}", number));
    json.key("url").string(fmt::format("https://news.example/{}", number));
    json.key("text").string(text_);
  });
  out += '\n';
  if (draw(shape_.broken)) {
    out.resize(begin + (out.size() - begin) / 2);
    out += '\n';
    ++counts_.broken;
  } else {
    ++counts_.articles;
    counts_.text_bytes += text_.size();
  }
  counts_.bytes += out.size() - begin;
  return true;
}

bool FeedMaker::next_text(std::string& out) {
  std::string line;
  std::uint64_t broken = 0;
  do {
    line.clear();
    broken = counts_.broken;
    if (!next(line)) return false;
  } while (counts_.broken > broken);
  std::ranges::replace(text_, '\n', ' ');
  out.append(text_).append("\n");
  return true;
}

}  // namespace calque::bench
