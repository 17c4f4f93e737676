// Feeds must be the same on every machine, or records could not be compared, and be what their options say.
#include <simdjson.h>

#include <algorithm>
#include <set>

#include "bench/feed_file.h"
#include "bench/sources.h"
#include "support/catch.h"
#include "support/scratch.h"

namespace calque::bench {
namespace {

const std::vector<std::string> kArticles = {
    "The ferry left at noon.\n\nNobody on board had seen the notice, \"Mind the gap\", by the gate.",
    "A council of nine sat until late.\nIt agreed on the budget.\nThe mayor, who had asked for less, did not vote.",
    "Rain is expected."};

FeedShape shape_of(std::uint64_t bytes) {
  FeedShape shape;
  shape.bytes = bytes;
  return shape;
}

struct Made {
  std::string bytes;
  FeedCounts counts;
};

Made make(const FeedShape& shape) {
  FeedMaker maker(kArticles, shape);
  Made made;
  while (maker.next(made.bytes)) {
  }
  made.counts = maker.counts();
  return made;
}

std::vector<std::string> lines_of(const std::string& bytes) {
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin < bytes.size();) {
    const std::size_t end = bytes.find('\n', begin);
    lines.push_back(bytes.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

// The text of every line that is JSON.
std::vector<std::string> texts_of(const std::string& bytes) {
  simdjson::dom::parser parser;
  std::vector<std::string> texts;
  for (const std::string& line : lines_of(bytes)) {
    simdjson::dom::element root;
    if (parser.parse(line).get(root) == simdjson::SUCCESS) texts.emplace_back(std::string_view(root["text"]));
  }
  return texts;
}

TEST_CASE("One seed gives one feed, byte for byte, and another seed another") {
  FeedShape shape = shape_of(100'000);
  const std::string first = make(shape).bytes;
  CHECK((make(shape).bytes == first));
  shape.seed = 2;
  CHECK((make(shape).bytes != first));
}

TEST_CASE("A feed is as long as asked for, to the line, and counts what it holds") {
  const Made made = make(shape_of(50'000));
  CHECK(made.bytes.size() >= 50'000);
  CHECK(made.bytes.size() < 51'000);
  CHECK(made.counts.bytes == made.bytes.size());
  const auto texts = texts_of(made.bytes);
  CHECK(made.counts.articles == texts.size());
  std::size_t size = 0;
  for (const std::string& text : texts) size += text.size();
  CHECK(made.counts.text_bytes == size);
  CHECK(made.counts.broken == 0);
}

TEST_CASE("A longer feed begins as a shorter one does") {
  const std::string shorter = make(shape_of(20'000)).bytes;
  CHECK(make(shape_of(60'000)).bytes.starts_with(shorter));
}

TEST_CASE("Articles are as long as wanted, in the mean, and none is empty") {
  FeedShape shape = shape_of(3'000'000);
  shape.words = 400;
  const auto texts = texts_of(make(shape).bytes);
  double words = 0;
  for (const std::string& text : texts) {
    CHECK(count_words(text) >= 100);
    words += static_cast<double>(count_words(text));
  }
  CHECK(words / static_cast<double>(texts.size()) == Approx(400).epsilon(0.05));
}

TEST_CASE("The share of words with an accent is the one asked for") {
  FeedShape shape = shape_of(300'000);
  shape.accents = 0.25;
  std::size_t words = 0, accented = 0;
  for (const std::string& text : texts_of(make(shape).bytes)) {
    words += count_words(text);
    for (const char c : text) accented += (static_cast<unsigned char>(c) & 0xC0) == 0xC0 ? 1 : 0;
  }
  CHECK(static_cast<double>(accented) / static_cast<double>(words) == Approx(0.25).epsilon(0.08));
  CHECK(make(shape_of(10'000)).bytes.find('\xC3') == std::string::npos);
}

TEST_CASE("The shares of duplicates and of broken lines are those asked for") {
  FeedShape shape = shape_of(2'000'000);
  shape.words = 60;
  shape.duplicates = 0.3;
  shape.broken = 0.1;
  const Made made = make(shape);
  const auto lines = static_cast<double>(lines_of(made.bytes).size());
  CHECK(static_cast<double>(made.counts.broken) / lines == Approx(0.1).epsilon(0.15));
  CHECK(static_cast<double>(made.counts.duplicates) / lines == Approx(0.3).epsilon(0.1));
  const auto texts = texts_of(made.bytes);
  CHECK(texts.size() == made.counts.articles);
  const std::set<std::string> different(texts.begin(), texts.end());
  CHECK(1 - static_cast<double>(different.size()) / static_cast<double>(texts.size()) == Approx(0.3).epsilon(0.15));
}

TEST_CASE("The text alone is one article a line, without those that are broken") {
  FeedShape shape = shape_of(100'000);
  shape.broken = 0.2;
  FeedMaker maker(kArticles, shape);
  std::string text;
  while (maker.next_text(text)) {
  }
  const auto lines = lines_of(text);
  auto texts = texts_of(make(shape).bytes);
  REQUIRE(lines.size() == texts.size());
  for (std::string& expected : texts) std::ranges::replace(expected, '\n', ' ');
  CHECK((lines == texts));
}

TEST_CASE("Articles without a word are refused") {
  CHECK_THROWS_AS(FeedMaker({" \n ", ""}, shape_of(10)), std::runtime_error);
}

TEST_CASE("A file in memory holds the whole feed, a piece at a time") {
  const FeedShape shape = shape_of(kPieceBytes + 5'000'000);
  FeedFile file(kArticles, shape);
  std::size_t pieces = 0, bytes = 0;
  while (file.next()) {
    ++pieces;
    bytes += testing::read_file(file.path()).size();
  }
  CHECK(pieces == 2);
  CHECK(bytes == file.counts().bytes);
}

TEST_CASE("Articles are read from text, JSONL and folders, and what is no text is left out") {
  const testing::Scratch scratch;
  scratch.write("a.txt", "One article of its own.");
  scratch.write("b.jsonl",
                "{\"text\":\"Two.\"}\n{\"sentences\":[\"A.\",\"B.\",\"C.\",\"D.\"]}\nno JSON\n{\"id\":1}\n"
                "{\"text\":\"broken \uFFFD bytes\"}\n{\"text\":\" \"}\n");
  const Sources sources = read_sources({scratch.path("")});
  CHECK(sources.articles == std::vector<std::string>{"One article of its own.", "Two.", "A. B. C.\nD."});
  CHECK(sources.names == std::vector<std::string>{"a.txt", "b.jsonl"});
  CHECK_FALSE(sources.is_cut);
  CHECK_THROWS_AS(read_sources({scratch.path("missing.jsonl")}), std::runtime_error);
  CHECK_THROWS_AS(read_sources({scratch.write("empty.jsonl", "")}), std::runtime_error);
}

}  // namespace
}  // namespace calque::bench
