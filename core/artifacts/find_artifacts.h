// The search for artifacts: one pass over the tokens calls detectors at the tokens that trigger them.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "artifacts/grammar.h"
#include "artifacts/passage.h"
#include "calque/finding.h"

namespace calque {

// The number of findings about the language; the others are about the page or its format.
std::size_t count_of_language(std::span<const Finding> findings);

// Findings are sorted by place, then by the order of the grammar's detectors. A finding inside another of its type, or
// inside a phrase, is dropped.
std::vector<Finding> find_artifacts(const Passage& passage, const Grammar& grammar);

}  // namespace calque
