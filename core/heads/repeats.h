// How much a word or mark counts that the article has used before.
#pragma once

#include <vector>

#include "calque/text.h"

namespace calque {

// For each token, sqrt(k) - sqrt(k - 1) where it is the k-th of its kind in the text. So a word's tokens add up to the
// square root of their number: its tenth "the" tells little more of a text than its ninth.
std::vector<float> repeat_weights(const Text& text);

// The weight of the k-th, from 1.
float repeat_weight(unsigned k);

}  // namespace calque
