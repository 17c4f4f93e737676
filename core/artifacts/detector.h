// What a detector is: a rule that finds one kind of artifact. One file each; a language's catalog.def lists them.
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

// When a detector runs. Those of a phase do not see each other's findings; those of a later one know how many the
// phases before made (Passage::found).
enum class Phase : std::uint8_t {
  kByItself,  // reads the text alone
  kCloser,    // reads more closely where much was found
  kLast,      // finds something only where much was found, the closer reading's findings included
};
inline constexpr std::size_t kPhases = 3;

// A detector is stateless. It appends findings in any order; the frame sorts them and fills in `type` and `detector`,
// and `why` where it is empty. `findings` holds its own of this article, and no others.
struct Detector {
  std::string_view id;               // permanent, never reused: "doubled-word"
  std::optional<ArtifactType> type;  // none: each finding has its own, set by the detector
  std::string_view mqm;              // the category of the MQM typology: "fluency/duplication"
  std::string_view why;              // what it looks for and why people do not write it, in one sentence
  Phase phase = Phase::kByItself;
  // The classes of tokens at which `find` is called: choose the rarest token of what is to be found.
  WordClasses trigger = 0;
  bool once_a_sentence = false;  // called at the first such token of each sentence only
  void (*find)(const SentenceView& view, std::size_t at, std::vector<Finding>& findings) = nullptr;
  // Called once, after the last sentence: for what only the whole article tells. It may take back what `find` found.
  void (*finish)(const Passage& passage, std::vector<Finding>& findings) = nullptr;
  bool covers_others = false;                      // what others find inside its findings is left out
  std::span<const std::string_view> flagged = {};  // examples, what must be found in [brackets]
  std::span<const std::string_view> passed = {};   // sentences by people in which nothing may be found
};

}  // namespace calque
