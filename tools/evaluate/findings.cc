#include "evaluate/findings.h"

#include <simdjson.h>

#include <algorithm>
#include <optional>
#include <span>

#include "labelled/alignment.h"
#include "text/fold.h"

namespace calque::evaluate {
namespace {

Analysis analysis_of(const Analyzer& analyzer, std::string_view text) {
  Document document;
  document.bytes = text;
  document.charset = "utf-8";
  return analyzer.analyze(document);
}

std::string folded(const Analysis& analysis, const Token& token) {
  std::string word;
  append_folded(token.span.of(analysis.article.text), token.kind, word);
  return word;
}

// Whether the words differ at most in an inflection at the end: "shares" and "share", "raised" and "raise".
bool is_form_of(std::string_view one, std::string_view other) {
  static constexpr std::string_view kEndings[] = {"s", "es", "d", "ed", "ing", "'s"};
  if (one.size() > other.size()) std::swap(one, other);
  if (!other.starts_with(one)) return false;
  const std::string_view ending = other.substr(one.size());
  return ending.empty() || std::ranges::find(kEndings, ending) != std::end(kEndings);
}

// Whether one of the suggestion's words is `word` or an inflection of it.
bool suggests(std::string_view suggestion, std::string_view word) {
  std::string lower;
  append_folded(suggestion, TokenKind::kWord, lower);
  for (std::string_view rest = lower; !rest.empty();) {
    const std::size_t end = std::min(rest.find(' '), rest.size());
    if (end > 0 && is_form_of(rest.substr(0, end), word)) return true;
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return false;
}

DetectorTally& tally_of(const Finding& finding, FindingsTally& tally) {
  return tally.detectors[{finding.type, std::string(finding.detector)}];
}

void count_findings(const Analysis& analysis, Writer writer, FindingsTally& tally) {
  const auto who = static_cast<std::size_t>(writer);
  ++tally.articles[who];
  tally.words[who] += analysis.text.words;
  for (const Finding& finding : analysis.findings) {
    DetectorTally& detector = tally_of(finding, tally);
    ++detector.findings[who];
    detector.major[who] += finding.severity == Severity::kMajor;
    if (writer != Writer::kOriginal) continue;
    std::string words;
    append_folded(finding.span.of(analysis.article.text), TokenKind::kWord, words);
    ++tally.on_originals[{std::string(finding.detector), words}];
  }
}

// The machine's text and its original, aligned.
class RoundTrip {
 public:
  RoundTrip(const Analysis& machine, const Analysis& original)
      : machine_(machine), original_(original), words_(align_words(machine.text.tokens, original.text.tokens)) {}

  void count(FindingsTally& tally) const {
    const std::vector<Span> changed = changed_places();
    for (const Finding& finding : machine_.findings) {
      DetectorTally& detector = tally_of(finding, tally);
      ++detector.aligned;
      detector.touching += std::ranges::any_of(changed, [&](Span place) { return finding.span.overlaps(place); });
    }
    for (const AlignedWord& word : words_) count_word(word, tally);
  }

 private:
  const Token& machine_token(const AlignedWord& word) const { return machine_.text.tokens[*word.machine]; }

  // The words that the machine changed or added. A dropped word counts as the place between its two neighbours.
  std::vector<Span> changed_places() const {
    std::vector<Span> places;
    std::uint32_t last_end = 0;
    bool is_after_drop = false;
    for (const AlignedWord& word : words_) {
      if (!word.machine) {
        is_after_drop = true;
        continue;
      }
      const Span here = machine_token(word).span;
      if (is_after_drop) places.push_back({last_end > 0 ? last_end - 1 : 0, here.begin + 1});
      if (word.is_changed) places.push_back(here);
      is_after_drop = false;
      last_end = here.end;
    }
    return places;
  }

  void count_word(const AlignedWord& word, FindingsTally& tally) const {
    if (!word.is_changed || !word.machine || !word.original) return;
    const Token& original = original_.text.tokens[*word.original];
    if (!is_content_word(original)) return;
    ++tally.changed_words;
    const std::string wanted = folded(original_, original);
    bool is_found = false;
    bool is_right = false;
    for (const Finding& finding : machine_.findings) {
      if (!finding.span.overlaps(machine_token(word).span)) continue;
      const bool suggests_it = suggests(finding.suggestion, wanted);
      DetectorTally& detector = tally_of(finding, tally);
      ++detector.words;
      detector.right_words += suggests_it;
      is_found = true;
      is_right |= suggests_it;
    }
    tally.found_words += is_found;
    tally.right_words += is_right;
  }

  const Analysis& machine_;
  const Analysis& original_;
  std::vector<AlignedWord> words_;
};

bool is_found(const Analysis& contrastive, const Analysis& reference) {
  for (const AlignedWord& word : align_words(contrastive.text.tokens, reference.text.tokens)) {
    if (!word.is_changed || !word.machine) continue;
    const Span place = contrastive.text.tokens[*word.machine].span;
    const auto touches = [&](const Finding& finding) { return finding.span.overlaps(place); };
    if (std::ranges::any_of(contrastive.findings, touches)) return true;
  }
  return false;
}

bool is_flagged(const Analysis& analysis) {
  return std::ranges::any_of(analysis.findings, [](const Finding& finding) { return !is_of_format(finding.type); });
}

}  // namespace

std::string_view writer_name(Writer writer) {
  static constexpr std::array<std::string_view, kWriters> kNames = {"original", "translation", "rbmt",
                                                                    "smt",      "nmt",         "other engine"};
  return kNames[static_cast<std::size_t>(writer)];
}

Writer writer_of(const LabelledArticle& article) {
  if (article.kind == ArticleKind::kOriginal) return Writer::kOriginal;
  if (article.kind == ArticleKind::kTranslation) return Writer::kTranslation;
  if (article.engine == "rbmt") return Writer::kRuleBased;
  if (article.engine == "smt") return Writer::kStatistical;
  return article.engine == "nmt" ? Writer::kNeural : Writer::kOtherEngine;
}

DetectorTally& DetectorTally::operator+=(const DetectorTally& other) {
  for (std::size_t i = 0; i < kWriters; ++i) {
    findings[i] += other.findings[i];
    major[i] += other.major[i];
  }
  aligned += other.aligned;
  touching += other.touching;
  words += other.words;
  right_words += other.right_words;
  return *this;
}

FindingsTally& FindingsTally::operator+=(const FindingsTally& other) {
  for (std::size_t i = 0; i < kWriters; ++i) {
    articles[i] += other.articles[i];
    words[i] += other.words[i];
  }
  for (const auto& [key, detector] : other.detectors) detectors[key] += detector;
  changed_words += other.changed_words;
  found_words += other.found_words;
  right_words += other.right_words;
  for (const auto& [key, count] : other.on_originals) on_originals[key] += count;
  mucow.sentences += other.mucow.sentences;
  mucow.found += other.mucow.found;
  mucow.flagged += other.mucow.flagged;
  return *this;
}

void tally_article(const Analyzer& analyzer, const LabelledArticle& article, FindingsTally& tally) {
  const Analysis analysis = analysis_of(analyzer, article.text());
  count_findings(analysis, writer_of(article), tally);
  if (article.original.empty()) return;
  const Analysis original = analysis_of(analyzer, text_of(article.original));
  RoundTrip(analysis, original).count(tally);
}

bool tally_mucow(const Analyzer& analyzer, std::string_view line, FindingsTally& tally) {
  simdjson::dom::parser parser;
  simdjson::dom::element root;
  std::string_view reference;
  simdjson::dom::array errors;
  if (parser.parse(line.data(), line.size()).get(root) || root["item"]["reference"].get(reference) ||
      root["item"]["errors"].get(errors)) {
    return false;
  }
  const Analysis untouched = analysis_of(analyzer, reference);
  for (const simdjson::dom::element error : errors) {
    std::string_view contrastive;
    if (error["contrastive"].get(contrastive)) return false;
    ++tally.mucow.sentences;
    tally.mucow.found += is_found(analysis_of(analyzer, contrastive), untouched);
    tally.mucow.flagged += is_flagged(untouched);
  }
  return true;
}

}  // namespace calque::evaluate
