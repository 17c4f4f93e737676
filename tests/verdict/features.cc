// The feature vector: each number is that of its name, and depends only on what it names.
#include "verdict/features.h"

#include <cmath>

#include "support/article.h"
#include "support/catch.h"
#include "support/english.h"

namespace calque {
namespace {

const std::vector<std::string> kHeads = {"weak", "neural"};

double feature(const std::string& name, const Evidence& evidence) {
  const auto names = feature_names(kHeads);
  const auto values = article_features(evidence);
  REQUIRE(names.size() == values.size());
  const auto found = std::ranges::find(names, name);
  REQUIRE(found != names.end());
  return values[static_cast<std::size_t>(found - names.begin())];
}

TEST_CASE("A head's features describe the distribution of its sentence logits") {
  const Text text = segment(testing::article_of_block("One. Two. Three. Four. Five."));
  const std::vector<float> scores = {-2, 10, -1, 10, 0, 10, 1, 10, 2, 10};  // sentences x heads
  const Evidence evidence{text, {}, scores, 2};
  CHECK(feature("head.weak.mean", evidence) == Approx(0.0).margin(1e-9));
  CHECK(feature("head.weak.deviation", evidence) == Approx(std::sqrt(2.0)));
  CHECK(feature("head.neural.mean", evidence) == Approx(10));
}

TEST_CASE("Sentences are weighted by words, and evidence grows with the square root of the article's words") {
  const Text text = segment(testing::article_of_block("One two three. Four."));
  const std::vector<float> scores = {1, 0, 3, 0};
  const Evidence evidence{text, {}, scores, 2};
  CHECK(feature("head.weak.mean", evidence) == Approx(1.5));
  CHECK(feature("head.weak.strength", evidence) == Approx(1.5 * std::sqrt(4 / kUsualWords)));
}

TEST_CASE("Artifacts count per 1,000 words") {
  const Text text = segment(testing::article_of_block("The minister left the the meeting with his six advisers."));
  REQUIRE(text.words == 10);
  const std::vector<Finding> findings(2, Finding{ArtifactType::kRepetition, "doubled-word", {}, {}, {}, {}, {}});
  const Evidence evidence{text, findings, {}, 2};
  CHECK(feature("artifact.repetition", evidence) == Approx(std::log1p(200)));
  CHECK(feature("artifact.typography", evidence) == 0);
}

TEST_CASE("Doubts count as far as they exceed what originals of this length have") {
  const Text text = segment(testing::article_of_block("The minister left the the meeting with his six advisers."));
  CHECK(feature("doubt.foreign", {text, {}, {}, 2}) == 0);
  CHECK(feature("doubt.foreign", {text, {}, {}, 2, 0, {.foreign = 2}}) == Approx(1.9975 / std::sqrt(1.0025)));
  CHECK(feature("doubt.unseen_4", {text, {}, {}, 2, 0, {.unseen = {0, 0, 1}}}) == Approx(0.9673 / std::sqrt(1.0327)));
  CHECK(feature("doubt.unseen_16", {text, {}, {}, 2, 0, {.unseen = {0, 0, 1}}}) == 0);
}

TEST_CASE("All features of an article without sentences are finite") {
  const Text text;
  for (const double value : article_features({text, {}, {}, 2})) CHECK(std::isfinite(value));
}

}  // namespace
}  // namespace calque
