#include <algorithm>
#include <array>
#include <utility>

#include "artifacts/detector.h"
#include "artifacts/sentence_view.h"

namespace calque {
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
constexpr std::size_t kMostNames = 400;  // of an article; what comes later is not compared

bool may_be_name(const SentenceView& view, std::size_t at) {
  return view.is_capitalised(at) && view.word(at).size() > 2 && is_lower(view.word(at)[1]) &&
         !view.is(at, kThe | kOf | kMonth | kWeekday | kOneOf | kManyOf | kDeterminer | kIn);
}

std::string_view without_genitive(std::string_view name) {
  for (const std::string_view ending : {"'s", "’s"}) {
    if (name.ends_with(ending)) name.remove_suffix(ending.size());
  }
  return name;
}

std::vector<FullName> names_of(const Passage& passage) {
  std::vector<FullName> names;
  for (const Sentence& sentence : passage.text.sentences) {
    const SentenceView view(passage, sentence);
    bool is_name = may_be_name(view, 1);  // the first word's capital is the sentence's
    for (std::size_t at = 1; at + 1 < view.size() && names.size() < kMostNames; ++at) {
      const bool follows_name = std::exchange(is_name, may_be_name(view, at + 1));
      if (!follows_name || !is_name) continue;
      if (view.word(at + 1).size() < kShortest || !view.stands_apart(at)) continue;
      names.push_back({view[at].key, view[at + 1].key, view.span(at, at + 1), without_genitive(view.word(at + 1))});
    }
  }
  return names;
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

void find(const Passage& passage, std::vector<Finding>& findings) {
  std::vector<FullName> names = names_of(passage);
  std::ranges::stable_sort(names, {}, [](const FullName& name) { return std::pair(name.first, name.family); });
  for (auto group = names.begin(); group != names.end();) {
    const auto end = std::find_if(group, names.end(), [&](const FullName& name) { return name.first != group->first; });
    for (auto name = std::next(group); name != end; ++name) {
      const FullName& before = *std::prev(name);
      if (name->family == before.family || !is_one_letter_off(name->word, before.word)) continue;
      const bool is_later = name->span.begin > before.span.begin;
      Finding& finding = findings.emplace_back();
      finding.span = is_later ? name->span : before.span;
      finding.suggestion = (is_later ? before.span : name->span).of(passage.article.text);
    }
    group = end;
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
    .find = find,
    .flagged = kFlagged,
    .passed = kPassed,
};

}  // namespace calque
