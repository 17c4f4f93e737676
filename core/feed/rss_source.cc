#include <limits>
#include <utility>

#include "feed/rss.h"
#include "feed/sources.h"

namespace calque {
namespace {

class RssSource final : public RecordSource {
 public:
  RssSource(Cutter cutter, std::string path)
      : cutter_(std::move(cutter)), file_(std::make_shared<const std::string>(std::move(path))) {}

  Expected<std::optional<Record>> next() override {
    if (!is_read_) {
      is_read_ = true;
      const auto cut = cutter_.take(std::numeric_limits<std::uint64_t>::max(), bytes_);
      if (!cut) return tl::unexpected(cut.error());
      if (bytes_.size() > cutter_.limit()) return too_long();
      declaration_ = std::make_shared<const FileHeader>(FileHeader{.row = xml_declaration(bytes_)});
    }
    if (at_ >= bytes_.size()) return end_of(cutter_);
    return cut_next();
  }

  FeedFormat format() const override { return FeedFormat::kRss; }
  std::uint64_t bytes_read() const override { return cutter_.bytes_read(); }

 private:
  std::optional<Record> too_long() {
    Record record = new_record(0);
    record.bytes = std::exchange(bytes_, std::string());
    return record;
  }

  Record new_record(std::size_t begin) {
    Record record;
    record.format = FeedFormat::kRss;
    record.origin = {file_, ++number_, begin};
    record.header = declaration_;
    return record;
  }

  // The item at `at_` and the text up to the next item; or the text before the first item or after the last.
  std::optional<Record> cut_next() {
    const std::string_view all = bytes_;
    Record record = new_record(at_);
    const RssItem item = find_rss_item(all, at_);
    if (item.begin > at_) {
      record.bytes = all.substr(at_, item.begin - at_);
      at_ = item.begin;
      return record;
    }
    record.bytes = all.substr(item.begin, item.end - item.begin);
    if (!item.is_closed) record.fault = "an item that is not closed";
    const std::size_t next = find_rss_item(all, item.end).begin;
    if (next < all.size()) record.ending = all.substr(item.end, next - item.end);
    at_ = next < all.size() ? next : item.end;
    return record;
  }

  Cutter cutter_;
  std::shared_ptr<const std::string> file_;
  std::shared_ptr<const FileHeader> declaration_;
  std::string bytes_;
  std::size_t at_ = 0;
  std::uint64_t number_ = 0;
  bool is_read_ = false;
};

}  // namespace

std::unique_ptr<RecordSource> make_rss_source(Cutter cutter, std::string path) {
  return std::make_unique<RssSource>(std::move(cutter), std::move(path));
}

}  // namespace calque
