// Articles of one paragraph, and their findings. Spans are places in the given text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "article/normalize.h"
#include "artifacts/find_artifacts.h"
#include "support/english.h"
#include "support/english_lexicons.h"

namespace calque {

inline Article article_of(std::string_view text) {
  Article article;
  article.text = text;
  article.blocks = {{{0, static_cast<std::uint32_t>(text.size())}, BlockKind::kParagraph}};
  return article;
}

inline std::vector<Finding> findings_in(const Article& article, const Lexicons& lexicons) {
  const Text text = segment(article);
  const ContextText context = context_of(lexicons.evidence.counts(), article, text);
  return find_artifacts({article, text, lexicons, context}, *english().grammar);
}

inline std::vector<Finding> findings_in(std::string_view text, const Lexicons& lexicons = english_lexicons()) {
  Article article;
  article.text = text;
  normalize(article);
  article.blocks = {{{0, static_cast<std::uint32_t>(article.text.size())}, BlockKind::kParagraph}};
  std::vector<Finding> findings = findings_in(article, lexicons);
  for (Finding& finding : findings) {
    finding.span = {article.offsets.to_input(finding.span.begin), article.offsets.to_input(finding.span.end)};
  }
  return findings;
}

inline std::vector<Span> spans_of(const std::vector<Finding>& findings) {
  std::vector<Span> spans;
  for (const Finding& finding : findings) spans.push_back(finding.span);
  return spans;
}

}  // namespace calque
