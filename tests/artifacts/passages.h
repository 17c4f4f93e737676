// Articles of one paragraph, and what is found in them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "artifacts/detector.h"
#include "english_lexicons.h"
#include "text/segment.h"

namespace calque {

inline Article article_of(std::string_view text) {
  Article article;
  article.text = text;
  article.blocks = {{{0, static_cast<std::uint32_t>(text.size())}, BlockKind::kParagraph}};
  return article;
}

inline std::vector<Finding> findings_in(std::string_view text, const Lexicons& lexicons = english_lexicons()) {
  Article article = article_of(text);
  return find_artifacts({article, segment(article), lexicons});
}

inline std::vector<Span> spans_of(const std::vector<Finding>& findings) {
  std::vector<Span> spans;
  for (const Finding& finding : findings) spans.push_back(finding.span);
  return spans;
}

}  // namespace calque
