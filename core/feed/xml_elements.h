// Elements of XML as they stand in feeds, well-formed or not.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace calque {

struct XmlElement {
  std::string_view name;        // with its prefix
  std::string_view attributes;  // as they stand in the start tag
  std::string_view inner;       // between its tags; to the end of its parent where it has no end tag
};

// The name of the tag at `at`, a '<': "item" of "<item>" and of "</item>".
std::string_view tag_name(std::string_view xml, std::size_t at);
// "encoded" of "content:encoded", and "content".
std::string_view local_name(std::string_view name);
std::string_view prefix_of(std::string_view name);

// The next '<' at or after `at`, comments and CDATA sections apart; the size when there is none.
std::size_t find_tag(std::string_view xml, std::size_t at);
// Behind the '>' of the tag at `at`; behind the '<' where no '>' is near.
std::size_t after_tag(std::string_view xml, std::size_t at);

// The elements directly inside `element`, which begins with its own start tag.
std::vector<XmlElement> children_of(std::string_view element);

// The value of an attribute, its references decoded; empty when there is none.
std::string attribute_of(std::string_view attributes, std::string_view name);

// Whether there are tags in it, CDATA sections apart.
bool has_tags(std::string_view inner);
// What is said without tags: CDATA sections as they are, elsewhere references to ASCII decoded. Others are left to
// HTML, which knows more names and is decoded once the charset is known.
std::string xml_text(std::string_view inner);
// What is said with tags, as HTML: prefixes dropped, <br/> and <p/> written so that HTML takes them for the same.
std::string xml_as_html(std::string_view inner);

// "&amp;lt;" -> "&lt;".
void append_ascii_decoded(std::string_view text, std::string& out);

}  // namespace calque
