#include "language/en/english.h"

#include "language/en/assets/abbreviations.tsv.h"
#include "language/en/assets/page_furniture.tsv.h"
#include "language/en/assets/word_lists.tsv.h"
#include "language/en/grammar.h"

namespace calque {
namespace {

// English news has 0.35 to 0.5 of function words; other languages in the Latin alphabet have under 0.1 of English ones.
constexpr double kLeastFunctionWords = 0.15;

}  // namespace

const Language& english() {
  // The files are part of the program, so that value() finds one: tests/language/reading.cc reads them.
  static const Language kEnglish = read_language({.code = "en",
                                                  .least_function_words = kLeastFunctionWords,
                                                  .word_lists = assets::kWordListsTsv,
                                                  .abbreviations = assets::kAbbreviationsTsv,
                                                  .page_furniture = assets::kPageFurnitureTsv,
                                                  .grammar = &en::grammar()})
                                       .value();
  return kEnglish;
}

}  // namespace calque
