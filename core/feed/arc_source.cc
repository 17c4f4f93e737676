#include <optional>
#include <utility>

#include "feed/arc.h"
#include "feed/sources.h"

namespace calque {
namespace {

using Cut = Cutter::Cut;

constexpr std::string_view kNoRecord = "no ARC record begins here";
constexpr std::string_view kBadLength = "the length does not lead to the end of the ARC record";

class ArcSource final : public RecordSource {
 public:
  ArcSource(Cutter cutter, std::string path)
      : cutter_(std::move(cutter)), file_(std::make_shared<const std::string>(std::move(path))) {}

  Expected<std::optional<Record>> next() override {
    for (;;) {
      Record record;
      const auto begun = begin(record);
      if (!begun) return tl::unexpected(begun.error());
      if (!*begun) return end_of(cutter_);
      if (record.fault.empty()) {
        const auto read = read_content(record);
        if (!read) return tl::unexpected(read.error());
      }
      // The bytes between a record of the wrong length and the next record belong to the former.
      const bool belongs_to_last = record.fault == kNoRecord && was_fault_;
      was_fault_ = !record.fault.empty();
      if (!belongs_to_last) return std::optional<Record>(std::move(record));
    }
  }

  FeedFormat format() const override { return FeedFormat::kWarc; }
  std::uint64_t bytes_read() const override { return cutter_.bytes_read(); }

 private:
  // The next line that is not blank: a record's first one, or a fault. False at the end of the file.
  Expected<bool> begin(Record& record) {
    record.format = FeedFormat::kWarc;
    std::string line;
    do {
      record.origin.offset = cutter_.offset();
      line.clear();
      record.ending.clear();
      const auto taken = cutter_.take_line(line, record.ending);
      if (!taken) return tl::unexpected(taken.error());
      if (taken->cut == Cut::kEnd && !taken->any) return false;
      if (taken->cut == Cut::kGap) record.fault = kDamagedHere;
    } while (is_blank(line) && record.fault.empty());
    record.origin.file = file_;
    record.origin.line = ++number_;
    length_ = arc_length(line);
    if (!length_ && record.fault.empty()) record.fault = kNoRecord;
    record.bytes = std::move(line) + std::exchange(record.ending, {});
    return true;
  }

  Expected<void> read_content(Record& record) {
    const std::size_t head = record.bytes.size();
    const auto cut = cutter_.take(*length_, record.bytes);
    if (!cut) return tl::unexpected(cut.error());
    if (*cut == Cut::kGap) record.fault = kDamagedHere;
    if (*cut == Cut::kEnd) record.fault = kBadLength;
    if (*cut == Cut::kWhole && *length_ > 0) return read_ending(record, head);
    if (record.fault == kBadLength) give_back_next(record, head, *cut);
    return {};
  }

  // The line end after a record, unless its length includes it. Without one, the length is wrong.
  Expected<void> read_ending(Record& record, std::size_t head) {
    std::string line;
    const auto taken = cutter_.take_line(line, record.ending);
    if (!taken) return tl::unexpected(taken.error());
    if (is_blank(line)) {
      record.ending.insert(0, line);
      return {};
    }
    if (record.bytes.ends_with('\n') && arc_length(line)) {
      cutter_.put_back(line + std::exchange(record.ending, {}), taken->cut);
      return {};
    }
    record.bytes.append(line).append(std::exchange(record.ending, {}));
    record.fault = kBadLength;
    give_back_next(record, head, taken->cut);
    return {};
  }

  // A length that is too large has included the next records.
  void give_back_next(Record& record, std::size_t head, Cut cut) {
    if (record.bytes.size() > cutter_.limit()) return;
    for (std::size_t at = record.bytes.find('\n', head); at != std::string::npos;
         at = record.bytes.find('\n', at + 1)) {
      const std::size_t end = record.bytes.find('\n', at + 1);
      if (end == std::string::npos) return;
      if (!arc_length(std::string_view(record.bytes).substr(at + 1, end - at - 1))) continue;
      cutter_.put_back(record.bytes.substr(at + 1), cut);
      record.bytes.resize(at + 1);
      return;
    }
  }

  Cutter cutter_;
  std::shared_ptr<const std::string> file_;
  std::uint64_t number_ = 0;
  std::optional<std::uint64_t> length_;  // of the current record
  bool was_fault_ = false;
};

}  // namespace

std::unique_ptr<RecordSource> make_arc_source(Cutter cutter, std::string path) {
  return std::make_unique<ArcSource>(std::move(cutter), std::move(path));
}

}  // namespace calque
