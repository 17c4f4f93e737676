// The languages of articles that can be judged. A new one needs a folder beside core/language/en/ and a line in
// languages.cc.
#pragma once

#include "calque/error.h"
#include "language/language.h"
#include "model/pack.h"

namespace calque {

// The language named in the pack's section "language"; English without that section. Fails (kModel) if it is unknown.
Expected<const Language*> language_of(const Pack& pack);

}  // namespace calque
