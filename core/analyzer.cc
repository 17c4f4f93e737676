#include "calque/analyzer.h"

#include <fmt/format.h>

#include <filesystem>

#include "article/read_article.h"
#include "artifacts/detector.h"
#include "artifacts/lexicons.h"
#include "artifacts/plausibility.h"
#include "fluency/heads.h"
#include "model/pack.h"
#include "text/segment.h"
#include "verdict/article_model.h"
#include "verdict/judge.h"

namespace calque {

struct Analyzer::State {
  Lexicons lexicons;
  Heads heads;
  ArticleModel article_model;
  bool has_own_classifier;
  Policy policy;
  std::string model;  // version and checksum
};

Analyzer::Analyzer(std::unique_ptr<const State> state) : state_(std::move(state)) {}
Analyzer::Analyzer(Analyzer&&) noexcept = default;
Analyzer& Analyzer::operator=(Analyzer&&) noexcept = default;
Analyzer::~Analyzer() = default;

Expected<Analyzer> Analyzer::load(const std::string& path, const AnalyzerOptions& options) {
  const auto pack = Pack::open(path);
  if (!pack) return tl::unexpected(pack.error());
  auto lexicons = Lexicons::load(*pack);
  if (!lexicons) return tl::unexpected(lexicons.error());
  auto heads = Heads::load(*pack);
  if (!heads) return tl::unexpected(heads.error());
  auto article_model = ArticleModel::load(*pack, heads->names());
  if (!article_model) return tl::unexpected(article_model.error());

  Policy policy{article_model->threshold(options.max_fpr), options.prior};
  std::string model = fmt::format("{} {:016x}", article_model->version(), pack->checksum());
  if (!options.classifier.empty()) {
    heads = Heads::load_classifier(options.classifier, options.classifier_label);
    if (!heads) return tl::unexpected(heads.error());
    policy.threshold = kClassifierThreshold;
    model += " + " + std::filesystem::path(options.classifier).filename().string();
  }
  return Analyzer(std::make_unique<State>(State{std::move(*lexicons), std::move(*heads), std::move(*article_model),
                                                !options.classifier.empty(), policy, std::move(model)}));
}

template <class After>
Analysis Analyzer::run(const Document& document, After after) const {
  const State& state = *state_;
  Analysis analysis;
  analysis.article = read_article(document);
  after(Stage::kArticle);
  if (!analysis.article.is_text) {
    analysis.verdict.basis = Basis::kNotText;
    return analysis;
  }
  analysis.text = segment(analysis.article);
  after(Stage::kText);
  analysis.findings = find_artifacts({analysis.article, analysis.text, state.lexicons});
  after(Stage::kArtifacts);
  analysis.head_scores = score_sentences(state.heads, analysis.article.text, analysis.text);
  after(Stage::kFluency);
  const Evidence evidence{analysis.text, analysis.findings, analysis.head_scores, state.heads.names().size(),
                          unusual_pair_share(state.lexicons.evidence.counts(), analysis.article.text, analysis.text)};
  analysis.verdict =
      state.has_own_classifier ? judge_by_classifier(evidence) : judge(evidence, state.article_model, state.policy);
  after(Stage::kVerdict);
  return analysis;
}

Analysis Analyzer::analyze(const Document& document) const {
  return run(document, [](Stage) {});
}

Analysis Analyzer::analyze(const Document& document, const std::function<void(Stage)>& after) const {
  return run<const std::function<void(Stage)>&>(document, after);
}

std::vector<NgramShare> Analyzer::explain_head(const Analysis& analysis, std::size_t head) const {
  return share_ngrams(state_->heads, analysis.article.text, analysis.text, head);
}

const std::vector<std::string>& Analyzer::head_names() const { return state_->heads.names(); }
double Analyzer::threshold() const { return state_->policy.threshold; }
const std::string& Analyzer::model() const { return state_->model; }

std::string_view version() { return CALQUE_VERSION; }

}  // namespace calque
