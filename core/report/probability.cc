#include "report/probability.h"

#include <fmt/format.h>

namespace calque {

std::string shown_probability(double probability) {
  if (probability >= 0.995) return ">0.99";
  if (probability < 0.005) return "<0.01";
  return fmt::format("{:.2f}", probability);
}

}  // namespace calque
