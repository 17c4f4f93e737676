// Abbreviations: words whose period may not end a sentence.
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "calque/error.h"

namespace calque {

enum class Abbreviation : std::uint8_t {
  kNone,
  kNeverLast,     // "Mr.", "vs.": the sentence always goes on
  kBeforeNumber,  // "Sept.", "No.", and "Inc.", which ends a sentence about half of the time
  kInitials,      // "J.K.", "U.S.": before a number, or a capitalised word that is not an opener
  kClock,         // "a.m.": before a number, a day of the week, a time zone
};

class AbbreviationList {
 public:
  // Reads abbreviations.tsv, which must outlive the list. Errors: as read_table().
  static Expected<AbbreviationList> read(std::string_view tsv);

  // The kind of `word`, given without its last period. Up to three capitals (A to Z) with periods between them are
  // initials, unless the list says otherwise.
  Abbreviation kind_of(std::string_view word) const;
  // Whether `word` after initials begins a new sentence more often than it continues the old one: "The", "However".
  bool is_opener(std::string_view word) const { return openers_.contains(word); }
  // What may follow "9 a.m." inside a sentence.
  bool may_follow_clock(std::string_view word) const { return after_clock_.contains(word); }

 private:
  bool take_line(std::string_view kind, std::string_view words);

  std::unordered_map<std::string_view, Abbreviation> kinds_;
  std::unordered_set<std::string_view> openers_;
  std::unordered_set<std::string_view> after_clock_;
};

}  // namespace calque
