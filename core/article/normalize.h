// Unicode Normalization Form C and plain letters, with the way back.
#pragma once

#include <string>

#include "calque/article.h"

namespace calque {

// Brings article.text to Normalization Form C and takes disguises off its words (disguise.h). Where that changes it,
// keeps the original in article.input and the way back in article.offsets. article.text is valid UTF-8.
void normalize(Article& article);

}  // namespace calque
