// The title of a page's article.
#pragma once

#include <string>

#include "article/html_blocks.h"

namespace calque {

// The title for sharing, else the heading if <title> has it too, else <title>; without the site's name.
std::string choose_title(const HtmlBlocks& page);

}  // namespace calque
