#pragma once

#include <string>
#include <string_view>

namespace calque {

// The suffix in lower case, ignoring those of compression: "crawl/part-1.JSONL.gz" -> "jsonl". Empty if there is none.
std::string suffix_of(std::string_view path);

}  // namespace calque
