#include "text/abbreviations.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>

namespace calque {
namespace {

// The abbreviation whose period is the last token; without the period.
std::string_view last_abbreviated(std::string_view text, std::span<const Token> sentence) {
  if (sentence.size() < 2) return {};
  const Token& period = sentence.back();
  const Token& word = sentence[sentence.size() - 2];
  const bool ends_in_period = period.span.of(text) == "." && word.span.end == period.span.begin;
  return ends_in_period && word.kind == TokenKind::kWord ? word.span.of(text) : std::string_view{};
}

bool is_capitalised(std::string_view word) {
  UChar32 c = 0;
  std::int64_t at = 0;
  U8_NEXT(word.data(), at, static_cast<std::int64_t>(word.size()), c);
  return u_isupper(c) || u_istitle(c);
}

// "It's" opens a sentence as "It" does.
bool is_opener(std::string_view word, const AbbreviationList& abbreviations) {
  return abbreviations.is_opener(word.substr(0, std::min(word.find('\''), word.find("\u2019"))));
}

}  // namespace

bool runs_on_after_abbreviation(std::string_view text, std::span<const Token> sentence, const Token& next,
                                const AbbreviationList& abbreviations) {
  const auto word = next.span.of(text);
  const bool before_number = next.kind == TokenKind::kNumber;
  switch (abbreviations.kind_of(last_abbreviated(text, sentence))) {
    case Abbreviation::kNone:
      return false;
    case Abbreviation::kNeverLast:
      return true;
    case Abbreviation::kBeforeNumber:
      return before_number;
    case Abbreviation::kInitials:
      return before_number || (is_capitalised(word) && !is_opener(word, abbreviations));
    case Abbreviation::kClock:
      return before_number || abbreviations.may_follow_clock(word);
  }
  return false;
}

}  // namespace calque
