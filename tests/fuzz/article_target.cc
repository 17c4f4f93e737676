#include "fuzz/article_target.h"

#include <unicode/normalizer2.h>

#include "base/utf8.h"
#include "fuzz/target.h"

namespace calque::fuzz {
namespace {

bool is_normalized(const std::string& text) {
  UErrorCode error = U_ZERO_ERROR;
  return icu::Normalizer2::getNFCInstance(error)->isNormalizedUTF8(text, error) && U_SUCCESS(error);
}

void check_offsets(const Article& article) {
  const std::string& input = article.input_text();
  demand(is_valid_utf8(input), "the text that came in is UTF-8 here");
  std::uint32_t behind = 0;
  for (std::uint32_t at = 0; at <= article.text.size(); ++at) {
    const std::uint32_t place = article.offsets.to_input(at);
    demand(place >= behind && place <= input.size(), "offsets lead forwards, and no further than the input");
    if (is_boundary(article.text, at)) demand(is_boundary(input, place), "a character leads to a character");
    behind = place;
  }
}

}  // namespace

bool is_boundary(std::string_view text, std::size_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

void check_article(const Article& article) {
  demand(is_valid_utf8(article.text) && is_valid_utf8(article.title), "texts are UTF-8");
  demand(is_normalized(article.text), "the text is in Normalization Form C");
  std::uint32_t behind = 0;
  for (const Block& block : article.blocks) {
    demand(block.span.begin >= behind && !block.span.empty(), "blocks lie apart, in order");
    behind = block.span.end;
    demand(behind <= article.text.size(), "blocks lie in the text");
    demand(is_boundary(article.text, block.span.begin) && is_boundary(article.text, behind),
           "blocks are whole characters");
  }
  demand(article.is_text || article.blocks.empty(), "what is no text has no blocks");
  check_offsets(article);
}

}  // namespace calque::fuzz
