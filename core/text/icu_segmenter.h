// Segments a block with ICU's break iterators: the reference, and the only path for scripts that the fast path lacks.
#pragma once

#include <unicode/brkiter.h>

#include <memory>
#include <string_view>

#include "calque/span.h"
#include "text/icu_iterators.h"
#include "text/text_builder.h"

namespace calque {

// One per thread: break iterators have state.
class IcuSegmenter {
 public:
  explicit IcuSegmenter(const IcuIterators& iterators);

  // Adds nothing when ICU has no data.
  void segment_block(std::string_view text, Span block, TextBuilder& builder);

 private:
  std::unique_ptr<icu::BreakIterator> words_;
  std::unique_ptr<icu::BreakIterator> sentences_;
};

}  // namespace calque
