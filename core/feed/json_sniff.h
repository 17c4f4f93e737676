// JSON of all kinds by the beginning of a file. `text` is that beginning from the first character that is not blank.
#pragma once

#include <optional>
#include <string_view>

#include "calque/document.h"

namespace calque {

// kJsonl: an object in each line, whatever the first line is. kJson: an array of objects, objects over several lines,
// several in a line. kJsonFeed. Nothing: no JSON, as far as can be seen.
std::optional<FeedFormat> sniff_json(std::string_view text, bool is_whole, std::string_view suffix);

// The first line is an object: what follows does not matter.
bool is_certain_json(std::string_view text);

// There is a line that is an object.
bool has_json_lines(std::string_view text);

}  // namespace calque
