// Counts of a run's records and labels.
#pragma once

#include <array>
#include <cstdint>

#include "calque/verdict.h"

namespace calque {

struct Tally {
  std::array<std::uint64_t, 3> labels{};      // by Label, of scored articles only
  std::array<std::uint64_t, kBases> bases{};  // by Basis
  std::uint64_t rejected = 0;
  std::uint64_t others = 0;  // records that are not meant to hold an article
  std::uint64_t cut = 0;     // articles whose text is incomplete
  std::uint64_t bytes = 0;   // of input records

  void count(const Verdict& verdict);
  Tally& operator+=(const Tally& other);
  bool operator==(const Tally& other) const = default;
  std::uint64_t articles() const;
  std::uint64_t labelled(Label label) const { return labels[static_cast<std::size_t>(label)]; }
  std::uint64_t based(Basis basis) const { return bases[static_cast<std::size_t>(basis)]; }
};

// The difference; no count of `all` may be less than in `earlier`.
Tally operator-(Tally all, const Tally& earlier);

}  // namespace calque
