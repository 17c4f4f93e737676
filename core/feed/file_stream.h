#pragma once

#include <memory>
#include <string>

#include "feed/byte_stream.h"

namespace calque {

// Opens a file, without decompression. "-" is standard input, which is never closed.
Expected<std::unique_ptr<ByteStream>> open_file(const std::string& path);

}  // namespace calque
