// The libraries behind Decompressor, a file each.
#pragma once

#include <cstdint>
#include <memory>

#include "feed/decompressor.h"

namespace calque {

// As inflateInit2 has it: a gzip header, a zlib header, none.
enum class Inflate { kGzip, kZlib, kRaw };
std::unique_ptr<Decompressor> make_inflater(Inflate kind);

// A first frame that holds a dictionary, as .warc.zst files have it, serves for all that follow.
std::unique_ptr<Decompressor> make_zstd(std::uint64_t window);
std::unique_ptr<Decompressor> make_xz(std::uint64_t window);
std::unique_ptr<Decompressor> make_bzip2();
std::unique_ptr<Decompressor> make_lz4();
std::unique_ptr<Decompressor> make_brotli();  // of HTTP bodies; it has no magic number

}  // namespace calque
