#include <limits>
#include <utility>

#include "feed/sources.h"

namespace calque {
namespace {

class FileSource final : public RecordSource {
 public:
  FileSource(Cutter cutter, std::string path, FeedFormat format)
      : cutter_(std::move(cutter)), file_(std::make_shared<const std::string>(std::move(path))), format_(format) {}

  Expected<std::optional<Record>> next() override {
    if (!file_) return std::optional<Record>();
    Record record;
    record.format = format_;
    record.origin.file = std::exchange(file_, nullptr);
    // Only up to the limit: the rest of a longer file need not be read.
    const auto cut = cutter_.take(cutter_.limit() + std::uint64_t{1}, record.bytes);
    if (!cut) return tl::unexpected(cut.error());
    if (cutter_.damage()) return end_of(cutter_);
    return std::optional<Record>(std::move(record));
  }

  FeedFormat format() const override { return format_; }
  std::uint64_t bytes_read() const override { return cutter_.bytes_read(); }

 private:
  Cutter cutter_;
  std::shared_ptr<const std::string> file_;  // empty once the record has been given
  FeedFormat format_;
};

}  // namespace

std::unique_ptr<RecordSource> make_file_source(Cutter cutter, std::string path, FeedFormat format) {
  return std::make_unique<FileSource>(std::move(cutter), std::move(path), format);
}

}  // namespace calque
