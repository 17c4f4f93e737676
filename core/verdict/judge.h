// Evidence -> Verdict.
#pragma once

#include "calque/verdict.h"
#include "verdict/article_model.h"
#include "verdict/features.h"

namespace calque {

// With the pack's heads: the article model's probability and quality, if the text is English and long enough.
Verdict judge(const Evidence& evidence, const ArticleModel& model, double threshold);

// With a classifier of the user's own: the sigmoid of its mean sentence logit. What it was trained on is not known, so
// neither length nor language bars a verdict, as long as there are words.
Verdict judge_by_classifier(const Evidence& evidence);
inline constexpr double kClassifierThreshold = 0.5;

}  // namespace calque
