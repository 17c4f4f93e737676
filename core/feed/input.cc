#include "feed/input.h"

#include <cstring>

namespace calque {

Expected<Input::Filled> Input::fill() {
  if (begin_ > 0) {
    std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
    end_ -= begin_;
    begin_ = 0;
  }
  const auto piece = stream_->read(buffer_.data() + end_, buffer_.size() - end_);
  if (!piece) return tl::unexpected(piece.error());
  end_ += piece->bytes;
  return piece->filled;
}

}  // namespace calque
