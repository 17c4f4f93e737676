#include <algorithm>
#include <array>

#include "artifacts/detector.h"
#include "language/en/word_classes.h"

namespace calque::en {
namespace {

using namespace word_class;

// The parts before and after the only mark in a number: "1.500" is {"1", "500"}. Empty if there are more marks.
struct Parts {
  std::string_view left;
  std::string_view right;
};
Parts split_at(std::string_view number, char mark) {
  const std::size_t at = number.find(mark);
  if (at == number.npos || at == 0 || at + 1 == number.size()) return {};
  const Parts parts = {number.substr(0, at), number.substr(at + 1)};
  const bool is_plain = std::ranges::all_of(parts.left, is_digit) && std::ranges::all_of(parts.right, is_digit);
  return is_plain ? parts : Parts{};
}

// "1.500 people", "200.000 euros"; not "1.375 percent" or "3.125 million", which people write.
bool has_point_for_comma(const SentenceView& view, std::size_t at) {
  const Parts parts = split_at(view.word(at), '.');
  const bool is_grouped = parts.left.size() <= 3 && parts.right.size() == 3 && parts.left[0] != '0';
  if (parts.left.empty() || !is_grouped || !view.is(at + 1, kUnit)) return false;
  constexpr auto kCounted =
      std::to_array<std::string_view>({"people", "persons", "inhabitants", "soldiers", "jobs", "households", "euros",
                                       "dollars", "rubles", "roubles", "hectares"});
  return is_one_of(kCounted, view.word(at + 1)) &&
         (parts.right == "000" || !view.word(at + 1).ends_with("s") || parts.right.ends_with("00"));
}

// "3,5 percent", "12,7 million"
bool has_comma_for_point(const SentenceView& view, std::size_t at) {
  const Parts parts = split_at(view.word(at), ',');
  return !parts.left.empty() && parts.right.size() <= 2 &&
         (view.is(at + 1, kUnit | kMagnitude) || view.word(at + 1) == "%");
}

void find(const SentenceView& view, std::size_t at, std::vector<Finding>& findings) {
  if (view[at].span.size() < 3) return;
  const bool has_point = has_point_for_comma(view, at);
  if (!has_point && !has_comma_for_point(view, at)) return;
  Finding& finding = findings.emplace_back();
  finding.span = view[at].span;
  finding.suggestion = view.word(at);
  std::ranges::replace(finding.suggestion, has_point ? '.' : ',', has_point ? ',' : '.');
}

constexpr auto kFlagged = std::to_array<std::string_view>({
    "More than [200.000] people fled.",
    "Prices rose by [3,5] percent, to [12,7] million euros.",
});

constexpr auto kPassed = std::to_array<std::string_view>({
    "The rate is 1.375 percent on 3.125 million dollars.",
    "It cost 1,500 euros in 2,1 or 3 of the years.",
});

}  // namespace

extern const Detector kNumberFormat = {
    .id = "number-format",
    .type = ArtifactType::kDateNumber,
    .mqm = "locale convention/number format",
    .why = "Point and comma of the number have changed places; much of Europe and Latin America writes them so.",
    .trigger = kNumber,
    .find = find,
    .flagged = kFlagged,
    .passed = kPassed,
};

}  // namespace calque::en
