// Words that translations confuse: "slap" for "blow", since Spanish "golpe" means both.
//
// A section of the pack, read in place:
//
//   header      ConfusionSets::Header
//   cells       a KeyTable by the written word's key, at most half of them in use
//   meanings    what may have been meant, each cell's in a row, the likeliest first
//   strings     each with its length in front, in one byte; the first is empty
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/key_table.h"
#include "calque/error.h"
#include "calque/finding.h"

namespace calque {

// The languages of pairs (ISO 639-1), indexed by Meaning::language; the first is none.
inline constexpr std::array<std::string_view, 6> kPairLanguages = {"", "ca", "es", "fr", "it", "pt"};

// A word that may have been meant, and what is known about the pair without context.
struct Meaning {
  std::uint64_t key = 0;      // of the word that was meant
  std::uint32_t word = 0;     // that word: offset of a string
  std::uint32_t foreign = 0;  // the foreign word for both; the empty string if none is known
  float prior = 0;            // what the pair adds to the score, bias included
  std::uint8_t level = 0;     // of the meant word alone, as in NgramCounts
  std::uint8_t type = 0;      // ArtifactType
  std::uint8_t language = 0;  // of kPairLanguages
  std::uint8_t padding = 0;
};
static_assert(sizeof(Meaning) == 24);

// A written word.
struct ConfusedWord {
  std::uint64_t key = 0;    // 0 in a free cell
  std::uint32_t first = 0;  // of its meanings
  std::uint16_t count = 0;
  std::uint8_t level = 0;
  std::uint8_t padding = 0;
};
static_assert(sizeof(ConfusedWord) == 16);

// Immutable; points into the bytes that it was loaded from.
class ConfusionSets {
 public:
  ConfusionSets() = default;  // holds nothing

  // Checks every offset. Errors say what is wrong.
  static Expected<ConfusionSets> load(std::span<const std::byte> section);

  const ConfusedWord* find(std::uint64_t key) const { return table_.find(key); }
  std::span<const Meaning> meanings(const ConfusedWord& word) const {
    return meanings_.subspan(word.first, word.count);
  }
  std::string_view string(std::uint32_t offset) const;

  std::size_t words() const { return words_; }
  std::size_t pairs() const { return meanings_.size(); }

 private:
  KeyTable<ConfusedWord> table_;
  std::span<const Meaning> meanings_;
  std::string_view strings_;
  std::size_t words_ = 0;
};

// A pair as the builder of a section knows it.
struct ConfusedPair {
  std::string written;  // folded
  std::string meant;    // folded
  std::string foreign;
  std::string language;  // one of kPairLanguages
  ArtifactType type = ArtifactType::kWrongSense;
  float prior = 0;
  std::uint8_t written_level = 0;
  std::uint8_t meant_level = 0;
};

// The section for `pairs`: any order makes the same bytes.
std::string build_confusion_sets(std::vector<ConfusedPair> pairs);

}  // namespace calque
