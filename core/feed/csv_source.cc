#include <algorithm>
#include <deque>
#include <utility>

#include "feed/csv.h"
#include "feed/sources.h"

namespace calque {
namespace {

constexpr std::string_view kNotClosed = "a quoted cell is not closed";

class CsvSource final : public RecordSource {
 public:
  CsvSource(Cutter cutter, std::string path, FeedFormat format, CsvReading reading)
      : cutter_(std::move(cutter)),
        file_(std::make_shared<const std::string>(std::move(path))),
        format_(format),
        reading_(std::move(reading)),
        head_(std::make_shared<FileHeader>()) {
    head_->dialect = reading_.dialect;
  }

  Expected<std::optional<Record>> next() override {
    for (;;) {
      const auto more = need_lines(1);
      if (!more) return tl::unexpected(more.error());
      if (!*more) return end_of(cutter_);
      if (!header_) {
        if (auto error = take_head_line()) return tl::unexpected(std::move(*error));
      } else if (is_blank(lines_.front().bytes)) {
        pop_line();
      } else {
        return take_row();
      }
    }
  }

  FeedFormat format() const override { return format_; }
  std::uint64_t bytes_read() const override { return cutter_.bytes_read(); }

 private:
  // Reads ahead until there are `count` lines; false if the file, or its part before a gap, has fewer.
  Expected<bool> need_lines(std::size_t count) {
    while (lines_.size() < count) {
      if (!lines_.empty() && lines_.back().ending.empty()) return false;
      Record line;
      line.origin = {file_, ++line_, cutter_.offset()};
      const auto taken = cutter_.take_line(line.bytes, line.ending);
      if (!taken) return tl::unexpected(taken.error());
      if (taken->cut == Cutter::Cut::kEnd && !taken->any) return false;
      if (taken->cut == Cutter::Cut::kGap) line.fault = kDamagedHere;
      lines_.push_back(std::move(line));
    }
    return true;
  }

  Record pop_line() {
    Record line = std::move(lines_.front());
    lines_.pop_front();
    alone_ -= std::min<std::size_t>(alone_, 1);
    return line;
  }

  // A byte order mark, blank lines and a "sep=" line, up to the header row.
  std::optional<Error> take_head_line() {
    Record line = pop_line();
    if (head_->before.empty() && line.bytes.starts_with(kUtf8Mark)) {
      head_->before = kUtf8Mark;
      line.bytes.erase(0, kUtf8Mark.size());
    }
    if (is_blank(line.bytes) || (!has_separator_line_ && named_separator(line.bytes))) {
      has_separator_line_ = has_separator_line_ || !is_blank(line.bytes);
      head_->before.append(line.bytes).append(line.ending);
      return std::nullopt;
    }
    const std::vector<std::string> names = column_names(line.bytes, dialect());
    columns_ = names.size();
    head_->row = std::move(line.bytes);
    head_->ending = std::move(line.ending);
    header_ = head_;
    if (find_column(names, reading_.column)) return std::nullopt;
    return Error{ErrorKind::kInput, "cannot read " + *file_ + ": " + no_such_column(names, reading_.column)};
  }

  const CsvDialect& dialect() const { return reading_.dialect; }

  Expected<std::optional<Record>> take_row() {
    const CsvQuotes quotes = scan_quotes(lines_.front().bytes, dialect(), false);
    std::size_t lines = 1;
    if (quotes.open && alone_ == 0) {
      const auto count = count_lines(quotes);
      if (!count) return tl::unexpected(count.error());
      lines = *count;
    }
    Record row = pop_line();
    if (quotes.open && lines == 1 && !is_plain_tsv(row.bytes)) row.fault = kNotClosed;
    for (; lines > 1; --lines) {
      const Record line = pop_line();
      row.bytes.append(row.ending).append(line.bytes);
      row.ending = line.ending;
    }
    row.format = format_;
    row.header = header_;
    return std::optional<Record>(std::move(row));
  }

  // The number of lines of the row that begins with the first line; 1 if the row does not end properly. Then the lines
  // scanned, except the last, do not begin rows of several lines either (the scan would have met their opening quotes),
  // and are not scanned again, so that time stays linear.
  Expected<std::size_t> count_lines(CsvQuotes quotes) {
    std::size_t bytes = lines_[0].bytes.size();
    std::size_t count = 1;
    while (quotes.open && !quotes.stray && bytes <= reading_.quoted_bytes) {
      const auto more = need_lines(count + 1);
      if (!more) return tl::unexpected(more.error());
      if (!*more || !lines_[count].fault.empty()) break;
      quotes = scan_quotes(lines_[count].bytes, dialect(), true);
      bytes += lines_[count++].bytes.size();
    }
    if (!quotes.open && !quotes.stray && cells_in(count) == columns_) return count;
    alone_ = count - 1;
    return 1;
  }

  std::size_t cells_in(std::size_t lines) const {
    std::string row = lines_[0].bytes;
    for (std::size_t i = 1; i < lines; ++i) row.append("\n").append(lines_[i].bytes);
    std::vector<std::string_view> cells;
    split_row(row, dialect(), cells);
    return cells.size();
  }

  // In files without quoting, a quote at the beginning of a cell may be part of its text.
  bool is_plain_tsv(std::string_view row) const {
    return format_ == FeedFormat::kTsv && static_cast<std::size_t>(std::ranges::count(row, '\t')) + 1 == columns_;
  }

  Cutter cutter_;
  std::shared_ptr<const std::string> file_;
  FeedFormat format_;
  CsvReading reading_;
  std::uint64_t line_ = 0;
  std::deque<Record> lines_;                  // read and not yet part of a row
  std::size_t alone_ = 0;                     // the number of them that are rows of one line
  std::shared_ptr<FileHeader> head_;          // the part read so far
  std::shared_ptr<const FileHeader> header_;  // when complete
  bool has_separator_line_ = false;
  std::size_t columns_ = 0;
};

}  // namespace

std::unique_ptr<RecordSource> make_csv_source(Cutter cutter, std::string path, FeedFormat format, CsvReading reading) {
  return std::make_unique<CsvSource>(std::move(cutter), std::move(path), format, std::move(reading));
}

}  // namespace calque
