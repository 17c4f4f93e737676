// From rows to a report: who is compared with whom, and that nothing depends on the threads.
#include <simdjson.h>

#include <cmath>
#include <random>

#include "evaluate/evaluate.h"
#include "evaluate/writers.h"
#include "support/catch.h"

namespace calque::evaluate {
namespace {

Row row(ArticleKind kind, const std::string& pair, const std::string& doc, double probability) {
  Row made;
  made.kind = kind;
  made.year = 2022;
  made.pair = pair;
  made.doc = doc;
  made.system = kind == ArticleKind::kMachine ? "S" : "human";
  made.engine = kind == ArticleKind::kMachine ? "nmt" : "";
  made.words = 200;
  made.probability = made.translated = probability;
  made.label = probability >= 0.9 ? Label::kMachine : probability < 0.5 ? Label::kHuman : Label::kUndecided;
  return made;
}

Setup setup() {
  Setup made;
  made.version = "0.0.0";
  made.model = "none";
  made.threshold = 0.9;
  made.max_fpr = 0.01;
  made.resamples = 50;
  return made;
}

std::vector<Row> many_rows() {
  std::mt19937 random(12);
  std::vector<Row> rows;
  const auto draw = [&](double least) { return least + (1 - least) * static_cast<double>(random() % 1000) / 1000; };
  for (int doc = 0; doc < 60; ++doc) {
    const std::string pair = doc % 2 == 0 ? "de-en" : "fi-en", name = "d" + std::to_string(doc);
    rows.push_back(row(ArticleKind::kOriginal, "en-en", "o" + name, draw(0)));
    rows.push_back(row(ArticleKind::kTranslation, pair, name, draw(0.1)));
    for (int system = 0; system < 3; ++system) {
      rows.push_back(row(ArticleKind::kMachine, pair, name, draw(0.3)));
      rows.back().system = "<S|" + std::to_string(system) + ">";
      rows.back().words = 60 + 300 * static_cast<std::uint32_t>(system);
      rows.back().quality = 100 - 100 * draw(0);
      rows.back().z = draw(0);
    }
  }
  return rows;
}

const Comparison& pooled(const Report& report, Contrast contrast) {
  return report.contrasts[static_cast<std::size_t>(contrast)].scores.front().pooled;
}

TEST_CASE("Machine output is compared with people's translations of the same articles only") {
  const Report report = evaluate(
      {row(ArticleKind::kMachine, "de-en", "both", 0.8), row(ArticleKind::kMachine, "de-en", "machine only", 0.1),
       row(ArticleKind::kMachine, "fi-en", "person only", 0.1), row(ArticleKind::kTranslation, "de-en", "both", 0.6),
       row(ArticleKind::kTranslation, "de-en", "person only", 0.9),
       row(ArticleKind::kOriginal, "en-en", "original", 0.5)},
      setup());
  CHECK(pooled(report, Contrast::kMachineTranslation).positives == 1);
  CHECK(pooled(report, Contrast::kMachineTranslation).negatives == 1);
  CHECK(pooled(report, Contrast::kMachineTranslation).area.value == 1);
  CHECK(pooled(report, Contrast::kMachineOriginal).positives == 3);
  CHECK(std::abs(pooled(report, Contrast::kMachineOriginal).area.value - 1.0 / 3) < 1e-12);
  CHECK(pooled(report, Contrast::kTranslationOriginal).area.value == 1);
}

TEST_CASE("The same article in another file is another article") {
  std::vector<Row> rows = {row(ArticleKind::kMachine, "de-en", "d", 0.8),
                           row(ArticleKind::kTranslation, "de-en", "d", 0.6)};
  rows[1].file = 1;
  CHECK(evaluate(rows, setup()).contrasts[1].scores.empty());
}

TEST_CASE("Translations against originals are ranked by the probability that it is no original") {
  std::vector<Row> rows = {row(ArticleKind::kTranslation, "de-en", "d", 0.2),
                           row(ArticleKind::kOriginal, "en-en", "o", 0.3)};
  rows[0].translated = 0.9;
  rows[1].translated = 0.4;
  CHECK(pooled(evaluate(rows, setup()), Contrast::kTranslationOriginal).area.value == 1);
}

TEST_CASE("The mean over pairs counts a small pair as much as a large one") {
  std::vector<Row> rows = {row(ArticleKind::kOriginal, "en-en", "o", 0.5),
                           row(ArticleKind::kMachine, "fi-en", "d", 0.1)};
  for (int i = 0; i < 9; ++i) rows.push_back(row(ArticleKind::kMachine, "de-en", "d" + std::to_string(i), 0.9));
  const ScoreReport score = evaluate(rows, setup()).contrasts[0].scores.front();
  CHECK(std::abs(score.pooled.area.value - 0.9) < 1e-12);
  CHECK(std::abs(score.mean_area.value - 0.5) < 1e-12);
  CHECK(score.pairs == 2);
}

TEST_CASE("Articles without a verdict are counted by the reason and ranked nowhere") {
  std::vector<Row> rows = {row(ArticleKind::kMachine, "de-en", "d", 0.8), row(ArticleKind::kMachine, "de-en", "e", 0.8),
                           row(ArticleKind::kOriginal, "en-en", "o", 0.3)};
  rows[1].basis = Basis::kTooShort;
  rows[1].probability = kNone;
  const Report report = evaluate(rows, setup());
  CHECK(pooled(report, Contrast::kMachineOriginal).positives == 1);
  REQUIRE(report.labels.size() == 3);
  CHECK(report.labels[1].name == "machine");
  CHECK(report.labels[1].articles == 2);
  CHECK(report.labels[1].bases[static_cast<std::size_t>(Basis::kTooShort)] == 1);
  CHECK(report.labels[1].labels[0].of == 1);
}

TEST_CASE("Calibration weighs machine output like people's writing, and originals like translations") {
  std::vector<Row> rows = {row(ArticleKind::kOriginal, "en-en", "o", 0.5)};
  for (int i = 0; i < 3; ++i) rows.push_back(row(ArticleKind::kTranslation, "de-en", "t" + std::to_string(i), 0.4));
  for (int i = 0; i < 7; ++i) rows.push_back(row(ArticleKind::kMachine, "de-en", "m" + std::to_string(i), 0.6));
  const CalibrationReport report = evaluate(rows, setup()).calibration;
  REQUIRE(report.bins.size() == 3);
  CHECK(std::abs(report.bins[0].mass - 0.25) < 1e-12);
  CHECK(std::abs(report.bins[1].mass - 0.25) < 1e-12);
  CHECK(std::abs(report.bins[2].mass - 0.5) < 1e-12);
  CHECK(std::abs(report.error - (0.25 * 0.4 + 0.25 * 0.5 + 0.5 * 0.4)) < 1e-12);
}

TEST_CASE("A trait is turned the way that ranks better") {
  std::vector<Row> rows = {row(ArticleKind::kMachine, "de-en", "d", 0.8),
                           row(ArticleKind::kOriginal, "en-en", "o", 0.3)};
  rows[0].words = 100;
  const ScoreReport length = evaluate(rows, setup()).contrasts[0].scores[1];
  CHECK(length.name == "length");
  CHECK(length.direction == "fewer words");
  CHECK(length.pooled.area.value == 1);
}

TEST_CASE("Quality is compared with the assessment of systems and of articles") {
  std::vector<Row> rows;
  for (int system = 0; system < 4; ++system) {
    for (int doc = 0; doc < 5; ++doc) {
      rows.push_back(row(ArticleKind::kMachine, "de-en", "d" + std::to_string(doc), 0.8));
      rows.back().system = "S" + std::to_string(system);
      rows.back().quality = 10 * system + doc;
      rows.back().z = system * system + 0.01 * doc;
    }
  }
  const Report report = evaluate(rows, setup());
  REQUIRE(report.quality);
  CHECK(report.quality->pairs.front().name == "2022 de-en");
  CHECK(report.quality->pairs.front().systems == 4);
  CHECK(std::abs(report.quality->mean.system_spearman.value - 1) < 1e-12);
  CHECK(std::abs(report.quality->mean.article_spearman.value - 1) < 1e-12);
  CHECK(report.quality->mean.system_pearson.value < 0.99);
}

TEST_CASE("A report is the same for any number of threads") {
  const std::vector<Row> rows = many_rows();
  const auto with_threads = [&](unsigned threads) {
    Setup made = setup();
    made.threads = threads;
    return evaluate(rows, made);
  };
  const Report one = with_threads(1), many = with_threads(7);
  CHECK((to_markdown(one) == to_markdown(many)));
  CHECK((to_json(one) == to_json(many)));
}

TEST_CASE("The JSON holds what tools/lab/plot draws") {
  simdjson::dom::parser parser;
  const simdjson::dom::element json = parser.parse(to_json(evaluate(many_rows(), setup())));
  const simdjson::dom::element own = json["contrasts"]["machine_originals"].at(0);
  const simdjson::dom::array roc = own["roc"];
  CHECK(roc.size() > 2);
  CHECK(double(roc.at(0).at(0)) == 0);
  CHECK(double(roc.at(roc.size() - 1).at(1)) == 1);
  CHECK(double(own["auc"]["interval"].at(0)) < double(own["auc"]["value"]));
  CHECK(double(own["mean_auc_over_pairs"]["value"]) > 0);
  const simdjson::dom::element bin = json["calibration"]["bins"].at(0);
  for (const char* figure : {"mean_probability", "share_machine", "articles"}) CHECK(bin[figure].is_number());
  CHECK(json["calibration"]["expected_calibration_error"].is_number());
  CHECK(simdjson::dom::array(json["histograms"]["machine"]).size() == kHistogramBins);
  CHECK(double(json["threshold"]) == 0.9);
  const simdjson::dom::element pair = json["breakdowns"]["pair"].at(0);
  CHECK(std::string_view(pair["name"]) == "de-en");
  CHECK(std::uint64_t(pair["machine_originals"]["positives"]) > 0);
  CHECK(simdjson::dom::array(pair["machine_originals"]["auc"]["interval"]).size() == 2);
}

TEST_CASE("Of one kind alone there is a report without contrasts") {
  const std::vector<Row> rows = {row(ArticleKind::kOriginal, "en-en", "o", 0.3)};
  const Report report = evaluate(rows, setup());
  CHECK(report.calibration.bins.empty());
  CHECK(report.accuracies.empty());
  CHECK(to_markdown(report).find("one side is missing") != std::string::npos);
}

TEST_CASE("A name with a bar does not break a table") {
  const std::string markdown = to_markdown(evaluate(many_rows(), setup()));
  CHECK(markdown.find("<S\\|0>") != std::string::npos);
  CHECK(markdown.find("<S|0>") == std::string::npos);
}

}  // namespace
}  // namespace calque::evaluate
