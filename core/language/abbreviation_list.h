// Words after whose period a sentence may go on.
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
  kBeforeNumber,  // "Sept.", "No.", and those that end a sentence as often as not: "Inc."
  kInitials,      // "J.K.", "U.S.": before a number or a word with a capital that is no opener
  kClock,         // "a.m.": before a number, a day of the week, a time zone
};

class AbbreviationList {
 public:
  // Reads abbreviations.tsv, which must outlive the list. Fails as read_table() does.
  static Expected<AbbreviationList> read(std::string_view tsv);

  // What `word` is, which has lost its last period. Up to three capitals (A to Z) with periods between them are
  // initials, unless the list has them as something else.
  Abbreviation kind_of(std::string_view word) const;
  // Words that after initials open a new sentence more often than they go on with the old one: "The", "However".
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
