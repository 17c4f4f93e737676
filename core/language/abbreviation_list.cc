#include "language/abbreviation_list.h"

#include <array>
#include <utility>
#include <vector>

#include "base/ascii.h"
#include "language/table.h"

namespace calque {
namespace {

constexpr std::array<std::pair<std::string_view, Abbreviation>, 5> kKinds = {{
    {"word", Abbreviation::kNone},
    {"never_last", Abbreviation::kNeverLast},
    {"before_number", Abbreviation::kBeforeNumber},
    {"may_end", Abbreviation::kBeforeNumber},
    {"clock", Abbreviation::kClock},
}};

// Capitals with periods between them: "J", "J.K", "U.S".
bool is_initials(std::string_view word) {
  constexpr std::size_t kLongest = 5;  // "F.B.I"
  if (word.size() % 2 == 0 || word.size() > kLongest) return false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (i % 2 == 0 ? !is_upper(word[i]) : word[i] != '.') return false;
  }
  return true;
}

}  // namespace

Expected<AbbreviationList> AbbreviationList::read(std::string_view tsv) {
  AbbreviationList list;
  const auto read = read_table("abbreviations.tsv", tsv, [&](std::string_view kind, std::string_view words) {
    return list.take_line(kind, words);
  });
  if (!read) return tl::unexpected(read.error());
  return list;
}

bool AbbreviationList::take_line(std::string_view kind, std::string_view value) {
  std::vector<std::string_view> words;
  append_words(value, words);
  if (kind == "opener") return openers_.insert(words.begin(), words.end()), true;
  if (kind == "after_clock") return after_clock_.insert(words.begin(), words.end()), true;
  for (const auto& [name, abbreviation] : kKinds) {
    if (name != kind) continue;
    for (const std::string_view word : words) kinds_[word] = abbreviation;
    return true;
  }
  return false;
}

Abbreviation AbbreviationList::kind_of(std::string_view word) const {
  const auto found = kinds_.find(word);
  if (found != kinds_.end()) return found->second;
  return is_initials(word) ? Abbreviation::kInitials : Abbreviation::kNone;
}

}  // namespace calque
