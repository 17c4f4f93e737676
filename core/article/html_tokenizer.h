// HTML -> tags and text, in one pass and without a tree: a page's nesting cannot cost more than its length.
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
  std::string_view text;        // of kText and kScript: as it stands in the page, entities and all
  std::string_view attributes;  // of kStart: what stands between the name and '>'
  std::string_view code;        // of a tag: all of it, as it stands in the page
};

// As browsers tokenize (html.spec.whatwg.org, 13.2.5), less what has no bearing on text: comments, declarations and
// what stands in <style> and other elements of raw text are passed over, but for <title> and <textarea>, which give
// their text, and <script>, which gives a token of its own kind. What is not closed ends with the page.
class HtmlTokenizer {
 public:
  explicit HtmlTokenizer(std::string_view html) : html_(html) {}

  // False at the end.
  bool next(HtmlToken& token);

 private:
  static constexpr std::size_t kMostNameBytes = 32;  // longer ones are no element of HTML, and are cut off

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
  bool in_raw_text_ = false;  // behind the start tag of an element of raw text, which is name_
};

struct HtmlAttribute {
  std::string_view name;
  std::string_view value;  // as it stands in the page
};

// Takes the first attribute off `rest`; nothing at the end.
std::optional<HtmlAttribute> take_attribute(std::string_view& rest);

// The value of an attribute, as it stands in the page; empty when it has none or is not there. `has_attribute` tells
// these two apart.
std::string_view attribute(std::string_view attributes, std::string_view name);
bool has_attribute(std::string_view attributes, std::string_view name);

}  // namespace calque
