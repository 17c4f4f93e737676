// What the pipeline must know of the language that it reads: all that another language adds, apart from its pack.
// Immutable once read. core/language/en/ is the example.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "calque/error.h"
#include "language/abbreviation_list.h"
#include "language/page_furniture.h"
#include "language/word_set.h"

namespace calque {

class Grammar;

struct Language {
  std::string code;  // ISO 639-1, "en"; also the locale of ICU's word and sentence boundaries
  PageFurniture furniture;
  AbbreviationList abbreviations;
  WordSet function_words;                   // their frequency tells the language, not the topic
  double least_function_words = 0;          // a text with a smaller share of them is in another language
  WordSet personal_words;                   // words that address a reader: frequent in letters, rare in news
  WordSet no_names;                         // capitalised words that are not names: days, months, "I"
  std::vector<std::string_view> genitives;  // endings of a name in the genitive: "'s"
  std::vector<std::string_view> prefixes;   // of words made of known ones: "un" in "unreturned"
  std::vector<std::string_view> suffixes;   // "ness" in "leftness"
  const Grammar* grammar =
      nullptr;  // the detectors, and the classes of words that they know (core/artifacts/grammar.h)
};

// The source of a language: the texts of the files in its folder. They must outlive what is read from them.
struct LanguageSource {
  std::string_view code;
  double least_function_words;
  std::string_view word_lists;      // word_lists.tsv
  std::string_view abbreviations;   // abbreviations.tsv
  std::string_view page_furniture;  // page_furniture.tsv
  const Grammar* grammar;
};

// Fails (kModel) with the file, the line and what is wrong with it.
Expected<Language> read_language(const LanguageSource& source);

}  // namespace calque
