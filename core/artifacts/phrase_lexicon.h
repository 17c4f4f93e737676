// All phrases of all lexicons, behind one hash table.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "artifacts/phrase_entry.h"
#include "calque/text.h"

namespace calque {

// A phrase found at tokens [begin, end). Valid as long as the lexicon.
struct PhraseMatch {
  const PhraseEntry* entry;
  std::string_view suggestion;  // in the form that stands in the text; may be empty
  std::uint32_t begin;
  std::uint32_t end;
};

// Immutable. Matching takes one pass, with one or two look-ups a token, and allocates only for what it finds.
class PhraseLexicon {
 public:
  PhraseLexicon() = default;
  // Errors: none; parse_phrases has checked the entries.
  explicit PhraseLexicon(std::vector<PhraseEntry> entries);

  // Appends what stands in `tokens`, by place and without overlaps: of the phrases that start at one token the longest.
  void match(std::span<const Token> tokens, std::vector<PhraseMatch>& matches) const;

  std::span<const PhraseEntry> entries() const { return entries_; }

 private:
  // One way to read an entry: its alternations chosen, its optional words there or not.
  struct Reading {
    // Of the first two keys, or of the first alone where no second is given; 0 in a free cell of the table.
    std::uint64_t anchor = 0;
    std::uint32_t entry = 0;
    std::uint32_t form = 0;  // of the entry's first alternation
    std::uint32_t keys = 0;  // where its keys begin in keys_
    std::uint32_t size = 0;  // how many they are
  };
  // Says of most hashes that are not in a set that they are not, without leaving the first-level cache: at most
  // tokens no phrase begins.
  class Filter {
   public:
    void add(std::uint64_t hash) { words_[hash / 64 % kWords] |= std::uint64_t{1} << (hash % 64); }
    bool may_hold(std::uint64_t hash) const { return words_[hash / 64 % kWords] >> (hash % 64) & 1; }

   private:
    static constexpr std::size_t kWords = 1024;  // 8 KB, 65,536 bits: 1 in 20 passes wrongly at 3,000 readings
    std::vector<std::uint64_t> words_ = std::vector<std::uint64_t>(kWords);
  };
  // The tokens that must not stand beside an entry's phrase.
  struct Refused {
    std::vector<std::uint64_t> before;
    std::vector<std::uint64_t> after;
  };

  void add_readings(std::uint32_t entry);
  void fill_table();
  bool stands(const Reading& reading, std::span<const Token> tokens, std::size_t at) const;
  const Reading* longest_at(std::span<const Token> tokens, std::size_t at) const;
  // The longest reading under `anchor` that stands at `at`, where it is longer than `longest`.
  const Reading* longer(const Reading* longest, std::uint64_t anchor, std::span<const Token> tokens,
                        std::size_t at) const;

  std::vector<PhraseEntry> entries_;
  std::vector<Refused> refused_;     // by entry
  std::vector<std::uint64_t> keys_;  // Token::key of the readings' words, kAnyWord for *
  std::vector<Reading> readings_;
  Filter pairs_;                // anchors of two keys
  Filter singles_;              // anchors of one
  std::vector<Reading> table_;  // open addressing on the anchor; a power of two, at most half full
};

}  // namespace calque
