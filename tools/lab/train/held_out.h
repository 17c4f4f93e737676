// Measures the model on folds that neither the heads nor the article model saw.
#pragma once

#include <string>

#include "lab/train/article_training.h"

namespace calque::train {

// JSON: for each engine (and "round trip") the area under the curve and the recall against held-out English originals
// and against people's translations, with 95 % intervals by document; for each source of originals the share that is
// called machine at the default threshold; the calibration error.
//
// Probabilities are those of ArticleTraining. Samples that Calque would give no verdict, because they are short or not
// English, count like others.
std::string held_out_json(const FeatureTable& table, const ArticleTraining& training, const std::string& version);

}  // namespace calque::train
