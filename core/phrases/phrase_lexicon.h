// All phrases of all lexicons, behind one hash table.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/key_table.h"
#include "calque/error.h"
#include "calque/finding.h"
#include "calque/text.h"
#include "phrases/phrase_section.h"

namespace calque {

// A phrase found at tokens [begin, end). Valid as long as the lexicon's bytes.
struct PhraseMatch {
  ArtifactType type;
  Severity severity;
  std::string_view language;  // may be empty
  std::string_view why;
  std::string_view suggestion;  // in the form used in the text; may be empty
  std::uint32_t begin;
  std::uint32_t end;
  bool holds_names;
};

// Immutable; points into the bytes that it was loaded from. Matching takes one pass with a few look-ups per token, and
// allocates only for matches.
class PhraseLexicon {
 public:
  PhraseLexicon() = default;  // holds nothing

  // Checks every offset of a section as build_phrases makes it. Errors say what is wrong.
  static Expected<PhraseLexicon> load(std::span<const std::byte> section);

  // Appends the phrases in `tokens`, by place and without overlaps: of those that start at one token the longest, and
  // of equally long ones the first entry.
  void match(std::span<const Token> tokens, std::vector<PhraseMatch>& matches) const;

  std::size_t size() const { return phrases_.size(); }  // phrases

 private:
  // The end of a match: the token after its last one; 0 if the phrase does not match.
  struct Reach {
    std::uint32_t end = 0;
    std::uint32_t form = 0;  // which word of the first alternation matched
  };

  bool holds_what_it_can() const;
  bool is_sound(const PhraseRecord& phrase) const;

  // A bit for each distance at which an anchor of phrases that start with this word lies; 0 for most words.
  std::uint8_t starts_with(std::uint64_t key) const { return starts_[key & (starts_.size() - 1)]; }
  bool may_hold(std::uint64_t anchor) const {
    const std::uint64_t bits = filter_bits_of(anchor);
    return (filter_[filter_word_of(anchor, filter_.size())] & bits) == bits;
  }
  std::span<const std::uint64_t> keys(IndexRange range) const {
    return keys_.subspan(range.begin, range.end - range.begin);
  }
  std::string_view string(IndexRange range) const { return strings_.substr(range.begin, range.end - range.begin); }
  Reach reach(const PhraseRecord& phrase, std::uint32_t slot, std::span<const Token> tokens, std::size_t at) const;
  // Replaces `longest` with the longest phrase under `anchor` that matches at `at`, if that is longer or an earlier
  // entry.
  void take_longer(std::uint64_t anchor, std::span<const Token> tokens, std::size_t at, Reach& longest,
                   std::uint32_t& entry) const;
  PhraseMatch match_of(std::uint32_t entry, std::size_t at, Reach reached) const;

  static constexpr std::uint64_t kNoFilter = 0;
  static constexpr std::uint8_t kNoStart = 0;
  std::span<const std::uint64_t> filter_{&kNoFilter, 1};
  std::span<const std::uint64_t> keys_;  // Token::key of the slots' words
  KeyTable<PhraseCell> table_;
  std::span<const PhraseRecord> phrases_;
  std::span<const PhraseWords> slots_;
  std::span<const IndexRange> suggestions_;
  std::span<const std::uint32_t> anchored_;
  std::span<const std::uint8_t> starts_{&kNoStart, 1};
  std::string_view strings_;
};

}  // namespace calque
