#include "verdict/effects.h"

#include <algorithm>
#include <cmath>
#include <string_view>

namespace calque {
namespace {

// "head.machine.mean" and "head.machine.strength" are of one part, and so are all doubts; every other feature is one by
// itself.
std::string_view part_of(std::string_view feature) {
  if (feature.starts_with(kDoubtPrefix)) return "doubts";
  const std::size_t begin = feature.find('.') + 1;
  const std::size_t end = feature.starts_with("head.") ? feature.rfind('.') : feature.size();
  return feature.substr(begin, end - begin);
}

}  // namespace

std::vector<Effect> effects_of(const Evidence& evidence, const ArticleModel& model,
                               std::span<const std::string> heads) {
  const std::vector<std::string> names = feature_names(heads);
  const std::vector<double> features = article_features(evidence);
  const double log_odds = model.weigh(features, evidence.personal_words).log_odds;
  std::vector<Effect> effects;
  for (std::size_t i = 0; i < names.size();) {
    const std::string_view part = part_of(names[i]);
    const bool is_head = names[i].starts_with("head.");
    std::vector<double> without = features;
    for (; i < names.size() && part_of(names[i]) == part && names[i].starts_with("head.") == is_head; ++i) {
      without[i] = model.usual(i);
    }
    const double effect = log_odds - model.weigh(without, evidence.personal_words).log_odds;
    if (std::abs(effect) > 0) effects.push_back({std::string(part), is_head, effect});
  }
  std::ranges::stable_sort(effects, std::ranges::greater(),
                           [](const Effect& effect) { return std::abs(effect.log_odds); });
  return effects;
}

}  // namespace calque
