// Every token is classed once, by its key.
#include "artifacts/word_classes.h"

#include "artifacts/sentence_view.h"
#include "support/catch.h"
#include "support/passages.h"

namespace calque {
namespace {

TEST_CASE("a word may be of several classes, in any case of letters, and most words are of none") {
  using namespace word_class;
  CHECK((classes_of(key_of("the")) & (kThe | kDeterminer)) == (kThe | kDeterminer));
  CHECK((classes_of(key_of("is")) & (kIs | kFinite)) == (kIs | kFinite));
  CHECK(classes_of(key_of("harbour")) == 0);
  const Article article = article_of("THE harbour");
  const Text text = segment(article);
  CHECK(classes_of(text.tokens) == std::vector<WordClasses>{classes_of(key_of("the")), 0});
}

TEST_CASE("places outside a sentence are empty words of no class") {
  const Article article = article_of("The harbour.");
  const Text text = segment(article);
  const std::vector<WordClasses> classes = classes_of(text.tokens);
  const ContextText context = context_of(english_lexicons().evidence.counts(), article, text);
  const Passage passage = {article, text, english_lexicons(), context, classes};
  const SentenceView view(passage, text.sentences.at(0));
  CHECK(view.word(std::size_t{0} - 1).empty());
  CHECK(view.classes(view.size()) == 0);
  CHECK_FALSE(view.is_word(view.size()));
  CHECK(view.word(1) == "harbour");
}

}  // namespace
}  // namespace calque
