// Detects the kinds of JSON from the beginning of a file. `text` is that beginning, from the first non-blank character.
#pragma once

#include <optional>
#include <string_view>

#include "calque/document.h"

namespace calque {

// kJsonl: one object per line, whatever the first line is. kJson: an array of objects, objects over several lines, or
// several in a line. kJsonFeed. Nothing: it does not look like JSON.
std::optional<FeedFormat> sniff_json(std::string_view text, bool is_whole, std::string_view suffix);

// Whether the first line is an object: then the rest does not matter.
bool is_certain_json(std::string_view text);

// Whether some line is an object.
bool has_json_lines(std::string_view text);

}  // namespace calque
