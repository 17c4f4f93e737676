// The part of an analysis that Python keeps: everything except the text, so that millions fit in a list.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calque/analyzer.h"

namespace calque::python {

// A finding with its place in the input str: text[start:end].
struct PlacedFinding {
  ArtifactType type;
  std::string_view detector;
  std::uint32_t start = 0;  // code points
  std::uint32_t end = 0;
  std::string text;
  std::string suggestion;
  Severity severity = Severity::kMinor;
  std::string language;
  std::string why;
};

struct Scored {
  Verdict verdict;
  std::uint32_t words = 0;
  std::uint32_t sentences = 0;
  std::array<std::uint32_t, kArtifactTypes> artifacts{};  // findings by type
  std::optional<std::vector<PlacedFinding>> findings;     // if requested
  std::shared_ptr<const std::string> model;
};

Scored scored(const Analysis& analysis, bool findings, std::shared_ptr<const std::string> model);

}  // namespace calque::python
