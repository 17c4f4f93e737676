// The languages whose articles can be judged. A new one is a folder beside core/language/en/ and a line in
// languages.cc.
#pragma once

#include "calque/error.h"
#include "language/language.h"
#include "model/pack.h"

namespace calque {

// That which the pack's section "language" names by its code; English where there is no such section. Fails (kModel)
// when it is none of those known.
Expected<const Language*> language_of(const Pack& pack);

}  // namespace calque
