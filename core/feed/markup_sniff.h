// HTML, RSS and Atom by the beginning of a file. `text` is that beginning from the first character that is not blank.
#pragma once

#include <optional>
#include <string_view>

#include "calque/document.h"

namespace calque {

// kRss or kHtml, also behind what a server has said before it; a piece of HTML, too. Nothing: neither.
std::optional<FeedFormat> sniff_markup(std::string_view text, std::string_view suffix);

bool is_html_element(std::string_view name);

// The first element tells: what follows does not matter.
bool is_certain_markup(std::string_view text);

// The root element of what begins with an XML declaration; empty when nothing does.
std::string_view xml_root(std::string_view text);

}  // namespace calque
