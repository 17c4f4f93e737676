#include <array>

#include "artifacts/detector.h"
#include "artifacts/sentence_view.h"

namespace calque {
namespace {

constexpr auto kMonths =
    std::to_array<std::string_view>({"January", "February", "March", "April", "May", "June", "July", "August",
                                     "September", "October", "November", "December"});
constexpr auto kDays = std::to_array<std::string_view>({"today", "yesterday", "tomorrow"});

// Verbs after which a day needs no article. Those in -ed are found by their ending.
constexpr auto kVerbs = std::to_array<std::string_view>({
    "ago", "am",   "began", "begins", "came",  "died",    "fell", "held", "left", "lost", "made",  "met",
    "pm",  "rose", "said",  "says",   "spoke", "started", "told", "took", "went", "won",  "wrote",
});

bool is_verb(std::string_view word) { return (word.size() > 4 && word.ends_with("ed")) || is_one_of(kVerbs, word); }

// What stands at `at`, or nothing past the end.
std::string_view word_at(const Passage& passage, std::span<const Token> tokens, std::size_t at) {
  return at < tokens.size() ? passage.of(tokens[at]) : std::string_view();
}

// "13 January", "13th of January", "January 13" from `at` on.
bool is_date(const Passage& passage, std::span<const Token> tokens, std::size_t at) {
  if (at >= tokens.size()) return false;
  std::string_view first = passage.of(tokens[at]);
  std::string_view second = word_at(passage, tokens, at + 1);
  if (first[0] >= '0' && first[0] <= '9') {
    return is_one_of(kMonths, second == "of" ? word_at(passage, tokens, at + 2) : second);
  }
  return is_one_of(kMonths, first) && !second.empty() && second[0] >= '0' && second[0] <= '9';
}

bool ends_clause(std::string_view next) { return next.empty() || next == "." || next == "," || next == ";"; }

// Where the finding begins that ends with the weekday at `at`; `at` itself when there is none.
std::size_t start_of(const Passage& passage, std::span<const Token> tokens, std::size_t at) {
  std::string_view before = passage.of(tokens[at - 1]);
  if (is_one_of(kDays, before)) return at - 1;
  if (before != "the" && before != "The") return at;
  if (is_date(passage, tokens, at + 1)) return at - 1;
  bool follows_verb = at >= 2 && is_verb(passage.of(tokens[at - 2]));
  return follows_verb && ends_clause(word_at(passage, tokens, at + 1)) ? at - 1 : at;
}

constexpr const char* kWhyTwice =
    "English says the day or its name, not one beside the other; Spanish, Arabic and others say both.";

void find(const Passage& passage, std::vector<Finding>& findings) {
  at_each(passage, word_class::kWeekday, [&](const SentenceView& view, std::size_t at) {
    if (at == 0 || !view.is_capitalised(at)) return;
    const std::size_t start = start_of(passage, view.tokens(), at);
    if (start == at) return;
    Finding& finding = findings.emplace_back();
    finding.span = view.span(start, at);
    finding.suggestion = view.word(at);
    if (is_one_of(kDays, view.word(start))) finding.why = kWhyTwice;
  });
}

constexpr auto kFlagged = std::to_array<std::string_view>({
    "The singer died [the Thursday], after a long illness.",
    "The strike began [the Monday].",
    "[The Thursday] 13 January the court will meet again.",
    "The council meets [today Wednesday] to vote.",
    "It was decided [yesterday Tuesday] in Lima.",
});

constexpr auto kPassed = std::to_array<std::string_view>({
    "He missed the Thursday night game and the Friday deadline.",
    "She called on the Monday after, and wrote the Friday before.",
    "They met on the Wednesday of that week.",
    "He told the Sunday Times about the Sunday school.",
    "They won on the Saturday, lost on the Sunday, and went home.",
    "Officials said today, Wednesday, that it was over.",
});

}  // namespace

extern const Detector kMarkedWeekday = {
    .id = "marked-weekday",
    .type = ArtifactType::kDeterminer,
    .mqm = "fluency/grammar/determiner",
    .why = "English dates an event with the bare name of the day; Spanish, French and others put an article before it.",
    .find = find,
    .flagged = kFlagged,
    .passed = kPassed,
};

}  // namespace calque
