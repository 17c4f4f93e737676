#include "text/segment.h"

#include <optional>
#include <utility>

#include "text/block_scanner.h"
#include "text/icu_segmenter.h"
#include "text/text_builder.h"

namespace calque {
namespace {

template <typename SegmentBlock>
Text segment_paragraphs(const Article& article, SegmentBlock&& segment_block) {
  TextBuilder builder(article.text);
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

Text segment(const Article& article) {
  std::optional<IcuSegmenter> icu;
  return segment_paragraphs(article, [&](Span block, TextBuilder& builder) {
    BlockScanner scanner(article.text, block, break_classes(), builder);
    if (scanner.can_scan()) return scanner.scan();
    if (!icu) icu.emplace();
    icu->segment_block(article.text, block, builder);
  });
}

Text segment_with_icu(const Article& article) {
  IcuSegmenter icu;
  return segment_paragraphs(article,
                            [&](Span block, TextBuilder& builder) { icu.segment_block(article.text, block, builder); });
}

}  // namespace calque
