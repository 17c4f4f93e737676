// The heads read words, numbers and the marks that carry over from the source, not how a text was typeset.
#include "heads/stream.h"

#include <algorithm>
#include <string>

#include "support/article.h"
#include "support/catch.h"
#include "support/english.h"

namespace calque {
namespace {

// The block's sentences as the heads read them, with " / " between.
std::string stream_of(const std::string& block) {
  const Article article = testing::article_of_block(block);
  const Text text = segment(article);
  std::string lines;
  Stream stream(article.text, text, StreamKind::kFolded);
  for (const Sentence& sentence : text.sentences) {
    const std::string line = stream_text(article.text, text, sentence);
    // One token for each word of the line, and one for its end.
    CHECK(stream.read(sentence).size() == 2 + static_cast<std::size_t>(std::ranges::count(line, ' ')));
    lines += (lines.empty() ? "" : " / ") + line;
  }
  return lines;
}

TEST_CASE("Words are folded, numbers are 0, and full stops, quotes and dashes are not read") {
  CHECK(stream_of("The Mayor said: \"No.\"") == stream_of("the mayor said: 'no'"));
  CHECK(stream_of("It rose 3.5 per cent \u2014 again!") == "it rose 0 per cent again");
}

TEST_CASE("Commas, semicolons, colons and brackets are read, also inside quotes") {
  CHECK(stream_of("Yes, (or no); see: here.") == "yes , ( or no ) ; see : here");
  CHECK(stream_of("\u201CYes,\u201D he said.") == "yes , he said");
  CHECK(stream_of("'Yes', he said.") == "yes , he said");
}

TEST_CASE("A hyphen is read if it joins two words, and not as a dash") {
  CHECK(stream_of("A well-known plan.") == "a well - known plan");
  CHECK(stream_of("A plan - well known - failed.") == "a plan well known failed");
}

TEST_CASE("Marks inside numbers are not read, since every number is 0") {
  CHECK(stream_of("At 10:30 it was 1,200.") == "at 0 0 it was 0");
}

}  // namespace
}  // namespace calque
