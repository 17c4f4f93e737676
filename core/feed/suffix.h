#pragma once

#include <string>
#include <string_view>

namespace calque {

// "jsonl" of "crawl/part-1.JSONL.gz": the suffix in lower case, those of compression left out. Empty when there is
// none.
std::string suffix_of(std::string_view path);

}  // namespace calque
