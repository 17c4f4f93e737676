// Counting what was done.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>

#include "calque/verdict.h"

namespace calque {

struct Tally {
  std::array<std::uint64_t, 3> labels{};      // by Label, of scored articles only
  std::array<std::uint64_t, kBases> bases{};  // by Basis
  std::uint64_t rejected = 0;
  std::uint64_t bytes = 0;  // of input records

  void count(const Verdict& verdict);
  Tally& operator+=(const Tally& other);
  bool operator==(const Tally& other) const = default;
  std::uint64_t articles() const;
  std::uint64_t labelled(Label label) const { return labels[static_cast<std::size_t>(label)]; }
  std::uint64_t based(Basis basis) const { return bases[static_cast<std::size_t>(basis)]; }
};

// What was done since `earlier`, of which all is no less.
Tally operator-(Tally all, const Tally& earlier);

// "1,204 articles: 310 machine, 874 human, 20 undecided; 3 lines rejected; 5.1 MB in 0.4 s, 3,010 articles/s". `recent`
// is what was done in these seconds.
std::string summary(const Tally& tally, const Tally& recent, double seconds);
// "[####------] 41 %, 1,204 articles, 12.3 MB/s, 25.7 % machine, 2 min left". `share` is that of the input that was
// read, `recent_share` that read in these seconds; without them no bar and no time.
std::string progress(const Tally& tally, const Tally& recent, double seconds, std::optional<double> share,
                     double recent_share);

}  // namespace calque
