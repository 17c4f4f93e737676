// Article -> sentences and tokens.
#pragma once

#include <memory>

#include "calque/article.h"
#include "calque/text.h"
#include "language/language.h"
#include "text/break_classes.h"
#include "text/icu_iterators.h"

namespace calque {

// Unicode's word and sentence boundaries (UAX #29, as ICU has them for the language) with a list of abbreviations after
// which no sentence ends. Inside a block a line end counts as a space. Immutable; any number of threads may share one.
class Segmenter {
 public:
  // Takes about a millisecond. `language` must outlive it.
  explicit Segmenter(const Language& language);

  // Text of common scripts takes a table-driven path that gives exactly what segment_with_icu gives, which is the
  // reference and serves the rest.
  Text segment(const Article& article) const;
  Text segment_with_icu(const Article& article) const;
  const BreakClasses& break_classes() const { return *classes_; }

 private:
  const AbbreviationList& abbreviations_;
  IcuIterators icu_;
  std::unique_ptr<const BreakClasses> classes_;
};

}  // namespace calque
