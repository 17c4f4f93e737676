#include "text/icu_iterators.h"

#include <unicode/locid.h>
#include <unicode/rbbi.h>

namespace calque {
namespace {

using Iterator = std::unique_ptr<icu::BreakIterator>;
using Create = icu::BreakIterator* (*)(const icu::Locale&, UErrorCode&);

Iterator create(Create make, const icu::Locale& locale) {
  UErrorCode status = U_ZERO_ERROR;
  Iterator iterator(make(locale, status));
  if (U_FAILURE(status)) return nullptr;
  return iterator;
}

Iterator clone(const icu::BreakIterator* prototype) {
  return Iterator(prototype == nullptr ? nullptr : prototype->clone());
}

const icu::UnicodeString* rules_of(const icu::BreakIterator* iterator) {
  const auto* const by_rules = dynamic_cast<const icu::RuleBasedBreakIterator*>(iterator);
  return by_rules == nullptr ? nullptr : &by_rules->getRules();
}

}  // namespace

IcuIterators::IcuIterators(const std::string& language)
    : words_(create(icu::BreakIterator::createWordInstance, icu::Locale(language.c_str()))),
      sentences_(create(icu::BreakIterator::createSentenceInstance, icu::Locale(language.c_str()))) {}

std::unique_ptr<icu::BreakIterator> IcuIterators::new_word_iterator() const { return clone(words_.get()); }
std::unique_ptr<icu::BreakIterator> IcuIterators::new_sentence_iterator() const { return clone(sentences_.get()); }

bool IcuIterators::has_common_sentences() const {
  const Iterator common = create(icu::BreakIterator::createSentenceInstance, icu::Locale::getRoot());
  const icu::UnicodeString* const rules = rules_of(sentences_.get());
  const icu::UnicodeString* const common_rules = rules_of(common.get());
  return rules != nullptr && common_rules != nullptr && *rules == *common_rules;
}

}  // namespace calque
