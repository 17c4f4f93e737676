#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>

#include "report/html.h"
#include "report/page.h"
#include "text/sentence_weights.h"

namespace calque {
namespace {

constexpr double kWidth = 1000;    // in the plot's own units
constexpr double kHalf = 50;       // its height is twice that
constexpr double kLeastBar = 1.5;  // so that a logit near 0 can be seen
constexpr std::string_view kMainHead = "machine";

float largest_logit(std::span<const float> scores) {
  float largest = 0;
  for (const float score : scores) largest = std::max(largest, std::abs(score));
  return largest;
}

// Above the line: evidence for the head's first class; under it: against.
void append_bars(const Analysis& analysis, std::size_t head, std::size_t heads, bool has_links, std::string& out) {
  const std::vector<double> weights = sentence_weights(analysis.text);
  const double scale = kHalf / std::max(1e-6F, largest_logit(analysis.head_scores));
  double at = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const double width = kWidth * weights[i];
    const double logit = analysis.head_scores[i * heads + head];
    const double height = std::max(kLeastBar, std::abs(logit) * scale);
    if (has_links) fmt::format_to(std::back_inserter(out), "<a href=\"#s-{}\">", i + 1);
    fmt::format_to(
        std::back_inserter(out),
        "<rect class=\"{}\" x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\"><title>Sentence {}: "
        "{:+.2f}</title></rect>",
        logit < 0 ? "against" : "for", at, logit < 0 ? kHalf : kHalf - height, width * 0.9, height, i + 1, logit);
    if (has_links) out += "</a>";
    at += width;
  }
}

}  // namespace

void append_page_curve(const Analysis& analysis, const Explanation& explanation, std::string& out) {
  const std::size_t heads = explanation.heads.size();
  if (heads == 0 || analysis.head_scores.size() != heads * analysis.text.sentences.size()) return;
  const auto named = std::ranges::find(explanation.heads, kMainHead, &HeadExplanation::name);
  const std::size_t main =
      named == explanation.heads.end() ? 0 : static_cast<std::size_t>(named - explanation.heads.begin());
  out +=
      "<section><h2>Sentence by sentence</h2>\n<p class=\"muted\">What each head says of each sentence, from the first "
      "to "
      "the last: over the line it speaks for what the head is named after, under it against. Longer sentences are "
      "wider."
      "</p>\n<div class=\"curves\">";
  for (std::size_t k = 0; k < heads; ++k) {
    const std::size_t head = k == 0 ? main : k <= main ? k - 1 : k;  // the main one first
    out += "<div class=\"label\">";
    append_html(explanation.heads[head].name, out);
    fmt::format_to(std::back_inserter(out),
                   "</div><svg viewBox=\"0 0 {0} {1}\" preserveAspectRatio=\"none\" aria-label=\"Logit of each "
                   "sentence\"{3}><path class=\"grid\" d=\"M0 {2}H{0}\"/>",
                   kWidth, 2 * kHalf, kHalf, k == 0 ? "" : " role=\"img\"");
    append_bars(analysis, head, heads, k == 0, out);
    out += "</svg>\n";
  }
  out += "</div></section>\n";
}

}  // namespace calque
