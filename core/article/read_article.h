// Document -> Article.
#pragma once

#include "calque/article.h"
#include "calque/document.h"
#include "language/page_furniture.h"

namespace calque {

// Decodes (byte order mark, declared charset, detection; invalid bytes replaced and counted), extracts the article and
// the marks of translation from HTML, converts to Normalization Form C, finds the blocks and marks boilerplate. Never
// fails: unreadable input and pages without an article have is_text == false and no blocks; binary data has no text
// either. Takes time linear in the document's size, which the Analyzer limits to kMaxRecordBytes.
Article read_article(const Document& document, const PageFurniture& furniture);

}  // namespace calque
