// A language of three rules and two words: which rules are called, where, and in which order their findings come.
#include <array>

#include "artifacts/find_artifacts.h"
#include "support/catch.h"
#include "support/marked.h"
#include "support/passages.h"

namespace calque {
namespace {

constexpr WordClasses kColour = WordClasses{1} << word_class::bit::kFirstOfLanguage;
constexpr WordClasses kRed = kColour << 1;

constexpr auto kLists = std::to_array<ClassWords>({{kColour, "rouge vert"}, {kRed, "rouge"}});
constexpr std::array<ClassCell, 256> kCells = make_class_cells<256>(kLists);

void find(const SentenceView& view, std::size_t at, std::vector<Finding>& findings) {
  findings.emplace_back().span = view[at].span;
}

void find_two(const SentenceView& view, std::size_t at, std::vector<Finding>& findings) {
  if (at + 1 < view.size()) findings.emplace_back().span = view.span(at, at + 1);
}

void keep_several(const Passage&, std::vector<Finding>& findings) {
  if (findings.size() < 2) findings.clear();
}

void mark_start_if_found(const Passage& passage, std::vector<Finding>& findings) {
  if (passage.found > 0) findings.emplace_back().span = passage.text.tokens.front().span;
}

Detector detector(std::string_view id, ArtifactType type, WordClasses trigger) {
  return {.id = id, .type = type, .mqm = "a/b", .why = "So.", .trigger = trigger, .find = find};
}

std::vector<Finding> findings_of(std::string_view text, std::span<const Detector* const> detectors) {
  const Article article = article_of(text);
  const Text segmented = segment(article);
  const ContextText context = context_of(english_lexicons().evidence.counts(), article, segmented);
  const Grammar grammar(detectors, ClassTable(kCells));
  return find_artifacts({article, segmented, english_lexicons(), context}, grammar);
}

std::string drawn(std::string_view text, const Detector& one) {
  const std::array detectors = {&one};
  return draw(text, spans_of(findings_of(text, detectors)));
}

TEST_CASE("a rule is called at the tokens of its classes, once at each") {
  CHECK(drawn("La porte rouge, le mur vert.", detector("a", ArtifactType::kName, kColour | kRed)) ==
        "La porte [rouge], le mur [vert].");
  CHECK(drawn("La porte rouge, le mur vert.", detector("a", ArtifactType::kName, kRed | word_class::kFirst)) ==
        "[La] porte [rouge], le mur vert.");
  CHECK(drawn("La porte.", detector("a", ArtifactType::kName, kColour)) == "La porte.");
  Detector several = detector("a", ArtifactType::kName, kColour | kRed);
  several.finish = keep_several;
  CHECK(drawn("Le rouge.", several) == "Le rouge.");
}

TEST_CASE("a rule that is called once a sentence is called at the first place of each") {
  Detector once = detector("a", ArtifactType::kName, kColour);
  once.once_a_sentence = true;
  CHECK(drawn("Vert et rouge. Rouge et vert.", once) == "[Vert] et rouge. [Rouge] et vert.");
}

TEST_CASE("a rule may take back what it found when it has seen the whole article") {
  Detector several = detector("a", ArtifactType::kName, kColour);
  several.finish = keep_several;
  CHECK(drawn("Vert et noir.", several) == "Vert et noir.");
  CHECK(drawn("Vert et rouge.", several) == "[Vert] et [rouge].");
}

TEST_CASE("findings at one place come in the order of the rules") {
  const Detector first = detector("first", ArtifactType::kName, kRed);
  const Detector second = detector("second", ArtifactType::kResidue, kColour);
  const std::array ordered = {&first, &second};
  const std::array reversed = {&second, &first};
  CHECK(findings_of("Le rouge.", ordered).at(0).detector == "first");
  CHECK(findings_of("Le rouge.", reversed).at(0).detector == "second");
}

TEST_CASE(
    "a rule of a later phase knows how many findings about the language earlier phases made, at any place in the "
    "catalogue") {
  Detector later = {.id = "later", .type = ArtifactType::kName, .mqm = "a/b", .why = "So."};
  later.finish = mark_start_if_found;
  const Detector language = detector("language", ArtifactType::kName, kRed);
  const Detector format = detector("format", ArtifactType::kTypography, kRed);
  for (const Phase phase : {Phase::kByItself, Phase::kCloser, Phase::kLast}) {
    later.phase = phase;
    const std::size_t expected = phase == Phase::kByItself ? 1 : 2;
    const std::array<const Detector*, 2> after_language = {&later, &language};
    const std::array<const Detector*, 2> after_format = {&later, &format};
    CHECK(findings_of("Le mur rouge.", after_language).size() == expected);
    CHECK(findings_of("Le mur rouge.", after_format).size() == 1);
  }
}

TEST_CASE("only what a covering rule read as a whole covers findings of other types") {
  Detector whole = detector("whole", ArtifactType::kName, kRed);
  whole.find = find_two;
  const Detector part = detector("part", ArtifactType::kResidue, kRed);
  const std::array<const Detector*, 2> detectors = {&whole, &part};
  CHECK(findings_of("Le rouge vif.", detectors).size() == 2);
  whole.covers_others = true;
  CHECK(findings_of("Le rouge vif.", detectors).size() == 1);
}

}  // namespace
}  // namespace calque
