#include <algorithm>
#include <cstring>
#include <utility>

#include "feed/byte_stream.h"
#include "feed/decompressor.h"
#include "feed/file_stream.h"
#include "feed/unpacked_stream.h"

namespace calque {
namespace {

// A crawler may compress what a server has compressed; more layers are a decompression bomb.
constexpr int kMostLayers = 2;

class HeadedStream final : public ByteStream {
 public:
  HeadedStream(Head head, std::unique_ptr<ByteStream> below) : head_(std::move(head)), below_(std::move(below)) {}

  Expected<Piece> read(char* out, std::size_t room) override {
    const std::size_t bytes = std::min(room, head_.bytes.size() - at_);
    if (bytes == 0) {
      if (head_.edge == Filled::kMore) return below_->read(out, room);
      const Filled edge = head_.edge;
      if (edge == Filled::kGap) head_.edge = Filled::kMore;
      return Piece{edge, 0};
    }
    std::memcpy(out, head_.bytes.data() + at_, bytes);
    at_ += bytes;
    return Piece{Filled::kMore, bytes};
  }

  std::optional<Error> damage() const override { return below_->damage(); }
  std::uint64_t bytes_read() const override { return below_->bytes_read(); }

 private:
  Head head_;
  std::size_t at_ = 0;
  std::unique_ptr<ByteStream> below_;
};

// Reads the bytes that tell how the stream is compressed.
Expected<Head> read_magic(ByteStream& stream) {
  Head head;
  while (head.bytes.size() < kMagicBytes && head.edge == ByteStream::Filled::kMore) {
    const std::size_t size = head.bytes.size();
    head.bytes.resize(kMagicBytes);
    const auto piece = stream.read(head.bytes.data() + size, kMagicBytes - size);
    if (!piece) return tl::unexpected(piece.error());
    head.bytes.resize(size + piece->bytes);
    head.edge = piece->filled;
  }
  return head;
}

}  // namespace

std::unique_ptr<ByteStream> with_head(Head head, std::unique_ptr<ByteStream> stream) {
  return std::make_unique<HeadedStream>(std::move(head), std::move(stream));
}

Expected<std::unique_ptr<ByteStream>> open_stream(const std::string& path, std::size_t buffer_bytes,
                                                  std::uint64_t window) {
  auto stream = open_file(path);
  if (!stream) return stream;
  for (int layer = 0; layer <= kMostLayers; ++layer) {
    auto head = read_magic(**stream);
    if (!head) return tl::unexpected(std::move(head.error()));
    const Compression compression = compression_of(head->bytes);
    *stream = with_head(std::move(*head), std::move(*stream));
    if (compression == Compression::kNone || layer == kMostLayers) break;
    *stream = unpacked(std::move(*stream), path, compression, buffer_bytes, window);
  }
  return stream;
}

}  // namespace calque
