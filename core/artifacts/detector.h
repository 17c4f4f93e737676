// What a detector is. One file each; catalog.def lists them.
#pragma once

#include <algorithm>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "artifacts/lexicons.h"
#include "artifacts/word_classes.h"
#include "calque/article.h"
#include "calque/finding.h"
#include "calque/text.h"
#include "context/context_text.h"

namespace calque {

// What a detector sees of an article.
struct Passage {
  const Article& article;
  const Text& text;
  const Lexicons& lexicons;
  const ContextText& context;                 // of the text, by the lexicons' counts
  std::span<const WordClasses> classes = {};  // of text.tokens; find_artifacts fills them in

  std::string_view of(Span span) const { return span.of(article.text); }
  std::string_view of(const Token& token) const { return token.span.of(article.text); }
};

// Those that say something of the language; the rest is of the page or its format.
inline std::size_t count_of_language(std::span<const Finding> findings) {
  return static_cast<std::size_t>(
      std::ranges::count_if(findings, [](const Finding& finding) { return !is_of_format(finding.type); }));
}

// A detector is stateless: `find` appends findings in any order, to those of the detectors before it in the catalogue;
// the frame sorts them and fills in `type` and `detector`, and `why` where `find` left it empty.
struct Detector {
  std::string_view id;               // permanent, never reused: "doubled-word"
  std::optional<ArtifactType> type;  // none: each finding has its own, set by `find`
  std::string_view mqm;              // the category of the MQM typology: "heads/duplication"
  std::string_view why;              // what it looks for and why people do not write it, in one sentence
  void (*find)(const Passage& passage, std::vector<Finding>& findings);
  std::span<const std::string_view> flagged;  // examples, what must be found in [brackets]
  std::span<const std::string_view> passed;   // sentences by people in which nothing may be found
};

// Those for English, in the order of catalog.def.
std::span<const Detector* const> catalog();

// Runs the detectors of a language. Findings are sorted by place, then by the order of the detectors; none lies inside
// another of its type, or inside a phrase.
std::vector<Finding> find_artifacts(const Passage& passage, std::span<const Detector* const> detectors);

}  // namespace calque
