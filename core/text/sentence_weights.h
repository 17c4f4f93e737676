// The weight of each sentence in the mean over an article.
#pragma once

#include <vector>

#include "calque/text.h"

namespace calque {

// Each sentence's share of the article's words, where a sentence without words counts as one word; they add up to 1. A
// head's logit of a short sentence rests on few n-grams: with weights by words, every n-gram counts the same.
std::vector<double> sentence_weights(const Text& text);

}  // namespace calque
