// Which elements of a page hold no part of its article, by what they are called.
#pragma once

#include <string_view>

namespace calque {

// By the words in class, id and role: comments, related stories, share buttons, newsletters, cookie notices,
// advertisements, breadcrumbs, menus. An element that is also called article, story, post, entry or content is none:
// names like "article-with-sidebar" are common.
bool is_page_part(std::string_view attributes);

// Not shown: hidden, aria-hidden="true", or a style of display:none.
bool is_hidden(std::string_view attributes);

}  // namespace calque
