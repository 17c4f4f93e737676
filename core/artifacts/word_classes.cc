#include "artifacts/word_classes.h"

#include <array>
#include <string_view>

#include "artifacts/token_tests.h"

namespace calque {
namespace {

using namespace word_class;

struct Listed {
  WordClasses classes;
  std::string_view words;  // folded, separated by spaces
};

constexpr auto kLists = std::to_array<Listed>({
    {kThe, "the"},
    {kOf, "of"},
    {kAnd, "and"},
    {kNot, "not"},
    {kThat, "that"},
    {kDeterminer, "a an the my your his her its our their some any no what whose"},
    {kOneOf, "this another every each"},
    {kManyOf,
     "these those many several few various numerous two three four five six seven eight nine ten twelve twenty"},
    {kOneThing, "person country child woman thing problem word city soldier worker citizen politician election"},
    {kManyThings,
     "people persons men women children countries things years days weeks months elections soldiers workers citizens "
     "politicians policies cities parties companies families students voters measures words problems civilians "
     "policemen officers officials journalists refugees prisoners migrants protesters"},
    {kOnePerson, "he she it"},
    {kManyPersons, "they we"},
    {kIs, "is was has"},
    {kAre, "are were have"},
    {kModal, "must should would could can will may might cannot"},
    {kDo, "do does did"},
    {kFinite, "is was were are has had goes does did came went took gave said knew saw began became"},
    {kComparative,
     "better worse bigger smaller easier older younger faster cheaper stronger weaker larger greater higher lower "
     "richer "
     "poorer longer shorter"},
    {kSuperlative,
     "best worst biggest smallest easiest oldest youngest fastest cheapest strongest weakest largest greatest highest "
     "lowest richest poorest longest"},
    {kMore, "more"},
    {kMost, "most"},
    {kSaid,
     "added affirmed announced assured claimed commented concluded confirmed considered declared emphasised emphasized "
     "explained indicated informed insisted noted recalled remarked reported said stated stressed underlined warned"},
    {kSays,
     "adds affirms announces assures believes comments considers declares emphasises emphasizes explains "
     "indicates insists notes recalls remarks says stresses thinks underlines warns"},
    {kOffice,
     "president chancellor senator premier minister judge general colonel captain king queen pope prince princess "
     "mayor governor professor secretary"},
    {kMonth, "january february march april may june july august september october november december"},
    {kWeekday, "monday tuesday wednesday thursday friday saturday sunday"},
    {kMagnitude, "thousand thousands million millions billion billions trillion milliards milliard"},
    {kUnit,
     "percent percentage euros dollars pounds yen rubles roubles yuan people persons inhabitants kilometers kilometres "
     "kilometer meters metres tons tonnes hectares square soldiers jobs households liters litres points degrees"},
    {kIn, "in since until from by till before after of for during"},
    {kEvident,
     "necessary possible impossible important clear evident obvious true certain likely probable curious logical "
     "normal "
     "difficult easy enough essential fundamental indispensable"},
    {kAbstract,
     "democracy corruption terrorism poverty unemployment globalization globalisation capitalism communism socialism "
     "racism immigration tourism agriculture islam christianity europe africa asia russia germany "
     "france "
     "spain italy poland turkey"},
    {kAdverb, "also already always never not still been only even now"},
});

struct Cell {
  std::uint64_t key = 0;  // 0: free
  WordClasses classes = 0;
};

constexpr std::size_t kCells = 2048;  // four times the words or more, so that most look-ups end at the first cell

constexpr void add(std::array<Cell, kCells>& cells, std::string_view word, WordClasses classes) {
  const std::uint64_t key = key_of(word);
  std::size_t at = key % kCells;
  while (cells[at].key != 0 && cells[at].key != key) at = (at + 1) % kCells;
  cells[at].key = key;
  cells[at].classes |= classes;
}

constexpr std::array<Cell, kCells> make_cells() {
  std::array<Cell, kCells> cells{};
  for (const Listed& list : kLists) {
    for (std::string_view rest = list.words; !rest.empty();) {
      const std::size_t end = std::min(rest.find(' '), rest.size());
      add(cells, rest.substr(0, end), list.classes);
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  return cells;
}

constexpr std::array<Cell, kCells> kWords = make_cells();

}  // namespace

WordClasses classes_of(std::uint64_t key) {
  std::size_t at = key % kCells;
  while (kWords[at].key != 0 && kWords[at].key != key) at = (at + 1) % kCells;
  return kWords[at].classes;
}

std::vector<WordClasses> classes_of(std::span<const Token> tokens) {
  std::vector<WordClasses> classes(tokens.size());
  for (std::size_t at = 0; at < tokens.size(); ++at) classes[at] = classes_of(tokens[at].key);
  return classes;
}

}  // namespace calque
