#include "calque/analyzer.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <utility>

#include "article/read_article.h"
#include "artifacts/find_artifacts.h"
#include "artifacts/lexicons.h"
#include "heads/heads.h"
#include "languages.h"
#include "model/pack.h"
#include "plausibility/doubts.h"
#include "plausibility/unusual_pairs.h"
#include "text/segment.h"
#include "verdict/article_model.h"
#include "verdict/basis.h"
#include "verdict/effects.h"
#include "verdict/judge.h"

namespace calque {

struct Analyzer::State {
  const Language& language;
  Segmenter segmenter;
  Lexicons lexicons;
  Heads heads;
  ArticleModel article_model;
  bool has_own_classifier;
  Policy policy;
  std::size_t max_bytes;
  double max_seconds;
  std::string model;  // version and checksum

  // The training data of the user's own classifier is unknown: texts of any length and language get a verdict.
  Basis basis_of(const Text& text) const {
    return has_own_classifier ? Basis::kScored : calque::basis_of(text, language, article_model.min_words());
  }
};

namespace {

std::size_t most_bytes(std::size_t wanted) { return wanted == 0 ? kMaxRecordBytes : std::min(wanted, kMaxRecordBytes); }

// Whether time is left.
class Deadline {
 public:
  explicit Deadline(double seconds) : seconds_(seconds) {
    if (seconds > 0) begin_ = Clock::now();
  }
  bool is_over() const {
    return seconds_ > 0 && std::chrono::duration<double>(Clock::now() - begin_).count() > seconds_;
  }

 private:
  using Clock = std::chrono::steady_clock;
  double seconds_;
  Clock::time_point begin_;
};

// The result of an analysis that took too long.
Analysis too_slow(Analysis&& analysis) {
  Analysis left;
  left.article = std::move(analysis.article);
  left.verdict.basis = Basis::kTooSlow;
  return left;
}

Analysis without_verdict(Analysis&& analysis, Basis basis) {
  analysis.verdict.basis = basis;
  return std::move(analysis);
}

// A single sentence is too short for a verdict, but an editor may want its findings.
bool may_have_findings(Basis basis) { return basis == Basis::kScored || basis == Basis::kTooShort; }

ContextText context_of(const Analysis& analysis, const Lexicons& lexicons, const Language& language) {
  return {lexicons.evidence.counts(), analysis.article.text, analysis.text, language};
}

Evidence evidence_of(const Analysis& analysis, const ContextText& context, const Lexicons& lexicons, const Heads& heads,
                     const Language& language) {
  return {analysis.text,
          analysis.findings,
          analysis.head_scores,
          heads.names().size(),
          unusual_pair_share(analysis.text, context),
          doubts_of(analysis.article.text, analysis.text, context, lexicons.evidence.words(), language),
          personal_word_share(analysis.text, language)};
}

}  // namespace

Analyzer::Analyzer(std::unique_ptr<const State> state) : state_(std::move(state)) {}
Analyzer::Analyzer(Analyzer&&) noexcept = default;
Analyzer& Analyzer::operator=(Analyzer&&) noexcept = default;
Analyzer::~Analyzer() = default;

Expected<Analyzer> Analyzer::load(const std::string& path, const AnalyzerOptions& options) {
  const auto pack = Pack::open(path);
  if (!pack) return tl::unexpected(pack.error());
  const auto language = language_of(*pack);
  if (!language) return tl::unexpected(language.error());
  return load(*pack, options, **language);
}

Expected<Analyzer> Analyzer::load(const Pack& pack, const AnalyzerOptions& options, const Language& language) {
  auto lexicons = Lexicons::load(pack);
  if (!lexicons) return tl::unexpected(lexicons.error());
  auto heads = Heads::load(pack);
  if (!heads) return tl::unexpected(heads.error());
  auto article_model = ArticleModel::load(pack, heads->names());
  if (!article_model) return tl::unexpected(article_model.error());

  const double translations = options.max_translation_fpr.value_or(kTranslationsPerOriginal * options.max_fpr);
  Policy policy{article_model->threshold(options.max_fpr, translations), options.prior};
  std::string model = fmt::format("{} {:016x}", article_model->version(), pack.checksum());
  if (!options.classifier.empty()) {
    heads = Heads::load_classifier(options.classifier, options.classifier_label);
    if (!heads) return tl::unexpected(heads.error());
    policy.threshold = kClassifierThreshold;
    model += " + " + std::filesystem::path(options.classifier).filename().string();
  }
  return Analyzer(std::make_unique<State>(State{language, Segmenter(language), std::move(*lexicons), std::move(*heads),
                                                std::move(*article_model), !options.classifier.empty(), policy,
                                                most_bytes(options.max_bytes), options.max_seconds, std::move(model)}));
}

template <class After>
Analysis Analyzer::run(const Document& document, After after) const {
  const State& state = *state_;
  Analysis analysis;
  if (document.bytes.size() > state.max_bytes) {
    analysis.verdict.basis = Basis::kTooLarge;
    return analysis;
  }
  const Deadline deadline(state.max_seconds);
  analysis.article = read_article(document, state.language.furniture);
  after(Stage::kArticle);
  if (analysis.article.is_empty_page) return without_verdict(std::move(analysis), Basis::kNoArticle);
  if (!analysis.article.is_text) return without_verdict(std::move(analysis), Basis::kNotText);
  analysis.text = state.segmenter.segment(analysis.article);
  after(Stage::kText);
  if (deadline.is_over()) return too_slow(std::move(analysis));
  const Basis basis = state.basis_of(analysis.text);
  if (!may_have_findings(basis)) return without_verdict(std::move(analysis), basis);
  const ContextText context = context_of(analysis, state.lexicons, state.language);
  analysis.findings =
      find_artifacts({analysis.article, analysis.text, state.lexicons, context}, *state.language.grammar);
  after(Stage::kArtifacts);
  if (deadline.is_over()) return too_slow(std::move(analysis));
  if (basis != Basis::kScored) return without_verdict(std::move(analysis), basis);
  analysis.head_scores = score_sentences(state.heads, analysis.article.text, analysis.text);
  after(Stage::kHeads);
  if (deadline.is_over()) return too_slow(std::move(analysis));
  const Evidence evidence = evidence_of(analysis, context, state.lexicons, state.heads, state.language);
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

std::vector<Effect> Analyzer::explain_verdict(const Analysis& analysis) const {
  if (state_->has_own_classifier || analysis.verdict.basis != Basis::kScored) return {};
  const ContextText context = context_of(analysis, state_->lexicons, state_->language);
  return effects_of(evidence_of(analysis, context, state_->lexicons, state_->heads, state_->language),
                    state_->article_model, state_->heads.names());
}

std::vector<NgramShare> Analyzer::explain_head(const Analysis& analysis, std::size_t head) const {
  return share_ngrams(state_->heads, analysis.article.text, analysis.text, head);
}

const std::vector<std::string>& Analyzer::head_names() const { return state_->heads.names(); }
double Analyzer::threshold() const { return state_->policy.threshold; }
const std::string& Analyzer::model() const { return state_->model; }

std::string_view version() { return CALQUE_VERSION; }

}  // namespace calque
