// Reading labelled articles: compressed or not, whole or broken.
#include <cstdlib>
#include <stdexcept>

#include "labelled/article.h"
#include "labelled/lines.h"
#include "support/catch.h"
#include "support/scratch.h"

namespace calque {
namespace {

std::vector<std::string> all_lines(const std::string& path) {
  Lines lines(path);
  std::vector<std::string> read;
  for (std::string_view line; lines.next(line);) read.emplace_back(line);
  return read;
}

std::string article_with(const std::string& fields) {
  return R"({"id":"a","year":2018,"pair":"de-en","system":"s","kind":"machine","engine":"nmt","doc":"d",)" + fields +
         "}";
}

TEST_CASE("Lines are the same plain, gzipped or packed with zstd, whatever the file is called") {
  const testing::Scratch scratch;
  const std::string plain = scratch.write("plain file's name.jsonl", "one\ntwo\n\nlast");
  const std::string copy = "cp \"" + plain + "\" " + scratch.path("copy");
  REQUIRE(std::system((copy + " && gzip -c " + scratch.path("copy") + " > " + scratch.path("g")).c_str()) == 0);
  REQUIRE(std::system(("zstd -q --long=27 -o " + scratch.path("z") + " " + scratch.path("copy")).c_str()) == 0);
  const std::vector<std::string> expected = {"one\n", "two\n", "\n", "last"};
  CHECK(all_lines(plain) == expected);
  CHECK(all_lines(scratch.path("g")) == expected);
  CHECK(all_lines(scratch.path("z")) == expected);
}

TEST_CASE("A file that is missing, a folder, or cut short is an error that names it") {
  const testing::Scratch scratch;
  std::string noise;
  for (unsigned i = 0; i < 100'000; ++i) noise += std::to_string(i * 2654435761U) + "\n";
  scratch.write("noise", noise);
  const std::string cut = "gzip -c " + scratch.path("noise") + " | head -c 100000 > " + scratch.path("cut");
  REQUIRE(std::system(cut.c_str()) == 0);
  for (const std::string name : {"cut", "missing", "."}) {
    INFO(name);
    std::string message;
    try {
      all_lines(scratch.path(name));
    } catch (const std::runtime_error& error) {
      message = error.what();
    }
    CHECK(message.find(scratch.path(name)) != std::string::npos);
  }
}

TEST_CASE("A reader may leave a compressed file in the middle") {
  const testing::Scratch scratch;
  scratch.write("long", std::string(5'000'000, '\n'));
  REQUIRE(std::system(("gzip " + scratch.path("long")).c_str()) == 0);
  Lines lines(scratch.path("long.gz"));
  std::string_view line;
  CHECK(lines.next(line));
}

TEST_CASE("A labelled article is read with all that is known of it") {
  LabelledParser parser;
  const auto article = parser.parse(article_with(R"("doc_known":true,"sentences":["One.","Two."])"));
  REQUIRE(article);
  CHECK(article->id == "a");
  CHECK(article->year == 2018);
  CHECK(article->pair == "de-en");
  CHECK(article->kind == ArticleKind::kMachine);
  CHECK(article->engine == "nmt");
  CHECK(article->text() == "One.\n\nTwo.");
}

TEST_CASE("What the data does not say may be null or left out") {
  LabelledParser parser;
  const auto article = parser.parse(
      R"({"id":"a","year":null,"pair":"en-en","system":null,"kind":"original","engine":null,"sentences":["One."]})");
  REQUIRE(article);
  CHECK(article->year == 0);
  CHECK(article->system.empty());
  CHECK(article->doc == "a");
}

TEST_CASE("A line that holds no labelled article says why") {
  LabelledParser parser;
  for (const std::string& line : {std::string("{\"id\":"), std::string("[]"), std::string("7"), std::string(),
                                  article_with(R"("sentences":[])"), article_with(R"("sentences":["One.",2])"),
                                  article_with(R"("sentences":"One.")"), article_with(R"("text":"One.")"),
                                  std::string(R"({"id":"a","pair":"de-en","kind":"person","sentences":["One."]})"),
                                  std::string(R"({"id":"a","kind":"machine","sentences":["One."]})"),
                                  std::string(R"({"pair":"de-en","kind":"machine","sentences":["One."]})")}) {
    INFO(line);
    const auto article = parser.parse(line);
    REQUIRE_FALSE(article);
    CHECK_FALSE(article.error().empty());
  }
}

}  // namespace
}  // namespace calque
