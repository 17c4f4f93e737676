// One thread, article by article: where the time goes.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "calque/analyzer.h"

namespace calque::bench {

// The parts of scoring an article, in this order. Reading is cutting the line from the file and parsing its JSON,
// report is making the line of the output; those between are the analyzer's stages.
inline constexpr std::array<std::string_view, 8> kParts = {"reading", "article", "text",   "artifacts",
                                                           "heads",   "verdict", "report", "writing"};

struct PartTotals {
  double seconds = 0;
  std::uint64_t allocations = 0;
};

// What articles whose text has the same number of bits in its size in bytes took together.
struct LengthTotals {
  std::uint64_t articles = 0;
  std::uint64_t bytes = 0;
  double seconds = 0;
};

struct StageTotals {
  std::array<PartTotals, kParts.size()> parts{};
  std::vector<double> latencies;                  // seconds per article, from the cut line to its record
  std::map<std::uint64_t, LengthTotals> lengths;  // by the bin's largest size in bytes

  std::uint64_t articles() const { return latencies.size(); }
};

// Scores the JSONL file at `path` without findings, as `calque score --threads 1` does, and adds to `totals`. `write`
// gets the output in pieces of about 256 KB. A call of the clock for each part (some 30 ns) is in the figures.
void run_stages(const Analyzer& analyzer, const std::string& path, const std::function<void(std::string_view)>& write,
                StageTotals& totals);

}  // namespace calque::bench
