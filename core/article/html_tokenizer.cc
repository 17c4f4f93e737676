#include "article/html_tokenizer.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/ascii.h"

namespace calque {
namespace {

constexpr std::array<std::string_view, 8> kRawText = {"script", "style",   "title",    "textarea",
                                                      "xmp",    "noembed", "noframes", "iframe"};

// Removes from `rest` and returns the text before the first character that `stops`.
template <class Stops>
std::string_view take_until(std::string_view& rest, Stops stops) {
  std::size_t size = 0;
  while (size < rest.size() && !stops(rest[size])) ++size;
  const std::string_view taken = rest.substr(0, size);
  rest.remove_prefix(size);
  return taken;
}

bool is_no_space(char c) { return !is_html_space(c); }

std::optional<HtmlAttribute> find_attribute(std::string_view attributes, std::string_view name) {
  while (const auto found = take_attribute(attributes)) {
    if (equal_ignoring_case(found->name, name)) return found;
  }
  return std::nullopt;
}

}  // namespace

void HtmlTokenizer::read_name(std::size_t begin, std::size_t end) {
  name_size_ = std::min(end - begin, kMostNameBytes);
  std::transform(html_.begin() + begin, html_.begin() + begin + name_size_, name_, to_lower);
}

bool HtmlTokenizer::take_text(HtmlToken& token, std::size_t end, HtmlToken::Kind kind) {
  token = {kind, {}, html_.substr(at_, end - at_), {}, {}};
  at_ = end;
  return true;
}

// Where the tag that began before `at` ends: at its '>', quoted ones apart, or at the end of the page.
std::size_t HtmlTokenizer::after_tag(std::size_t at) const {
  char quote = 0;
  for (bool after_equals = false; at < html_.size(); ++at) {
    const char c = html_[at];
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (c == '>') {
      return at;
    } else if (after_equals && (c == '"' || c == '\'')) {
      quote = c;
    }
    after_equals = c == '=' || (after_equals && is_html_space(c));
  }
  return at;
}

void HtmlTokenizer::skip_to(std::string_view mark, std::size_t from) {
  const std::size_t found = html_.find(mark, from);
  at_ = found == std::string_view::npos ? html_.size() : found + mark.size();
}

// Where the end tag of the element of raw text begins.
std::size_t HtmlTokenizer::find_raw_end() const {
  const std::string_view name(name_, name_size_);
  for (std::size_t at = html_.find("</", at_); at != std::string_view::npos; at = html_.find("</", at + 2)) {
    const std::size_t end = at + 2 + name_size_;
    if (equal_ignoring_case(html_.substr(at + 2, name_size_), name) &&
        (end >= html_.size() || is_html_space(html_[end]) || html_[end] == '>' || html_[end] == '/')) {
      return at;
    }
  }
  return html_.size();
}

bool HtmlTokenizer::take_raw_text(HtmlToken& token) {
  in_raw_text_ = false;
  const std::size_t end = find_raw_end();
  const std::string_view name(name_, name_size_);
  if (name == "title" || name == "textarea") return take_text(token, end);
  if (name == "script") return take_text(token, end, HtmlToken::kScript);
  at_ = end;
  return next(token);
}

// From a '<'. False when what follows is passed over.
bool HtmlTokenizer::take_markup(HtmlToken& token) {
  const char next = at_ + 1 < html_.size() ? html_[at_ + 1] : '\0';
  if (html_.substr(at_, 4) == "<!--") {
    // "<!-->" and "<!--->" are whole comments.
    const std::string_view start = html_.substr(at_ + 4, 2);
    skip_to(start.starts_with('>') || start == "->" ? ">" : "-->", at_ + 4);
    return false;
  }
  if (next == '!' || next == '?') {
    skip_to(">", at_ + 2);
    return false;
  }
  const bool is_end = next == '/';
  const std::size_t begin = at_ + (is_end ? 2 : 1);
  const std::size_t name_end = std::min(html_.find_first_of(" \t\r\n\f/>", begin), html_.size());
  const std::size_t end = after_tag(name_end);
  read_name(begin, name_end);
  const std::string_view name(name_, name_size_);
  token = {is_end ? HtmlToken::kEnd : HtmlToken::kStart,
           name,
           {},
           html_.substr(name_end, end - name_end),
           html_.substr(at_, end + 1 - at_)};
  at_ = std::min(end + 1, html_.size());
  in_raw_text_ = !is_end && std::ranges::find(kRawText, name) != kRawText.end();
  return end < html_.size();
}

bool HtmlTokenizer::next(HtmlToken& token) {
  if (in_raw_text_) return take_raw_text(token);
  while (at_ < html_.size()) {
    std::size_t mark = at_;
    // A '<' is one of markup when a letter, '/' and a letter, '!' or '?' follows.
    for (mark = html_.find('<', mark); mark != std::string_view::npos; mark = html_.find('<', mark + 1)) {
      const std::size_t name = mark + (html_.substr(mark, 2) == "</" ? 2 : 1);
      const char c = name < html_.size() ? html_[name] : '\0';
      if (is_ascii_letter(c) || (name == mark + 1 && (c == '!' || c == '?'))) break;
    }
    if (mark != at_) return take_text(token, std::min(mark, html_.size()));
    if (take_markup(token)) return true;
  }
  return false;
}

std::optional<HtmlAttribute> take_attribute(std::string_view& rest) {
  take_until(rest, [](char c) { return !is_html_space(c) && c != '/'; });
  if (rest.empty()) return std::nullopt;
  HtmlAttribute found;
  // A '=' that comes first is part of the name.
  std::string_view after = rest.substr(1);
  const std::size_t size = take_until(after, [](char c) { return is_html_space(c) || c == '/' || c == '='; }).size();
  found.name = rest.substr(0, size + 1);
  rest = after;
  take_until(after, is_no_space);
  if (!after.starts_with('=')) return found;
  after.remove_prefix(1);
  take_until(after, is_no_space);
  rest = after;
  if (!rest.empty() && (rest[0] == '"' || rest[0] == '\'')) {
    const std::size_t end = std::min(rest.find(rest[0], 1), rest.size());
    found.value = rest.substr(1, end - 1);
    rest.remove_prefix(std::min(end + 1, rest.size()));
  } else {
    found.value = take_until(rest, is_html_space);
  }
  return found;
}

std::string_view attribute(std::string_view attributes, std::string_view name) {
  const auto found = find_attribute(attributes, name);
  return found ? found->value : std::string_view();
}

bool has_attribute(std::string_view attributes, std::string_view name) {
  return find_attribute(attributes, name).has_value();
}

}  // namespace calque
