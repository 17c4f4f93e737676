#include <charconv>
#include <optional>
#include <utility>

#include "feed/sources.h"
#include "feed/warc.h"

namespace calque {
namespace {

using Cut = Cutter::Cut;

constexpr std::string_view kNoRecord = "no WARC record begins here";
constexpr std::string_view kBadHead = "a WARC header without an end or a Content-Length";
constexpr std::string_view kBadLength = "Content-Length does not lead to the end of the WARC record";
constexpr std::string_view kBoundary = "\r\n\r\nWARC/";
constexpr std::size_t kBoundaryEnds = 4;         // the line ends in it, which belong to the record before
constexpr std::size_t kMostHeadBytes = 1 << 20;  // longer ones are invalid

std::optional<std::uint64_t> content_length(std::string_view head) {
  const std::string_view value = header_value(head, "Content-Length");
  std::uint64_t length = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), length);
  if (error != std::errc() || value.empty() || end != value.data() + value.size()) return std::nullopt;
  return length;
}

class WarcSource final : public RecordSource {
 public:
  WarcSource(Cutter cutter, std::string path)
      : cutter_(std::move(cutter)), file_(std::make_shared<const std::string>(std::move(path))) {}

  Expected<std::optional<Record>> next() override {
    Record record;
    const auto begun = begin(record);
    if (!begun) return tl::unexpected(begun.error());
    if (!*begun) return end_of(cutter_);
    record.format = FeedFormat::kWarc;
    record.origin.file = file_;
    record.origin.line = ++number_;
    if (record.fault.empty()) {
      const auto read = read_record(record);
      if (!read) return tl::unexpected(read.error());
    }
    was_fault_ = !record.fault.empty();
    return std::optional<Record>(std::move(record));
  }

  FeedFormat format() const override { return FeedFormat::kWarc; }
  std::uint64_t bytes_read() const override { return cutter_.bytes_read(); }

 private:
  // Up to the first line of a record. Bytes before it are a record with a fault, unless they belong to one. False at
  // the end of the file.
  Expected<bool> begin(Record& record) {
    std::string junk;
    for (;;) {
      if (junk.empty()) record.origin.offset = cutter_.offset();
      const std::uint64_t here = cutter_.offset();
      std::string line;
      std::string ending;
      const auto taken = cutter_.take_line(line, ending);
      if (!taken) return tl::unexpected(taken.error());
      if (taken->cut == Cut::kEnd && !taken->any) break;
      const bool begins = begins_warc_record(line);
      if (!is_blank(line) && !begins && junk.empty()) junk = line;
      if (!begins) continue;
      line.append(ending);
      if (!junk.empty() && !was_fault_) {
        cutter_.put_back(std::move(line), taken->cut);
        break;
      }
      record.bytes = std::move(line);
      record.origin.offset = here;
      if (taken->cut == Cut::kGap) record.fault = kDamagedHere;
      return true;
    }
    if (junk.empty() || was_fault_) return false;
    record.bytes = std::move(junk);
    record.fault = kNoRecord;
    return true;
  }

  Expected<void> read_record(Record& record) {
    const auto head = read_head(record);
    if (!head) return tl::unexpected(head.error());
    const auto length = content_length(record.bytes);
    if (record.fault.empty() && !length) record.fault = kBadHead;
    if (!record.fault.empty()) return {};
    return read_content(record, *length);
  }

  // The header lines and the blank line behind them.
  Expected<void> read_head(Record& record) {
    for (;;) {
      std::string line;
      std::string ending;
      const auto taken = cutter_.take_line(line, ending);
      if (!taken) return tl::unexpected(taken.error());
      const bool is_end = line.empty();
      if (begins_warc_record(line)) {
        cutter_.put_back(line + ending, taken->cut);
        record.fault = kBadHead;
        return {};
      }
      record.bytes.append(line).append(ending);
      if (taken->cut == Cut::kGap) record.fault = kDamagedHere;
      if (taken->cut == Cut::kEnd || record.bytes.size() > kMostHeadBytes) record.fault = kBadHead;
      if (is_end || !record.fault.empty()) return {};
    }
  }

  Expected<void> read_content(Record& record, std::uint64_t length) {
    const std::size_t head = record.bytes.size();
    // In bytes that were put back, lengths are not reliable: a record there ends where the next one begins.
    const std::size_t to_next = cutter_.distance_in_put_back(kBoundary);
    if (to_next < length) {
      record.fault = kBadLength;
      const auto cut = cutter_.take(to_next + kBoundaryEnds, record.bytes);
      if (!cut) return tl::unexpected(cut.error());
      return {};
    }
    auto cut = cutter_.take(length, record.bytes);
    if (!cut) return tl::unexpected(cut.error());
    if (*cut == Cut::kGap) record.fault = kDamagedHere;
    if (*cut == Cut::kEnd) record.fault = kBadLength;
    if (*cut == Cut::kWhole) cut = read_ending(record);
    if (!cut) return tl::unexpected(cut.error());
    if (record.fault == kBadLength) give_back_next(record, head, *cut);
    return {};
  }

  // The two line ends behind a record; writers that leave out one of them, or count them, are forgiven. Anything else
  // is taken into the record, which has the wrong length. How the last line ended.
  Expected<Cut> read_ending(Record& record) {
    for (int i = 0; i < 2; ++i) {
      std::string line;
      std::string ending;
      const auto taken = cutter_.take_line(line, ending);
      if (!taken) return tl::unexpected(taken.error());
      if (begins_warc_record(line)) {
        cutter_.put_back(line + ending, taken->cut);
        return Cut::kWhole;
      }
      record.ending.append(line).append(ending);
      if (!line.empty()) {
        record.bytes.append(std::exchange(record.ending, std::string()));
        record.fault = kBadLength;
        return taken->cut;
      }
      if (taken->cut != Cut::kWhole) {
        cutter_.put_back({}, taken->cut);
        return Cut::kWhole;
      }
    }
    return Cut::kWhole;
  }

  // A length that is too large has included the next records.
  void give_back_next(Record& record, std::size_t head, Cut cut) {
    if (record.bytes.size() > cutter_.limit()) return;
    const std::size_t boundary = record.bytes.find(kBoundary, head);
    if (boundary == std::string::npos) return;
    const std::size_t next = boundary + kBoundaryEnds;
    cutter_.put_back(record.bytes.substr(next), cut);
    record.bytes.resize(next);
  }

  Cutter cutter_;
  std::shared_ptr<const std::string> file_;
  std::uint64_t number_ = 0;
  bool was_fault_ = false;  // of the record before: what follows it up to the next one belongs to it
};

}  // namespace

std::unique_ptr<RecordSource> make_warc_source(Cutter cutter, std::string path) {
  return std::make_unique<WarcSource>(std::move(cutter), std::move(path));
}

}  // namespace calque
