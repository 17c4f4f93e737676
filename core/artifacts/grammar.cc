#include "artifacts/grammar.h"

#include <bit>

namespace calque {

Grammar::Grammar(std::span<const Detector* const> detectors, ClassTable classes)
    : detectors_(detectors), classes_(classes) {
  for (std::size_t i = 0; i < detectors.size(); ++i) {
    const Detector& detector = *detectors[i];
    Starts& starts = starts_[static_cast<std::size_t>(detector.phase)];
    starts.classes |= detector.trigger;
    for (WordClasses left = detector.trigger; left != 0; left &= left - 1) {
      starts.by_bit[static_cast<std::size_t>(std::countr_zero(left))].push_back(
          {detector.trigger, static_cast<std::uint16_t>(i)});
    }
  }
}

}  // namespace calque
