#include "text/segment.h"

#include <optional>
#include <utility>

#include "text/block_scanner.h"
#include "text/icu_segmenter.h"
#include "text/text_builder.h"

namespace calque {
namespace {

template <typename SegmentBlock>
Text segment_paragraphs(const Article& article, const AbbreviationList& abbreviations, SegmentBlock&& segment_block) {
  TextBuilder builder(article.text, abbreviations);
  for (std::size_t i = 0; i < article.blocks.size(); ++i) {
    const Block& block = article.blocks[i];
    if (block.kind != BlockKind::kParagraph || block.span.empty()) continue;
    builder.begin_block(static_cast<std::uint32_t>(i));
    segment_block(block.span, builder);
    builder.end_block();
  }
  return std::move(builder).take();
}

}  // namespace

Segmenter::Segmenter(const Language& language)
    : abbreviations_(language.abbreviations), icu_(language.code), classes_(make_break_classes(icu_)) {}

Text Segmenter::segment(const Article& article) const {
  std::optional<IcuSegmenter> icu;
  return segment_paragraphs(article, abbreviations_, [&](Span block, TextBuilder& builder) {
    BlockScanner scanner(article.text, block, *classes_, builder);
    if (scanner.can_scan()) return scanner.scan();
    if (!icu) icu.emplace(icu_);
    icu->segment_block(article.text, block, builder);
  });
}

Text Segmenter::segment_with_icu(const Article& article) const {
  IcuSegmenter icu(icu_);
  return segment_paragraphs(article, abbreviations_,
                            [&](Span block, TextBuilder& builder) { icu.segment_block(article.text, block, builder); });
}

}  // namespace calque
