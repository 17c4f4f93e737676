#include "feed/sniff.h"

#include <algorithm>
#include <initializer_list>

#include "base/ascii.h"
#include "feed/csv.h"
#include "feed/cutter.h"
#include "feed/warc.h"

namespace calque {
namespace {

// Where the first character stands that is not white space, after a UTF-8 byte order mark.
std::size_t first_character(std::string_view head) {
  const std::size_t begin = head.starts_with(kUtf8Mark) ? kUtf8Mark.size() : 0;
  return std::min(head.find_first_not_of(kBlanks, begin), head.size());
}

// A '{' alone does not tell: in UTF-16 a NUL follows it.
bool starts_like_jsonl(std::string_view head, std::size_t first) {
  return first < head.size() && head[first] == '{' && head.substr(0, first + 2).find('\0') == std::string_view::npos;
}

std::string_view first_line(std::string_view head, std::size_t first) {
  const std::string_view line = head.substr(first, head.find('\n', first) - first);
  return line.ends_with('\r') ? line.substr(0, line.size() - 1) : line;
}

// The first element of a document in angle brackets, behind declarations and comments: "rss", "html", ...
std::string_view first_element(std::string_view head) {
  for (std::size_t at = head.find('<'); at != std::string_view::npos; at = head.find('<', at + 1)) {
    if (head.substr(at, 4) == "<!--") {
      at = head.find("-->", at);
      if (at == std::string_view::npos) return {};
    } else if (at + 1 < head.size() && is_ascii_letter(head[at + 1])) {
      return head.substr(at + 1, head.find_first_of(" \t\r\n/>", at + 1) - at - 1);
    }
  }
  return {};
}

bool is_doctype_html(std::string_view head) { return equal_ignoring_case(head.substr(0, 14), "<!doctype html"); }

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::ranges::any_of(names, [&](std::string_view other) { return equal_ignoring_case(name, other); });
}

FeedFormat sniff_markup(std::string_view head) {
  const std::string_view element = first_element(head);
  if (is_one_of(element, {"rss", "feed", "rdf:RDF"})) return FeedFormat::kRss;
  const bool is_html = is_doctype_html(head) || is_one_of(element, {"html", "head", "body", "title", "meta"});
  return is_html ? FeedFormat::kHtml : FeedFormat::kText;
}

}  // namespace

bool needs_more(std::string_view head) {
  const std::size_t first = first_character(head);
  if (first + 1 >= head.size()) return true;
  if (head[first] == '{' || head.size() - first >= kSniffBytes) return false;
  if (head[first] == '<') return first_element(head.substr(first)).empty();
  return head.find('\n', first) == std::string_view::npos;
}

FeedFormat sniff(std::string_view head, std::string_view column) {
  const std::size_t first = first_character(head);
  if (starts_like_jsonl(head, first)) return FeedFormat::kJsonl;
  if (head.substr(first).starts_with(kWarcStart)) return FeedFormat::kWarc;
  if (first < head.size() && head[first] == '<') return sniff_markup(head.substr(first));
  return csv_by_header(first_line(head, first), column).value_or(FeedFormat::kText);
}

}  // namespace calque
