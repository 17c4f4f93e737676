// The analyzer: bytes in, an explained verdict out.
//
//   auto analyzer = calque::Analyzer::load("en.calque");
//   if (!analyzer) return report(analyzer.error().message);
//   calque::Analysis analysis = analyzer->analyze(document);
//
// An Analyzer is immutable once loaded; any number of threads may share it. The same document and model give the same
// analysis on every thread and every run.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calque/article.h"
#include "calque/document.h"
#include "calque/error.h"
#include "calque/finding.h"
#include "calque/text.h"
#include "calque/verdict.h"

namespace calque {

struct Language;
class Pack;

struct AnalyzerOptions {
  // The share of English originals that may be called machine-translated. Sets the threshold on the probability.
  double max_fpr = 0.01;
  // The same for translations by people, which are harder to tell from a machine's. The higher of the two thresholds
  // counts. Nothing: four times max_fpr.
  std::optional<double> max_translation_fpr = std::nullopt;
  // The share of machine translation in the feed, over 0 and under 1, if it is known. It shifts the probability. An
  // article whose shifted probability is under 0.5 is never called machine-translated.
  double prior = 0.5;
  // A binary supervised fastText model (.bin or .ftz) with two labels, to use in place of the pack's heads. Then
  // `probability` is not calibrated: it is the sigmoid of the mean of the sentences' logits, weighted by their words.
  // The threshold is 0.5.
  std::string classifier;
  // The classifier's label for machine-translated text, with or without "__label__". Empty: "machine", "mt" or "1".
  std::string classifier_label;
  // Larger documents are not read (kTooLarge): no article is that long. 0 and values over kMaxRecordBytes mean
  // kMaxRecordBytes. Time is linear in the size, so this limits it too.
  std::size_t max_bytes = std::size_t{16} << 20;
  // A document that takes longer gets no verdict (kTooSlow). The time is checked between stages. 0: no limit. With a
  // limit, the output depends on the machine's speed: the same input may give different verdicts.
  double max_seconds = 0;
};

// The result of each stage for one document.
struct Analysis {
  Article article;
  Text text;
  std::vector<Finding> findings;   // by place
  std::vector<float> head_scores;  // sentences x heads, row-major: each head's logit of each sentence
  Verdict verdict;
};

// The stages of an analysis, in order. It ends after the first if there is no text, after the second if the text is in
// another language, and after the third if the text is too short for a verdict.
enum class Stage : unsigned char { kArticle, kText, kArtifacts, kHeads, kVerdict };
inline constexpr std::size_t kStages = 5;

class Analyzer {
 public:
  // Fails if the file is not a pack, is damaged, or is for a language that this version does not know.
  static Expected<Analyzer> load(const std::string& pack, const AnalyzerOptions& options = {});
  // For articles in a language that the caller brings (core/language/language.h), which must outlive the analyzer.
  static Expected<Analyzer> load(const Pack& pack, const AnalyzerOptions& options, const Language& language);

  Analyzer(Analyzer&&) noexcept;
  Analyzer& operator=(Analyzer&&) noexcept;
  ~Analyzer();

  Analysis analyze(const Document& document) const;
  // The same, with a call at the end of each stage, to measure its time or memory.
  Analysis analyze(const Document& document, const std::function<void(Stage)>& after) const;

  // What moved the verdict, largest magnitude first: how much its log-odds would fall if that part of the evidence were
  // as in the average training article. Empty unless the pack's own heads scored the article. `analysis` must come from
  // this analyzer.
  std::vector<Effect> explain_verdict(const Analysis& analysis) const;
  // What each n-gram added to the mean logit of head number `head`, largest magnitude first. `analysis` must come from
  // this analyzer.
  std::vector<NgramShare> explain_head(const Analysis& analysis, std::size_t head) const;
  // The heads' names, in the order of the columns of Analysis::head_scores.
  const std::vector<std::string>& head_names() const;
  // The lowest probability that is called machine-translated.
  double threshold() const;
  // Name, version and checksum of the loaded model: "en-2026.11 1f3a9c0e2b7d4a58".
  const std::string& model() const;

 private:
  struct State;
  template <class After>
  Analysis run(const Document& document, After after) const;

  explicit Analyzer(std::unique_ptr<const State> state);
  std::unique_ptr<const State> state_;
};

// Calque's version, "0.1.0".
std::string_view version();

}  // namespace calque
