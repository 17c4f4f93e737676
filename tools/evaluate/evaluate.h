// From rows to a report.
#pragma once

#include "evaluate/report.h"
#include "evaluate/sample.h"

namespace calque::evaluate {

// Machine output weighs one half, and people's writing the other: originals and translations alike where both are
// there.
CalibrationReport calibrate(const std::vector<Case>& cases);

Report evaluate(const std::vector<Row>& rows, Setup setup);

}  // namespace calque::evaluate
