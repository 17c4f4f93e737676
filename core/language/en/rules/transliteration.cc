#include <algorithm>
#include <array>

#include "artifacts/detector.h"
#include "language/en/word_classes.h"

namespace calque::en {
namespace {

using namespace word_class;

// Endings of Russian words in Latin letters that no English word has.
constexpr auto kEndings = std::to_array<std::string_view>({
    "anii",  "aniya",  "aniye", "aniyu",  "chiye", "ennogo", "ennoye", "ennyye",  "enii",  "eniya",
    "eniye", "eniyem", "eniyu", "nykh",   "nyye",  "ogo",    "oy",     "skaya",   "skikh", "skogo",
    "skoye", "skuyu",  "skiye", "shchiy", "tsii",  "tsiya",  "tsiyu",  "yushchi", "nost",
});

// Letter pairs that are frequent in transliterated Russian: the word must have one besides the ending.
bool has_russian_pair(std::string_view word) {
  constexpr auto kPairs = std::to_array<std::string_view>({"zh", "shch", "kh", "yu", "ya", "iy", "yy", "tsi"});
  return std::ranges::any_of(kPairs, [&](std::string_view pair) { return word.find(pair) != word.npos; });
}

// The last two letters of the endings, to skip most words quickly.
bool may_be_russian(std::string_view word) {
  constexpr auto kLast =
      std::to_array<std::string_view>({"ii", "ya", "ye", "yu", "em", "go", "oy", "kh", "iy", "hi", "st"});
  return is_one_of(kLast, word.substr(word.size() - 2));
}

bool is_russian(std::string_view word) {
  const bool has_ending =
      std::ranges::any_of(kEndings, [&](std::string_view ending) { return word.ends_with(ending); });
  return has_ending && has_russian_pair(word);
}

void find(const SentenceView& view, std::size_t at, std::vector<Finding>& findings) {
  const std::string_view word = view.word(at);
  if (!may_be_russian(word) || !is_russian(word) || !is_lower_word(word)) return;
  Finding& finding = findings.emplace_back();
  finding.span = view[at].span;
  finding.severity = Severity::kMajor;
  finding.language = "ru";
}

constexpr auto kFlagged = std::to_array<std::string_view>({
    "The programme for [importozameshcheniyu] was approved.",
});

constexpr auto kPassed = std::to_array<std::string_view>({
    "The borshch was cold, and Mr Voznesenskaya spoke of glasnost and of the oligarchy.",
});

}  // namespace

extern const Detector kTransliteration = {
    .id = "transliteration",
    .type = ArtifactType::kResidue,
    .mqm = "accuracy/untranslated",
    .why = "A Russian word in Latin letters; the engine spelt out what it does not know.",
    .trigger = kLongWord,
    .find = find,
    .flagged = kFlagged,
    .passed = kPassed,
};

}  // namespace calque::en
