// The detectors of English and the words that they know.
#pragma once

#include "artifacts/grammar.h"

namespace calque::en {

const Grammar& grammar();

}  // namespace calque::en
