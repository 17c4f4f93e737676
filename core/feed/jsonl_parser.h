// A line of JSONL -> its document.
#pragma once

#include <memory>
#include <string>

#include "calque/feed.h"

namespace calque {

// See RecordParser on JSONL. Without a document, gives the reason as text.
class JsonlParser {
 public:
  explicit JsonlParser(FieldNames fields);
  ~JsonlParser();

  tl::expected<Document, std::string> parse(const Record& record);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace calque
