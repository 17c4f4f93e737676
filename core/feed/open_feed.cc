#include <utility>

#include "feed/arc.h"
#include "feed/byte_stream.h"
#include "feed/csv.h"
#include "feed/cutter.h"
#include "feed/open_source.h"
#include "feed/sniff.h"
#include "feed/sources.h"

namespace calque {
namespace {

// Whether the bytes read ahead are enough to choose how to read the file.
bool is_enough(std::string_view head, FeedFormat format) {
  switch (format) {
    case FeedFormat::kAuto:
      return is_certain(head);
    case FeedFormat::kCsv:
    case FeedFormat::kTsv:
      return false;  // a quote after a backslash may come late
    case FeedFormat::kJsonl:
    case FeedFormat::kLines:
      return head.find('\n') != std::string_view::npos && !utf16_of(head);
    default:
      return head.size() >= 512;
  }
}

// Reads ahead, waiting for a pipe no longer than needed: at each line end, and each time the size doubles, checks
// whether the bytes are enough.
Expected<Head> read_head(ByteStream& stream, FeedFormat format) {
  Head head;
  std::size_t seen = 1;
  head.bytes.resize(kSniffBytes);
  std::size_t size = 0;
  while (size < kSniffBytes && head.edge == ByteStream::Filled::kMore) {
    const auto piece = stream.read(head.bytes.data() + size, kSniffBytes - size);
    if (!piece) return tl::unexpected(piece.error());
    size += piece->bytes;
    head.edge = piece->filled;
    if (size < 2 * seen && (size == 0 || head.bytes[size - 1] != '\n')) continue;
    seen = size;
    if (is_enough(std::string_view(head.bytes).substr(0, size), format)) break;
  }
  head.bytes.resize(size);
  return head;
}

struct Choice {
  FeedFormat format;
  std::optional<Utf16> utf16 = {};
  std::string text = {};  // the head as UTF-8
  std::string doubt = {};
};

bool is_decoded_later(FeedFormat format) { return format == FeedFormat::kText || format == FeedFormat::kHtml; }

Expected<Choice> choose(const Head& head, const std::string& path, FeedFormat format, const std::string& column) {
  Choice choice{format};
  choice.utf16 = utf16_of(head.bytes);
  choice.text = choice.utf16 ? utf16_to_utf8(head.bytes, *choice.utf16 == Utf16::kBigEndian) : head.bytes;
  if (format == FeedFormat::kAuto) {
    const bool is_whole = head.edge == ByteStream::Filled::kEnd;
    Sniffed sniffed = sniff({choice.text, is_whole, path, column});
    if (!sniffed.refusal.empty()) {
      return tl::unexpected(Error{ErrorKind::kInput, "cannot read " + path + ": it is " + sniffed.refusal});
    }
    choice.format = sniffed.format;
    choice.doubt = std::move(sniffed.doubt);
  }
  if (is_decoded_later(choice.format)) choice.utf16.reset();
  return choice;
}

std::unique_ptr<RecordSource> make_source(Cutter cutter, const std::string& path, const Choice& choice,
                                          const std::string& column, const FeedSizes& sizes) {
  switch (choice.format) {
    case FeedFormat::kCsv:
    case FeedFormat::kTsv:
      return make_csv_source(std::move(cutter), path, choice.format,
                             {csv_dialect(choice.format, choice.text), column, sizes.quoted_bytes});
    case FeedFormat::kText:
    case FeedFormat::kHtml:
      return make_file_source(std::move(cutter), path, choice.format);
    case FeedFormat::kWarc:
      return begins_arc(choice.text) ? make_arc_source(std::move(cutter), path)
                                     : make_warc_source(std::move(cutter), path);
    case FeedFormat::kRss:
      return make_rss_source(std::move(cutter), path);
    case FeedFormat::kJson:
    case FeedFormat::kJsonFeed:
      return make_json_source(std::move(cutter), path, choice.format);
    case FeedFormat::kAuto:  // already replaced by the detected format
    case FeedFormat::kJsonl:
    case FeedFormat::kLines:
      break;
  }
  return make_line_source(std::move(cutter), path, choice.format);
}

bool is_made_of_lines(FeedFormat format) {
  return format == FeedFormat::kJsonl || format == FeedFormat::kLines || format == FeedFormat::kCsv ||
         format == FeedFormat::kTsv;
}

}  // namespace

Expected<std::unique_ptr<RecordSource>> open_source(const std::string& path, FeedFormat format,
                                                    const FieldNames& fields, const FeedSizes& sizes) {
  auto stream = open_stream(path, sizes.buffer_bytes, sizes.window_bytes);
  if (!stream) return tl::unexpected(std::move(stream.error()));
  auto head = read_head(**stream, format);
  if (!head) return tl::unexpected(std::move(head.error()));
  auto choice = choose(*head, path, format, fields.text);
  if (!choice) return tl::unexpected(std::move(choice.error()));
  auto whole = with_head(std::move(*head), std::move(*stream));
  if (choice->utf16) whole = from_utf16(std::move(whole), *choice->utf16 == Utf16::kBigEndian);
  const char line_end = is_made_of_lines(choice->format) && has_returns_only(choice->text) ? '\r' : '\n';
  Cutter cutter(Input(std::move(whole), sizes.buffer_bytes), sizes.record_bytes, line_end);
  auto source = make_source(std::move(cutter), path, *choice, fields.text, sizes);
  source->doubt = std::move(choice->doubt);
  return source;
}

Expected<std::unique_ptr<RecordSource>> open_feed(const std::string& path, FeedFormat format, const FieldNames& fields,
                                                  std::uint64_t window) {
  FeedSizes sizes;
  sizes.window_bytes = window;
  return open_source(path, format, fields, sizes);
}

}  // namespace calque
