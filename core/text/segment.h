// Article -> sentences and tokens.
#pragma once

#include "calque/article.h"
#include "calque/text.h"

namespace calque {

// Unicode's word and sentence boundaries (UAX #29, as ICU has them for English) with a list of abbreviations after
// which no sentence ends. Inside a block a line end counts as a space. Text of common scripts takes a table-driven path
// that gives exactly what segment_with_icu gives, which is the reference and serves the rest.
Text segment(const Article& article);
Text segment_with_icu(const Article& article);

}  // namespace calque
