#include <array>

#include "artifacts/detector.h"

namespace calque::common {
namespace {

using namespace word_class;

// A word, by the first bytes of a letter in UTF-8: Cyrillic U+0400 to U+052F, Hebrew and Arabic U+0590 to U+06FF, the
// scripts of India and South East Asia from U+0900 on, Kana, Han and Hangul. Greek letters are symbols too often.
bool is_of_other_script(const SentenceView& view, std::size_t at) {
  if (!view.is_word(at)) return false;
  const std::string_view word = view.word(at);
  const auto first = static_cast<unsigned char>(word[0]);
  if (first < 0xD0) return false;
  const auto second = word.size() > 1 ? static_cast<unsigned char>(word[1]) : 0U;
  if (first <= 0xDB) return first != 0xD5 && first != 0xD6;
  if (first == 0xE0) return second >= 0xA4;
  if (first == 0xE1) return second < 0xB8;  // Latin and Greek with marks begin at U+1E00
  return (first == 0xE3 && second >= 0x81) || (first >= 0xE4 && first <= 0xED);
}

// Where words of other scripts end, with at most one token between each and the next.
std::size_t end_of_run(const SentenceView& view, std::size_t at) {
  std::size_t end = at + 1;
  for (std::size_t next = end; next < view.size() && next < end + 2; ++next) {
    if (is_of_other_script(view, next)) end = next + 1;
  }
  return end;
}

// Authors put an original in brackets or quotes, or after a mark.
bool is_quoted(const SentenceView& view, std::size_t at) { return at == 0 || view.is_mark(at - 1); }

void find(const SentenceView& view, std::size_t at, std::vector<Finding>& findings) {
  const bool begins_run = !is_of_other_script(view, at - 1) && !is_of_other_script(view, at - 2);
  if (!begins_run || !is_of_other_script(view, at) || is_quoted(view, at)) return;
  const std::size_t end = end_of_run(view, at);
  const Span span = view.span(at, end - 1);
  if (end == view.size() || span.size() <= 4) return;
  Finding& finding = findings.emplace_back();
  finding.span = span;
  finding.severity = Severity::kMajor;
}

constexpr auto kFlagged = std::to_array<std::string_view>({
    "The head of the [администрации] spoke of [зимняя резина] for hours.",
    "It is the [春节] of the year.",
});

constexpr auto kPassed = std::to_array<std::string_view>({
    "The word (вертолёт) means helicopter, and \"мир\" is peace.",
    "The angle α is small, and so are Σ and Ω.",
});

}  // namespace

extern const Detector kForeignScript = {
    .id = "foreign-script",
    .type = ArtifactType::kResidue,
    .mqm = "accuracy/untranslated",
    .why = "Words in another script stand in the middle of English; an engine leaves what it does not know.",
    .trigger = kOtherScript,
    .find = find,
    .flagged = kFlagged,
    .passed = kPassed,
};

}  // namespace calque::common
