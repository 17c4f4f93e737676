// From rows to a report.
#pragma once

#include "evaluate/report.h"
#include "evaluate/sample.h"

namespace calque::evaluate {

// Machine output has half of the weight, and people's texts the other half: originals and translations equal parts, if
// there are both.
CalibrationReport calibrate(const std::vector<Case>& cases);

Report evaluate(const std::vector<Row>& rows, Setup setup);

}  // namespace calque::evaluate
