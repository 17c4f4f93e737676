#include "feed/json_sniff.h"

#include <algorithm>

#include "base/ascii.h"
#include "feed/cutter.h"
#include "feed/json_scanner.h"

namespace calque {
namespace {

constexpr std::string_view kBeforeObject = " \t\r\n\x1E\xEF\xBB\xBF";  // RFC 7464 has \x1E before each
constexpr std::string_view kFeedVersion = "jsonfeed.org/version";

// Whether it is an object with keys, with at most a comma after it.
bool is_object(std::string_view line) {
  line = trim(line, kBeforeObject);
  if (line.ends_with(',')) line = trim(line.substr(0, line.size() - 1));
  if (!line.starts_with('{')) return false;
  JsonScanner scanner;
  return scanner.take(line) == line.size() && scanner.state() == JsonScanner::State::kEnd;
}

struct Lines {
  std::size_t objects = 0;
  std::size_t others = 0;
};

// Counts complete lines only.
Lines count_lines(std::string_view text, bool is_whole) {
  const char line_end = text.find('\n') == std::string_view::npos ? '\r' : '\n';
  Lines lines;
  while (!text.empty()) {
    const std::size_t end = text.find(line_end);
    if (end == std::string_view::npos && !is_whole) break;
    const std::string_view line = text.substr(0, end);
    if (is_object(line)) {
      ++lines.objects;
    } else if (!is_blank(line)) {
      ++lines.others;
    }
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return lines;
}

// "[1] He said" and "[Update] He said" begin like arrays, but are not.
bool is_array(std::string_view text) {
  const std::size_t first = text.find_first_not_of(kBlanks, 1);
  if (first == std::string_view::npos || std::string_view("{[\"]").find(text[first]) == std::string_view::npos) {
    return false;
  }
  if (text[first] == '{') return true;
  JsonScanner scanner;
  const std::string_view rest = text.substr(scanner.take(text));
  if (scanner.state() != JsonScanner::State::kEnd) return scanner.state() == JsonScanner::State::kInside;
  const std::size_t next = rest.find_first_not_of(" \t\r,");
  return next == std::string_view::npos || rest[next] == '\n' || rest[next] == '[';
}

bool first_line_is_array(std::string_view text) {
  JsonScanner scanner;
  scanner.take(text.substr(0, text.find('\n')));
  return scanner.state() == JsonScanner::State::kEnd;
}

// Of a text whose first character is a brace.
FeedFormat sniff_objects(std::string_view text, bool is_whole, std::string_view suffix) {
  JsonScanner scanner;
  const std::size_t end = scanner.take(text);
  const std::string_view object = text.substr(0, end);
  const bool has_lines = object.find('\n') != std::string_view::npos;
  if (scanner.state() == JsonScanner::State::kEnd) {
    if (has_lines) return FeedFormat::kJson;
    const std::size_t next = text.find_first_not_of(" \t\r,\x1E", end);
    const bool same_line = next != std::string_view::npos && text[next] == '{';
    return same_line && !is_object(text.substr(0, text.find_first_of("\r\n"))) ? FeedFormat::kJson : FeedFormat::kJsonl;
  }
  if (scanner.state() == JsonScanner::State::kInside) return has_lines ? FeedFormat::kJson : FeedFormat::kJsonl;
  // The object is broken, in its first line or, if it has several, in a later one.
  const Lines lines = count_lines(text, is_whole);
  const bool is_spread = has_lines && lines.objects < lines.others && suffix != "jsonl" && suffix != "ndjson";
  return is_spread ? FeedFormat::kJson : FeedFormat::kJsonl;
}

// Of the first object.
bool is_json_feed(std::string_view text) {
  JsonScanner scanner;
  text = text.substr(0, scanner.take(text));
  const std::size_t version = text.find(kFeedVersion);
  if (version == std::string_view::npos) return false;
  const std::size_t key = text.rfind("\"version\"", version);
  return key != std::string_view::npos && version - key < 64;
}

bool is_lines_suffix(std::string_view suffix) { return suffix == "jsonl" || suffix == "ndjson" || suffix == "jl"; }

}  // namespace

bool is_certain_json(std::string_view text) {
  text = text.substr(std::min(text.find_first_not_of(kBeforeObject), text.size()));
  const std::size_t end = text.find('\n');
  return text.starts_with('{') && end != std::string_view::npos && is_object(text.substr(0, end)) &&
         text.substr(0, end).find(kFeedVersion) == std::string_view::npos;
}

bool has_json_lines(std::string_view text) { return count_lines(text, true).objects > 0; }

std::optional<FeedFormat> sniff_json(std::string_view text, bool is_whole, std::string_view suffix) {
  text = text.substr(std::min(text.find_first_not_of(kBeforeObject), text.size()));
  if (text.starts_with('{')) {
    return is_json_feed(text) ? FeedFormat::kJsonFeed : sniff_objects(text, is_whole, suffix);
  }
  if (is_lines_suffix(suffix)) return FeedFormat::kJsonl;
  const Lines lines = count_lines(text, is_whole);
  const bool is_lines = lines.objects > 0 && lines.objects >= lines.others;
  if (text.starts_with('[') && is_array(text)) {
    return is_lines && first_line_is_array(text) ? FeedFormat::kJsonl : FeedFormat::kJson;
  }
  if (is_lines || (lines.objects > 0 && suffix == "json")) return FeedFormat::kJsonl;
  return std::nullopt;
}

}  // namespace calque
