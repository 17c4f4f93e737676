// Detects HTML, RSS and Atom from the beginning of a file. `text` is that beginning, from the first non-blank
// character.
#pragma once

#include <optional>
#include <string_view>

#include "calque/document.h"

namespace calque {

// kRss or kHtml, also after a server's messages and for a piece of HTML. Nothing: neither.
std::optional<FeedFormat> sniff_markup(std::string_view text, std::string_view suffix);

bool is_html_element(std::string_view name);

// Whether the first element decides: then the rest does not matter.
bool is_certain_markup(std::string_view text);

// The root element after an XML declaration; empty without a declaration.
std::string_view xml_root(std::string_view text);

}  // namespace calque
