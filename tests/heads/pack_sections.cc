// Heads read from a pack are those that were written, within half a step of a byte.
#include <cmath>

#include "base/word_hash.h"
#include "heads/fuse.h"
#include "support/article.h"
#include "support/catch.h"
#include "support/english.h"
#include "support/scratch.h"

namespace calque {
namespace {

const std::string kText = "The minister announced the withdrawal. Nobody denied the slap, and the board said so again.";

// A head with values for the words "minister" and "slap", and for each pair of words by its bucket.
FusedHead head_of(std::string name, float factor, std::size_t buckets = 64) {
  FusedHead head;
  head.name = std::move(name);
  head.word_ngrams = 2;
  for (const char* word : {"minister", "slap"}) {
    WordHash hash;
    for (const char* at = word; *at != '\0'; ++at) hash.add(static_cast<unsigned char>(*at));
    head.words.push_back({hash.value().key, 1, factor * static_cast<float>(head.words.size() + 3)});
  }
  for (std::size_t i = 0; i < buckets; ++i) head.buckets.push_back(factor * std::sin(static_cast<float>(i)));
  return head;
}

TEST_CASE("Heads written to a pack and read again give the same logits, within half a step") {
  const auto owned = interleave({head_of("one", 1), head_of("two", -3)});
  REQUIRE(owned);
  const testing::Scratch scratch;
  REQUIRE(write_pack(scratch.path("p"), head_sections((*owned)->tables)));
  const auto loaded = Heads::load(*Pack::open(scratch.path("p")));
  REQUIRE(loaded);
  CHECK(loaded->names() == std::vector<std::string>{"one", "two"});
  const Article article = testing::article_of_block(kText);
  const Text text = segment(article);
  const std::vector<float> before = score_sentences(Heads((*owned)->tables, *owned), article.text, text);
  const std::vector<float> after = score_sentences(*loaded, article.text, text);
  REQUIRE(before.size() == 4);
  REQUIRE(after.size() == 4);
  for (std::size_t i = 0; i < before.size(); ++i) {
    INFO(i);
    const double reach = i % 2 == 0 ? 2 : 6;  // from the median to the furthest value: at most twice the factor
    CHECK(std::abs(before[i]) > 0.01);
    CHECK(std::abs(before[i] - after[i]) <= reach / kLargestCode / 2);
  }
}

TEST_CASE("Heads that do not fit into one table are refused, by name") {
  CHECK_FALSE(interleave({}));
  CHECK_FALSE(interleave(std::vector<FusedHead>(kMaxHeads + 1, head_of("one", 1))));
  const auto other = interleave({head_of("one", 1), head_of("two", 1, 32)});
  REQUIRE_FALSE(other);
  CHECK(other.error().message == "the heads one and two differ in buckets or n-grams");
}

}  // namespace
}  // namespace calque
