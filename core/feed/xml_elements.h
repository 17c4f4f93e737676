// Elements of XML in feeds, well-formed or not.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace calque {

struct XmlElement {
  std::string_view name;        // with its prefix
  std::string_view attributes;  // as written in the start tag
  std::string_view inner;       // between its tags; up to its parent's end if it has no end tag
};

// The name of the tag at `at`, a '<': "item" of "<item>" and of "</item>".
std::string_view tag_name(std::string_view xml, std::size_t at);
// "content:encoded" -> "encoded" and "content".
std::string_view local_name(std::string_view name);
std::string_view prefix_of(std::string_view name);

// The next '<' at or after `at`, outside comments and CDATA sections; the size if there is none.
std::size_t find_tag(std::string_view xml, std::size_t at);
// The position after the '>' of the tag at `at`; after the '<' if no '>' is near.
std::size_t after_tag(std::string_view xml, std::size_t at);

// The elements directly inside `element`, which begins with its own start tag.
std::vector<XmlElement> children_of(std::string_view element);

// The value of an attribute, with its references decoded; empty if there is none.
std::string attribute_of(std::string_view attributes, std::string_view name);

// Whether it has tags outside CDATA sections.
bool has_tags(std::string_view inner);
// The text of content without tags: CDATA sections unchanged, and references to ASCII decoded elsewhere. Other
// references are left to the HTML stage, which knows more names and runs when the charset is known.
std::string xml_text(std::string_view inner);
// The content with tags as HTML: without prefixes, and with <br/> and <p/> written so that HTML means the same.
std::string xml_as_html(std::string_view inner);

// "&amp;lt;" -> "&lt;".
void append_ascii_decoded(std::string_view text, std::string& out);

}  // namespace calque
