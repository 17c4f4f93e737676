// How often word n-grams occur in English, for millions of n-grams in about 2 bytes each.
//
// A static retrieval structure in the form of a binary fuse filter (Graf and Lemire 2022, "Binary Fuse Filters: Fast
// and Smaller Than Xor Filters"): three slots of 12 bits, xor-ed, give 8 bits of fingerprint and a level of 4 bits. It
// holds no keys and takes 13.5 to 14 bits per n-gram. An n-gram that was never counted is taken for a counted one with
// a probability of 1 in 256.
//
// A level is the count's base-2 logarithm in steps of kLevelSteps.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "calque/error.h"

namespace calque {

// The kinds of n-grams. Values are part of the hash.
enum class NgramKind : std::uint8_t { kWord, kPair, kTriple, kGapped };  // kGapped: two words with any one between them
inline constexpr std::size_t kNgramKinds = 4;

// Hashes of n-grams, from the words' keys (Token::key) in order.
constexpr std::uint64_t extend_counted_ngram(std::uint64_t hash, std::uint64_t key) {
  return (std::rotl(hash, 29) ^ key) * 0x9E3779B97F4A7C15U;
}
constexpr std::uint64_t word_ngram(std::uint64_t word) {
  return extend_counted_ngram(static_cast<std::uint64_t>(NgramKind::kWord), word);
}
constexpr std::uint64_t pair_ngram(std::uint64_t first, std::uint64_t second) {
  return extend_counted_ngram(extend_counted_ngram(static_cast<std::uint64_t>(NgramKind::kPair), first), second);
}
constexpr std::uint64_t triple_ngram(std::uint64_t first, std::uint64_t second, std::uint64_t third) {
  return extend_counted_ngram(
      extend_counted_ngram(extend_counted_ngram(static_cast<std::uint64_t>(NgramKind::kTriple), first), second), third);
}
constexpr std::uint64_t gapped_ngram(std::uint64_t first, std::uint64_t last) {
  return extend_counted_ngram(extend_counted_ngram(static_cast<std::uint64_t>(NgramKind::kGapped), first), last);
}

// Counts of 2^(level * kLevelStep) and more, up to the next level's.
inline constexpr std::array<double, kNgramKinds> kLevelSteps = {1.5, 1.25, 1.0, 1.25};
inline constexpr int kMaxLevel = 15;
inline constexpr int kNoLevel = -1;

struct CountedNgram {
  std::uint64_t hash;
  std::uint8_t level;  // 0 to kMaxLevel
};

std::uint8_t level_of(NgramKind kind, std::uint64_t count);

// The arrangement of the filter: inline, since an article makes thousands of look-ups.
namespace counted {

inline constexpr unsigned kSlotBits = 12;
inline constexpr unsigned kLevelBits = 4;
inline constexpr std::uint32_t kSlotMask = (1U << kSlotBits) - 1;

// MurmurHash3's finisher.
inline std::uint64_t mix(std::uint64_t hash) {
  hash = (hash ^ (hash >> 33)) * 0xFF51AFD7ED558CCDU;
  hash = (hash ^ (hash >> 33)) * 0xC4CEB9FE1A85EC53U;
  return hash ^ (hash >> 33);
}

inline std::uint64_t high_product(std::uint64_t a, std::uint64_t b) {
  __extension__ using Wide = unsigned __int128;
  return static_cast<std::uint64_t>((static_cast<Wide>(a) * b) >> 64);
}

inline std::array<std::uint64_t, 3> places(std::uint64_t mixed, std::uint64_t starts, std::uint64_t segment) {
  const std::uint64_t first = high_product(mixed, starts);
  return {first, (first + segment) ^ ((mixed >> 18) & (segment - 1)), (first + 2 * segment) ^ (mixed & (segment - 1))};
}

// Independent of the bits that choose the slots.
inline std::uint32_t fingerprint(std::uint64_t mixed) {
  return static_cast<std::uint32_t>((mixed ^ (mixed >> 32)) * 0x9E3779B1U) >> 24;
}

}  // namespace counted

// Immutable; points into the bytes that it was loaded from.
class NgramCounts {
 public:
  NgramCounts() = default;  // holds nothing

  // Checks that no look-up can leave `section`. Errors say what is wrong with it.
  static Expected<NgramCounts> load(std::span<const std::byte> section);

  // Where an n-gram's slots are. A look-up makes three reads in three segments of 4 to 256 KB and mostly waits for
  // memory. For many look-ups, take kProbeBatch words or pairs at a time and make all their probes before the first
  // level(): the slots are then still in the near caches.
  static constexpr std::size_t kProbeBatch = 64;
  struct Probe {
    std::array<std::uint32_t, 3> slots{};
    std::uint32_t fingerprint = 0;
  };
  Probe probe(std::uint64_t ngram) const;  // starts the reads

  // The n-gram's level, or kNoLevel if it was not counted.
  int level(const Probe& probe) const;
  int level(std::uint64_t ngram) const { return level(probe(ngram)); }
  std::uint64_t size() const { return size_; }  // n-grams

 private:
  std::uint32_t slot(std::uint32_t at) const;

  const std::byte* slots_ = nullptr;
  std::uint64_t seed_ = 0;
  std::uint64_t size_ = 0;
  std::uint64_t starts_ = 1;   // possible positions of the first of the three slots
  std::uint64_t segment_ = 1;  // slots; a power of two
};

inline NgramCounts::Probe NgramCounts::probe(std::uint64_t ngram) const {
  if (slots_ == nullptr) return {};
  const std::uint64_t mixed = counted::mix(ngram ^ seed_);
  const std::array<std::uint64_t, 3> at = counted::places(mixed, starts_, segment_);
  for (const std::uint64_t place : at) __builtin_prefetch(slots_ + place * counted::kSlotBits / 8);
  return {{static_cast<std::uint32_t>(at[0]), static_cast<std::uint32_t>(at[1]), static_cast<std::uint32_t>(at[2])},
          counted::fingerprint(mixed)};
}

inline std::uint32_t NgramCounts::slot(std::uint32_t at) const {
  std::uint32_t bits = 0;
  std::memcpy(&bits, slots_ + std::uint64_t{at} * counted::kSlotBits / 8, sizeof bits);
  return bits >> (at % 2 * 4);
}

inline int NgramCounts::level(const Probe& probe) const {
  if (slots_ == nullptr) return kNoLevel;
  const std::uint32_t value = (slot(probe.slots[0]) ^ slot(probe.slots[1]) ^ slot(probe.slots[2])) & counted::kSlotMask;
  return value >> counted::kLevelBits == probe.fingerprint ? static_cast<int>(value & kMaxLevel) : kNoLevel;
}

// The section that holds `ngrams`, whose hashes must differ. Fails if no arrangement is found, which is very
// improbable.
Expected<std::string> build_ngram_counts(std::span<const CountedNgram> ngrams);

}  // namespace calque
