#include <fmt/format.h>

#include "evaluate/report.h"

namespace calque::evaluate {
namespace {

void describe_scores(const Setup& setup, std::vector<std::string>& lines) {
  lines.emplace_back(
      "An article's text is its sentences, one paragraph each. Articles without a verdict are counted by the reason "
      "and "
      "left out of everything else; the baselines are ranked on the same articles.");
  lines.emplace_back(
      setup.has_posterior
          ? "Machine output is ranked by the probability that a machine translated the article; people's "
            "translations against originals by the probability that it is no English original."
          : "All contrasts are ranked by the classifier's probability, which is not calibrated.");
  lines.emplace_back(
      "Length counts words; punctuation is the share of marks among all tokens. Both are turned the way that ranks "
      "better on the very articles, which flatters them.");
  if (!setup.baselines.empty()) {
    lines.emplace_back(
        "The other classifiers rank by the mean logit over an article's sentences, each by its words, in every "
        "contrast.");
  }
}

void describe_samples(std::vector<std::string>& lines) {
  lines.emplace_back(
      "The first side of a contrast is the positive one. Machine output is compared with all English originals of the "
      "inputs, and with people's translations of the same articles: only articles of one file, year, pair and document "
      "of which both are there and scored.");
  lines.emplace_back(
      "Groups hold the positives; in the contrasts with originals the negatives are all originals, but by length they "
      "are those of the same length. A system is a name in one year.");
  lines.emplace_back("The mean over pairs is that of the areas within each pair, each pair counting the same.");
}

void describe_figures(const Setup& setup, std::vector<std::string>& lines) {
  lines.emplace_back("AUC is the chance that a positive ranks above a negative, ties counting half.");
  lines.emplace_back(
      "Recall at a false-positive rate is the share of positives from the lowest score on that at most this share of "
      "the negatives reach; equal scores pass together or not at all. With fewer than 1,000 negatives, 0.1 % means "
      "above every one of them; with fewer than 100, so does 1 %.");
  lines.emplace_back(fmt::format(
      "Intervals are 95 % percentile intervals over {} bootstrap resamples of documents (year, pair and doc), so that "
      "the versions of one article stay together; documents that hold positives, negatives or both are drawn apart. "
      "The interval of a share of labels is Wilson's, which takes articles as independent.",
      setup.resamples));
  lines.emplace_back(
      "Calibration has up to ten bins of equal mass. Machine output and people's writing count one half each; of "
      "people's writing, originals and translations half each where both are there. ECE is the mean distance between "
      "the probability and the share of machine output over the bins.");
  lines.emplace_back(
      "Accuracy calls machine what lies at or above the threshold, and human the rest. Plain counts all articles the "
      "same, balanced machine output and people's writing as one half each. The best thresholds were chosen on these "
      "very articles, which flatters them.");
}

void describe_quality(const Setup& setup, std::vector<std::string>& lines) {
  if (setup.ratings.empty()) return;
  lines.emplace_back(fmt::format(
      "Human assessment is the mean z of the sentences of an article that are found in the ratings word for word, with "
      "the same year, pair and system, where they are at least {:.0f} % of its sentences. A system's quality and "
      "assessment are the means over these articles. Correlations are taken within each year and pair; intervals draw "
      "documents.",
      100 * kRatedShare));
}

}  // namespace

std::vector<std::string> method(const Setup& setup) {
  std::vector<std::string> lines;
  describe_scores(setup, lines);
  describe_samples(lines);
  describe_figures(setup, lines);
  describe_quality(setup, lines);
  return lines;
}

}  // namespace calque::evaluate
