// Compares the reading of JSON that is not JSONL with simdjson: if simdjson reads an array of objects, ours gives the
// same objects.
#include <simdjson.h>

#include "calque/feed.h"
#include "feed/open_source.h"
#include "fuzz/feed_target.h"
#include "fuzz/target.h"

namespace calque::fuzz {
namespace {

std::size_t count_records(std::string_view bytes) {
  const MemoryFile file(bytes);
  const auto source = open_source(file.path(), FeedFormat::kJson, FieldNames{}, FeedSizes{});
  demand(source.has_value(), "what is plain can be opened");
  std::size_t count = 0;
  for (;;) {
    const auto record = (*source)->next();
    demand(record.has_value(), "nothing is lost of what is not compressed");
    if (!*record) return count;
    demand((*record)->fault.empty(), "an object that simdjson reads has no fault");
    ++count;
  }
}

// The objects of an array that has only objects. Compression and UTF-16 are detected before JSON.
void check_array(std::string_view input) {
  if (!input.starts_with('[')) return;
  static simdjson::dom::parser parser;
  simdjson::dom::array array;
  const simdjson::padded_string padded(input);
  if (parser.parse(padded).get(array)) return;
  std::size_t objects = 0;
  for (const auto element : array) {
    if (!element.is_object()) return;
    ++objects;
  }
  demand(count_records(input) == objects, "an array has as many records as objects");
}

}  // namespace

void run(std::string_view input) {
  check_feed(input, FeedFormat::kJson);
  check_array(input);
}

}  // namespace calque::fuzz
