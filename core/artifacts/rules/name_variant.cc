#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "artifacts/detector.h"

namespace calque::common {
namespace {

using namespace word_class;

// A first name and the family name after it.
struct FullName {
  std::uint64_t first;
  std::uint64_t family;
  Span span;
  std::string_view word;  // the family name
};

constexpr std::size_t kShortest = 6;     // letters of a family name: shorter ones are alike by chance
constexpr std::size_t kMostNames = 400;  // of an article; later names are not compared

bool may_be_name(const SentenceView& view, std::size_t at) {
  return view.is_capitalised(at) && view.word(at).size() > 2 && is_lower(view.word(at)[1]) && !view.is(at, kNoName);
}

// Keeps the full names, of which finish() leaves the variants. The first word's capital is the sentence's.
void find(const SentenceView& view, std::size_t family, std::vector<Finding>& names) {
  if (family < 2 || names.size() == kMostNames || !may_be_name(view, family - 1) || !may_be_name(view, family)) return;
  if (view.word(family).size() < kShortest || !view.stands_apart(family - 1)) return;
  names.emplace_back().span = view.span(family - 1, family);
}

std::string_view without_genitive(std::string_view name) {
  for (const std::string_view ending : {"'s", "’s"}) {
    if (name.ends_with(ending)) name.remove_suffix(ending.size());
  }
  return name;
}

FullName name_at(const Passage& passage, Span span) {
  const auto first = std::ranges::lower_bound(passage.text.tokens, span.begin, {},
                                              [](const Token& token) { return token.span.begin; });
  const auto family = std::next(first);
  return {first->key, family->key, span, without_genitive(passage.of(*family))};
}

// One letter put in, left out or exchanged, neither at the start nor, where plurals and adjectives differ, at the end.
bool is_one_letter_off(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (a.size() < kShortest || b.size() - a.size() > 1 || a.front() != b.front() || a.back() != b.back()) return false;
  const auto [in_a, in_b] = std::ranges::mismatch(a, b);
  const std::string_view rest_a(in_a, a.end());
  const std::string_view rest_b(in_b, b.end());
  if (rest_a.empty() || rest_b.empty()) return false;
  return a.size() == b.size() ? rest_a.substr(1) == rest_b.substr(1) : rest_a == rest_b.substr(1);
}

void finish(const Passage& passage, std::vector<Finding>& findings) {
  std::vector<FullName> names;
  names.reserve(findings.size());
  for (const Finding& finding : findings) names.push_back(name_at(passage, finding.span));
  findings.clear();
  std::ranges::stable_sort(names, {}, [](const FullName& name) { return std::pair(name.first, name.family); });
  for (std::size_t i = 1; i < names.size(); ++i) {
    const FullName& before = names[i - 1];
    const FullName& name = names[i];
    if (name.first != before.first || name.family == before.family || !is_one_letter_off(name.word, before.word)) {
      continue;
    }
    const bool is_later = name.span.begin > before.span.begin;
    Finding& finding = findings.emplace_back();
    finding.span = is_later ? name.span : before.span;
    finding.suggestion = passage.of(is_later ? before.span : name.span);
  }
}

constexpr auto kFlagged = std::to_array<std::string_view>({
    "The coach Andrei Morozkin was there. Later [Andrei Marozkin] spoke.",
});

constexpr auto kPassed = std::to_array<std::string_view>({
    "The New Zealand team beat the New Zealanders' own.",
    "The coach Maria Andersson met the singer Marta Anderson, and Maria Andersson left.",
});

}  // namespace

extern const Detector kNameVariant = {
    .id = "name-variant",
    .type = ArtifactType::kName,
    .mqm = "accuracy/mistranslation/named entity",
    .why = "One name is spelt in two ways; an engine transliterates it anew each time.",
    .trigger = kCapitals,
    .find = find,
    .finish = finish,
    .flagged = kFlagged,
    .passed = kPassed,
};

}  // namespace calque::common
