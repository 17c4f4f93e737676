// What moved a verdict.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "calque/verdict.h"
#include "verdict/article_model.h"
#include "verdict/features.h"

namespace calque {

// A part's effect is what the log-odds of machine translation would lose if its features were as in the average article
// of the training (leaving one out). The parts act together, so that effects need not add up to the log-odds. Largest
// magnitude first; parts without any are left out. `heads` are the names of the evidence's heads.
std::vector<Effect> effects_of(const Evidence& evidence, const ArticleModel& model, std::span<const std::string> heads);

}  // namespace calque
