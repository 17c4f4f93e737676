#include "article/read_article.h"

#include <utility>

#include "article/blocks.h"
#include "article/boilerplate.h"
#include "article/decode.h"
#include "article/normalize.h"

namespace calque {

Article read_article(const Document& document) {
  Article article;
  if (document.bytes.size() > kMaxRecordBytes) {
    article.is_text = false;
    return article;
  }
  Decoded decoded = decode(document.bytes, document.charset);
  article.text = std::move(decoded.text);
  article.charset = std::move(decoded.charset);
  article.replaced_bytes = document.replaced_bytes + decoded.replaced_bytes;
  if (decoded.is_text) {
    normalize(article);
    article.blocks = find_blocks(article.text);
    mark_boilerplate(article.text, article.blocks);
  }
  article.is_text = !article.blocks.empty();
  return article;
}

}  // namespace calque
