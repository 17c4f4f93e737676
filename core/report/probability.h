#pragma once

#include <string>

namespace calque {

// Two decimals, for people. No estimate is certain: the extremes are ">0.99" and "<0.01".
std::string shown_probability(double probability);

}  // namespace calque
