// What the pipeline must know of the language that it reads: everything that a second target language brings, beside
// its pack. Immutable once read; the folder core/language/en/ is the example.
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
  std::string code;  // ISO 639-1, "en"; and the locale of ICU's boundaries between words and sentences
  PageFurniture furniture;
  AbbreviationList abbreviations;
  WordSet function_words;                   // how often each stands says little of the topic and much of the language
  double least_function_words = 0;          // the share of them under which a text is in another language
  WordSet personal_words;                   // of someone who speaks to someone: letters are full of them, news is not
  WordSet no_names;                         // that have a capital and are no names: days, months, "I"
  std::vector<std::string_view> genitives;  // how a name in the genitive ends: "'s"
  const Grammar* grammar =
      nullptr;  // the detectors, and the classes of words that they know (core/artifacts/grammar.h)
};

// A language as it is written down: the texts of the files of its folder, which must outlive what is read from them.
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
