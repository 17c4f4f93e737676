// The correlation of Calque's quality with people's ratings of the translations.
#pragma once

#include <optional>

#include "evaluate/report.h"

namespace calque::evaluate {

// Over the machine-translated articles that have both; nothing if there are none.
std::optional<QualityReport> compare_quality(const std::vector<Case>& cases, std::size_t resamples);

}  // namespace calque::evaluate
