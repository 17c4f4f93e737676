// Unicode Normalization Form C without disguises, with a map back to the original.
#pragma once

#include <string>

#include "calque/article.h"

namespace calque {

// Converts article.text to Normalization Form C and removes disguises from its words (disguise.h). If that changes it,
// keeps the original in article.input and the map to it in article.offsets. article.text is valid UTF-8.
void normalize(Article& article);

}  // namespace calque
