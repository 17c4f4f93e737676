// From evidence to a verdict: when there is a label, and when the article stays undecided.
#include <cmath>

#include "support/article.h"
#include "support/catch.h"
#include "support/english.h"
#include "support/scratch.h"
#include "verdict/judge.h"

namespace calque {
namespace {

const std::vector<std::string> kHeads = {"only"};

// A model of one head that uses only its mean: the log-odds of the neural class are 2 mean + log 2. The two classes of
// people are equal, and the two other classes of engines have almost no probability.
std::string model_json(const std::string& features, const std::string& quality = "null") {
  std::string zeros = "0", ones = "1", weights = "2", doubts = "0";
  const std::vector<std::string> names = feature_names(kHeads);
  for (std::size_t i = 1; i < names.size(); ++i) {
    zeros += ",0";
    ones += ",1";
    weights += ",0";
    doubts += names[i].starts_with(kDoubtPrefix) ? ",1" : ",0";
  }
  return "{\"version\":\"test\",\"features\":[" + features + "],\"center\":[" + zeros + "],\"scale\":[" + ones +
         "],\"weights\":[[" + zeros + "],[" + zeros + "],[" + zeros + "],[" + zeros + "],[" + weights +
         "]],\"bias\":[0,0,-1000,-1000,0.6931471805599453],"
         "\"calibration\":{\"slope\":1,\"offset\":0},\"doubts\":{\"weights\":[" +
         doubts +
         "],\"offset\":2,\"most\":6},"
         "\"false_positives\":[[0.1,0.4],[0.01,0.8],[0.001,0.95]],\"translation_false_positives\":[[0.4,0.4],[0.04,0.7]"
         "],"
         "\"register\":{\"news\":0.04,\"other\":0.08,\"rest\":0.2},\"quality\":" +
         quality + ",\"min_words\":12}";
}

std::string usual_features() {
  std::string names;
  for (const std::string& name : feature_names(kHeads)) names += (names.empty() ? "\"" : ",\"") + name + "\"";
  return names;
}

Expected<ArticleModel> load(const testing::Scratch& scratch, const std::string& json) {
  REQUIRE(write_pack(scratch.path("p"), {{"verdict.json", json}}));
  return ArticleModel::load(*Pack::open(scratch.path("p")), kHeads);
}

Expected<ArticleModel> model_with(const std::string& from, const std::string& to) {
  const testing::Scratch scratch;
  std::string json = model_json(usual_features());
  return load(scratch, json.replace(json.find(from), from.size(), to));
}

ArticleModel usual_model() { return *model_with("", ""); }

const std::string kEnglish =
    "The minister said on Thursday that the withdrawal of the forces would begin within a few days.";

Verdict verdict_of(const std::string& article, float logit, const Policy& policy,
                   std::span<const Finding> findings = {}) {
  const Text text = segment(testing::article_of_block(article));
  const std::vector<float> scores(text.sentences.size(), logit);
  const double personal_words = personal_word_share(text, english());
  return judge({text, findings, scores, 1, 0, {}, personal_words}, usual_model(), policy);
}

Verdict verdict_of(const std::string& article, float logit, double threshold, std::span<const Finding> findings = {}) {
  return verdict_of(article, logit, Policy{threshold, 0.5}, findings);
}

TEST_CASE(
    "The probability is the softmax of the standardised features, and no feature counts for more than four "
    "deviations") {
  CHECK(*verdict_of(kEnglish, 0.5F, 0.8).probability == Approx(1 / (1 + std::exp(-1.0))));
  CHECK(*verdict_of(kEnglish, 100.0F, 0.8).probability == Approx(1 / (1 + std::exp(-8.0))));
  CHECK(*verdict_of(kEnglish, -100.0F, 0.8).probability == Approx(1 / (1 + std::exp(8.0))));
}

TEST_CASE("The posterior adds up to one, and its part for machines is the probability") {
  const Verdict verdict = verdict_of(kEnglish, 0.5F, 0.8);
  REQUIRE(verdict.posterior);
  CHECK(verdict.posterior->machine == *verdict.probability);
  CHECK(verdict.posterior->original + verdict.posterior->translation + verdict.posterior->machine == Approx(1));
}

TEST_CASE("Outside the register of news, evidence for a machine counts less, so that a letter is not accused") {
  const std::string letter = "I told you that my dog and your cat, if you ask me, are the best of friends.";
  CHECK(*verdict_of(letter, 2.0F, 0.8).probability == Approx(1 / (1 + std::exp(-0.2 * 4))));
  CHECK(verdict_of(letter, 2.0F, 0.8).label == Label::kUndecided);
  CHECK(*verdict_of(letter, -0.5F, 0.8).probability == Approx(1 / (1 + std::exp(1.0))));
  // One personal word in 17 is 0.0588: between 0.04 and 0.08.
  const std::string quoting =
      "The minister said on Thursday that the withdrawal of my forces would begin within a few days.";
  CHECK(*verdict_of(quoting, 0.5F, 0.8).probability == Approx(1 / (1 + std::exp(-(0.08 - 1.0 / 17) / 0.04))));
}

TEST_CASE("The threshold of translations counts if it is the higher one") {
  const ArticleModel& model = usual_model();
  CHECK(model.threshold(0.2, 0.04) == 0.7);
  CHECK(model.threshold(0.01, 0.04) == 0.8);
  CHECK(model.threshold(0.01, 0.001) == 1.0);
}

TEST_CASE("Nonsense convicts whatever the heads say, and good English acquits nobody") {
  const Text text = segment(testing::article_of_block(kEnglish));
  const std::vector<float> fluent = {-1.0F};
  const auto probability = [&](const Doubts& doubts) {
    return *judge({text, {}, fluent, 1, 0, doubts, 0}, usual_model(), {0.8}).probability;
  };
  const double without = 1 / (1 + std::exp(2.0));
  CHECK(probability({}) == Approx(without));
  CHECK(probability({.foreign = 1}) == Approx(without));                    // under the offset
  CHECK(probability({.foreign = 12}) == Approx(1 / (1 + std::exp(-4.0))));  // at most 6
  CHECK(probability({.unseen = {12, 0, 0}}) == Approx(1 / (1 + std::exp(-4.0))));
}

TEST_CASE("Between one half and the threshold an article is undecided") {
  CHECK(verdict_of(kEnglish, 1.0F, 0.8).label == Label::kMachine);
  CHECK(verdict_of(kEnglish, 0.5F, 0.8).label == Label::kUndecided);
  CHECK(verdict_of(kEnglish, -0.1F, 0.8).label == Label::kHuman);
}

TEST_CASE("One half is undecided, and the threshold itself is reached") {
  CHECK(*verdict_of(kEnglish, 0.0F, 0.8).probability == 0.5);
  CHECK(verdict_of(kEnglish, 0.0F, 0.8).label == Label::kUndecided);
  const double probability = *verdict_of(kEnglish, 1.0F, 0.8).probability;
  CHECK(verdict_of(kEnglish, 1.0F, probability).label == Label::kMachine);
  CHECK(verdict_of(kEnglish, 1.0F, std::nextafter(probability, 1)).label == Label::kUndecided);
}

TEST_CASE("The prior changes the odds by its own, and no unlikely article is called machine") {
  const Verdict rare = verdict_of(kEnglish, 1.0F, Policy{0.8, 0.1});
  CHECK(*rare.probability == Approx(1 / (1 + 9 * std::exp(-2.0))));
  CHECK(rare.label == Label::kHuman);
  CHECK(verdict_of(kEnglish, 2.0F, Policy{0.8, 0.1}).label == Label::kMachine);
  // The threshold that protects originals stays the same in a feed that is nearly all translated.
  const Verdict usual = verdict_of(kEnglish, 0.5F, Policy{0.8, 0.9});
  CHECK(*usual.probability > 0.9);
  CHECK(usual.label == Label::kUndecided);
}

TEST_CASE("Quality falls with the evidence and is inside its interval") {
  std::string weights = "[-2";
  for (std::size_t i = 1; i < feature_names(kHeads).size(); ++i) weights += ",0";
  const testing::Scratch scratch;
  const auto model =
      load(scratch, model_json(usual_features(), "{\"weights\":" + weights + "],\"bias\":1,\"deviation\":0.5}"));
  REQUIRE(model);
  std::vector<double> features(feature_names(kHeads).size(), 0.0);
  CHECK(model->quality(features)->value == Approx(100 / (1 + std::exp(-1.0))));
  const Interval interval = model->quality(features)->interval;
  CHECK(interval.low == Approx(100 / (1 + std::exp(-1.0 + 1.645 * 0.5))));
  CHECK(interval.high == Approx(100 / (1 + std::exp(-1.0 - 1.645 * 0.5))));
  features[0] = 0.1;
  CHECK(model->quality(features)->value < 100 / (1 + std::exp(-1.0)));
  const Text text = segment(testing::article_of_block(kEnglish));
  const std::vector<float> scores = {0.5F};
  const Verdict verdict = judge({text, {}, scores, 1}, *model, {0.8});
  CHECK(*verdict.quality == Approx(100 / (1 + std::exp(-(1 - 2 * 0.5)))));
  CHECK(verdict.quality_interval->low < *verdict.quality);
  CHECK(verdict.quality_interval->high > *verdict.quality);
}

TEST_CASE("The threshold is that of the nearest smaller rate in the model's table, and at least one half") {
  const ArticleModel model = usual_model();
  CHECK(model.threshold(0.01, 1) == 0.8);
  CHECK(model.threshold(0.05, 1) == 0.8);
  CHECK(model.threshold(0.002, 1) == 0.95);
  CHECK(model.threshold(0.2, 1) == 0.5);
  CHECK(model.threshold(0.0001, 1) == 1.0);
}

// A finding of a language, for a reason of its own.
Finding finding_of(const std::string& language, int number) {
  Finding finding{ArtifactType::kWrongSense, "phrase", {}, {}, {}, {}, {}};
  finding.language = language;
  finding.why = language + std::to_string(number);
  return finding;
}

TEST_CASE("A source language is named when enough findings agree on it") {
  const auto named = [](int spanish, int italian) {
    std::vector<Finding> findings;
    for (int i = 0; i < spanish; ++i) findings.push_back(finding_of("es", i));
    for (int i = 0; i < italian; ++i) findings.push_back(finding_of("it", i));
    return verdict_of(kEnglish, 1, 0.8, findings).source_language;
  };
  CHECK(named(3, 0) == "es");
  CHECK(named(2, 0).empty());
  CHECK(named(3, 2) == "es");
  CHECK(named(3, 3).empty());
  CHECK(named(0, 0).empty());
}

TEST_CASE("Findings of a language with the same reason count once") {
  CHECK(verdict_of(kEnglish, 1, 0.8, std::vector<Finding>(5, finding_of("it", 0))).source_language.empty());
}

TEST_CASE("A source language comes with its share of the findings that name one") {
  std::vector<Finding> findings(1, Finding{ArtifactType::kWrongSense, "phrase", {}, {}, {}, {}, {}});
  for (int i = 0; i < 4; ++i) findings.push_back(finding_of(i < 3 ? "es" : "it", i));
  CHECK(verdict_of(kEnglish, 1, 0.8, findings).source_language_share == Approx(0.75));
  CHECK(verdict_of(kEnglish, 1, 0.8, {}).source_language_share == 0);
}

TEST_CASE("A model that was trained on other features, or is damaged, is refused") {
  const testing::Scratch scratch;
  const auto refusal = [&](const std::string& json) {
    const auto model = load(scratch, json);
    REQUIRE_FALSE(model);
    return model.error().message;
  };
  CHECK(refusal(model_json("\"head.only.mean\"")).find("other features") != std::string::npos);
  CHECK(refusal("").find("missing or damaged") != std::string::npos);
  CHECK(refusal("{\"version\":1}").find("missing or damaged") != std::string::npos);
  for (const auto& model : {model_with("[0.01,0.8]", "[0.01,0.3]"), model_with("\"scale\":[1", "\"scale\":[0")}) {
    REQUIRE_FALSE(model);
    CHECK(model.error().message.find("damaged") != std::string::npos);
  }
}

TEST_CASE("Outside its register, a model may keep any share of the evidence from none to all, and no other") {
  CHECK(model_with("\"rest\":0.2", "\"rest\":0"));
  CHECK(model_with("\"rest\":0.2", "\"rest\":1"));
  CHECK_FALSE(model_with("\"rest\":0.2", "\"rest\":1.5"));
  CHECK_FALSE(model_with("\"rest\":0.2", "\"rest\":-0.5"));
  CHECK_FALSE(model_with("\"other\":0.08", "\"other\":0.04"));
}

TEST_CASE("Features are measured from their mean, and their log-odds are calibrated") {
  const auto log_odds = [](const Expected<ArticleModel>& model, double mean) {
    std::vector<double> features(feature_names(kHeads).size(), 0.0);
    features[0] = mean;
    return model->weigh(features, 0).log_odds;
  };
  CHECK(log_odds(model_with("\"center\":[0", "\"center\":[0.25"), 1) == Approx(2 * (1 - 0.25)));
  CHECK(log_odds(model_with("\"slope\":1,\"offset\":0", "\"slope\":3,\"offset\":0.5"), 1) == Approx(3 * 2 + 0.5));
  CHECK(usual_model().version() == "test");
}

TEST_CASE("The probability of people is divided by the odds of an original") {
  std::vector<double> features(feature_names(kHeads).size(), 0.0);
  features[0] = 0.25;
  const auto model = model_with("\"bias\":[0,0", "\"bias\":[1.5,0.5");
  const Weighed weighed = model->weigh(features, 0);
  CHECK(weighed.original_share == Approx(1 / (1 + std::exp(-1.0))));
  const Posterior posterior = weighed.posterior(0.5);
  CHECK(posterior.original == Approx((1 - posterior.machine) * weighed.original_share));
  CHECK(posterior.translation == Approx((1 - posterior.machine) * (1 - weighed.original_share)));
}

TEST_CASE("A user's classifier gives the sigmoid of the sentences' mean logit, weighted by words") {
  const Text text = segment(testing::article_of_block("One two. Three four."));
  const std::vector<float> scores = {3, -1};
  const Verdict verdict = judge_by_classifier({text, {}, scores, 1});
  CHECK(*verdict.probability == Approx(1 / (1 + std::exp(-1.0))));
  CHECK(verdict.label == Label::kMachine);
  CHECK_FALSE(verdict.quality);
}

TEST_CASE("A user's classifier says machine from one half on, and gives no verdict without text") {
  const Text text = segment(testing::article_of_block("One two."));
  const std::vector<Finding> findings = {finding_of("es", 0), finding_of("es", 1), finding_of("es", 2)};
  const std::vector<float> even = {0};
  const Verdict verdict = judge_by_classifier({text, findings, even, 1});
  CHECK(*verdict.probability == 0.5);
  CHECK(verdict.label == Label::kMachine);
  CHECK(verdict.source_language == "es");
  const Verdict empty = judge_by_classifier({Text(), {}, {}, 1});
  CHECK(empty.basis == Basis::kNotText);
  CHECK(empty.label == Label::kUndecided);
  CHECK_FALSE(empty.probability);
}

}  // namespace
}  // namespace calque
