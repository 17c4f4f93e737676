// HTML -> tags and text, in one pass and without a tree: deep nesting costs no extra time.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace calque {

constexpr bool is_html_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }

struct HtmlToken {
  enum Kind : unsigned char { kText, kScript, kStart, kEnd } kind = kText;
  std::string_view name;        // of a tag, in lower case; valid until the next token
  std::string_view text;        // of kText and kScript: as in the page, with its entities
  std::string_view attributes;  // of kStart: between the name and '>'
  std::string_view code;        // of a tag: all of it, as in the page
};

// Tokenizes as browsers do (html.spec.whatwg.org, 13.2.5), but skips what does not affect the text: comments,
// declarations, and the content of <style> and other raw text elements. <title> and <textarea> give their text,
// <script> a kScript token. Unclosed markup ends with the page.
class HtmlTokenizer {
 public:
  explicit HtmlTokenizer(std::string_view html) : html_(html) {}

  // False at the end.
  bool next(HtmlToken& token);

 private:
  static constexpr std::size_t kMostNameBytes = 32;  // longer ones are not HTML and are cut off

  bool take_text(HtmlToken& token, std::size_t end, HtmlToken::Kind kind = HtmlToken::kText);
  bool take_raw_text(HtmlToken& token);
  bool take_markup(HtmlToken& token);
  std::size_t after_tag(std::size_t at) const;
  std::size_t find_raw_end() const;
  void read_name(std::size_t begin, std::size_t end);
  void skip_to(std::string_view mark, std::size_t from);

  std::string_view html_;
  std::size_t at_ = 0;
  char name_[kMostNameBytes] = {};
  std::size_t name_size_ = 0;
  bool in_raw_text_ = false;  // after the start tag of the raw text element name_
};

struct HtmlAttribute {
  std::string_view name;
  std::string_view value;  // as in the page
};

// Removes the first attribute from `rest` and returns it; nothing at the end.
std::optional<HtmlAttribute> take_attribute(std::string_view& rest);

// The value of an attribute, as in the page; empty if it has none or is missing: `has_attribute` tells which.
std::string_view attribute(std::string_view attributes, std::string_view name);
bool has_attribute(std::string_view attributes, std::string_view name);

}  // namespace calque
