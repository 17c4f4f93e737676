// Words that fit badly where a word that translations confuse with them fits well: by evidence, not by a list.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "artifacts/detector.h"
#include "artifacts/find_artifacts.h"
#include "base/ascii.h"
#include "context/context_reader.h"
#include "language/language_name.h"

namespace calque::common {
namespace {

// ICU looks a name up among its resources, which takes as long as a sentence.
const std::string& pair_language_name(std::size_t language) {
  static const std::vector<std::string> kNames = [] {
    std::vector<std::string> names;
    names.reserve(kPairLanguages.size());
    for (const std::string_view code : kPairLanguages) names.push_back(language_name(std::string(code)));
    return names;
  }();
  return kNames[language];
}

std::string reason(std::string_view written, const Meaning& meaning, const ConfusionSets& sets) {
  const std::string_view meant = sets.string(meaning.word);
  const std::string_view foreign = sets.string(meaning.foreign);
  const std::string& language = pair_language_name(meaning.language);
  if (!foreign.empty() && foreign == written) return fmt::format(R"("{}" is {} for "{}".)", written, language, meant);
  if (!foreign.empty()) return fmt::format(R"("{}" for "{}": {} "{}" is both.)", written, meant, language, foreign);
  return fmt::format(R"(Between these words "{}" is far more usual than "{}", and translations confuse the two.)",
                     meant, written);
}

void append_finding(const Passage& passage, const Token& token, const WeighedMeaning& weighed,
                    std::vector<Finding>& findings) {
  const ContextEvidence& evidence = passage.lexicons.evidence;
  Finding& finding = findings.emplace_back();
  finding.type = static_cast<ArtifactType>(weighed.meaning->type);
  finding.span = token.span;
  finding.severity = evidence.is_major(weighed.score) ? Severity::kMajor : Severity::kMinor;
  finding.suggestion = evidence.sets().string(weighed.meaning->word);
  finding.language = kPairLanguages[weighed.meaning->language];
  finding.why = reason(passage.of(token), *weighed.meaning, evidence.sets());
}

// The places of words in lower case.
std::vector<std::size_t> places_to_ask(const Passage& passage, std::span<const ContextWord> words) {
  std::vector<std::size_t> places;
  places.reserve(words.size());
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (words[at].token == kNoToken || !is_lower(passage.of(passage.text.tokens[words[at].token])[0])) continue;
    places.push_back(at);
  }
  return places;
}

void read(const Passage& passage, const Scrutiny& scrutiny, std::vector<Finding>& findings) {
  const ContextWords text = passage.context.all();
  std::vector<WeighedMeaning> weighed;
  ContextReader(passage.lexicons.evidence, scrutiny).read(text, places_to_ask(passage, text.words), weighed);
  for (const WeighedMeaning& meaning : weighed) {
    append_finding(passage, passage.text.tokens[text.words[meaning.at].token], meaning, findings);
  }
}

// Suspicious articles are read a second time, more closely, whichever detector made the findings. The second reading
// finds again what the first found, and more.
void finish(const Passage& passage, std::vector<Finding>& findings) {
  const ContextEvidence& evidence = passage.lexicons.evidence;
  if (evidence.is_empty()) return;
  read(passage, evidence.first_reading(), findings);
  const auto closer = evidence.closer_reading(passage.found + count_of_language(findings), passage.text.words);
  if (!closer) return;
  findings.clear();
  read(passage, *closer, findings);
}

constexpr auto kFlagged = std::to_array<std::string_view>({
    "The attack was a hard [swipe] for the economy.",
    "The single [coin] fell against the dollar.",
    "The [joint] of directors met on Tuesday.",
});

constexpr auto kPassed = std::to_array<std::string_view>({
    "People in the neighbourhood said that it was quiet.",
    "She found an old coin in her pocket.",
    "The joint statement was signed on Monday.",
    "The council condemned the attack on the harbour.",
    "She gave him a slap in the face and left.",
});

}  // namespace

// What was learned, and how, is in tools/lab/README.md.
extern const Detector kWrongSense = {
    .id = "wrong-sense",
    .type = std::nullopt,
    .mqm = "accuracy/mistranslation",
    .why = "A word that does not go with those around it, where another that has the same translation would.",
    .phase = Phase::kCloser,
    .finish = finish,
    .flagged = kFlagged,
    .passed = kPassed,
};

}  // namespace calque::common
