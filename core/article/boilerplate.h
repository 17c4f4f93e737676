// Boilerplate: share buttons, newsletters, links to other stories, comment forms.
#pragma once

#include <string_view>
#include <vector>

#include "calque/article.h"
#include "language/page_furniture.h"

namespace calque {

// Sets the kind of blocks that are boilerplate. A block is boilerplate
// - when it matches a pattern of the language's page furniture;
// - when it follows the last paragraph of prose and a block that matches: the headings of a page's foot;
// - when it is one of several menu entries in a row before the first paragraph of prose or after the last.
// A paragraph of prose that matches no pattern never is, nor is a subhead between paragraphs.
void mark_boilerplate(std::string_view text, const PageFurniture& furniture, std::vector<Block>& blocks);

}  // namespace calque
