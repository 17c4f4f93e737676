#include "text/abbreviations.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>

namespace calque {
namespace {

enum class Abbreviation : std::uint8_t {
  kNone,
  kTitle,         // and whatever else is never last
  kBeforeNumber,  // a month; "No."
  kInitials,
  kClock,
  kMayEnd,
};

struct Entry {
  std::string_view word;  // without its last period
  Abbreviation kind;
};

constexpr auto kTitle = Abbreviation::kTitle;
constexpr auto kBeforeNumber = Abbreviation::kBeforeNumber;
constexpr auto kClock = Abbreviation::kClock;
constexpr auto kMayEnd = Abbreviation::kMayEnd;

// In byte order. Words that are also common words as sentences end ("sun.", "mar.", "no.") stand with a capital only.
constexpr std::array kAbbreviations = std::to_array<Entry>({
    {"A.M", kClock},         {"Adm", kTitle},         {"Amb", kTitle},         {"Apr", kBeforeNumber},
    {"Art", kBeforeNumber},  {"Atty", kTitle},        {"Aug", kBeforeNumber},  {"Ave", kMayEnd},
    {"Blvd", kMayEnd},       {"Brig", kTitle},        {"Bros", kMayEnd},       {"Capt", kTitle},
    {"Cdr", kTitle},         {"Cmdr", kTitle},        {"Co", kMayEnd},         {"Col", kTitle},
    {"Corp", kMayEnd},       {"Cpl", kTitle},         {"D.C", kMayEnd},        {"Dec", kBeforeNumber},
    {"Dept", kMayEnd},       {"Dr", kTitle},          {"Drs", kTitle},         {"Esq", kMayEnd},
    {"Feb", kBeforeNumber},  {"Fig", kBeforeNumber},  {"Figs", kBeforeNumber}, {"Ft", kTitle},
    {"Gen", kTitle},         {"Gov", kTitle},         {"Hon", kTitle},         {"Inc", kMayEnd},
    {"Insp", kTitle},        {"Jan", kBeforeNumber},  {"Jr", kMayEnd},         {"Jul", kBeforeNumber},
    {"Jun", kBeforeNumber},  {"Lt", kTitle},          {"Ltd", kMayEnd},        {"Maj", kTitle},
    {"Mar", kBeforeNumber},  {"Messrs", kTitle},      {"Mlle", kTitle},        {"Mme", kTitle},
    {"Mr", kTitle},          {"Mrs", kTitle},         {"Ms", kTitle},          {"Msgr", kTitle},
    {"Mt", kTitle},          {"No", kBeforeNumber},   {"Nos", kBeforeNumber},  {"Nov", kBeforeNumber},
    {"Oct", kBeforeNumber},  {"P.M", kClock},         {"Ph.D", kMayEnd},       {"Pres", kTitle},
    {"Prof", kTitle},        {"Profs", kTitle},       {"Pte", kTitle},         {"Pvt", kTitle},
    {"Rep", kTitle},         {"Reps", kTitle},        {"Rev", kTitle},         {"Rt", kTitle},
    {"Sec", kBeforeNumber},  {"Sen", kTitle},         {"Sens", kTitle},        {"Sep", kBeforeNumber},
    {"Sept", kBeforeNumber}, {"Sgt", kTitle},         {"Sr", kMayEnd},         {"St", kTitle},
    {"Ste", kTitle},         {"Supt", kTitle},        {"Vol", kBeforeNumber},  {"a.m", kClock},
    {"approx", kTitle},      {"art", kBeforeNumber},  {"c", kBeforeNumber},    {"ca", kBeforeNumber},
    {"cf", kTitle},          {"e.g", kTitle},         {"est", kBeforeNumber},  {"etc", kMayEnd},
    {"fig", kBeforeNumber},  {"figs", kBeforeNumber}, {"i.e", kTitle},         {"nos", kBeforeNumber},
    {"p", kBeforeNumber},    {"p.m", kClock},         {"pp", kBeforeNumber},   {"v", kTitle},
    {"viz", kTitle},         {"vol", kBeforeNumber},  {"vs", kTitle},
});

// Capitalised words that after "U.S." open a new sentence more often than they go on with the old one. In byte order.
constexpr std::array kOpeners = std::to_array<std::string_view>({
    "A",       "About", "After",  "All",     "Also",         "Although", "An",     "And",   "Another",   "Any",
    "Are",     "As",    "At",     "Because", "Before",       "Both",     "But",    "By",    "Can",       "Did",
    "Do",      "Does",  "During", "Each",    "Earlier",      "Even",     "Every",  "Few",   "For",       "From",
    "He",      "Her",   "Here",   "His",     "How",          "However",  "I",      "If",    "In",        "Instead",
    "Is",      "It",    "Its",    "Just",    "Last",         "Later",    "Like",   "Many",  "Meanwhile", "More",
    "Most",    "Much",  "My",     "Neither", "Nevertheless", "No",       "Nor",    "Not",   "Now",       "Of",
    "On",      "Once",  "One",    "Only",    "Or",           "Other",    "Others", "Our",   "Over",      "Perhaps",
    "Several", "She",   "Since",  "So",      "Some",         "Still",    "Such",   "That",  "The",       "Their",
    "Then",    "There", "These",  "They",    "This",         "Those",    "Though", "Three", "Through",   "To",
    "Two",     "Under", "Until",  "Was",     "We",           "Were",     "What",   "When",  "Where",     "Whether",
    "Which",   "While", "Who",    "Why",     "With",         "Without",  "Yes",    "Yet",   "You",       "Your",
});

// What may follow "9 a.m." inside a sentence. In byte order.
constexpr std::array kAfterClock = std::to_array<std::string_view>({
    "AEDT",    "AEST",     "BST",    "CDT",      "CEST",    "CET",      "CST",       "CT",  "Central",
    "EDT",     "EST",      "ET",     "Eastern",  "Friday",  "GMT",      "HKT",       "IST", "JST",
    "MDT",     "MSK",      "MST",    "MT",       "Monday",  "Mountain", "PDT",       "PST", "PT",
    "Pacific", "Saturday", "Sunday", "Thursday", "Tuesday", "UTC",      "Wednesday",
});

static_assert(std::ranges::is_sorted(kAbbreviations, {}, &Entry::word));
static_assert(std::ranges::is_sorted(kOpeners));
static_assert(std::ranges::is_sorted(kAfterClock));

bool is_capital(char byte) { return byte >= 'A' && byte <= 'Z'; }

// Capitals with periods between them: "J", "J.K", "U.S". Not "I", which is a word before it is an initial.
bool is_initials(std::string_view word) {
  if (word.size() % 2 == 0 || word == "I") return false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (i % 2 == 0 ? !is_capital(word[i]) : word[i] != '.') return false;
  }
  return true;
}

Abbreviation abbreviation(std::string_view word) {
  constexpr std::size_t kLongest = 6;  // "Messrs"
  if (word.empty() || word.size() > kLongest) return Abbreviation::kNone;
  const auto* const found = std::ranges::lower_bound(kAbbreviations, word, {}, &Entry::word);
  if (found != kAbbreviations.end() && found->word == word) return found->kind;
  return is_initials(word) ? Abbreviation::kInitials : Abbreviation::kNone;
}

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
bool is_opener(std::string_view word) {
  return std::ranges::binary_search(kOpeners, word.substr(0, std::min(word.find('\''), word.find("\u2019"))));
}

}  // namespace

bool runs_on_after_abbreviation(std::string_view text, std::span<const Token> sentence, const Token& next) {
  const auto word = next.span.of(text);
  const bool before_number = next.kind == TokenKind::kNumber;
  switch (abbreviation(last_abbreviated(text, sentence))) {
    case Abbreviation::kNone:
      return false;
    case Abbreviation::kTitle:
      return true;
    case Abbreviation::kBeforeNumber:
    case Abbreviation::kMayEnd:
      return before_number;
    case Abbreviation::kInitials:
      return before_number || (is_capitalised(word) && !is_opener(word));
    case Abbreviation::kClock:
      return before_number || std::ranges::binary_search(kAfterClock, word);
  }
  return false;
}

}  // namespace calque
