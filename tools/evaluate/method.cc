#include <fmt/format.h>

#include "evaluate/report.h"

namespace calque::evaluate {
namespace {

void describe_scores(const Setup& setup, std::vector<std::string>& lines) {
  lines.emplace_back(
      "An article's text is its sentences, one per paragraph. Articles without a verdict are counted by their basis "
      "and "
      "used in no other figure. The baselines rank the same articles.");
  lines.emplace_back(
      setup.has_posterior
          ? "Machine output is ranked by the probability that a machine translated the article. People's translations "
            "against originals are ranked by the probability that the article is not an English original."
          : "All contrasts are ranked by the classifier's probability, which is not calibrated.");
  lines.emplace_back(
      "Length is the number of words; punctuation is the share of marks among all tokens. Each is used in the "
      "direction "
      "that ranks these articles better, so its figure is too good.");
  if (!setup.baselines.empty()) {
    lines.emplace_back(
        "The other classifiers rank by the mean logit of an article's sentences, weighted by their words, in every "
        "contrast.");
  }
}

void describe_samples(std::vector<std::string>& lines) {
  lines.emplace_back(
      "The first side of a contrast is the positive one. Machine output is compared with all English originals of the "
      "inputs, and with people's translations of the same documents: a document (file, year, pair and doc) counts only "
      "if both were scored.");
  lines.emplace_back(
      "Groups divide the positives. In contrasts with originals the negatives are all originals; in groups by length "
      "they are those of the same length. A system is a name in one year.");
  lines.emplace_back("The mean over pairs is the mean of the areas within each pair; each pair has the same weight.");
}

void describe_figures(const Setup& setup, std::vector<std::string>& lines) {
  lines.emplace_back("AUC is the chance that a positive ranks above a negative. A tie counts as one half.");
  lines.emplace_back(
      "Recall at a false-positive rate is the share of positives at or above a threshold: the lowest score that at "
      "most "
      "this share of the negatives reaches. Equal scores pass together or not at all. With fewer than 1,000 negatives, "
      "0.1 % means above all of them; with fewer than 100, so does 1 %.");
  lines.emplace_back(fmt::format(
      "Intervals are 95 % percentile intervals over {} bootstrap resamples of documents (year, pair and doc), so the "
      "versions of one article stay together. Documents with positives, with negatives and with both are three groups, "
      "resampled separately. The interval of a share of labels is Wilson's, which assumes independent articles.",
      setup.resamples));
  lines.emplace_back(
      "Calibration has up to ten bins of equal mass. Machine output has one half of the weight and people's writing "
      "the "
      "other, divided equally between originals and translations if there are both. ECE is the mean difference, over "
      "the bins, between the probability and the share of machine output.");
  lines.emplace_back(
      "Accuracy calls an article machine at or above the threshold, and human below it. Plain accuracy gives all "
      "articles "
      "the same weight; balanced accuracy gives machine output and people's writing one half each. The best thresholds "
      "were chosen on these same articles, so their figures are too good.");
}

void describe_quality(const Setup& setup, std::vector<std::string>& lines) {
  if (setup.ratings.empty()) return;
  lines.emplace_back(fmt::format(
      "An article's human assessment is the mean z-score of those of its sentences that the ratings hold word for "
      "word, "
      "with the same year, pair and system. They must be at least {:.0f} % of its sentences. A system's quality and "
      "assessment are the means over these articles. Correlations are within each year and pair; their intervals "
      "resample documents.",
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
