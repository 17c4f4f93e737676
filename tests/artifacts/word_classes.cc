// Each token's classes: those of its word, and those that its looks and the tokens before it give.
#include "language/en/word_classes.h"

#include <array>

#include "artifacts/token_classes.h"
#include "language/en/grammar.h"
#include "support/catch.h"
#include "support/passages.h"

namespace calque {
namespace {

using namespace en::word_class;

std::vector<WordClasses> classes_in(std::string_view text) {
  const Article article = article_of(text);
  return token_classes(article, segment(article), en::grammar());
}

// The places of the tokens that are of the class, from 0.
std::vector<std::size_t> places_of(WordClasses wanted, std::string_view text) {
  const std::vector<WordClasses> classes = classes_in(text);
  std::vector<std::size_t> places;
  for (std::size_t at = 0; at < classes.size(); ++at) {
    if (classes[at] & wanted) places.push_back(at);
  }
  return places;
}

using Places = std::vector<std::size_t>;

TEST_CASE("a word may be of several classes, in any case of letters, and most words are of none") {
  const ClassTable words = en::word_classes();
  CHECK(words.classes_of(key_of("the")) == (kThe | kDeterminer | kNoName));
  CHECK(words.classes_of(key_of("is")) == (kIs | kFinite));
  CHECK(words.classes_of(key_of("harbour")) == 0);
  CHECK(classes_in("THE harbour").at(0) == (kThe | kDeterminer | kNoName | kCapital | kFirst));
  CHECK(classes_in("THE harbour").at(1) == 0);
}

TEST_CASE("numbers, long words, capitals, other scripts and marks are seen in the token itself") {
  CHECK(places_of(kNumber, "It cost 12 or 3.5 of them, said G20.") == Places{2, 4});
  CHECK(places_of(kLongWord, "The neighbour neighbours said so.") == Places{2});
  CHECK(places_of(kCapital, "The mayor, Jose Marti, Élan left") == Places{0, 3, 4});
  CHECK(places_of(kCapitals, "The mayor, Jose Marti Luz left") == Places{4, 5});
  CHECK(places_of(kOtherScript, "Naïve, “мир”, вода and café") == Places{3, 6});
  CHECK(places_of(kFullStop | kComma, "He came, he said.") == Places{2, 5});
  CHECK(places_of(kFirst, "He came. She left.") == Places{0, 3});
}

TEST_CASE("a twin is the same as the token before, and an echo comes again with the token before it, in a sentence") {
  CHECK(places_of(kTwin, "He left the The the room.") == Places{3, 4});
  CHECK(places_of(kEcho, "He spoke of that of that.") == Places{5});
  CHECK(places_of(kEcho, "One two three four five six one two.") == Places{7});
  CHECK(places_of(kEcho, "One two three four five six seven one two.").empty());
  CHECK(places_of(kEcho, "The cat and the dog.").empty());
}

TEST_CASE("places outside a sentence are empty words of no class") {
  const Article article = article_of("The harbour.");
  const Text text = segment(article);
  const std::vector<WordClasses> classes = token_classes(article, text, en::grammar());
  const ContextText context = context_of(english_lexicons().evidence.counts(), article, text);
  const Passage passage = {article, text, english_lexicons(), context, classes};
  const SentenceView view(passage, text.sentences.at(0));
  CHECK(view.word(std::size_t{0} - 1).empty());
  CHECK(view.classes(view.size()) == 0);
  CHECK_FALSE(view.is_word(view.size()));
  CHECK_FALSE(view.is_mark(view.size()));
  CHECK(view.word(1) == "harbour");
}

}  // namespace
}  // namespace calque
