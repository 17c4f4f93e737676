#include "artifacts/phrase_guards.h"

#include <algorithm>
#include <array>

#include "base/word_hash.h"

namespace calque {
namespace {

constexpr std::uint64_t kHyphen = key_of("-");

// Whether a hyphen at `at` joins its neighbours.
bool joins(const SentenceView& view, std::size_t at) {
  return at > 0 && at + 1 < view.size() && view.is_key(at, kHyphen) && view.touches_next(at - 1) &&
         view.touches_next(at);
}

bool is_part_of_compound(const SentenceView& view, std::size_t begin, std::size_t end) {
  return (begin > 0 && joins(view, begin - 1)) || joins(view, end);
}

// Words of a title that may be in lower case: "Minister of the Interior".
constexpr std::size_t kLongestSmallWord = 3;

// Whether every longer word of [begin, end) has a capital.
bool has_capitals(const SentenceView& view, std::size_t begin, std::size_t end) {
  for (std::size_t at = begin; at < end; ++at) {
    if (view.is_word(at) && view.word(at).size() > kLongestSmallWord && !view.is_capitalised(at)) return false;
  }
  return true;
}

bool is_name(const SentenceView& view, std::size_t at) {
  return view.is_capitalised(at) && !view.is(at, word_class::kNoName);
}

bool is_part_of_name(const SentenceView& view, std::size_t begin, std::size_t end) {
  std::size_t last_capital = begin;  // the sentence's first word has one in any case
  for (std::size_t at = begin + 1; at < end; ++at) {
    if (view.is_capitalised(at)) last_capital = at;
  }
  const bool goes_on_before = begin > 0 && view.is_capitalised(begin) && is_name(view, begin - 1);
  if (last_capital == begin) return goes_on_before;
  const bool goes_on_after = last_capital + 1 == end && is_name(view, end);
  return goes_on_before || goes_on_after || !has_capitals(view, begin, end);
}

constexpr auto kMarks =
    std::to_array<std::uint64_t>({key_of("\""), key_of("“"), key_of("”"), key_of("«"), key_of("»")});

bool is_quotation_mark(const SentenceView& view, std::size_t at) {
  return view.is_mark(at) && std::ranges::find(kMarks, view[at].key) != kMarks.end();
}

bool is_quoted(const SentenceView& view, std::size_t begin, std::size_t end) {
  std::size_t before = 0;
  for (std::size_t at = 0; at < begin; ++at) before += is_quotation_mark(view, at) ? 1 : 0;
  if (before % 2 == 0) return false;
  while (end < view.size() && !is_quotation_mark(view, end)) ++end;
  return end < view.size();
}

}  // namespace

bool stands_for_itself(const SentenceView& view, const PhraseMatch& match) {
  if (is_part_of_compound(view, match.begin, match.end)) return false;
  if (match.type == ArtifactType::kResidue && is_quoted(view, match.begin, match.end)) return false;
  if (match.holds_names || has_capitals(view, 0, view.size())) return true;
  const bool has_capital = match.begin > 0 && view.is_capitalised(match.begin);
  if (match.type == ArtifactType::kResidue && has_capital) return false;
  return !is_part_of_name(view, match.begin, match.end);
}

}  // namespace calque
