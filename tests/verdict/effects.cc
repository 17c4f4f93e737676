// The parts that moved a verdict: without them it would be different.
#include "verdict/effects.h"

#include <cmath>

#include "support/catch.h"
#include "support/scratch.h"

namespace calque {
namespace {

const std::vector<std::string> kHeads = {"one", "name"};

// The log-odds of the neural class grow with the head `one` (its mean and strength), fall with the artifact type
// `name`, and depend on nothing else.
ArticleModel made_model() {
  const std::vector<std::string> names = feature_names(kHeads);
  std::string features, zeros, ones, weights, doubts;
  for (const std::string& name : names) {
    const std::string comma = features.empty() ? "" : ",";
    features += comma + "\"" + name + "\"";
    zeros += comma + "0";
    ones += comma + "1";
    doubts += comma + (name.starts_with(kDoubtPrefix) ? "1" : "0");
    const bool is_one = name == "head.one.mean" || name == "head.one.strength";
    weights += comma + (is_one ? "1" : name == "artifact.name" ? "-0.5" : "0");
  }
  const testing::Scratch scratch;
  const std::string json = "{\"version\":\"test\",\"features\":[" + features + "],\"center\":[" + zeros +
                           "],\"scale\":[" + ones + "],\"weights\":[[" + zeros + "],[" + zeros + "],[" + zeros + "],[" +
                           zeros + "],[" + weights +
                           "]],\"bias\":[0,0,-1000,-1000,0],\"calibration\":{\"slope\":1,\"offset\":0},"
                           "\"doubts\":{\"weights\":[" +
                           doubts +
                           "],\"offset\":1,\"most\":6},"
                           "\"false_positives\":[[0.1,0.4]],\"translation_false_positives\":[[0.4,0.4]],\"register\":{"
                           "\"news\":0.04,\"other\":0.08,\"rest\":0.2},"
                           "\"quality\":null,\"min_words\":12}";
  REQUIRE(write_pack(scratch.path("p"), {{"verdict.json", json}}));
  return *ArticleModel::load(*Pack::open(scratch.path("p")), kHeads);
}

TEST_CASE("A part's effect is the change of the log-odds without it, and parts without effect are left out") {
  Text text;
  text.words = 200;
  text.sentences.resize(1);
  const std::vector<Finding> findings(1, Finding{ArtifactType::kName, "", {0, 1}, Severity::kMinor, "", "", ""});
  const std::vector<float> scores = {1.5F, 0.7F};
  const auto effects = effects_of({text, findings, scores, 2}, made_model(), kHeads);
  REQUIRE(effects.size() == 2);
  CHECK(effects[0].part == "one");
  CHECK(effects[0].is_head);
  CHECK(std::abs(effects[0].log_odds - 3) < 1e-5);
  CHECK(effects[1].part == "name");
  CHECK_FALSE(effects[1].is_head);
  CHECK(std::abs(effects[1].log_odds + 0.5 * std::log1p(5.0)) < 1e-5);
}

}  // namespace
}  // namespace calque
