// The input of mining: English to count, and round trips with their originals.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "calque/text.h"
#include "context/context_words.h"

namespace calque::evidence {

// A text, cut into sentences and tokens as an article's paragraph is.
struct Segmented {
  explicit Segmented(std::string text);

  std::string text;
  Text tokens;

  std::string_view of(const Token& token) const { return token.span.of(text); }
  std::string folded(const Token& token) const;
};

// An article in English and what came back from another language, sentence by sentence.
struct RoundTrip {
  std::string id;     // the original's
  std::string route;  // "spa", "cat-ita": the languages on the way, the last one as the English came from
  std::vector<std::string> machine;
  std::vector<std::string> original;
};

// Of all *.jsonl* of a folder, as tools/lab/round_trip.py writes them, compressed or not. Throws std::runtime_error.
std::vector<RoundTrip> read_round_trips(const std::string& folder);

// One article in kDevelopmentPart is never counted: weights are fitted on the one half of these and thresholds and
// figures come from the other. By the article's id, so round trips go with their originals.
enum class Part : std::uint8_t { kCounted, kFitted, kMeasured };
Part part_of(const std::string& id);

}  // namespace calque::evidence
