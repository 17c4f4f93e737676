#include "lab/train/held_out.h"

#include <simdjson.h>

#include "support/catch.h"

namespace calque::train {
namespace {

struct Made {
  std::vector<TrainingArticle> articles;
  std::vector<double> probabilities;

  void add(const std::string& file, ArticleKind kind, const std::string& engine, const std::string& doc, double p) {
    TrainingArticle article;
    article.file = file;
    article.kind = kind;
    article.engine = engine;
    article.pair = "de-en";
    article.doc = doc;
    articles.push_back(article);
    probabilities.push_back(p);
  }

  simdjson::dom::element measure(simdjson::dom::parser& parser) const {
    FeatureTable table;
    ArticleTraining training;
    training.false_positives = {{0.1, 0.6}, {0.01, 0.8}, {0.001, 0.95}};
    training.translation_false_positives = {{0.4, 0.6}, {0.04, 0.7}};
    training.held_out =
        Eigen::Map<const Eigen::VectorXd>(probabilities.data(), static_cast<Eigen::Index>(probabilities.size()));
    for (const TrainingArticle& article : articles) table.sources.push_back(&article);
    return parser.parse(held_out_json(table, training, "test-1"));
  }
};

// Five originals, one of them in two parts; five articles, each translated by a person, a good engine and a weak one.
Made made() {
  Made all;
  for (int i = 0; i < 5; ++i) {
    const std::string doc = std::to_string(i);
    all.add("originals-paper", ArticleKind::kOriginal, "", "paper " + doc, i == 0 ? 0.9 : 0.05 * i);
    all.add("train-wmt", ArticleKind::kTranslation, "", doc, 0.3 + 0.01 * i);
    all.add("train-wmt", ArticleKind::kMachine, "nmt", doc, 0.3 + 0.01 * i);
    all.add("train-wmt", ArticleKind::kMachine, "rbmt", doc, 0.95);
  }
  all.add("originals-paper", ArticleKind::kOriginal, "", "paper 4", 0.1);
  return all;
}

simdjson::dom::element engine(simdjson::dom::element root, std::string_view name) {
  for (const simdjson::dom::element entry : root["engines"]) {
    if (std::string_view(entry["engine"]) == name) return entry;
  }
  throw std::runtime_error("no such engine");
}

TEST_CASE("Each engine is ranked against originals and against people's translations of the same articles") {
  simdjson::dom::parser parser;
  Made all = made();
  all.add("train-other", ArticleKind::kTranslation, "", "of no engine", 0.99);
  const auto root = all.measure(parser);
  CHECK(double(engine(root, "rbmt")["translations"]["auc"]["value"]) == 1);
  CHECK(double(engine(root, "rbmt")["translations"]["recall_at_1_percent"]["value"]) == 1);
  CHECK(double(engine(root, "nmt")["translations"]["auc"]["value"]) == 0.5);
  CHECK(double(engine(root, "nmt")["originals"]["auc"]["value"]) == Approx(5.0 / 6).margin(1e-4));
  CHECK(std::uint64_t(engine(root, "nmt")["translations"]["negatives"]) == 5);
}

TEST_CASE("Articles called machine are counted at the threshold with at most one false positive in a hundred") {
  simdjson::dom::parser parser;
  const auto root = made().measure(parser);
  CHECK(double(root["threshold"]) == 0.8);
  CHECK(std::uint64_t(root["originals"]["count"]) == 1);
  CHECK(std::uint64_t(root["originals"]["of"]) == 6);
  CHECK(std::uint64_t(root["translations"]["count"]) == 0);
  CHECK(std::uint64_t(engine(root, "rbmt")["machine"]["count"]) == 5);
  const auto source = root["sources"].at(0);
  CHECK(std::string_view(source["source"]) == "originals-paper");
  CHECK(std::uint64_t(source["articles"]) == 5);
  CHECK(std::uint64_t(source["machine"]["of"]) == 6);
}

TEST_CASE("Round trips are a separate engine and are ranked against all translations") {
  simdjson::dom::parser parser;
  Made all = made();
  all.add("00000-spa", ArticleKind::kMachine, "rbmt", "paper 1", 0.99);
  all.articles.back().is_round_trip = true;
  all.articles.back().system = "apertium-spa";
  const auto root = all.measure(parser);
  CHECK(std::uint64_t(engine(root, "round trip")["translations"]["negatives"]) == 5);
  CHECK(std::uint64_t(engine(root, "rbmt")["machine"]["of"]) == 5);
}

}  // namespace
}  // namespace calque::train
