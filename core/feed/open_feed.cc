#include <utility>

#include "feed/cutter.h"
#include "feed/open_source.h"
#include "feed/sniff.h"
#include "feed/sources.h"

namespace calque {
namespace {

// Reads until the beginning of the file tells what it is.
Expected<Cutter::Cut> read_head(Input& input) {
  while (!input.full() && needs_more(input.held())) {
    const auto filled = input.fill();
    if (!filled) return tl::unexpected(filled.error());
    if (*filled == Input::Filled::kEnd) return Cutter::Cut::kEnd;
    if (*filled == Input::Filled::kGap) return Cutter::Cut::kGap;
  }
  return Cutter::Cut::kWhole;
}

std::unique_ptr<RecordSource> make_source(Cutter cutter, const std::string& path, FeedFormat format,
                                          const FeedSizes& sizes) {
  switch (format) {
    case FeedFormat::kCsv:
    case FeedFormat::kTsv:
      return make_csv_source(std::move(cutter), path, format, sizes.quoted_bytes);
    case FeedFormat::kText:
    case FeedFormat::kHtml:
      return make_file_source(std::move(cutter), path, format);
    case FeedFormat::kWarc:
      return make_warc_source(std::move(cutter), path);
    case FeedFormat::kRss:
      return make_rss_source(std::move(cutter), path);
    case FeedFormat::kAuto:  // was found to be another
    case FeedFormat::kJsonl:
    case FeedFormat::kLines:
      break;
  }
  return make_line_source(std::move(cutter), path, format);
}

}  // namespace

Expected<std::unique_ptr<RecordSource>> open_source(const std::string& path, FeedFormat format,
                                                    const FieldNames& fields, const FeedSizes& sizes) {
  auto input = Input::open(path, sizes.buffer_bytes);
  if (!input) return tl::unexpected(std::move(input.error()));
  Expected<Cutter::Cut> edge = Cutter::Cut::kWhole;
  if (format == FeedFormat::kAuto) {
    edge = read_head(*input);
    if (!edge) return tl::unexpected(std::move(edge.error()));
    const bool nothing_piped = input->held().empty() && path == "-";
    format = nothing_piped ? FeedFormat::kJsonl : sniff(input->held(), fields.text);
  }
  return make_source(Cutter(std::move(*input), sizes.record_bytes, *edge), path, format, sizes);
}

Expected<std::unique_ptr<RecordSource>> open_feed(const std::string& path, FeedFormat format,
                                                  const FieldNames& fields) {
  return open_source(path, format, fields, FeedSizes{});
}

}  // namespace calque
