#include "report/terminal.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <span>

#include "language/language_name.h"
#include "report/marks.h"
#include "report/probability.h"
#include "report/screen.h"
#include "report/wrap.h"

namespace calque {
namespace {

std::string counted(std::size_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

std::string scored_sentence(const Verdict& verdict, double threshold) {
  const std::string probability = shown_probability(verdict.probability.value_or(0));
  switch (verdict.label) {
    case Label::kMachine:
      return fmt::format("Machine translation, probability {}", probability);
    case Label::kHuman:
      return fmt::format("Probably written by a person; probability of machine translation {}", probability);
    case Label::kUndecided:
      break;
  }
  return fmt::format("Undecided: probability of machine translation {}, called one from {:.2f}", probability,
                     threshold);
}

void append_heading(std::string_view heading, const Palette& palette, std::string& out) {
  fmt::format_to(std::back_inserter(out), "\n{}{}{}\n", palette.bold, heading, palette.reset);
}

void append_finding(std::size_t number, const Finding& finding, std::string_view text, const TerminalOptions& options,
                    std::string& out) {
  const Palette palette(options.color);
  const bool major = finding.severity == Severity::kMajor;
  fmt::format_to(std::back_inserter(out), "{}{:>3}  {}{} ({}, {})\n", major ? palette.bad : "", number,
                 artifact_name(finding.type), major ? palette.reset : "", major ? "major" : "minor", finding.detector);
  std::string what = finding.span.empty() ? "the whole page" : fmt::format("\"{}\"", finding.span.of(text));
  if (!finding.suggestion.empty()) what += fmt::format(", read \"{}\"", finding.suggestion);
  if (!finding.language.empty()) what += fmt::format(" (from {})", language_name(finding.language));
  append_wrapped(what, options.width, 5, out);
  append_wrapped(finding.why, options.width, 5, out);
}

void append_share(float share, std::string_view what, unsigned width, std::string& out) {
  const std::string number = fmt::format("    {:>+9.4f}  ", share);
  out += number;
  out += screen_cell(what, width - static_cast<unsigned>(number.size()));
  out.erase(out.find_last_not_of(' ') + 1);
  out += '\n';
}

void append_classifier_heading(const TerminalOptions& options, std::string& out) {
  append_heading("What moved the classifier", Palette(options.color), out);
  append_wrapped(
      "Each head's logit is the sum of its n-grams' shares; + speaks for what the head is named after. N-grams "
      "are shown as they first stand; upper case and digits make no difference.",
      options.width, 2, out);
}

void append_head(const HeadExplanation& head, std::string_view text, const TerminalOptions& options, std::string& out) {
  const Palette palette(options.color);
  const std::size_t shown = std::min(head.shares.size(), kShownShares);
  double total = 0;
  double others = 0;
  for (std::size_t i = 0; i < head.shares.size(); ++i) {
    total += head.shares[i].share;
    if (i >= shown) others += head.shares[i].share;
  }
  fmt::format_to(std::back_inserter(out), "  {}{}{}: mean logit {:+.4f}\n", palette.bold, screen_text(head.name),
                 palette.reset, total);
  for (std::size_t i = 0; i < shown; ++i) {
    append_share(head.shares[i].share, ngram_words(head.shares[i], text), options.width, out);
  }
  if (head.shares.size() > shown) {
    append_share(static_cast<float>(others), "all other n-grams, " + std::to_string(head.shares.size() - shown),
                 options.width, out);
  }
}

void append_effects(const Explanation& explanation, const TerminalOptions& options, std::string& out) {
  append_heading("What moved the verdict", Palette(options.color), out);
  append_wrapped(
      "What the log-odds of machine translation would lose if that part of the evidence were as in the average "
      "article; "
      "- speaks for a person.",
      options.width, 2, out);
  const std::size_t shown = std::min(explanation.effects.size(), kShownEffects);
  for (const Effect& effect : std::span(explanation.effects).first(shown)) {
    append_share(static_cast<float>(effect.log_odds), effect_name(effect), options.width, out);
  }
}

}  // namespace

std::string measures(const Analysis& analysis, const Explanation& explanation) {
  const auto major = std::count_if(analysis.findings.begin(), analysis.findings.end(),
                                   [](const Finding& finding) { return finding.severity == Severity::kMajor; });
  std::string line = counted(analysis.text.words, "word") + ", " + counted(analysis.text.sentences.size(), "sentence") +
                     ", " + counted(analysis.findings.size(), "finding");
  if (major > 0) line += fmt::format(" ({} major)", major);
  line += fmt::format(", {}", analysis.article.charset);
  if (analysis.article.replaced_bytes > 0) {
    line += fmt::format(" ({} replaced)", counted(analysis.article.replaced_bytes, "invalid byte"));
  }
  return line + fmt::format("; model {}, threshold {:.4f}.", explanation.model, explanation.threshold);
}

std::string effect_name(const Effect& effect) {
  if (effect.part == "unusual_pairs") return "unusual pairs of words";
  if (effect.part == "doubts") return "words and pairs of words that English does not have";
  return effect.is_head ? "head " + effect.part : effect.part;
}

std::string ngram_words(const NgramShare& share, std::string_view text) {
  std::string words = share.span.empty() ? "(end of sentence)" : fmt::format("\"{}\"", share.span.of(text));
  if (share.count > 1) words += fmt::format(" ({} times)", share.count);
  return words;
}

std::string verdict_sentence(const Analysis& analysis, double threshold) {
  const Verdict& verdict = analysis.verdict;
  const std::string words = counted(analysis.text.words, "word");
  switch (verdict.basis) {
    case Basis::kTooShort:
      return "Too short to say: " + words + ".";
    case Basis::kOtherLanguage:
      return "Not in the language that the model is for, as far as its " + words + " show: no verdict.";
    case Basis::kNotText:
      return "Not text: nothing that could be read, so no verdict.";
    case Basis::kTooLarge:
      return "Too large: not read, so no verdict.";
    case Basis::kTooSlow:
      return "Not judged within the time that was set: no verdict.";
    case Basis::kNoArticle:
      return "A page without an article, such as a cookie wall, a form or a list of links: no verdict.";
    case Basis::kScored:
      break;
  }
  std::string sentence = scored_sentence(verdict, threshold);
  if (verdict.quality) sentence += fmt::format(" (quality {:.0f} of 100)", *verdict.quality);
  if (!verdict.source_language.empty() && verdict.label != Label::kHuman) {
    sentence += fmt::format(", probably from {} ({:.0f} % of the findings that name a language)",
                            language_name(verdict.source_language), 100 * verdict.source_language_share);
  }
  return sentence + ".";
}

std::string explain(const Document& document, const Analysis& analysis, const Explanation& explanation,
                    TerminalOptions options) {
  options.width = std::max(options.width, kLeastWidth);
  const Palette palette(options.color);
  std::string out;
  out += palette.bold;
  append_wrapped(verdict_sentence(analysis, explanation.threshold), options.width, 0, out);
  out += palette.reset;
  append_wrapped(document.id + ": " + measures(analysis, explanation), options.width, 0, out);
  out += '\n';
  append_marked_article(analysis.article, analysis.findings, options, out);
  if (!analysis.findings.empty()) append_heading("Findings", palette, out);
  for (std::size_t i = 0; i < analysis.findings.size(); ++i) {
    append_finding(i + 1, analysis.findings[i], analysis.article.text, options, out);
  }
  if (!explanation.effects.empty()) append_effects(explanation, options, out);
  if (!explanation.heads.empty()) append_classifier_heading(options, out);
  for (const HeadExplanation& head : explanation.heads) append_head(head, analysis.article.text, options, out);
  return out;
}

Explanation explanation_of(const Analysis& analysis, const Analyzer& analyzer) {
  Explanation explanation{{}, analyzer.threshold(), analyzer.model(), analyzer.explain_verdict(analysis)};
  if (analysis.head_scores.empty()) return explanation;
  for (std::size_t head = 0; head < analyzer.head_names().size(); ++head) {
    explanation.heads.push_back({analyzer.head_names()[head], analyzer.explain_head(analysis, head)});
  }
  return explanation;
}

std::string explain_text(const Document& document, const Analysis& analysis, const Analyzer& analyzer,
                         const TerminalOptions& options) {
  return explain(document, analysis, explanation_of(analysis, analyzer), options);
}

}  // namespace calque
