// The libraries behind Decompressor, one file for each.
#pragma once

#include <cstdint>
#include <memory>

#include "feed/decompressor.h"

namespace calque {

// The header that inflateInit2 expects: gzip, zlib, or none.
enum class Inflate { kGzip, kZlib, kRaw };
std::unique_ptr<Decompressor> make_inflater(Inflate kind);

// A dictionary in the first frame, as in .warc.zst files, is used for all frames after it.
std::unique_ptr<Decompressor> make_zstd(std::uint64_t window);
std::unique_ptr<Decompressor> make_xz(std::uint64_t window);
std::unique_ptr<Decompressor> make_bzip2();
std::unique_ptr<Decompressor> make_lz4();
std::unique_ptr<Decompressor> make_brotli();  // for HTTP bodies; Brotli has no magic number

}  // namespace calque
