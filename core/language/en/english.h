#pragma once

#include "language/language.h"

namespace calque {

// English, as the files beside this one have it.
const Language& english();

}  // namespace calque
