// How usual an article's pairs of words are.
#include "plausibility/unusual_pairs.h"

#include <string>
#include <vector>

#include "support/article.h"
#include "support/catch.h"
#include "support/english.h"
#include "text/fold.h"

namespace calque {
namespace {

std::uint64_t key(std::string_view word) { return hash_folded(word).key; }

// English that has three pairs of words.
std::string three_pairs() {
  const std::vector<CountedNgram> ngrams = {{pair_ngram(key("the"), key("main")), 5},
                                            {pair_ngram(key("main"), key("blow")), 3},
                                            {pair_ngram(key("blow"), key("fell")), 2}};
  return *build_ngram_counts(ngrams);
}

double share_of(const NgramCounts& counts, const std::string& block) {
  const Article article = testing::article_of_block(block);
  const Text text = segment(article);
  return unusual_pair_share(text, context_of(counts, article, text));
}

TEST_CASE("The share is of the pairs that English does not have, whatever their case") {
  const std::string section = three_pairs();
  const auto counts = NgramCounts::load(std::as_bytes(std::span(section)));
  REQUIRE(counts);
  CHECK(share_of(*counts, "The main blow fell.") == 0);
  CHECK(share_of(*counts, "The main slap fell.") == Approx(2.0 / 3));
  CHECK(share_of(*counts, "the slap was hard") == 1);
}

TEST_CASE("Pairs with a name or a mark say nothing") {
  const std::string section = three_pairs();
  const auto counts = NgramCounts::load(std::as_bytes(std::span(section)));
  REQUIRE(counts);
  CHECK(share_of(*counts, "The main blow, on Almaty, fell down.") == Approx(1.0 / 3));  // "fell down"
}

TEST_CASE("A long text is sampled, and its share stays that of its sentences") {
  const std::string section = three_pairs();
  const auto counts = NgramCounts::load(std::as_bytes(std::span(section)));
  REQUIRE(counts);
  std::string block;
  for (int i = 0; i < 1000; ++i) block += "The main slap fell. ";
  CHECK(share_of(*counts, block) == Approx(2.0 / 3));
}

TEST_CASE("Without counts, and without pairs, nothing is unusual") {
  CHECK(share_of(NgramCounts(), "The main slap fell.") == 0);
  const std::string section = three_pairs();
  const auto counts = NgramCounts::load(std::as_bytes(std::span(section)));
  REQUIRE(counts);
  CHECK(share_of(*counts, "Slap.") == 0);
  CHECK(share_of(*counts, "") == 0);
}

}  // namespace
}  // namespace calque
