// Article -> sentences and tokens.
#pragma once

#include <memory>

#include "calque/article.h"
#include "calque/text.h"
#include "language/language.h"
#include "text/break_classes.h"
#include "text/icu_iterators.h"

namespace calque {

// Unicode's word and sentence boundaries (UAX #29, as in ICU for the language), corrected by a list of abbreviations.
// Inside a block a line end counts as a space. Immutable; any number of threads may share one.
class Segmenter {
 public:
  // Takes about a millisecond. `language` must outlive it.
  explicit Segmenter(const Language& language);

  // Common scripts take a table-driven path with exactly the results of segment_with_icu, which is the reference and
  // handles all other text.
  Text segment(const Article& article) const;
  Text segment_with_icu(const Article& article) const;
  const BreakClasses& break_classes() const { return *classes_; }

 private:
  const AbbreviationList& abbreviations_;
  IcuIterators icu_;
  std::unique_ptr<const BreakClasses> classes_;
};

}  // namespace calque
