#include "feed/warc.h"

#include <algorithm>
#include <charconv>

#include "base/ascii.h"

namespace calque {
namespace {

std::string lower(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(), to_lower);
  return out;
}

// Takes the line at the front of `rest`, without its end.
std::string_view take_line(std::string_view& rest) {
  const std::size_t end = std::min(rest.find('\n'), rest.size());
  const std::string_view line = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return line.ends_with('\r') ? line.substr(0, line.size() - 1) : line;
}

// Takes the chunk at the front of `rest`; false when there is none or it is the last, empty one.
bool take_chunk(std::string_view& rest, std::string& out) {
  const std::string_view line = take_line(rest);
  std::size_t size = 0;
  const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), size, 16);
  const bool ends_well = end == line.data() + line.size() || *end == ';' || *end == ' ';
  if (error != std::errc() || !ends_well || size == 0) return false;
  out.append(rest.substr(0, size));
  rest.remove_prefix(std::min(size, rest.size()));
  take_line(rest);
  return true;
}

}  // namespace

bool begins_warc_record(std::string_view line) {
  constexpr std::string_view kStart = "WARC/";
  return line.size() > kStart.size() + 1 && line.starts_with(kStart) && is_digit(line[kStart.size()]) &&
         line[kStart.size() + 1] == '.';
}

std::vector<std::string> codings_of(std::string_view value) {
  std::vector<std::string> codings;
  while (!value.empty()) {
    const std::size_t end = std::min(value.find(','), value.size());
    std::string coding = media_type(value.substr(0, end));
    if (!coding.empty() && coding != "identity") codings.push_back(std::move(coding));
    value.remove_prefix(std::min(end + 1, value.size()));
  }
  return codings;
}

std::string_view header_value(std::string_view head, std::string_view name) {
  take_line(head);
  while (!head.empty()) {
    const std::string_view line = take_line(head);
    const std::size_t colon = line.find(':');
    if (colon != std::string_view::npos && equal_ignoring_case(trim(line.substr(0, colon)), name)) {
      return trim(line.substr(colon + 1));
    }
  }
  return {};
}

std::string_view unbracketed(std::string_view uri) {
  return uri.starts_with('<') && uri.ends_with('>') ? uri.substr(1, uri.size() - 2) : uri;
}

std::string_view target_uri(std::string_view record) {
  return unbracketed(header_value(split_message(record).head, "WARC-Target-URI"));
}

Message split_message(std::string_view bytes) {
  std::string_view rest = bytes;
  while (!rest.empty()) {
    const std::size_t at = bytes.size() - rest.size();
    if (take_line(rest).empty()) return {bytes.substr(0, at), rest};
  }
  return {bytes, {}};
}

std::string without_chunks(std::string_view body) {
  std::string out;
  std::string_view rest = body;
  while (take_chunk(rest, out)) {
  }
  return out.empty() ? std::string(body) : out;
}

std::string media_type(std::string_view content_type) {
  return lower(trim(content_type.substr(0, content_type.find(';'))));
}

std::string charset_of(std::string_view content_type) {
  const std::string text = lower(content_type);
  const std::size_t at = text.find("charset=");
  if (at == std::string::npos) return {};
  const std::string_view value = std::string_view(text).substr(at + 8);
  return std::string(trim(value.substr(0, value.find(';')), " \t\"'"));
}

}  // namespace calque
