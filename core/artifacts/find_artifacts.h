// The search for artifacts: one pass over the tokens finds the places at which a detector may find something.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "artifacts/grammar.h"
#include "artifacts/passage.h"
#include "calque/finding.h"

namespace calque {

// Those that say something about the language; the rest is about the page or its format.
std::size_t count_of_language(std::span<const Finding> findings);

// Findings are sorted by place, then by the order of the grammar's detectors; none lies inside another of its type, or
// inside a phrase.
std::vector<Finding> find_artifacts(const Passage& passage, const Grammar& grammar);

}  // namespace calque
