// The store of n-gram counts: all counted n-grams are found, others seldom are, and no section can crash it.
#include "model/ngram_counts.h"

#include <cstring>
#include <random>

#include "support/catch.h"

namespace calque {
namespace {

std::vector<CountedNgram> random_ngrams(std::size_t size, std::uint32_t seed) {
  std::mt19937_64 random(seed);
  std::vector<CountedNgram> ngrams(size);
  for (CountedNgram& ngram : ngrams) ngram = {random(), static_cast<std::uint8_t>(random() % (kMaxLevel + 1))};
  return ngrams;
}

std::span<const std::byte> bytes_of(const std::string& section) {
  return {reinterpret_cast<const std::byte*>(section.data()), section.size()};
}

TEST_CASE("Every counted n-gram is found with its level") {
  for (const std::size_t size : {0U, 1U, 2U, 3U, 10U, 1000U, 100'000U}) {
    INFO(size);
    const std::vector<CountedNgram> ngrams = random_ngrams(size, 1);
    const auto section = build_ngram_counts(ngrams);
    REQUIRE(section);
    const auto counts = NgramCounts::load(bytes_of(*section));
    REQUIRE(counts);
    CHECK(counts->size() == size);
    std::size_t wrong = 0;
    for (const CountedNgram& ngram : ngrams) wrong += counts->level(ngram.hash) != ngram.level ? 1 : 0;
    CHECK(wrong == 0);
  }
}

TEST_CASE("One in 256 n-grams that were never counted is found, and each counted one takes under 14 bits") {
  const auto section = build_ngram_counts(random_ngrams(1'000'000, 2));
  REQUIRE(section);
  const auto counts = NgramCounts::load(bytes_of(*section));
  REQUIRE(counts);
  std::mt19937_64 random(3);
  int found = 0;
  constexpr int kTries = 1'000'000;
  for (int i = 0; i < kTries; ++i) found += counts->level(random()) != kNoLevel ? 1 : 0;
  CHECK(found > kTries / 256 * 0.9);
  CHECK(found < kTries / 256 * 1.1);
  CHECK(static_cast<double>(section->size()) * 8 / 1e6 < 14);
}

TEST_CASE("The same n-grams give the same section, and n-grams with equal hashes are refused") {
  const std::vector<CountedNgram> ngrams = random_ngrams(5000, 4);
  CHECK(*build_ngram_counts(ngrams) == *build_ngram_counts(ngrams));
  const std::vector<CountedNgram> twins = {{7, 1}, {7, 2}};
  CHECK_FALSE(build_ngram_counts(twins));
}

TEST_CASE("A level stands for a power of two of the count") {
  CHECK(level_of(NgramKind::kTriple, 1) == 0);
  CHECK(level_of(NgramKind::kTriple, 2) == 1);
  CHECK(level_of(NgramKind::kTriple, 7) == 2);
  CHECK(level_of(NgramKind::kTriple, 8) == 3);
  CHECK(level_of(NgramKind::kTriple, 1'000'000'000) == kMaxLevel);
  CHECK(level_of(NgramKind::kWord, 8) == 2);
}

TEST_CASE("Nothing is found before a section is loaded") { CHECK(NgramCounts().level(7) == kNoLevel); }

TEST_CASE("A changed section is refused, or read within its bounds") {
  const std::string sound = *build_ngram_counts(random_ngrams(300, 5));
  std::mt19937_64 random(6);
  for (int round = 0; round < 5000; ++round) {
    std::string section = sound;
    const std::size_t changes = 1 + random() % 3;
    for (std::size_t i = 0; i < changes; ++i) section[random() % 32] = static_cast<char>(random());
    if (round % 3 == 0) section.resize(random() % section.size());
    const std::vector<std::byte> exact(bytes_of(section).begin(), bytes_of(section).end());  // nothing to read after it
    const auto counts = NgramCounts::load(exact);
    if (!counts) continue;
    for (int i = 0; i < 20; ++i) CHECK(counts->level(random()) >= kNoLevel);
  }
}

}  // namespace
}  // namespace calque
