// How often each detector fires, from the evaluation that is kept beside the model.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "calque/error.h"

namespace calque {

// Findings per 1,000 words, by who wrote them: "original", "translation", "rbmt", "smt", "nmt". In the file's order.
using Rates = std::vector<std::pair<std::string, double>>;

// By detector; one that finds several types has the sum. The file is what `calque evaluate --findings --format json`
// writes.
using DetectorRates = std::map<std::string, Rates, std::less<>>;
Expected<DetectorRates> read_detector_rates(const std::string& path);

}  // namespace calque
