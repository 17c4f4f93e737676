// Tables of phrases, used to find phrases in the table's own text.
#include "artifacts/lexicons.h"
#include "base/utf8.h"
#include "fuzz/target.h"
#include "support/article.h"
#include "support/english.h"

namespace calque::fuzz {

void run(std::string_view input) {
  const LexiconSource source{"lexicon/literal_idiom.es.tsv", input};
  const auto lexicons = Lexicons::parse({&source, 1});
  if (!lexicons) {
    demand(!lexicons.error().message.empty(), "a refusal says why");
    return;
  }
  std::string words;
  append_repaired_utf8(input, words);
  const Text text = segment(testing::article_of_block(words));
  std::vector<PhraseMatch> matches;
  lexicons->phrases.match(text.tokens, matches);
  std::uint32_t behind = 0;
  for (const PhraseMatch& match : matches) {
    demand(match.begin >= behind && match.begin < match.end, "matches lie apart, in order");
    behind = match.end;
    demand(behind <= text.tokens.size(), "matches lie in the text");
  }
}

}  // namespace calque::fuzz
