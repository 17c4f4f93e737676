// A user's own fastText model in place of the pack's heads, through the whole pipeline.
#include <cmath>

#include "calque/analyzer.h"
#include "support/catch.h"
#include "support/fasttext_training.h"

namespace calque {
namespace {

const std::string kPack = CALQUE_BINARY_DIR "/share/calque/en.calque";

Document document_of(std::string text) {
  Document document;
  document.bytes = std::move(text);
  document.charset = "utf-8";
  return document;
}

Expected<Analyzer> load(const testing::Scratch& scratch, const std::string& label) {
  testing::train_fasttext(scratch, testing::usual_arguments(), scratch.path("own.bin"));
  AnalyzerOptions options;
  options.classifier = scratch.path("own.bin");
  options.classifier_label = label;
  return Analyzer::load(kPack, options);
}

TEST_CASE("With a user's classifier the probability is fastText's, and the record names the classifier") {
  const testing::Scratch scratch;
  const auto analyzer = load(scratch, "");
  REQUIRE(analyzer);
  const std::string line = "el presidente has ascended the slap of the pace";
  fasttext::FastText model;
  model.loadModel(scratch.path("own.bin"));
  std::istringstream stream(line + "\n");
  std::vector<std::pair<fasttext::real, std::string>> predictions;
  REQUIRE(model.predictLine(stream, predictions, 2, 0));
  const double expected = predictions[0].second == "__label__machine" ? predictions[0].first : predictions[1].first;

  const Verdict verdict = analyzer->analyze(document_of(line)).verdict;
  CHECK(std::abs(*verdict.probability - expected) < 1e-4);
  CHECK(verdict.label == Label::kMachine);
  CHECK_FALSE(verdict.quality);
  CHECK(analyzer->threshold() == 0.5);
  CHECK(analyzer->model().ends_with(" + own.bin"));
}

TEST_CASE("The probability is that of the label that the user names") {
  const testing::Scratch scratch;
  const auto machine = load(scratch, "machine");
  const auto human = load(scratch, "human");
  REQUIRE(machine);
  REQUIRE(human);
  const Document document = document_of("el presidente has ascended the slap of the pace");
  const double sum = *machine->analyze(document).verdict.probability + *human->analyze(document).verdict.probability;
  CHECK(sum == Approx(1).margin(1e-6));
}

TEST_CASE("A pack given as the classifier is refused") {
  AnalyzerOptions options;
  options.classifier = kPack;
  const auto analyzer = Analyzer::load(kPack, options);
  REQUIRE_FALSE(analyzer);
  CHECK(analyzer.error().kind == ErrorKind::kModel);
  CHECK(analyzer.error().message.find("not a fastText model") != std::string::npos);
}

}  // namespace
}  // namespace calque
