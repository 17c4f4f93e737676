// An item of a JSON Feed -> its document.
#pragma once

#include <string>

#include "calque/feed.h"
#include "feed/jsonl_parser.h"

namespace calque {

// See RecordParser on JSON Feed (jsonfeed.org/version/1.1).
class JsonFeedParser {
 public:
  JsonFeedParser();

  tl::expected<Document, std::string> parse(const Record& record);

 private:
  JsonlParser html_;
  JsonlParser text_;
  JsonlParser summary_;
};

}  // namespace calque
