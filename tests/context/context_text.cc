// An article's sentences with the levels of the pairs in them.
#include "context/context_text.h"

#include "support/catch.h"
#include "support/passages.h"

namespace calque {
namespace {

TEST_CASE("each sentence has its own words, between edges, and each word the level of its pair with the next") {
  const NgramCounts& counts = english_evidence().evidence.counts();
  std::string block;
  for (int i = 0; i < 40; ++i) block += "The price of oil fell on Monday. He slept furiously in colourless ideas! ";
  const Article article = article_of(block);
  const Text text = segment(article);
  const ContextText context = context_of(counts, article, text);
  REQUIRE(context.size() == text.sentences.size());
  for (std::size_t s = 0; s < context.size(); ++s) {
    std::vector<ContextWord> words;
    append_context_words(article.text, text, text.sentences[s], english(), words);
    const ContextWords sentence = context[s];
    REQUIRE(sentence.words.size() == words.size());
    REQUIRE(sentence.pairs.size() == words.size());
    for (std::size_t i = 0; i < words.size(); ++i) CHECK(sentence.words[i].key == words[i].key);
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
      CHECK(sentence.pairs[i] == counts.level(pair_ngram(words[i].key, words[i + 1].key)));
    }
  }
}

TEST_CASE("a text without sentences has none, and without counts there are no levels") {
  const Article empty = article_of("");
  const Text nothing = segment(empty);
  CHECK(context_of(NgramCounts(), empty, nothing).size() == 0);
  const Article article = article_of("The price fell.");
  const Text text = segment(article);
  const ContextText context = context_of(NgramCounts(), article, text);
  REQUIRE(context.size() == 1);
  CHECK(context[0].pairs.empty());
  CHECK(context[0].words.size() > 4);
}

}  // namespace
}  // namespace calque
