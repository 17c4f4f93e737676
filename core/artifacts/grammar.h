// A language's part in the search for artifacts: its detectors and the classes of its words.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "artifacts/class_table.h"
#include "artifacts/detector.h"
#include "calque/text.h"

namespace calque {

// Immutable; any number of threads share it.
class Grammar {
 public:
  // A detector that a class of tokens triggers.
  struct Start {
    WordClasses trigger;   // all its classes
    std::uint16_t number;  // its place among the detectors
  };

  // Keeps both arguments. Findings at the same place are in the order of the detectors.
  Grammar(std::span<const Detector* const> detectors, ClassTable classes);

  std::span<const Detector* const> detectors() const { return detectors_; }
  WordClasses classes_of(const Token& token) const { return classes_.classes_of(token.key); }
  // The classes that trigger any detector of the phase, and the detectors that the class of a bit triggers.
  WordClasses triggers(Phase phase) const { return starts_[static_cast<std::size_t>(phase)].classes; }
  std::span<const Start> starts(Phase phase, int bit) const {
    return starts_[static_cast<std::size_t>(phase)].by_bit[static_cast<std::size_t>(bit)];
  }

 private:
  struct Starts {
    WordClasses classes = 0;
    std::array<std::vector<Start>, 64> by_bit;
  };

  std::span<const Detector* const> detectors_;
  ClassTable classes_;
  std::array<Starts, kPhases> starts_;
};

}  // namespace calque
