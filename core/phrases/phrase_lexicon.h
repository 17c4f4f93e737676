// All phrases of all lexicons, behind one hash table.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "base/key_table.h"
#include "calque/text.h"
#include "phrases/phrase_entry.h"

namespace calque {

// A phrase found at tokens [begin, end). Valid as long as the lexicon.
struct PhraseMatch {
  const PhraseEntry* entry;
  std::string_view suggestion;  // in the form used in the text; may be empty
  std::uint32_t begin;
  std::uint32_t end;
};

// Immutable. Matching takes one pass with a few look-ups per token, and allocates only for matches.
class PhraseLexicon {
 public:
  PhraseLexicon() = default;
  // The entries must come from parse_phrases, which checks them.
  explicit PhraseLexicon(std::vector<PhraseEntry> entries);

  // Appends the phrases in `tokens`, by place and without overlaps: of those that start at one token the longest, and
  // of equally long ones the first entry.
  void match(std::span<const Token> tokens, std::vector<PhraseMatch>& matches) const;

  std::span<const PhraseEntry> entries() const { return entries_; }

 private:
  struct Slot {
    std::uint32_t begin = 0;  // its words are keys_[begin, end); none: any word
    std::uint32_t end = 0;
    bool optional = false;
  };
  // An entry prepared for matching.
  struct Phrase {
    std::uint32_t begin = 0;  // its slots are slots_[begin, end)
    std::uint32_t end = 0;
    std::uint32_t form_slot = 0;  // the first alternation
    std::vector<std::uint64_t> refused_before;
    std::vector<std::uint64_t> refused_after;
  };
  // The end of a match: the token after its last one; 0 if the phrase does not match.
  struct Reach {
    std::uint32_t end = 0;
    std::uint32_t form = 0;  // which word of the first alternation matched
  };
  // The phrases that can begin with certain words: phrases_of_anchors_[begin, end).
  struct Cell {
    std::uint64_t key = 0;  // the anchor; 0 in a free cell
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
  };
  using Anchors = std::vector<std::pair<std::uint64_t, std::uint32_t>>;  // an anchor and its entry
  // An anchor is the first word and a word at most this far after it, at the distance where the fewest phrases share
  // it: "in the long run" is indexed under "in _ long", since too many phrases begin with "in the". If all these places
  // allow any word, the anchor is the first word alone.
  static constexpr std::size_t kMostDistance = 3;

  // A Bloom filter that rejects most anchors within the nearest caches: at most tokens no phrase begins. With at least
  // 16 bits per anchor, of which two are set, about 1 in 64 passes wrongly.
  class Filter {
   public:
    Filter() = default;
    explicit Filter(const Anchors& anchors);
    bool may_hold(std::uint64_t anchor) const { return (words_[word_of(anchor)] & bits_of(anchor)) == bits_of(anchor); }

   private:
    std::size_t word_of(std::uint64_t anchor) const { return anchor / 64 & (words_.size() - 1); }
    static std::uint64_t bits_of(std::uint64_t anchor) {
      return std::uint64_t{1} << (anchor % 64) | std::uint64_t{1} << (anchor >> 50) % 64;
    }

    std::vector<std::uint64_t> words_ = {0};  // a power of two
  };

  void add_phrase(const PhraseEntry& entry);
  std::span<const std::uint64_t> words_of(const Slot& slot) const {
    return std::span(keys_).subspan(slot.begin, slot.end - slot.begin);
  }
  // Collects the words that can be `distance` after the first of the slots from `slot` on; false if any word can, or
  // none.
  bool words_behind(const Phrase& phrase, std::uint32_t slot, std::size_t distance,
                    std::vector<std::uint64_t>& words) const;
  // The anchors of `phrase` at `distance`; none if any word can be there. 0: of the first words alone.
  std::vector<std::uint64_t> anchors_at(const Phrase& phrase, std::size_t distance) const;
  Anchors choose_anchors() const;
  void fill_table(Anchors anchors);
  Reach reach(const Phrase& phrase, std::uint32_t slot, std::span<const Token> tokens, std::size_t at) const;
  // Replaces `longest` with the longest phrase under `anchor` that matches at `at`, if that is longer or an earlier
  // entry.
  void take_longer(std::uint64_t anchor, std::span<const Token> tokens, std::size_t at, Reach& longest,
                   std::uint32_t& entry) const;

  std::vector<PhraseEntry> entries_;
  std::vector<Phrase> phrases_;  // one for each entry
  std::vector<Slot> slots_;
  std::vector<std::uint64_t> keys_;  // Token::key of the slots' words
  Filter filter_;
  std::vector<std::uint32_t> phrases_of_anchors_;
  std::vector<Cell> cells_ = {Cell{}};  // of a KeyTable
};

}  // namespace calque
