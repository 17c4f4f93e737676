// calque-mine: articles, round trips and a dictionary -> the evidence of a pack.
//
//   calque-mine --articles ../shared/data/articles --round-trips build/round-trips
//       --dictionary ../shared/data/lexicons/translations.tsv.gz --output models/en/evidence.calque
//
// Deterministic: the same folders give the same bytes.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <exception>
#include <string>
#include <unordered_set>

#include "lab/evidence/builder.h"
#include "lab/train/corpus.h"

namespace calque::evidence {
namespace {

struct Options {
  std::string articles;
  std::string round_trips;
  std::string dictionary;
  std::string output;
  std::uint64_t max_words = 11'000'000;
  std::uint64_t trained_words = 500'000;
  BuilderOptions builder;
};

// The originals. Those of the round trips are left out, for there the context has been seen with the right word. What
// calque-train reads is not counted, so that the article model meets the evidence as it is in articles that are new.
void read_articles(const Options& options, Input& input) {
  std::unordered_set<std::string> trips;
  for (const RoundTrip& trip : input.trips) trips.insert(trip.id);
  std::unordered_set<std::string> trained;
  for (const train::TrainingArticle& article : train::read_corpus({options.articles}, options.trained_words)) {
    trained.insert(article.id);
  }
  for (const train::TrainingArticle& article : train::read_corpus({options.articles}, options.max_words)) {
    if (article.kind != ArticleKind::kOriginal || trips.contains(article.id)) continue;
    const Part part = part_of(article.id);
    if (part == Part::kCounted && !trained.contains(article.id)) append_keys(Segmented(article.text()), input.keys);
    if (part == Part::kFitted) input.fitted.push_back(article.text());
    if (part == Part::kMeasured) input.measured.push_back(article.text());
  }
}

void run(const Options& options) {
  Input input;
  input.dictionary = options.dictionary;
  input.trips = read_round_trips(options.round_trips);
  read_articles(options, input);
  const PackSections sections = build_evidence(
      input, options.builder, [](const std::string& line) { fmt::print(stderr, "calque-mine: {}\n", line); });
  if (const auto written = write_pack(options.output, sections); !written)
    throw std::runtime_error(written.error().message);
}

int run_command(int argc, char** argv) {
  Options options;
  CLI::App app("Learns which words translations confuse, and how context tells. Deterministic.", "calque-mine");
  app.add_option("--articles", options.articles, "Folder of labelled articles (*.jsonl, *.jsonl.gz, *.jsonl.zst)")
      ->required();
  app.add_option("--round-trips", options.round_trips, "Folder that tools/lab/round_trip.py wrote")->required();
  app.add_option("--dictionary", options.dictionary, "translations.tsv.gz: lang, headword, pos, glosses")->required();
  app.add_option("--output", options.output, "The pack to write; calque-pack adds it to the weights")->required();
  app.add_option("--max-words", options.max_words, "Words counted of each file of originals")->capture_default_str();
  app.add_option("--trained-words", options.trained_words, "calque-train's --max-words: what it reads is not counted")
      ->capture_default_str();
  app.add_option("--minor-per-thousand", options.builder.minor_per_thousand,
                 "Findings per 1,000 words of originals that set the threshold")
      ->capture_default_str();
  app.add_option("--major-per-thousand", options.builder.major_per_thousand, "The same of major findings")
      ->capture_default_str();
  app.add_flag("--hold-out-pivots", options.builder.hold_out_pivots,
               "For figures: learn from routes that come back at once, measure on those through Italian");
  CLI11_PARSE(app, argc, argv);
  run(options);
  return 0;
}

}  // namespace
}  // namespace calque::evidence

int main(int argc, char** argv) {
  try {
    return calque::evidence::run_command(argc, argv);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "calque-mine: %s\n", error.what());
    return 3;
  }
}
