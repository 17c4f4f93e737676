// Repeated words count less.
#include "heads/repeats.h"

#include <cmath>
#include <random>
#include <unordered_map>

#include "support/article.h"
#include "support/catch.h"
#include "support/english.h"

namespace calque {
namespace {

TEST_CASE("The weights of a word's tokens add up to the square root of their number, whatever their case") {
  const Text text = segment(testing::article_of_block("The road. THE bridge, the road, and the end of the road."));
  const std::vector<float> weights = repeat_weights(text);
  REQUIRE(weights.size() == text.tokens.size());
  const auto sum_of = [&](std::uint64_t key) {
    double sum = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) sum += text.tokens[i].key == key ? weights[i] : 0;
    return sum;
  };
  CHECK(weights[0] == 1);
  CHECK(sum_of(text.tokens[0].key) == Approx(std::sqrt(5.0)));  // the
  CHECK(sum_of(text.tokens[1].key) == Approx(std::sqrt(3.0)));  // road
}

TEST_CASE("Marks count like words, and the same holds in a long text") {
  std::string block;
  for (int i = 0; i < 1000; ++i) block += "again, ";
  const Text text = segment(testing::article_of_block(block + "end."));
  const std::vector<float> weights = repeat_weights(text);
  double words = 0;
  double marks = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    (text.tokens[i].kind == TokenKind::kPunctuation ? marks : words) += weights[i];
  }
  CHECK(words == Approx(std::sqrt(1000.0) + 1).epsilon(1e-4));
  CHECK(marks == Approx(std::sqrt(1000.0) + 1).epsilon(1e-4));
}

TEST_CASE("The weights are those of counting each word by itself") {
  std::mt19937 random(12);
  for (int round = 0; round < 200; ++round) {
    std::string block;
    for (std::size_t words = random() % 700; words > 0; --words)
      block += std::string(1 + random() % 20, static_cast<char>('b' + random() % 20)) + " ";
    const Text text = segment(testing::article_of_block(block));
    std::unordered_map<std::uint64_t, unsigned> counts;
    std::vector<float> expected;
    for (const Token& token : text.tokens) expected.push_back(repeat_weight(++counts[token.key]));
    REQUIRE(repeat_weights(text) == expected);
  }
}

TEST_CASE("A text without tokens has no weights") { CHECK(repeat_weights(Text{}).empty()); }

}  // namespace
}  // namespace calque
