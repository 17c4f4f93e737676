// Feeds of any size, made from a few articles while they are read, so that they need neither disk nor memory.
#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace calque::bench {

struct FeedShape {
  std::uint64_t seed = 1;
  std::uint64_t bytes = 20'000'000;  // of JSONL, at least: the feed ends with the line that reaches this size
  std::size_t words = 0;             // mean length of an article; 0: the lengths of the given articles
  // Shares, 0 to 1.
  double accents = 0;     // of words that get an accent on their first vowel, so that the text is not ASCII
  double duplicates = 0;  // of articles that repeat the text of one of the last kRecent articles
  double broken = 0;      // of lines that are cut off half-way
};

struct FeedCounts {
  std::uint64_t articles = 0;
  std::uint64_t duplicates = 0;
  std::uint64_t broken = 0;
  std::uint64_t bytes = 0;       // of JSONL
  std::uint64_t text_bytes = 0;  // of the articles' text, as UTF-8, before it is escaped
};

// The same articles and shape give the same feed on every machine, because only integers are drawn at random.
//
// An article is made of random paragraphs of the given articles until it is long enough, so texts differ but have the
// words and punctuation of the given articles. Its length is that of a random given article or, with FeedShape::words,
// between a quarter and seven quarters of that.
class FeedMaker {
 public:
  static constexpr std::size_t kRecent = 64;

  // `articles` must hold at least one word. A paragraph ends at a line end.
  FeedMaker(const std::vector<std::string>& articles, const FeedShape& shape);

  // Appends the next line to `out`, {"id","url","text"} and a line end; false when the feed is complete.
  bool next(std::string& out);
  // The text alone, each article on one line, for programs that read no JSON; broken lines are left out.
  bool next_text(std::string& out);

  const FeedCounts& counts() const { return counts_; }

 private:
  bool draw(double share);
  std::size_t draw_below(std::size_t end) { return random_() % end; }
  std::size_t draw_words();
  void make_text();
  void append_paragraph(std::string_view paragraph);

  FeedShape shape_;
  std::vector<std::string_view> paragraphs_;
  std::vector<std::size_t> lengths_;  // of the articles, in words
  std::mt19937_64 random_;
  std::vector<std::string> recent_;
  std::string text_;
  FeedCounts counts_;
};

// Space-separated words.
std::size_t count_words(std::string_view text);

}  // namespace calque::bench
