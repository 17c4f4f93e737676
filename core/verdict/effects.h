// What moved a verdict.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "calque/verdict.h"
#include "verdict/article_model.h"
#include "verdict/features.h"

namespace calque {

// A part's effect is how much the log-odds of machine translation would fall if its features were as in the average
// training article (leaving one out). The parts interact, so effects need not add up to the log-odds. Largest magnitude
// first, without parts that have no effect. `heads` are the names of the evidence's heads.
std::vector<Effect> effects_of(const Evidence& evidence, const ArticleModel& model, std::span<const std::string> heads);

}  // namespace calque
