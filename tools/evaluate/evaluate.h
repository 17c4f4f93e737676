// From rows to a report.
#pragma once

#include "evaluate/report.h"

namespace calque::evaluate {

Report evaluate(const std::vector<Row>& rows, Setup setup);

}  // namespace calque::evaluate
