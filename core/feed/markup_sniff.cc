#include "feed/markup_sniff.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"

namespace calque {
namespace {

constexpr std::size_t kMostBefore = std::size_t{4} << 10;  // of a server's messages before a feed or page

// Elements that a piece of HTML may begin with.
constexpr auto kHtmlElements = std::to_array<std::string_view>(
    {"html",   "head",    "body",    "title",    "meta",    "link",       "script",     "style",   "noscript",
     "base",   "div",     "p",       "span",     "a",       "b",          "strong",     "i",       "em",
     "u",      "small",   "font",    "br",       "hr",      "img",        "h1",         "h2",      "h3",
     "h4",     "h5",      "h6",      "ul",       "ol",      "li",         "dl",         "dt",      "dd",
     "table",  "thead",   "tbody",   "tr",       "td",      "th",         "pre",        "code",    "main",
     "header", "footer",  "article", "section",  "nav",     "aside",      "figure",     "picture", "video",
     "iframe", "form",    "center",  "address",  "time",    "blockquote", "figcaption", "svg",     "sub",
     "sup",    "q",       "s",       "cite",     "mark",    "del",        "ins",        "tt",      "wbr",
     "abbr",   "kbd",     "samp",    "var",      "dfn",     "acronym",    "big",        "strike",  "button",
     "input",  "select",  "option",  "textarea", "audio",   "source",     "embed",      "object",  "param",
     "canvas", "details", "summary", "figure",   "caption", "col",        "colgroup",   "tfoot",   "fieldset",
     "legend", "label",   "nobr"});

bool is_one_of(std::string_view name, const auto& names) {
  return std::ranges::any_of(names, [&](std::string_view other) { return equal_ignoring_case(name, other); });
}

// The first element after declarations and comments: "rss", "html", ...
std::string_view first_element(std::string_view head) {
  for (std::size_t at = head.find('<'); at != std::string_view::npos; at = head.find('<', at + 1)) {
    if (head.substr(at, 4) == "<!--") {
      at = head.find("-->", at);
      if (at == std::string_view::npos) return {};
    } else if (at + 1 < head.size() && is_ascii_letter(head[at + 1])) {
      const std::size_t end = head.find_first_of(" \t\r\n/>", at + 1);
      return end == std::string_view::npos ? std::string_view() : head.substr(at + 1, end - at - 1);
    }
  }
  return {};
}

std::string_view local_name(std::string_view name) { return name.substr(name.find(':') + 1); }

bool is_feed_root(std::string_view name) {
  return is_one_of(local_name(name), std::array<std::string_view, 3>{"rss", "feed", "RDF"});
}

bool is_doctype_html(std::string_view text) { return equal_ignoring_case(text.substr(0, 14), "<!doctype html"); }

// Whether the first character begins a tag, a comment or a declaration that is closed, and no "<5 people came".
bool begins_markup(std::string_view text) {
  return text.size() > 2 && text[0] == '<' && (is_ascii_letter(text[1]) || text[1] == '!' || text[1] == '?');
}

// "<Reuters> - A story." is not HTML: HTML has no such element.
std::optional<FeedFormat> sniff_first(std::string_view text) {
  if (!begins_markup(text)) return std::nullopt;
  if (is_doctype_html(text)) return FeedFormat::kHtml;
  const std::string_view element = first_element(text);
  if (is_feed_root(element)) return FeedFormat::kRss;
  if (is_one_of(element, kHtmlElements)) return FeedFormat::kHtml;
  return std::nullopt;
}

// A feed or a page after warnings: "<br /> <b>Warning</b>: ... <?xml version".
std::optional<FeedFormat> sniff_behind(std::string_view text) {
  for (std::size_t at = text.find('<', 1); at < std::min(text.size(), kMostBefore); at = text.find('<', at + 1)) {
    const std::string_view here = text.substr(at);
    const bool is_start = here.starts_with("<?xml") || here.starts_with("<rss") || here.starts_with("<feed ") ||
                          here.starts_with("<rdf:RDF") || is_doctype_html(here) ||
                          equal_ignoring_case(here.substr(0, 6), "<html>") ||
                          equal_ignoring_case(here.substr(0, 6), "<html ");
    if (!is_start || here.find("</") == std::string_view::npos) continue;  // a text may mention "<html>"
    if (const auto format = sniff_first(here)) return format;
  }
  return std::nullopt;
}

bool is_html_suffix(std::string_view suffix) {
  return suffix == "html" || suffix == "htm" || suffix == "xhtml" || suffix == "shtml";
}

// Whether it has an end tag of an HTML element.
bool has_html(std::string_view text) {
  for (std::size_t at = text.find("</"); at != std::string_view::npos; at = text.find("</", at + 2)) {
    const std::string_view name = text.substr(at + 2, text.find('>', at) - at - 2);
    if (is_one_of(trim(name), kHtmlElements)) return true;
  }
  return false;
}

}  // namespace

bool is_html_element(std::string_view name) { return is_one_of(name, kHtmlElements); }

bool is_certain_markup(std::string_view text) {
  const auto first = sniff_first(text);
  return first == FeedFormat::kRss ||
         (first == FeedFormat::kHtml && (is_doctype_html(text) || equal_ignoring_case(first_element(text), "html")));
}

std::string_view xml_root(std::string_view text) {
  return text.starts_with("<?xml") ? first_element(text) : std::string_view();
}

std::optional<FeedFormat> sniff_markup(std::string_view text, std::string_view suffix) {
  const auto first = sniff_first(text);
  if (first == FeedFormat::kRss || is_certain_markup(text)) return first;
  if (const auto behind = sniff_behind(text)) return behind;
  if (first) return first;
  if (is_html_suffix(suffix) && has_html(text)) return FeedFormat::kHtml;
  if ((suffix == "rss" || suffix == "atom") && text.starts_with('<')) return FeedFormat::kRss;
  return std::nullopt;
}

}  // namespace calque
