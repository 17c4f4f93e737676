// The weight of each sentence in the mean over an article.
#include "text/sentence_weights.h"

#include "support/article.h"
#include "support/catch.h"
#include "support/english.h"

namespace calque {
namespace {

TEST_CASE("Sentences weigh by their words, whatever their marks") {
  const Text text = segment(testing::article_of_block("One, two - three; four. Five!"));
  REQUIRE(text.sentences.size() == 2);
  const std::vector<double> weights = sentence_weights(text);
  CHECK(weights[0] == Approx(0.8));
  CHECK(weights[1] == Approx(0.2));
}

TEST_CASE("A sentence without words weighs as if it had one") {
  Text text = segment(testing::article_of_block("One two three."));
  text.sentences.push_back({{14, 14}, text.sentences[0].token_end, text.sentences[0].token_end, 0});
  CHECK(sentence_weights(text)[1] == Approx(0.25));
}

TEST_CASE("A text without sentences has no weights") { CHECK(sentence_weights(Text{}).empty()); }

}  // namespace
}  // namespace calque
