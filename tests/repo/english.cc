// Everything English is in core/language/en. In the other stages before the report, a list of English words is a fault.
// The test recognises such lists by the commonest words, days and months. The report is text for people.
#include <algorithm>
#include <array>
#include <iterator>
#include <regex>
#include <sstream>

#include "repo/tree.h"
#include "support/catch.h"

namespace calque::repo {
namespace {

constexpr std::array<std::string_view, 8> kFolders = {"core/article/", "core/text/",      "core/phrases/",
                                                      "core/context/", "core/artifacts/", "core/heads/",
                                                      "core/model/",   "core/verdict/"};

constexpr auto kWords = std::to_array<std::string_view>({
    "the",   "of",     "that",    "with",    "was",      "his",     "they",     "their",    "this",     "which",
    "would", "have",   "are",     "i'm",     "you",      "said",    "The",      "However",  "Mr",       "Mrs",
    "Sept",  "monday", "tuesday", "friday",  "saturday", "Monday",  "Saturday", "january",  "february", "april",
    "june",  "july",   "august",  "october", "November", "percent", "minister", "reserved",
});

std::ptrdiff_t english_words(const std::string& literal) {
  std::istringstream in(literal);
  return std::count_if(std::istream_iterator<std::string>(in), {},
                       [](const std::string& word) { return std::ranges::find(kWords, word) != kWords.end(); });
}

// The string literals that are such a word, or that have more such words than a message has.
std::vector<std::string> lists_in(const std::string& source) {
  constexpr std::ptrdiff_t kMostInMessage = 3;
  static const std::regex kComment("//[^\n]*");
  std::vector<std::string> found = find_all(std::regex_replace(source, kComment, ""), R"re("([A-Za-z' ]+)")re");
  std::erase_if(found, [](const std::string& literal) {
    const bool is_one_word = literal.find(' ') == std::string::npos;
    return english_words(literal) <= (is_one_word ? 0 : kMostInMessage);
  });
  return found;
}

TEST_CASE("No stage has a list of English words") {
  for (const std::string_view folder : kFolders) {
    const std::vector<std::string> paths = files_in(folder, {".h", ".cc", ".def"});
    REQUIRE_FALSE(paths.empty());
    for (const std::string& path : paths) {
      INFO(path << " belongs to core/language/en");
      CHECK(lists_in(read(path)) == std::vector<std::string>{});
    }
  }
}

TEST_CASE("A list of words is distinguished from a message") {
  CHECK(lists_in(R"x(constexpr auto kWords = {"ka", "the", "friday"};)x") == std::vector<std::string>{"the", "friday"});
  CHECK(lists_in(R"x({kMonth, "january february april june"})x") ==
        std::vector<std::string>{"january february april june"});
  CHECK(lists_in(R"x(return "its article model is damaged for the reader";  // "the")x").empty());
}

}  // namespace
}  // namespace calque::repo
