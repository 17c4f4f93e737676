// Human assessment, found again by the very sentence.
#include "evaluate/ratings.h"

#include <cmath>
#include <stdexcept>

#include "evaluate/statistics.h"
#include "support/catch.h"
#include "support/scratch.h"

namespace calque::evaluate {
namespace {

constexpr const char* kHeader = "year\tpair\tsystem\tsegment\tz\tratings\ttext\n";

LabelledArticle article(std::vector<std::string> sentences) {
  LabelledArticle made;
  made.year = 2022;
  made.pair = "de-en";
  made.system = "S";
  made.kind = ArticleKind::kMachine;
  made.sentences = std::move(sentences);
  return made;
}

TEST_CASE("An article's assessment is the mean of its rated sentences, if they are half of them") {
  const testing::Scratch scratch;
  Ratings ratings;
  CHECK(ratings.empty());
  ratings.read(scratch.write("q.tsv", std::string(kHeader) + "2022\tde-en\tS\t1\t0.5\t1\tThe mill burned.\n"
                                                             "2022\tde-en\tS\t2\t-1.5\t2\tNobody came. \r\n"
                                                             "2022\tde-en\tT\t2\t9\t2\tIt rained.\n"
                                                             "2021\tde-en\tS\t2\t9\t2\tIt rained.\n"));
  CHECK(ratings.size() == 4);
  CHECK(ratings.of(article({"The mill burned.", "Nobody came."})) == -0.5);
  CHECK(ratings.of(article({"The mill burned.", "It rained."})) == 0.5);
  CHECK(std::isnan(ratings.of(article({"The mill burned.", "It rained.", "It snowed."}))));
  CHECK(std::isnan(ratings.of(article({"It rained."}))));
}

TEST_CASE("A sentence that a system wrote twice has the mean of both") {
  const testing::Scratch scratch;
  Ratings ratings;
  ratings.read(
      scratch.write("q.tsv", std::string(kHeader) + "2022\tde-en\tS\t1\t1\t1\tYes.\n2022\tde-en\tS\t9\t0\t1\tYes.\n"));
  CHECK(ratings.of(article({"Yes."})) == 0.5);
}

TEST_CASE("A file of another form is an error with its line") {
  const testing::Scratch scratch;
  for (const auto& [text, line] : {std::pair(std::string("a\tb\n"), ":1:"),
                                   std::pair(kHeader + std::string("2022\tde-en\tS\t1\thigh\t1\tYes.\n"), ":2:"),
                                   std::pair(kHeader + std::string("2022\tde-en\n"), ":2:")}) {
    Ratings ratings;
    std::string message;
    try {
      ratings.read(scratch.write("q.tsv", text));
    } catch (const std::runtime_error& error) {
      message = error.what();
    }
    CHECK(message.find(line) != std::string::npos);
  }
}

}  // namespace
}  // namespace calque::evaluate
