// The results of a run of `calque bench`, with everything that the figures depend on.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "bench/feed_maker.h"

namespace calque::bench {

// One value per repetition. Names are permanent, because records are compared by them: "throughput/2 threads",
// "stage/text", "latency/p99", "memory/anonymous".
struct Measure {
  std::string name;
  std::string unit;  // "MB/s"; MB are 10^6 bytes of the articles' text
  bool more_is_better = false;
  std::vector<double> values;  // one for each repetition
};

// Articles of similar length: more than half of `bytes` and at most `bytes` of text.
struct LengthBin {
  std::uint64_t bytes = 0;
  std::uint64_t articles = 0;
  double megabytes_per_second = 0;  // median of the repetitions
};

struct Machine {
  std::string processor;
  unsigned cores = 0;
  std::uint64_t memory = 0;  // bytes
  std::string system;        // kernel and distribution
  double load = 0;  // load average of the last minute; the machine was shared if it is over the number of cores
};

struct Record {
  std::string date;      // ISO 8601, UTC
  std::string version;   // Calque's
  std::string commit;    // with "-dirty" where the tree had changes
  std::string compiler;  // with its version
  std::string build;     // type and flags
  std::string model;
  Machine machine;
  std::vector<std::string> sources;
  std::uint64_t source_articles = 0;
  std::uint64_t source_bytes = 0;
  FeedShape shape;
  FeedCounts feed;
  std::vector<Measure> measures;
  std::vector<LengthBin> lengths;

  const Measure* find(std::string_view name) const;
};

// Fills in what describes the program, its build and the machine.
Record describe_run();

inline constexpr unsigned kSchema = 1;
std::string to_json(const Record& record);
// Reads what to_json wrote. Throws std::runtime_error that names `path`.
Record read_record(const std::string& path);

// A table of medians and spreads, for people.
std::string to_table(const Record& record);

// The change of each measure from `before` to `after`, and whether it exceeds the noise. Warns if the feed, the model
// or the machine differs, because the figures are not comparable then.
std::string to_comparison(const Record& before, const Record& after);

}  // namespace calque::bench
