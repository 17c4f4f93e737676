// Detectors: rules that each find one kind of artifact. Each has its own file; a language's catalog.def lists them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "artifacts/passage.h"
#include "artifacts/sentence_view.h"
#include "artifacts/word_classes.h"
#include "calque/finding.h"

namespace calque {

// When a detector runs. Detectors of the same phase do not see each other's findings; later phases know the number of
// findings from earlier phases (Passage::found).
enum class Phase : std::uint8_t {
  kByItself,  // reads the text alone
  kCloser,    // reads more closely if much was found
  kLast,      // finds something only if much was found, including by the closer reading
};
inline constexpr std::size_t kPhases = 3;

// A detector is stateless. It appends findings in any order; find_artifacts sorts them and fills in `type` and
// `detector`, and `why` if it is empty. `findings` holds only its own findings in this article.
struct Detector {
  std::string_view id;               // permanent, never reused: "doubled-word"
  std::optional<ArtifactType> type;  // none: each finding has its own, set by the detector
  std::string_view mqm;              // the category of the MQM typology: "fluency/duplication"
  std::string_view why;              // one sentence: what it looks for and why people do not write it
  Phase phase = Phase::kByItself;
  // `find` is called at tokens of these classes: choose the rarest token of the pattern.
  WordClasses trigger = 0;
  bool once_a_sentence = false;  // only at the first such token of each sentence
  void (*find)(const SentenceView& view, std::size_t at, std::vector<Finding>& findings) = nullptr;
  // Called once after the last sentence, for evidence from the whole article. It may remove findings of `find`.
  void (*finish)(const Passage& passage, std::vector<Finding>& findings) = nullptr;
  bool covers_others = false;                      // findings of others inside its findings are dropped
  std::span<const std::string_view> flagged = {};  // examples, with the part to find in [brackets]
  std::span<const std::string_view> passed = {};   // sentences by people in which nothing may be found
};

}  // namespace calque
