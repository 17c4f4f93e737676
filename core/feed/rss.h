// RSS and Atom: finds items and parses them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "calque/feed.h"

namespace calque {

struct RssItem {
  std::size_t begin;  // of "<item" or "<entry"; the feed's size if there is no item
  std::size_t end;    // after its end tag; without one, where the next item or the feed's end tag begins
  bool is_closed;
};

// The first item at or after `from`, outside comments and CDATA sections.
RssItem find_rss_item(std::string_view feed, std::size_t from);

// "<?xml ... ?>"; empty if the feed does not begin with it.
std::string xml_declaration(std::string_view feed);

// See RecordParser on RSS. Records that are not items hold no article.
tl::expected<Document, Rejected> parse_rss(const Record& record);

}  // namespace calque
