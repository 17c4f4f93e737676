// The time of each stage, measured on one thread, article by article.
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

// The parts of scoring an article, in order. "reading" cuts the line from the file and parses its JSON, "report" makes
// the line of output; the others are the analyzer's stages.
inline constexpr std::array<std::string_view, 8> kParts = {"reading", "article", "text",   "artifacts",
                                                           "heads",   "verdict", "report", "writing"};

struct PartTotals {
  double seconds = 0;
  std::uint64_t allocations = 0;
};

// Totals of the articles whose sizes in bytes have the same number of bits.
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
// gets the output in pieces of about 256 KB. The figures include one clock call for each part (about 30 ns).
void run_stages(const Analyzer& analyzer, const std::string& path, const std::function<void(std::string_view)>& write,
                StageTotals& totals);

}  // namespace calque::bench
