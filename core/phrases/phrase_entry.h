// Reads and checks the lines of a phrase lexicon. models/en/lexicon/README.md describes the columns for their authors.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "calque/error.h"
#include "calque/finding.h"

namespace calque {

// One place in a phrase.
//
//   take|takes   one of these words
//   *            any one word
//   the?         this word or none
//   !mind|art    first or last in the phrase: the token before or after it is none of these; takes up no text
struct PhraseSlot {
  std::vector<std::string> words;  // folded; empty: any word
  bool optional = false;
  bool refused = false;
};

inline constexpr std::size_t kMostPhraseSlots = 16;  // bounds the matcher's recursion

struct PhraseEntry {
  ArtifactType type = ArtifactType::kLiteralIdiom;
  Severity severity = Severity::kMinor;
  std::vector<PhraseSlot> slots;
  std::vector<std::string> suggestions;  // none, one, or one for each form of the phrase's first alternation
  std::string language;                  // ISO 639-1 code, or empty
  bool holds_names = false;              // the example has a capital behind the phrase's first letter
  std::string why;
  std::string flagged;  // an example, with the part to find in [brackets]
  std::string passed;   // a similar example by a person; nothing may be found in it
};

// Appends the entries of one TSV. `section` is its name in the pack, "lexicon/literal_idiom.es.tsv": it begins with the
// entries' type, then optionally a language. Errors name it and the line.
Expected<void> parse_phrases(std::string_view section, std::string_view tsv, std::vector<PhraseEntry>& entries);

}  // namespace calque
