#include "lab/evidence/mine.h"

#include <fmt/format.h>

#include <cstdio>
#include <stdexcept>
#include <unordered_set>

#include "lab/train/corpus.h"

namespace calque::evidence {
namespace {

// The originals. Those of the round trips are left out, for there the context has been seen with the right word. What
// a training reads is not counted, so that the article model meets the evidence as it is in articles that are new.
void read_articles(const MineOptions& options, Input& input) {
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

}  // namespace

void mine(const MineOptions& options) {
  Input input;
  input.dictionary = options.dictionary;
  input.frequencies = options.words;
  input.trips = read_round_trips(options.round_trips);
  read_articles(options, input);
  const PackSections sections = build_evidence(
      input, options.builder, [](const std::string& line) { fmt::print(stderr, "calque-lab: {}\n", line); });
  if (const auto written = write_pack(options.output, sections); !written)
    throw std::runtime_error(written.error().message);
}

}  // namespace calque::evidence
