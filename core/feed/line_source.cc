#include <utility>

#include "feed/sources.h"

namespace calque {
namespace {

class LineSource final : public RecordSource {
 public:
  LineSource(Cutter cutter, std::string path, FeedFormat format)
      : cutter_(std::move(cutter)), file_(std::make_shared<const std::string>(std::move(path))), format_(format) {}

  Expected<std::optional<Record>> next() override {
    Record record;
    for (;;) {
      record.origin.line = ++line_;
      record.origin.offset = cutter_.offset();
      const auto line = cutter_.take_line(record.bytes, record.ending);
      if (!line) return tl::unexpected(line.error());
      if (line->cut == Cutter::Cut::kEnd && !line->any) return end_of(cutter_);
      if (line->cut == Cutter::Cut::kGap) record.fault = kDamagedHere;
      if (!is_blank(record.bytes)) break;
      record.bytes.clear();
      record.fault.clear();
    }
    record.format = format_;
    record.origin.file = file_;
    return std::optional<Record>(std::move(record));
  }

  FeedFormat format() const override { return format_; }
  std::uint64_t bytes_read() const override { return cutter_.bytes_read(); }

 private:
  Cutter cutter_;
  std::shared_ptr<const std::string> file_;
  FeedFormat format_;
  std::uint64_t line_ = 0;
};

}  // namespace

std::unique_ptr<RecordSource> make_line_source(Cutter cutter, std::string path, FeedFormat format) {
  return std::make_unique<LineSource>(std::move(cutter), std::move(path), format);
}

}  // namespace calque
