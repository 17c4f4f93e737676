#include "phrases/phrase_entry.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "base/ascii.h"
#include "text/fold.h"

namespace calque {
namespace {

constexpr std::size_t kColumns = 7;

// What is wrong with a line; nothing if it is valid.
using Complaint = std::optional<std::string>;

// Calls visit(part) for what stands between separators, until it complains.
template <class Visit>
Complaint for_each_part(std::string_view text, char separator, Visit visit) {
  for (std::size_t begin = 0;;) {
    const std::size_t end = std::min(text.find(separator, begin), text.size());
    if (Complaint complaint = visit(text.substr(begin, end - begin))) return complaint;
    if (end == text.size()) return std::nullopt;
    begin = end + 1;
  }
}

std::size_t count_parts(std::string_view text, char separator) {
  return static_cast<std::size_t>(std::ranges::count(text, separator)) + 1;
}

std::optional<ArtifactType> type_of(std::string_view section) {
  std::string_view stem = section.substr(section.find_last_of('/') + 1);
  stem = stem.substr(0, stem.find('.'));
  for (std::size_t i = 0; i < kArtifactTypes; ++i) {
    if (artifact_name(static_cast<ArtifactType>(i)) == stem) return static_cast<ArtifactType>(i);
  }
  return std::nullopt;
}

// "es"; empty where the name has no language.
std::string_view language_of(std::string_view section) {
  std::string_view name = section.substr(section.find_last_of('/') + 1);
  std::size_t begin = name.find('.') + 1;
  std::size_t end = name.find('.', begin);
  return end == std::string_view::npos ? std::string_view() : name.substr(begin, end - begin);
}

// Thousands of words are read at the start: most are checked without a copy.
bool is_folded(std::string_view word) {
  const auto is_plain = [](char c) { return c == '0' || c == '\'' || c == '-' || is_lower(c); };
  if (std::ranges::all_of(word, is_plain)) return true;
  std::string folded;
  append_folded(word, TokenKind::kWord, folded);
  return folded == word;
}

Complaint read_slot(std::string_view source, PhraseSlot& slot) {
  if (source == "*") return std::nullopt;
  std::string_view words = source;
  if (words.starts_with('!')) {
    slot.refused = true;
    words.remove_prefix(1);
  } else if (words.size() > 1 && words.ends_with('?')) {
    slot.optional = true;
    words.remove_suffix(1);
  }
  slot.words.reserve(count_parts(words, '|'));
  return for_each_part(words, '|', [&](std::string_view word) -> Complaint {
    if (word.empty()) return fmt::format("\"{}\" has an empty word; single spaces and single | separate words", source);
    if (!is_folded(word)) return fmt::format("\"{}\" must be in lower case, with ' and 0 for digits", word);
    slot.words.emplace_back(word);
    return std::nullopt;
  });
}

Complaint read_slots(std::string_view source, std::vector<PhraseSlot>& slots) {
  slots.reserve(count_parts(source, ' '));
  const auto read = [&](std::string_view part) { return read_slot(part, slots.emplace_back()); };
  if (Complaint complaint = for_each_part(source, ' ', read)) return complaint;
  if (slots.size() > kMostPhraseSlots) return fmt::format("a phrase has at most {} words", kMostPhraseSlots);
  for (std::size_t i = 0; i < slots.size(); ++i) {
    if (slots[i].refused && i != 0 && i + 1 != slots.size()) return "! may only stand first or last";
  }
  // The matcher looks phrases up by their first word.
  auto first = std::ranges::find_if(slots, [](const PhraseSlot& slot) { return !slot.refused; });
  if (first == slots.end()) return "there is no phrase";
  if (first->words.empty() || first->optional) return "a phrase cannot begin with * or an optional word";
  return std::nullopt;
}

// The number of forms of the phrase's first alternation, 1 when it has none.
std::size_t forms_of(const std::vector<PhraseSlot>& slots) {
  auto alternation =
      std::ranges::find_if(slots, [](const PhraseSlot& slot) { return !slot.refused && slot.words.size() > 1; });
  return alternation == slots.end() ? 1 : alternation->words.size();
}

// "take|takes place" -> "take place", "takes place"
Complaint read_suggestions(std::string_view source, std::size_t forms, std::vector<std::string>& suggestions) {
  if (source.empty()) return std::nullopt;
  std::size_t bar = source.find('|');
  if (bar == std::string_view::npos) {
    suggestions.emplace_back(source);
    return std::nullopt;
  }
  std::size_t begin = source.find_last_of(' ', bar) + 1;
  std::size_t end = std::min(source.find(' ', bar), source.size());
  std::string_view after = source.substr(end);
  if (after.find('|') != std::string_view::npos) return "a suggestion can have one alternation at most";
  const std::string_view words = source.substr(begin, end - begin);
  if (count_parts(words, '|') != forms) {
    return fmt::format("the suggestion has {} forms, the phrase's first alternation {}", count_parts(words, '|'),
                       forms);
  }
  suggestions.reserve(forms);
  return for_each_part(words, '|', [&](std::string_view word) -> Complaint {
    suggestions.emplace_back(source.substr(0, begin)).append(word).append(after);
    return std::nullopt;
  });
}

Complaint read_language(std::string_view source, std::string_view of_file, std::string& language) {
  bool is_code = source.size() == 2 && is_lower_word(source);
  if (!source.empty() && !is_code) return fmt::format("language \"{}\" is not an ISO 639-1 code", source);
  if (!source.empty() && !of_file.empty() && source != of_file) {
    return fmt::format("language \"{}\" stands in the file of \"{}\"", source, of_file);
  }
  language = std::string(source);
  return std::nullopt;
}

Complaint read_severity(std::string_view source, Severity& severity) {
  if (source != "minor" && source != "major") return fmt::format("severity \"{}\" is neither minor nor major", source);
  severity = source == "major" ? Severity::kMajor : Severity::kMinor;
  return std::nullopt;
}

Complaint read_examples(std::string_view flagged, std::string_view passed, PhraseEntry& entry) {
  const std::size_t begin = flagged.find('[');
  const std::size_t end = flagged.find(']');
  if (begin == std::string_view::npos || end == std::string_view::npos) {
    return "the + example must have the phrase in [brackets]";
  }
  if (passed.empty() || passed.find('[') != std::string_view::npos)
    return "the - example must have text and no [brackets]";
  if (end > begin + 2) entry.holds_names = std::ranges::any_of(flagged.substr(begin + 2, end - begin - 2), is_upper);
  entry.flagged = flagged;
  entry.passed = passed;
  return std::nullopt;
}

Complaint read_line(std::string_view line, std::string_view language, PhraseEntry& entry) {
  const std::size_t count = count_parts(line, '\t');
  if (count != kColumns) return fmt::format("{} columns where {} are needed", count, kColumns);
  std::array<std::string_view, kColumns> columns;
  for_each_part(line, '\t', [&, column = columns.begin()](std::string_view part) mutable -> Complaint {
    *column++ = part;
    return std::nullopt;
  });
  if (Complaint complaint = read_slots(columns[0], entry.slots)) return complaint;
  if (Complaint complaint = read_suggestions(columns[1], forms_of(entry.slots), entry.suggestions)) return complaint;
  if (Complaint complaint = read_language(columns[2], language, entry.language)) return complaint;
  if (Complaint complaint = read_severity(columns[3], entry.severity)) return complaint;
  if (columns[4].empty()) return "the reason is missing";
  entry.why = columns[4];
  return read_examples(columns[5], columns[6], entry);
}

}  // namespace

Expected<void> parse_phrases(std::string_view section, std::string_view tsv, std::vector<PhraseEntry>& entries) {
  auto error = [&](std::size_t line, std::string_view what) {
    return tl::unexpected(Error{ErrorKind::kModel, fmt::format("{}:{}: {}", section, line, what)});
  };
  std::optional<ArtifactType> type = type_of(section);
  if (!type) return error(0, "the file is not named for an artifact type, such as literal_idiom.tsv");
  std::size_t number = 0;
  const Complaint complaint = for_each_part(tsv, '\n', [&](std::string_view line) -> Complaint {
    ++number;
    if (line.empty() || line.starts_with('#')) return std::nullopt;
    PhraseEntry& entry = entries.emplace_back();
    entry.type = *type;
    return read_line(line, language_of(section), entry);
  });
  if (complaint) return error(number, *complaint);
  return {};
}

}  // namespace calque
