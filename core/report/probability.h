#pragma once

#include <string>

namespace calque {

// Two decimals, for people. No estimate is certain: past the last step it reads ">0.99" or "<0.01".
std::string shown_probability(double probability);

}  // namespace calque
