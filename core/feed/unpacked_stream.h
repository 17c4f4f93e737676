#pragma once

#include <memory>
#include <string>

#include "feed/byte_stream.h"
#include "feed/decompressor.h"

namespace calque {

// Decompresses `stream`. Damage is a gap: reading continues at the next member or frame. `path` is for messages.
std::unique_ptr<ByteStream> unpacked(std::unique_ptr<ByteStream> stream, std::string path, Compression compression,
                                     std::size_t buffer_bytes, std::uint64_t window);

}  // namespace calque
