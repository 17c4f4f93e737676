#include "text/icu_iterators.h"

#include <unicode/locid.h>

namespace calque {
namespace {

using Iterator = std::unique_ptr<icu::BreakIterator>;
using Create = icu::BreakIterator* (*)(const icu::Locale&, UErrorCode&);

Iterator create(Create make) {
  UErrorCode status = U_ZERO_ERROR;
  Iterator iterator(make(icu::Locale::getEnglish(), status));
  if (U_FAILURE(status)) return nullptr;
  return iterator;
}

Iterator clone(const Iterator& prototype) { return Iterator(prototype ? prototype->clone() : nullptr); }

}  // namespace

// Creating an iterator opens resource bundles, which costs more than a short article; cloning one does not.
std::unique_ptr<icu::BreakIterator> new_word_iterator() {
  static const Iterator prototype = create(icu::BreakIterator::createWordInstance);
  return clone(prototype);
}

std::unique_ptr<icu::BreakIterator> new_sentence_iterator() {
  static const Iterator prototype = create(icu::BreakIterator::createSentenceInstance);
  return clone(prototype);
}

}  // namespace calque
