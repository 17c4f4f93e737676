#include "artifacts/phrase_entry.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "text/fold.h"

namespace calque {
namespace {

constexpr std::size_t kColumns = 7;

// What is wrong with a line; nothing when all is well.
using Complaint = std::optional<std::string>;

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (std::size_t begin = 0;;) {
    std::size_t end = text.find(separator, begin);
    parts.push_back(text.substr(begin, end - begin));
    if (end == std::string_view::npos) return parts;
    begin = end + 1;
  }
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

bool is_folded(std::string_view word) {
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
  for (std::string_view word : split(words, '|')) {
    if (word.empty()) return fmt::format("\"{}\" has an empty word; single spaces and single | separate words", source);
    if (!is_folded(word)) return fmt::format("\"{}\" must be in lower case, with ' and 0 for digits", word);
    slot.words.emplace_back(word);
  }
  return std::nullopt;
}

Complaint read_slots(std::string_view source, std::vector<PhraseSlot>& slots) {
  for (std::string_view part : split(source, ' ')) {
    PhraseSlot slot;
    if (Complaint complaint = read_slot(part, slot)) return complaint;
    slots.push_back(std::move(slot));
  }
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
  std::vector<std::string_view> words = split(source.substr(begin, end - begin), '|');
  if (words.size() != forms) {
    return fmt::format("the suggestion has {} forms, the phrase's first alternation {}", words.size(), forms);
  }
  for (std::string_view word : words)
    suggestions.push_back(fmt::format("{}{}{}", source.substr(0, begin), word, after));
  return std::nullopt;
}

Complaint read_language(std::string_view source, std::string_view of_file, std::string& language) {
  bool is_code = source.size() == 2 && std::ranges::all_of(source, [](char c) { return c >= 'a' && c <= 'z'; });
  if (!source.empty() && !is_code) return fmt::format("language \"{}\" is not an ISO 639-1 code", source);
  if (!source.empty() && !of_file.empty() && source != of_file) {
    return fmt::format("language \"{}\" stands in the file of \"{}\"", source, of_file);
  }
  language = source;
  return std::nullopt;
}

Complaint read_severity(std::string_view source, Severity& severity) {
  if (source != "minor" && source != "major") return fmt::format("severity \"{}\" is neither minor nor major", source);
  severity = source == "major" ? Severity::kMajor : Severity::kMinor;
  return std::nullopt;
}

Complaint read_examples(std::string_view flagged, std::string_view passed, PhraseEntry& entry) {
  if (flagged.find('[') == std::string_view::npos || flagged.find(']') == std::string_view::npos) {
    return "the + example must have the phrase in [brackets]";
  }
  if (passed.empty() || passed.find('[') != std::string_view::npos)
    return "the - example must have text and no [brackets]";
  entry.flagged = flagged;
  entry.passed = passed;
  return std::nullopt;
}

Complaint read_line(std::string_view line, std::string_view language, PhraseEntry& entry) {
  std::vector<std::string_view> columns = split(line, '\t');
  if (columns.size() != kColumns) return fmt::format("{} columns where {} are needed", columns.size(), kColumns);
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
  for (std::string_view line : split(tsv, '\n')) {
    ++number;
    if (line.empty() || line.starts_with('#')) continue;
    PhraseEntry entry;
    entry.type = *type;
    if (Complaint complaint = read_line(line, language_of(section), entry)) return error(number, *complaint);
    entries.push_back(std::move(entry));
  }
  return {};
}

}  // namespace calque
