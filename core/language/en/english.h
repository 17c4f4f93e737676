#pragma once

#include "language/language.h"

namespace calque {

// English, read from the files in this folder.
const Language& english();

}  // namespace calque
