#include "feed/rss.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <utility>

#include "base/ascii.h"
#include "feed/cutter.h"
#include "feed/field_text.h"
#include "feed/markup_sniff.h"
#include "feed/xml_elements.h"

namespace calque {
namespace {

using Elements = std::vector<XmlElement>;

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::ranges::find(names, name) != names.end();
}

bool is_start(std::string_view xml, std::size_t at) { return xml.substr(at, 2) != "</"; }

// Items of RSS 1.0's mod_content are inside items.
bool begins_item(std::string_view feed, std::size_t at) {
  const std::string_view name = tag_name(feed, at);
  return is_start(feed, at) && is_one_of(local_name(name), {"item", "entry"}) && prefix_of(name) != "content:" &&
         name.data() + name.size() < feed.data() + feed.size();
}

std::string encoding_of(std::string_view declaration) {
  const std::string encoding = attribute_of(declaration, "encoding");
  // UTF-16 has been converted to UTF-8 already.
  return equal_ignoring_case(encoding.substr(0, 6), "utf-16") || equal_ignoring_case(encoding, "utf16") ? "" : encoding;
}

// Whether it is an HTML tag: "<p>" and "</em>" are, "<today>" is not.
bool is_html_tag(std::string_view text, std::size_t at, std::string_view open, std::string_view close) {
  if (text.substr(at, open.size()) != open) return false;
  at += open.size();
  at += at < text.size() && text[at] == '/';
  const std::size_t end = text.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", at);
  if (end == std::string_view::npos || !is_html_element(text.substr(at, end - at))) return false;
  return text.substr(end, close.size()) == close ||
         std::string_view(" \t\r\n/").find(text[end]) != std::string_view::npos;
}

bool has_html_tag(std::string_view text, std::string_view open, std::string_view close) {
  const std::size_t last = text.rfind(close);
  if (last == std::string_view::npos) return false;
  for (std::size_t at = text.find(open); at < last; at = text.find(open, at + 1)) {
    if (is_html_tag(text, at, open, close)) return true;
  }
  return text.find(std::string(open) + "!--") != std::string_view::npos;
}

bool has_reference(std::string_view text) {
  for (std::size_t at = text.find('&'); at != std::string_view::npos; at = text.find('&', at + 1)) {
    std::size_t end = at + 1;
    while (end < text.size() && (text[end] == '#' || is_ascii_letter(text[end]) || is_digit(text[end]))) ++end;
    if (end > at + 1 && end < text.size() && text[end] == ';') return true;
  }
  return false;
}

std::string decoded_base64(std::string_view text) {
  constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  unsigned bits = 0;
  int count = 0;
  for (const char c : text) {
    const std::size_t digit = kDigits.find(c);
    if (digit == std::string_view::npos) continue;
    bits = (bits << 6 | static_cast<unsigned>(digit)) & 0xFFFFFF;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    out.push_back(static_cast<char>(bits >> count));
  }
  return out;
}

// "<![CDATA[" that was escaped with what is in it.
std::string_view without_cdata(std::string_view text) {
  const std::string_view trimmed = trim(text);
  const bool is_section = trimmed.starts_with("<![CDATA[") && trimmed.ends_with("]]>");
  return is_section ? trimmed.substr(9, trimmed.size() - 12) : text;
}

struct Content {
  std::string bytes;
  Markup markup = Markup::kNone;
};

// Text without tags, in which only references are HTML: its line ends count.
std::string lines_as_html(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\n') out += "<br>";
    out += c;
  }
  return out;
}

// The content of an element, whose markup may be XML, escaped, or escaped twice.
Content content_of(const XmlElement& element) {
  if (equal_ignoring_case(attribute_of(element.attributes, "mode"), "base64")) {
    return {decoded_base64(element.inner), Markup::kFragment};
  }
  if (has_tags(element.inner)) return {xml_as_html(element.inner), Markup::kFragment};
  std::string text(without_cdata(xml_text(element.inner)));
  if (!has_html_tag(text, "<", ">") && has_html_tag(text, "&lt;", "&gt;")) {
    std::string once_more;
    append_ascii_decoded(text, once_more);
    text = std::move(once_more);
  }
  if (has_html_tag(text, "<", ">")) return {std::move(text), Markup::kFragment};
  if (has_reference(text)) return {lines_as_html(text), Markup::kFragment};
  return {std::move(text), Markup::kNone};
}

// An item: its elements, and in which charset they are.
class Item {
 public:
  Item(std::string_view bytes, std::string charset)
      : prefix_(prefix_of(tag_name(bytes, 0))), children_(children_of(bytes)), charset_(std::move(charset)) {}

  // The longest candidate for its text. Prefixes other than the feed's own belong to extensions.
  Content text() const {
    Content longest;
    for (const XmlElement& child : children_) {
      const std::string_view local = local_name(child.name);
      const bool is_own =
          prefix_of(child.name) == prefix_ && is_one_of(local, {"content", "description", "summary", "body"});
      if (!is_own && !is_one_of(local, {"encoded", "body"})) continue;
      keep_longer(child, longest);
    }
    if (!is_blank(longest.bytes)) return longest;
    for (const XmlElement& child : children_) {
      if (is_one_of(local_name(child.name), {"description", "summary"})) keep_longer(child, longest);
      if (child.name == "media:group") keep_media_text(child, longest);
    }
    return longest;
  }

  // The first of these elements that is not empty.
  std::string field(std::initializer_list<std::string_view> names) const {
    for (const std::string_view name : names) {
      for (const XmlElement& child : children_) {
        if (child.name != name && child.name != std::string(prefix_).append(name)) continue;
        std::string text = without_tags(content_of(child).bytes);
        if (!text.empty()) return field_text(text, charset_);
      }
    }
    return {};
  }

  std::string link() const {
    for (const XmlElement& child : children_) {
      if (local_name(child.name) != "link") continue;
      const std::string rel = attribute_of(child.attributes, "rel");
      const std::string href = attribute_of(child.attributes, "href");
      if (!href.empty() && (rel.empty() || rel == "alternate")) return field_text(href, charset_);
    }
    return field({"link"});
  }

  // A guid is an address if it looks like one and does not say otherwise.
  std::string permanent_link() const {
    for (const XmlElement& child : children_) {
      if (local_name(child.name) != "guid" || attribute_of(child.attributes, "isPermaLink") == "false") continue;
      std::string guid = field({"guid"});
      if (guid.starts_with("http://") || guid.starts_with("https://")) return guid;
    }
    return {};
  }

 private:
  static void keep_longer(const XmlElement& element, Content& longest) {
    Content content = content_of(element);
    if (content.bytes.size() > longest.bytes.size()) longest = std::move(content);
  }

  static void keep_media_text(const XmlElement& group, Content& longest) {
    const std::string whole = "<g>" + std::string(group.inner) + "</g>";
    for (const XmlElement& child : children_of(whole)) {
      if (child.name == "media:description") keep_longer(child, longest);
    }
  }

  static std::string without_tags(std::string_view html) {
    std::string out;
    const std::size_t last = html.rfind('>');
    for (std::size_t at = 0; at < html.size();) {
      const bool is_tag = last != std::string_view::npos && at < last && is_html_tag(html, at, "<", ">");
      if (!is_tag) out.push_back(html[at]);
      at = is_tag ? html.find('>', at) + 1 : at + 1;
    }
    return std::string(trim(out));
  }

  std::string_view prefix_;
  Elements children_;
  std::string charset_;
};

Document document_of(const Item& item, std::string charset) {
  Document document;
  Content content = item.text();
  document.bytes = std::move(content.bytes);
  document.markup = content.markup;
  document.charset = std::move(charset);
  document.url = item.link();
  if (document.url.empty()) document.url = item.permanent_link();
  document.id = item.field({"guid", "id"});
  if (document.id.empty()) document.id = document.url;
  document.title = item.field({"title", "dc:title"});
  document.title_has_entities = has_reference(document.title);
  document.date = item.field({"pubDate", "published", "issued", "dc:date", "created", "updated", "modified", "date"});
  return document;
}

}  // namespace

RssItem find_rss_item(std::string_view feed, std::size_t from) {
  std::size_t begin = find_tag(feed, from);
  while (begin < feed.size() && !begins_item(feed, begin)) begin = find_tag(feed, begin + 1);
  if (begin == feed.size()) return {begin, begin, true};
  const std::string_view name = tag_name(feed, begin);
  std::size_t end = find_tag(feed, begin + 1);
  for (; end < feed.size(); end = find_tag(feed, end + 1)) {
    const std::string_view other = tag_name(feed, end);
    if (is_start(feed, end) ? begins_item(feed, end) && other == name
                            : other == name || is_one_of(local_name(other), {"channel", "feed", "RDF"})) {
      break;
    }
  }
  const bool is_closed = end < feed.size() && !is_start(feed, end) && tag_name(feed, end) == name;
  if (!is_closed) return {begin, end, false};
  return {begin, std::min(feed.find('>', end), feed.size() - 1) + 1, true};
}

std::string xml_declaration(std::string_view feed) {
  const std::size_t begin = feed.find("<?xml ");
  const std::size_t end = feed.find("?>", begin);
  const bool is_first = begin != std::string_view::npos && begin < find_rss_item(feed, 0).begin;
  return is_first && end != std::string_view::npos ? std::string(feed.substr(begin, end + 2 - begin)) : "";
}

tl::expected<Document, Rejected> parse_rss(const Record& record) {
  if (record.bytes.empty() || record.bytes[0] != '<' || !begins_item(record.bytes, 0)) {
    return tl::unexpected(Rejected{record.origin, "what stands around the items", false});
  }
  const std::string charset = record.header ? encoding_of(record.header->row) : "";
  Document document = document_of(Item(record.bytes, charset), charset);
  if (is_blank(document.bytes)) return tl::unexpected(Rejected{record.origin, "an item without text"});
  return document;
}

}  // namespace calque
