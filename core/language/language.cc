#include "language/language.h"

#include "language/table.h"

namespace calque {
namespace {

using Words = std::vector<std::string_view>;

struct WordLists {
  Words function;
  Words personal;
  Words no_names;
  Words genitives;
  Words prefixes;
  Words suffixes;
};

Words* list_of(std::string_view kind, WordLists& lists) {
  if (kind == "function") return &lists.function;
  if (kind == "personal") return &lists.personal;
  if (kind == "weekday" || kind == "month" || kind == "no_name") return &lists.no_names;
  if (kind == "genitive") return &lists.genitives;
  if (kind == "prefix") return &lists.prefixes;
  return kind == "suffix" ? &lists.suffixes : nullptr;
}

Expected<WordLists> read_word_lists(std::string_view tsv) {
  WordLists lists;
  const auto read = read_table("word_lists.tsv", tsv, [&](std::string_view kind, std::string_view words) {
    Words* const list = list_of(kind, lists);
    if (list != nullptr) append_words(words, *list);
    return list != nullptr;
  });
  if (!read) return tl::unexpected(read.error());
  return lists;
}

}  // namespace

Expected<Language> read_language(const LanguageSource& source) {
  auto lists = read_word_lists(source.word_lists);
  if (!lists) return tl::unexpected(lists.error());
  auto abbreviations = AbbreviationList::read(source.abbreviations);
  if (!abbreviations) return tl::unexpected(abbreviations.error());
  auto furniture = PageFurniture::read(source.page_furniture);
  if (!furniture) return tl::unexpected(furniture.error());
  return Language{.code = std::string(source.code),
                  .furniture = std::move(*furniture),
                  .abbreviations = std::move(*abbreviations),
                  .function_words = WordSet(lists->function),
                  .least_function_words = source.least_function_words,
                  .personal_words = WordSet(lists->personal),
                  .no_names = WordSet(lists->no_names),
                  .genitives = std::move(lists->genitives),
                  .prefixes = std::move(lists->prefixes),
                  .suffixes = std::move(lists->suffixes),
                  .grammar = source.grammar};
}

}  // namespace calque
