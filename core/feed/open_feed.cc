#include <algorithm>
#include <cstring>
#include <string_view>
#include <utility>

#include "calque/feed.h"
#include "feed/input.h"
#include "feed/open_source.h"

namespace calque {
namespace {

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";
constexpr std::string_view kJsonSpace = " \t\r\n";

// Appends what `limit` leaves room for, and one byte more to show that there was more.
void append_limited(std::string_view bytes, std::size_t limit, std::string& out) {
  bytes = bytes.substr(0, limit + 1 - out.size());
  out.reserve(out.size() + bytes.size() + kRecordPadding);
  out.append(bytes);
}

bool is_blank(std::string_view line) { return line.find_first_not_of(kJsonSpace) == std::string_view::npos; }

class JsonlSource final : public RecordSource {
 public:
  JsonlSource(Input input, std::string path, std::size_t limit)
      : input_(std::move(input)), file_(std::make_shared<const std::string>(std::move(path))), limit_(limit) {}

  Expected<std::optional<Record>> next() override {
    Record record;
    for (;;) {
      record.origin.line = ++line_;
      record.origin.offset = offset_;
      const auto found = read_line(record.bytes);
      if (!found) return tl::unexpected(found.error());
      if (!*found) return std::optional<Record>();
      if (line_ == 1) drop_mark(record);
      if (!is_blank(record.bytes)) break;
      record.bytes.clear();
    }
    record.origin.file = file_;
    return std::optional<Record>(std::move(record));
  }

  FeedFormat format() const override { return FeedFormat::kJsonl; }

 private:
  // False when the file has no more lines.
  Expected<bool> read_line(std::string& line) {
    bool any = false;
    for (;;) {
      const std::string_view held = input_.held();
      const std::size_t newline = held.find('\n');
      if (newline != std::string_view::npos) {
        take(held.substr(0, newline), line);
        take_line_end();
        if (!line.empty() && line.back() == '\r') line.pop_back();
        return true;
      }
      any = any || !held.empty();
      take(held, line);
      const auto more = input_.fill();
      if (!more) return tl::unexpected(more.error());
      if (!*more) return any;
    }
  }

  void take(std::string_view bytes, std::string& line) {
    append_limited(bytes, limit_, line);
    input_.consume(bytes.size());
    offset_ += bytes.size();
  }

  void take_line_end() {
    input_.consume(1);
    ++offset_;
  }

  static void drop_mark(Record& record) {
    if (record.bytes.compare(0, kUtf8Mark.size(), kUtf8Mark) != 0) return;
    record.bytes.erase(0, kUtf8Mark.size());
    record.origin.offset += kUtf8Mark.size();
  }

  Input input_;
  std::shared_ptr<const std::string> file_;
  std::size_t limit_;
  std::uint64_t line_ = 0;
  std::uint64_t offset_ = 0;
};

// The whole file as one record.
class TextSource final : public RecordSource {
 public:
  TextSource(Input input, std::string path, std::size_t limit)
      : input_(std::move(input)), file_(std::make_shared<const std::string>(std::move(path))), limit_(limit) {}

  Expected<std::optional<Record>> next() override {
    if (!file_) return std::optional<Record>();
    Record record;
    record.origin.file = std::exchange(file_, nullptr);
    while (record.bytes.size() <= limit_) {
      append_limited(input_.held(), limit_, record.bytes);
      input_.consume(input_.held().size());
      const auto more = input_.fill();
      if (!more) return tl::unexpected(more.error());
      if (!*more) break;
    }
    return std::optional<Record>(std::move(record));
  }

  FeedFormat format() const override { return FeedFormat::kText; }

 private:
  Input input_;
  std::shared_ptr<const std::string> file_;  // empty once the record has been given
  std::size_t limit_;
};

// Where the first character stands that is not white space, after a UTF-8 byte order mark.
std::size_t first_character(std::string_view head) {
  const std::size_t begin = head.substr(0, kUtf8Mark.size()) == kUtf8Mark ? kUtf8Mark.size() : 0;
  return std::min(head.find_first_not_of(kJsonSpace, begin), head.size());
}

// A '{' alone does not tell: in UTF-16 a NUL follows it.
bool starts_like_jsonl(std::string_view head) {
  const std::size_t first = first_character(head);
  return first < head.size() && head[first] == '{' && head.substr(0, first + 2).find('\0') == std::string_view::npos;
}

Expected<FeedFormat> sniff(Input& input, const std::string& path) {
  while (!input.full() && first_character(input.held()) + 1 >= input.held().size()) {
    const auto more = input.fill();
    if (!more) return tl::unexpected(more.error());
    if (!*more) break;
  }
  const bool nothing_piped = input.held().empty() && path == "-";
  return nothing_piped || starts_like_jsonl(input.held()) ? FeedFormat::kJsonl : FeedFormat::kText;
}

}  // namespace

Expected<std::unique_ptr<RecordSource>> open_source(const std::string& path, FeedFormat format,
                                                    const FeedSizes& sizes) {
  auto input = Input::open(path, sizes.buffer_bytes);
  if (!input) return tl::unexpected(std::move(input.error()));
  if (format == FeedFormat::kAuto) {
    const auto sniffed = sniff(*input, path);
    if (!sniffed) return tl::unexpected(sniffed.error());
    format = *sniffed;
  }
  if (format == FeedFormat::kText) {
    return std::make_unique<TextSource>(std::move(*input), path, sizes.record_bytes);
  }
  return std::make_unique<JsonlSource>(std::move(*input), path, sizes.record_bytes);
}

Expected<std::unique_ptr<RecordSource>> open_feed(const std::string& path, FeedFormat format) {
  return open_source(path, format, FeedSizes{});
}

}  // namespace calque
