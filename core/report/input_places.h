// The places of findings in the input text.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "calque/article.h"
#include "calque/finding.h"
#include "calque/span.h"

namespace calque {

struct InputPlace {
  Span bytes;               // of Article::input_text(); begins and ends between code points
  std::uint32_t begin = 0;  // the same in the requested unit
  std::uint32_t end = 0;
};

// One place per finding, in their order, in one pass over the text even if findings are nested.
std::vector<InputPlace> input_places(const Article& article, std::span<const Finding> findings, OffsetUnit unit);

}  // namespace calque
