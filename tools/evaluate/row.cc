#include "evaluate/row.h"

#include <algorithm>

namespace calque::evaluate {
namespace {

double punctuation_share(const Text& text) {
  if (text.tokens.empty()) return 0;
  const auto marks = std::ranges::count(text.tokens, TokenKind::kPunctuation, &Token::kind);
  return static_cast<double>(marks) / static_cast<double>(text.tokens.size());
}

}  // namespace

Row RowMaker::make(const LabelledArticle& article, std::uint32_t file) const {
  Document document;
  document.id = article.id;
  document.bytes = article.text();
  document.charset = "utf-8";
  const Analysis analysis = analyzer_.analyze(document);
  const Verdict& verdict = analysis.verdict;

  Row row;
  row.kind = article.kind;
  row.file = file;
  row.year = article.year;
  row.pair = article.pair;
  row.system = article.system;
  row.engine = article.engine;
  row.doc = article.doc;
  row.basis = verdict.basis;
  row.label = verdict.label;
  row.words = analysis.text.words;
  row.probability = verdict.probability.value_or(kNone);
  row.translated = verdict.posterior ? 1 - verdict.posterior->original : row.probability;
  row.quality = verdict.quality.value_or(kNone);
  row.punctuation = punctuation_share(analysis.text);
  row.z = ratings_.of(article);
  for (const Analyzer& baseline : baselines_) {
    row.baselines.push_back(row.is_scored() ? baseline.analyze(document).verdict.probability.value_or(kNone) : kNone);
  }
  return row;
}

}  // namespace calque::evaluate
