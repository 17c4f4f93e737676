#include "artifacts/find_artifacts.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <iterator>
#include <utility>

#include "artifacts/token_classes.h"

namespace calque {
namespace {

// The search in one article, phase by phase. Findings are kept by the detector's number in the grammar.
class Search {
 public:
  Search(const Passage& passage, const Grammar& grammar)
      : passage_(passage),
        grammar_(grammar),
        found_(grammar.detectors().size()),
        last_sentences_(grammar.detectors().size(), kNone) {}

  void run(Phase phase) {
    if (grammar_.triggers(phase) != 0) read(phase);
    std::size_t found = passage_.found;
    for (std::size_t i = 0; i < found_.size(); ++i) {
      const Detector& detector = *grammar_.detectors()[i];
      if (detector.phase != phase) continue;
      if (detector.finish != nullptr) detector.finish(passage_, found_[i]);
      fill_in(detector, found_[i]);
      found += count_of_language(found_[i]);
    }
    passage_.found = found;
  }

  // In the order of the detectors.
  std::vector<Finding> take_findings() {
    std::vector<Finding> all;
    for (std::vector<Finding>& findings : found_) {
      all.insert(all.end(), std::move_iterator(findings.begin()), std::move_iterator(findings.end()));
    }
    return all;
  }

 private:
  static constexpr std::uint32_t kNone = ~std::uint32_t{0};

  void read(Phase phase) {
    const WordClasses triggers = grammar_.triggers(phase);
    for (std::uint32_t i = 0; i < passage_.text.sentences.size(); ++i) {
      const Sentence& sentence = passage_.text.sentences[i];
      const SentenceView view(passage_, sentence);
      for (std::uint32_t token = sentence.token_begin; token < sentence.token_end; ++token) {
        const WordClasses here = passage_.classes[token] & triggers;
        if (here != 0) call(phase, here, view, token - sentence.token_begin, i);
      }
    }
  }

  // Each detector once, whichever of its classes are `here`.
  void call(Phase phase, WordClasses here, const SentenceView& view, std::size_t at, std::uint32_t sentence) {
    for (WordClasses left = here; left != 0; left &= left - 1) {
      const int bit = std::countr_zero(left);
      for (const Grammar::Start& start : grammar_.starts(phase, bit)) {
        if (std::countr_zero(here & start.trigger) != bit) continue;
        const Detector& detector = *grammar_.detectors()[start.number];
        if (detector.once_a_sentence && std::exchange(last_sentences_[start.number], sentence) == sentence) continue;
        detector.find(view, at, found_[start.number]);
      }
    }
  }

  static void fill_in(const Detector& detector, std::vector<Finding>& findings) {
    for (Finding& finding : findings) {
      finding.detector = detector.id;
      if (detector.type) finding.type = *detector.type;
      if (finding.why.empty()) finding.why = detector.why;
    }
  }

  Passage passage_;
  const Grammar& grammar_;
  std::vector<std::vector<Finding>> found_;
  std::vector<std::uint32_t> last_sentences_;  // in which those that are called once were called
};

bool covers_others(const Finding& finding, const Grammar& grammar) {
  return std::ranges::any_of(grammar.detectors(), [&](const Detector* detector) {
    return detector->covers_others && detector->id == finding.detector;
  });
}

// A finding inside another of its type adds nothing, unless only it has a suggestion; nor does one of another type
// inside a phrase, which covers its place. A finding with an empty span is inside none. `findings` are in the order of
// the detectors.
void drop_covered(std::vector<Finding>& findings, const Grammar& grammar) {
  std::ranges::stable_sort(findings, [](const Finding& a, const Finding& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
  });
  struct Ends {
    std::uint32_t of_any = 0;
    std::uint32_t with_suggestion = 0;
  };
  std::array<Ends, kArtifactTypes> covered{};  // up to here, by type
  std::uint32_t covered_by_phrases = 0;
  std::erase_if(findings, [&](const Finding& finding) {
    Ends& ends = covered[static_cast<std::size_t>(finding.type)];
    const std::uint32_t end = finding.suggestion.empty() ? ends.of_any : ends.with_suggestion;
    if (!finding.span.empty() && finding.span.end <= std::max(end, covered_by_phrases)) return true;
    ends.of_any = std::max(ends.of_any, finding.span.end);
    if (!finding.suggestion.empty()) ends.with_suggestion = std::max(ends.with_suggestion, finding.span.end);
    if (covers_others(finding, grammar)) covered_by_phrases = finding.span.end;
    return false;
  });
}

}  // namespace

std::size_t count_of_language(std::span<const Finding> findings) {
  return static_cast<std::size_t>(
      std::ranges::count_if(findings, [](const Finding& finding) { return !is_of_format(finding.type); }));
}

std::vector<Finding> find_artifacts(const Passage& passage, const Grammar& grammar) {
  std::vector<WordClasses> classes;
  Passage classed = passage;
  if (classed.classes.empty()) classed.classes = classes = token_classes(passage.article, passage.text, grammar);
  Search search(classed, grammar);
  for (const Phase phase : {Phase::kByItself, Phase::kCloser, Phase::kLast}) search.run(phase);
  std::vector<Finding> findings = search.take_findings();
  drop_covered(findings, grammar);
  std::ranges::stable_sort(findings, [](const Finding& a, const Finding& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end < b.span.end;
  });
  return findings;
}

}  // namespace calque
