#include "feed/rss.h"

#include <algorithm>
#include <array>
#include <new>
#include <pugixml.hpp>
#include <sstream>
#include <utility>

#include "base/ascii.h"
#include "base/utf8.h"
#include "feed/cutter.h"

namespace calque {
namespace {

constexpr std::array<std::string_view, 2> kItems = {"item", "entry"};

// Behind the comment or CDATA section that begins at `at`; `at` itself when none does.
std::size_t after_section(std::string_view feed, std::size_t at) {
  const bool is_comment = feed.substr(at, 4) == "<!--";
  if (!is_comment && feed.substr(at, 9) != "<![CDATA[") return at;
  const std::size_t end = feed.find(is_comment ? "-->" : "]]>", at + 4);
  return end == std::string_view::npos ? feed.size() : end + 3;
}

// Whether the tag at `at` is "<NAME" or "</NAME".
bool is_tag(std::string_view feed, std::size_t at, std::string_view start, std::string_view name) {
  if (feed.substr(at, start.size()) != start || feed.substr(at + start.size(), name.size()) != name) return false;
  const std::size_t end = at + start.size() + name.size();
  return end < feed.size() && std::string_view(" \t\r\n/>").find(feed[end]) != std::string_view::npos;
}

// The next place from `at` where `is_wanted` holds of a '<' outside comments and CDATA sections; the size when none is.
template <class Wanted>
std::size_t find_markup(std::string_view feed, std::size_t at, Wanted is_wanted) {
  for (at = feed.find('<', at); at != std::string_view::npos; at = feed.find('<', at)) {
    const std::size_t after = after_section(feed, at);
    if (after == at && is_wanted(at)) return at;
    at = std::max(after, at + 1);
  }
  return feed.size();
}

std::string encoding_of(std::string_view declaration) {
  const std::size_t at = declaration.find("encoding=");
  if (at == std::string_view::npos || at + 10 >= declaration.size()) return {};
  const std::string_view value = declaration.substr(at + 10);
  return std::string(value.substr(0, value.find(declaration[at + 9])));
}

// All text of an element; of XHTML content the markup below it.
std::string text_of(const pugi::xml_node& node) {
  if (std::string_view(node.attribute("type").value()) == "xhtml") {
    std::ostringstream out;
    for (const pugi::xml_node& child : node.children()) child.print(out, "", pugi::format_raw);
    return out.str();
  }
  std::string text;
  for (const pugi::xml_node& child : node.children()) {
    if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) text += child.value();
  }
  return text;
}

std::string repaired(std::string_view bytes) {
  std::string text;
  append_repaired_utf8(trim(bytes), text);
  return text;
}

// The trimmed text of the first child of that name that has any.
std::string first_text(const pugi::xml_node& item, std::initializer_list<const char*> names) {
  for (const char* name : names) {
    std::string text = repaired(text_of(item.child(name)));
    if (!text.empty()) return text;
  }
  return {};
}

std::string link_of(const pugi::xml_node& item) {
  for (const pugi::xml_node& link : item.children("link")) {
    const std::string_view rel = link.attribute("rel").value();
    const std::string_view href = link.attribute("href").value();
    if (!href.empty() && (rel.empty() || rel == "alternate")) return repaired(href);
  }
  return first_text(item, {"link"});
}

Document document_of(const pugi::xml_node& item) {
  Document document;
  for (const char* name : {"content:encoded", "content", "description", "summary"}) {
    std::string text = text_of(item.child(name));
    if (text.size() > document.bytes.size()) document.bytes = std::move(text);
  }
  document.markup = document.bytes.find('<') == std::string::npos ? Markup::kNone : Markup::kFragment;
  document.url = link_of(item);
  document.id = first_text(item, {"guid", "id"});
  if (document.id.empty()) document.id = document.url;
  document.title = first_text(item, {"title"});
  document.date = first_text(item, {"pubDate", "published", "updated", "dc:date"});
  return document;
}

}  // namespace

RssItem find_rss_item(std::string_view feed, std::size_t from) {
  const auto begins = [&](std::size_t at) {
    return std::ranges::any_of(kItems, [&](std::string_view name) { return is_tag(feed, at, "<", name); });
  };
  const std::size_t begin = find_markup(feed, from, begins);
  if (begin == feed.size()) return {begin, begin, true};
  const std::string_view name = is_tag(feed, begin, "<", kItems[0]) ? kItems[0] : kItems[1];
  const std::size_t end = find_markup(feed, begin + 1, [&](std::size_t at) {
    return is_tag(feed, at, "</", name) || begins(at) || is_tag(feed, at, "</", "channel") ||
           is_tag(feed, at, "</", "feed");
  });
  if (!is_tag(feed, end, "</", name)) return {begin, end, false};
  return {begin, std::min(feed.find('>', end), feed.size() - 1) + 1, true};
}

std::string xml_declaration(std::string_view feed) {
  if (feed.starts_with(kUtf8Mark)) feed.remove_prefix(kUtf8Mark.size());
  feed = trim(feed);
  const std::size_t end = feed.find("?>");
  return feed.starts_with("<?xml") && end != std::string_view::npos ? std::string(feed.substr(0, end + 2)) : "";
}

tl::expected<Document, Rejected> parse_rss(const Record& record) {
  if (find_rss_item(record.bytes, 0).begin != 0) {
    return tl::unexpected(Rejected{record.origin, "what stands around the items", false});
  }
  const std::string encoding = encoding_of(*record.header);
  const bool is_latin1 = equal_ignoring_case(encoding, "iso-8859-1");
  pugi::xml_document xml;
  const auto result = xml.load_buffer(record.bytes.data(), record.bytes.size(), pugi::parse_default,
                                      is_latin1 ? pugi::encoding_latin1 : pugi::encoding_utf8);
  if (result.status == pugi::status_out_of_memory) throw std::bad_alloc();
  if (!result) {
    return tl::unexpected(Rejected{record.origin, std::string("invalid XML: ") + result.description()});
  }
  Document document = document_of(xml.first_child());
  if (is_blank(document.bytes)) return tl::unexpected(Rejected{record.origin, "an item without text"});
  document.charset = is_latin1 ? "utf-8" : encoding;
  return document;
}

}  // namespace calque
