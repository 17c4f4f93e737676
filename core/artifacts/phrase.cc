#include "artifacts/detector.h"
#include "artifacts/sentence_view.h"

namespace calque {
namespace {

void find(const Passage& passage, std::vector<Finding>& findings) {
  std::vector<PhraseMatch> matches;
  for (const Sentence& sentence : passage.text.sentences) {
    std::span<const Token> tokens = passage.text.tokens_of(sentence);
    matches.clear();
    passage.lexicons.phrases.match(tokens, matches);
    for (const PhraseMatch& match : matches) {
      Finding& finding = findings.emplace_back();
      finding.type = match.entry->type;
      finding.span = {tokens[match.begin].span.begin, tokens[match.end - 1].span.end};
      finding.severity = match.entry->severity;
      finding.suggestion = written_like(passage.of(finding.span), match.suggestion);
      finding.language = match.entry->language;
      finding.why = match.entry->why;
    }
  }
}

}  // namespace

// The lexicons carry their own examples: models/en/lexicon.
extern const Detector kPhrase = {
    .id = "phrase",
    .type = std::nullopt,
    .mqm = "accuracy/mistranslation/overly-literal",
    .why = "A set phrase of another language, carried over word by word; English has another way to say it.",
    .find = find,
    .flagged = {},
    .passed = {},
};

}  // namespace calque
