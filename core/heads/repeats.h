// The weights of words and marks that an article repeats.
#pragma once

#include <vector>

#include "calque/text.h"

namespace calque {

// For each token, sqrt(k) - sqrt(k - 1) if it is the k-th of its kind in the text. So a word's weights add up to the
// square root of its count: the tenth "the" adds little to what the ninth told.
std::vector<float> repeat_weights(const Text& text);

// The weight of the k-th occurrence, from 1.
float repeat_weight(unsigned k);

}  // namespace calque
