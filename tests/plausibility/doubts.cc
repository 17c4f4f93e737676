// Words and pairs of words that English does not have.
#include "plausibility/doubts.h"

#include <string>
#include <vector>

#include "base/word_hash.h"
#include "support/article.h"
#include "support/catch.h"
#include "support/english.h"

namespace calque {
namespace {

// A small English, in which "the" is 10,000 of a million words, "minister" and "receive" 1,000 each, and "rare" 8.
class SmallEnglish {
 public:
  SmallEnglish() {
    std::vector<WordLevel> words;
    for (const char* const common : {"minister", "receive", "book", "cart", "happy", "stop"}) add(common, 1000, words);
    add("the", 10000, words);
    add("of", 10000, words);
    add("rare", 8, words);
    words_section_ = build_word_levels(words, 1000000);
    words_ = *WordLevels::load(std::as_bytes(std::span(words_section_)));
    pairs_section_ = *build_ngram_counts(std::vector<CountedNgram>{{pair_ngram(key_of("the"), key_of("minister")), 3}});
    pairs_ = *NgramCounts::load(std::as_bytes(std::span(pairs_section_)));
  }

  Doubts doubts_in(const std::string& block) const {
    const Article article = testing::article_of_block(block);
    const Text text = segment(article);
    return doubts_of(article.text, text, context_of(pairs_, article, text), words_, english());
  }
  Doubts without_words(const std::string& block) const {
    const Article article = testing::article_of_block(block);
    const Text text = segment(article);
    return doubts_of(article.text, text, context_of(pairs_, article, text), WordLevels(), english());
  }

 private:
  static void add(std::string_view word, std::uint64_t count, std::vector<WordLevel>& words) {
    words.push_back({key_of(word), level_of(NgramKind::kWord, count)});
  }

  std::string words_section_, pairs_section_;
  WordLevels words_;
  NgramCounts pairs_;
};

const SmallEnglish& small_english() {
  static const SmallEnglish kEnglish;
  return kEnglish;
}

TEST_CASE("A word that English does not have is foreign, or a slip if a common word is one edit away") {
  CHECK(small_english().doubts_in("the daŭrigadajn minister").foreign == 1);
  CHECK(small_english().doubts_in("the kontrastarode minister").foreign == 1);
  for (const char* const slip : {"recieve", "receve", "receivve", "receivr", "ministre"}) {
    INFO(slip);
    CHECK(small_english().doubts_in(std::string("the ") + slip).slips == 1);
    CHECK(small_english().doubts_in(std::string("the ") + slip).foreign == 0);
  }
}

TEST_CASE("Inflections, derivations and compounds of known words are no doubt") {
  for (const char* const word : {"receives", "received", "receiving", "stopping", "happier", "happiness", "unhappy",
                                 "rereceived", "bookcart", "ministers"}) {
    INFO(word);
    const Doubts doubts = small_english().doubts_in(std::string("the ") + word);
    CHECK(doubts.foreign + doubts.slips == 0);
  }
}

TEST_CASE("Names, numbers, short words and marks are no doubt, nor is a word that recurs") {
  for (const char* const text : {"the Kontrastarode of Zagreb", "the xqz of the", "the 12345 of the 3rd",
                                 "the G20x x1y2z", "the zovirax of zovirax, the zovirax", "the scienti\uFB01c of"}) {
    INFO(text);
    CHECK(small_english().doubts_in(text).foreign == 0);
  }
}

TEST_CASE("Two words that chance would often put together, but nobody did, are a doubt of their band") {
  // "minister" is in level 6, with some 860 of a million words, and "the" in level 8, with 6,889: chance has six.
  const Doubts doubts = small_english().doubts_in("minister the minister");
  CHECK(doubts.unseen == std::array<std::uint32_t, 3>{0, 0, 1});
  CHECK(small_english().doubts_in("the of").unseen == std::array<std::uint32_t, 3>{0, 1, 0});
  CHECK(small_english().doubts_in("the minister").unseen == std::array<std::uint32_t, 3>{});
  CHECK(small_english().doubts_in("rare minister").unseen == std::array<std::uint32_t, 3>{});
  CHECK(small_english().doubts_in("the, of").unseen == std::array<std::uint32_t, 3>{});
}

TEST_CASE("Without word levels there are no doubts") {
  const Doubts doubts = small_english().without_words("the daŭrigadajn minister the of");
  CHECK(doubts.foreign + doubts.slips + doubts.unseen[0] + doubts.unseen[1] + doubts.unseen[2] == 0);
}

}  // namespace
}  // namespace calque
