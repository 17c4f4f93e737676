// A stream read through one buffer.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "feed/byte_stream.h"

namespace calque {

class Input {
 public:
  using Filled = ByteStream::Filled;

  Input(std::unique_ptr<ByteStream> stream, std::size_t buffer_bytes)
      : stream_(std::move(stream)), buffer_(buffer_bytes) {}

  // The bytes that were read and not yet consumed.
  std::string_view held() const { return {buffer_.data() + begin_, end_ - begin_}; }
  void consume(std::size_t bytes) { begin_ += bytes; }

  // Reads more into the buffer, which must not be full. At kGap, all held bytes come before the gap.
  Expected<Filled> fill();
  std::optional<Error> damage() const { return stream_->damage(); }
  std::uint64_t bytes_read() const { return stream_->bytes_read(); }

 private:
  std::unique_ptr<ByteStream> stream_;
  std::vector<char> buffer_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
};

}  // namespace calque
