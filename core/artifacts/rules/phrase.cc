#include "artifacts/detector.h"
#include "artifacts/phrase_guards.h"

namespace calque::common {
namespace {

using namespace word_class;

void find(const SentenceView& view, std::size_t, std::vector<Finding>& findings) {
  std::vector<PhraseMatch> matches;
  view.passage().lexicons.phrases.match(view.tokens(), matches);
  for (const PhraseMatch& match : matches) {
    if (!stands_for_itself(view, match)) continue;
    Finding& finding = findings.emplace_back();
    finding.type = match.type;
    finding.span = view.span(match.begin, match.end - 1);
    finding.severity = match.severity;
    finding.suggestion = written_like(view.word(match.begin), match.suggestion);
    finding.language = match.language;
    finding.why = match.why;
  }
}

}  // namespace

// The lexicons carry their own examples: models/en/lexicon.
extern const Detector kPhrase = {
    .id = "phrase",
    .type = std::nullopt,
    .mqm = "accuracy/mistranslation/overly-literal",
    .why = "A set phrase of another language, carried over word by word; English has another way to say it.",
    .trigger = kFirst,
    .find = find,
    .covers_others = true,
    .flagged = {},
    .passed = {},
};

}  // namespace calque::common
