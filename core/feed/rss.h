// RSS and Atom: where items stand, and what they say.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "calque/feed.h"

namespace calque {

struct RssItem {
  std::size_t begin;  // of "<item" or "<entry"; the size of the feed when there is none
  std::size_t end;    // behind its end tag; where the next item or the feed's end tag begins when it is not closed
  bool is_closed;
};

// The first item at or after `from`, comments and CDATA sections apart.
RssItem find_rss_item(std::string_view feed, std::size_t from);

// "<?xml ... ?>"; empty when the feed does not begin with one.
std::string xml_declaration(std::string_view feed);

// As RecordParser says of RSS. What is no item holds no article.
tl::expected<Document, Rejected> parse_rss(const Record& record);

}  // namespace calque
