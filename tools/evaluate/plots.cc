#include "evaluate/writers.h"

namespace calque::evaluate {

std::vector<Plot> to_plots(const Report&) { return {}; }

}  // namespace calque::evaluate
