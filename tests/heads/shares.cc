// Each n-gram's share of a head's score is exact: the shares add up to the score.
#include <cmath>
#include <numeric>

#include "heads/heads.h"
#include "support/article.h"
#include "support/catch.h"
#include "support/english.h"
#include "support/fasttext_training.h"
#include "text/sentence_weights.h"

namespace calque {
namespace {

const std::string kText =
    "The minister announced the withdrawal on Thursday. A farmer has ascended the actions of the pace. "
    "The board said its shares rose again, and again. The café owner denied the slap.";

Heads any_heads(const testing::Scratch& scratch) {
  testing::train_fasttext(scratch, testing::usual_arguments(), scratch.path("model.bin"));
  auto heads = Heads::load_classifier(scratch.path("model.bin"), "machine");
  REQUIRE(heads);
  return *heads;
}

TEST_CASE("The n-grams' shares add up to the mean of the sentence logits, weighted by words") {
  const testing::Scratch scratch;
  const Heads heads = any_heads(scratch);
  const Article article = testing::article_of_block(kText);
  const Text text = segment(article);
  REQUIRE(text.sentences.size() == 4);
  const std::vector<float> scores = score_sentences(heads, article.text, text);
  const std::vector<double> weights = sentence_weights(text);
  const double mean = std::inner_product(weights.begin(), weights.end(), scores.begin(), 0.0);
  double sum = 0;
  for (const NgramShare& share : share_ngrams(heads, article.text, text, 0)) sum += share.share;
  CHECK(std::abs(sum - mean) < 1e-5);
}

TEST_CASE("The largest share comes first, and each n-gram is listed once, with its first place and its count") {
  const testing::Scratch scratch;
  const Heads heads = any_heads(scratch);
  const Article article = testing::article_of_block("The slap. The slap. The slap was a slap.");
  const auto shares = share_ngrams(heads, article.text, segment(article), 0);
  REQUIRE_FALSE(shares.empty());
  for (std::size_t i = 1; i < shares.size(); ++i) CHECK(std::abs(shares[i - 1].share) >= std::abs(shares[i].share));
  const auto slap =
      std::ranges::find_if(shares, [&](const NgramShare& s) { return s.span.of(article.text) == "The slap."; });
  REQUIRE(slap != shares.end());
  CHECK(slap->span.begin == 0);
  CHECK(slap->count == 2);
}

}  // namespace
}  // namespace calque
