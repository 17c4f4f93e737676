// Document -> Article.
#pragma once

#include "calque/article.h"
#include "calque/document.h"
#include "language/page_furniture.h"

namespace calque {

// Decodes (byte order mark, declared charset, detection; invalid bytes replaced and counted), takes the article and the
// marks of translation out of HTML, brings to Normalization Form C, finds the blocks and marks boilerplate. Never
// fails: what cannot be read, and a page without an article, has is_text == false and no blocks; what is binary no text
// either. Takes time linear in the document's size, which is at most kMaxRecordBytes: the Analyzer sees to that.
Article read_article(const Document& document, const PageFurniture& furniture);

}  // namespace calque
