#include "feed/xml_elements.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "base/ascii.h"

namespace calque {
namespace {

constexpr std::string_view kNameEnd = " \t\r\n/><";
constexpr std::string_view kCdata = "<![CDATA[";
constexpr std::string_view kCdataEnd = "]]>";
// Each of them costs a search to the end for its end tag.
constexpr std::size_t kMostUnclosed = 20;

// Behind the comment or CDATA section that begins at `at`; `at` itself when none does. A CDATA section in which another
// one begins was not closed.
std::size_t after_section(std::string_view xml, std::size_t at) {
  if (xml.substr(at, 4) == "<!--") {
    const std::size_t end = xml.find("-->", at + 4);
    return end == std::string_view::npos ? xml.size() : end + 3;
  }
  if (xml.substr(at, kCdata.size()) != kCdata) return at;
  const std::size_t begin = at + kCdata.size();
  const std::size_t next = std::min(xml.find(kCdata, begin), xml.size());
  const std::size_t end = xml.substr(0, next).find(kCdataEnd, begin);
  return end == std::string_view::npos ? begin : end + kCdataEnd.size();
}

std::size_t find_end_tag(std::string_view xml, std::size_t at, std::string_view name) {
  std::size_t depth = 1;
  for (at = find_tag(xml, at); at < xml.size(); at = find_tag(xml, at + 1)) {
    if (tag_name(xml, at) != name) continue;
    const bool is_end = xml[at + 1] == '/';
    const bool is_empty = !is_end && xml.substr(0, after_tag(xml, at)).ends_with("/>");
    if (!is_empty) depth += is_end ? -1 : 1;
    if (depth == 0) return at;
  }
  return xml.size();
}

// The character that a reference stands for, when it is ASCII; `body` is between & and ;.
std::optional<char> ascii_of(std::string_view body) {
  struct Name {
    std::string_view name;
    char c;
  };
  constexpr std::array<Name, 5> kNames = {{{"lt", '<'}, {"gt", '>'}, {"amp", '&'}, {"quot", '"'}, {"apos", '\''}}};
  for (const Name& name : kNames) {
    if (body == name.name) return name.c;
  }
  if (!body.starts_with('#')) return std::nullopt;
  const bool is_hex = body.size() > 1 && to_lower(body[1]) == 'x';
  body.remove_prefix(is_hex ? 2 : 1);
  unsigned value = 0;
  const auto [end, error] = std::from_chars(body.data(), body.data() + body.size(), value, is_hex ? 16 : 10);
  const bool is_ascii = error == std::errc() && end == body.data() + body.size() && value < 0x80;
  if (!is_ascii || (value < ' ' && value != '\t' && value != '\n' && value != '\r')) return std::nullopt;
  return static_cast<char>(value);
}

bool is_void(std::string_view name) {
  constexpr std::array<std::string_view, 9> kVoid = {"br",   "hr",  "img",    "input", "link",
                                                     "meta", "wbr", "source", "embed"};
  return std::ranges::find(kVoid, name) != kVoid.end();
}

// In HTML "<p/>" opens a paragraph, and "<script/>" a script without an end.
void append_tag_as_html(std::string_view tag, std::string& out) {
  const std::string_view name = tag_name(tag, 0);
  const std::string_view local = local_name(name);
  const bool is_end = tag.starts_with("</");
  const bool is_empty = tag.ends_with("/>");
  const std::size_t rest = (is_end ? 2 : 1) + name.size();
  out.append(is_end ? "</" : "<").append(local);
  out.append(tag.substr(rest, tag.size() - rest - (is_empty ? 2 : 1))).append(">");
  if (is_empty && !is_end && !is_void(local)) out.append("</").append(local).append(">");
}

void append_escaped(std::string_view text, std::string& out) {
  for (const char c : text) {
    if (c == '<') {
      out += "&lt;";
    } else if (c == '&') {
      out += "&amp;";
    } else {
      out += c;
    }
  }
}

std::string_view without_cdata_marks(std::string_view section) {
  return section.substr(kCdata.size(), section.size() - kCdata.size() - kCdataEnd.size());
}

}  // namespace

std::string_view tag_name(std::string_view xml, std::size_t at) {
  at += xml.substr(at, 2) == "</" ? 2 : 1;
  at = std::min(at, xml.size());
  return xml.substr(at, xml.find_first_of(kNameEnd, at) - at);
}

std::string_view local_name(std::string_view name) { return name.substr(name.find(':') + 1); }
std::string_view prefix_of(std::string_view name) { return name.substr(0, name.size() - local_name(name).size()); }

std::size_t find_tag(std::string_view xml, std::size_t at) {
  for (at = xml.find('<', at); at != std::string_view::npos; at = xml.find('<', at)) {
    const std::size_t after = after_section(xml, at);
    if (after == at) return at;
    at = after;
  }
  return xml.size();
}

std::size_t after_tag(std::string_view xml, std::size_t at) {
  char quote = '\0';
  for (std::size_t i = at + 1; i < xml.size() && xml[i] != '<'; ++i) {
    if (quote != '\0') {
      if (xml[i] == quote) quote = '\0';
    } else if (xml[i] == '"' || xml[i] == '\'') {
      quote = xml[i];
    } else if (xml[i] == '>') {
      return i + 1;
    }
  }
  // Quotes that are not closed before the next tag do not count. The search is limited, so that time stays linear.
  constexpr std::size_t kMostBytes = std::size_t{4} << 10;
  const std::size_t end = xml.substr(at, kMostBytes).find('>');
  return at + (end == std::string_view::npos ? 1 : end + 1);
}

std::vector<XmlElement> children_of(std::string_view element) {
  std::vector<XmlElement> children;
  std::size_t unclosed = 0;
  std::size_t at = find_tag(element, after_tag(element, 0));
  while (at < element.size()) {
    const std::size_t begin = after_tag(element, at);
    const std::string_view tag = element.substr(at, begin - at);
    const std::string_view name = tag_name(element, at);
    std::size_t next = begin;
    if (!name.empty() && is_ascii_letter(name[0]) && element[at + 1] != '/') {
      std::string_view inner;
      if (!tag.ends_with("/>") && unclosed < kMostUnclosed) {
        const std::size_t end = find_end_tag(element, begin, name);
        inner = element.substr(begin, end - begin);
        if (end < element.size()) next = end;
        unclosed += end == element.size();
      }
      children.push_back({name, tag.substr(std::min(1 + name.size(), tag.size())), inner});
    }
    at = find_tag(element, std::max(next, at + 1));
  }
  return children;
}

std::string attribute_of(std::string_view attributes, std::string_view name) {
  for (std::size_t at = attributes.find(name); at != std::string_view::npos; at = attributes.find(name, at + 1)) {
    const bool begins = at > 0 && std::string_view(" \t\r\n").find(attributes[at - 1]) != std::string_view::npos;
    const std::size_t equals = std::min(attributes.find_first_not_of(" \t\r\n", at + name.size()), attributes.size());
    if (!begins || equals == attributes.size() || attributes[equals] != '=') continue;
    const std::size_t value = std::min(attributes.find_first_not_of(" \t\r\n", equals + 1), attributes.size());
    if (value == attributes.size()) return {};
    const bool is_quoted = attributes[value] == '"' || attributes[value] == '\'';
    const std::size_t end =
        is_quoted ? attributes.find(attributes[value], value + 1) : attributes.find_first_of(kNameEnd, value);
    std::string decoded;
    append_ascii_decoded(attributes.substr(value + is_quoted, end - value - is_quoted), decoded);
    return decoded;
  }
  return {};
}

bool has_tags(std::string_view inner) {
  const std::size_t last = inner.rfind('>');
  if (last == std::string_view::npos) return false;
  for (std::size_t at = find_tag(inner, 0); at < last; at = find_tag(inner, at + 1)) {
    const std::string_view name = tag_name(inner, at);
    if (!name.empty() && is_ascii_letter(name[0])) return true;
  }
  return false;
}

void append_ascii_decoded(std::string_view text, std::string& out) {
  constexpr std::size_t kMostBytes = 10;  // of a reference to ASCII
  while (!text.empty()) {
    const std::size_t at = std::min(text.find('&'), text.size());
    out.append(text.substr(0, at));
    text.remove_prefix(at);
    if (text.empty()) return;
    const std::size_t end = text.substr(0, kMostBytes).find(';');
    const auto c = end == std::string_view::npos ? std::nullopt : ascii_of(text.substr(1, end - 1));
    out.push_back(c.value_or('&'));
    text.remove_prefix(c ? end + 1 : 1);
  }
}

std::string xml_text(std::string_view inner) {
  std::string out;
  for (std::size_t at = 0; at < inner.size();) {
    const std::size_t next = std::min(inner.find('<', at), inner.size());
    append_ascii_decoded(inner.substr(at, next - at), out);
    const std::size_t after = next < inner.size() ? after_section(inner, next) : next;
    const std::string_view section = inner.substr(next, after - next);
    if (section.ends_with(kCdataEnd) && section.starts_with(kCdata)) out.append(without_cdata_marks(section));
    if (after == next && next < inner.size()) out.push_back('<');
    at = std::max(after, std::min(next + 1, inner.size()));
  }
  return out;
}

std::string xml_as_html(std::string_view inner) {
  std::string out;
  for (std::size_t at = 0; at < inner.size();) {
    const std::size_t next = std::min(inner.find('<', at), inner.size());
    out.append(inner.substr(at, next - at));
    if (next == inner.size()) break;
    const std::size_t after = after_section(inner, next);
    const std::string_view section = inner.substr(next, after - next);
    if (section.ends_with(kCdataEnd) && section.starts_with(kCdata)) append_escaped(without_cdata_marks(section), out);
    at = after;
    if (after > next) continue;
    const std::string_view name = tag_name(inner, next);
    at = !name.empty() && is_ascii_letter(name[0]) ? after_tag(inner, next) : next + 1;
    if (at == next + 1) {
      out.push_back('<');
    } else {
      append_tag_as_html(inner.substr(next, at - next), out);
    }
  }
  return out;
}

}  // namespace calque
