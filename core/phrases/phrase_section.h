// The section "phrases" of the pack: all phrases of all lexicons, in the order of their files. It is read in place.
//
//   header       PhraseHeader
//   filter       u64, a power of two of them: a Bloom filter of the anchors
//   keys         u64: Token::key of the phrases' words
//   cells        a KeyTable by anchor, at most half of them in use
//   phrases      PhraseRecord
//   slots        PhraseWords
//   suggestions  IndexRange: each a string
//   anchored     u32: the phrases of each cell in a row, by their number
//   starts       u8, a power of two of them: by the first word's key, the distances of its anchors
//   strings      UTF-8
//
// An anchor is the first word and a word at most kMostDistance after it, at the distance where the fewest phrases share
// it: "in the long run" is indexed under "in _ long", since too many phrases begin with "in the". If all these places
// allow any word, the anchor is the first word alone, at distance 0.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

#include "phrases/phrase_entry.h"

namespace calque {

struct PhraseHeader {
  std::uint64_t filter;
  std::uint64_t keys;
  std::uint64_t cells;
  std::uint64_t phrases;
  std::uint64_t slots;
  std::uint64_t suggestions;
  std::uint64_t anchored;
  std::uint64_t starts;
  std::uint64_t strings;  // bytes
};

struct IndexRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

struct PhraseCell {
  std::uint64_t key = 0;  // the anchor; 0 in a free cell
  IndexRange anchored;
};

// One place in a phrase; refused words have none.
struct PhraseWords {
  IndexRange keys;  // none: any word
  std::uint32_t is_optional = 0;
};

struct PhraseRecord {
  IndexRange slots;
  IndexRange refused_before;  // keys
  IndexRange refused_after;
  IndexRange suggestions;  // none, one, or one for each word of the slot form_slot
  IndexRange why;          // a string
  IndexRange language;
  std::uint32_t form_slot = 0;  // the first alternation
  std::uint8_t type = 0;        // ArtifactType
  std::uint8_t severity = 0;
  std::uint8_t holds_names = 0;
  std::uint8_t padding = 0;
};
static_assert(sizeof(PhraseHeader) == 72 && sizeof(PhraseCell) == 16 && sizeof(PhraseWords) == 12 &&
              sizeof(PhraseRecord) == 56);

inline constexpr std::size_t kMostDistance = 3;

// Keys are well-mixed hashes already. Key 0 is of a free cell, so a bit is set in every anchor.
constexpr std::uint64_t kAnchorBit = std::uint64_t{1} << 63;
constexpr std::uint64_t anchor_of(std::uint64_t first) { return first | kAnchorBit; }
constexpr std::uint64_t anchor_of(std::uint64_t first, std::uint64_t other, std::size_t distance) {
  return (first ^ std::rotl(other, static_cast<int>(20 + distance))) | kAnchorBit;
}

// The filter sets two bits of one word for an anchor. With at least 16 bits per anchor about 1 in 64 passes wrongly.
constexpr std::size_t filter_word_of(std::uint64_t anchor, std::size_t words) { return anchor / 64 & (words - 1); }
constexpr std::uint64_t filter_bits_of(std::uint64_t anchor) {
  return std::uint64_t{1} << (anchor % 64) | std::uint64_t{1} << (anchor >> 50) % 64;
}

// The section for `entries`, which must come from parse_phrases.
std::string build_phrases(std::span<const PhraseEntry> entries);

}  // namespace calque
