// Compares the reading of JSONL with simdjson's parser of whole documents: each object with a text that simdjson reads,
// ours must read with the same text. The reverse does not hold: ours repairs UTF-8 and lone surrogates, and does not
// check the values of fields that it does not need.
#include <simdjson.h>

#include <optional>

#include "base/utf8.h"
#include "calque/feed.h"
#include "fuzz/feed_target.h"
#include "fuzz/target.h"

namespace calque::fuzz {
namespace {

struct Fields {
  std::optional<std::string> text;
  std::optional<std::string> url;
};

// If a key occurs twice, the last value counts. Only strings are values.
std::optional<Fields> read_with_simdjson(std::string_view line) {
  static simdjson::dom::parser parser;
  simdjson::dom::object object;
  const simdjson::padded_string padded(line);
  if (parser.parse(padded).get(object)) return std::nullopt;
  Fields fields;
  for (const auto& [key, value] : object) {
    std::optional<std::string>* const field = key == "text" ? &fields.text : key == "url" ? &fields.url : nullptr;
    if (field == nullptr) continue;
    std::string_view string;
    field->reset();
    if (!value.get(string)) field->emplace(string);
  }
  return fields;
}

void check_line(std::string_view line) {
  RecordParser parser;
  Record record;
  record.origin.file = std::make_shared<const std::string>("line");
  record.bytes = line;
  const auto document = parser.parse(record);
  const auto expected = read_with_simdjson(line);
  if (!expected) return;
  demand(document.has_value() == expected->text.has_value(), "what simdjson reads has a document if it has a text");
  if (!document) return;
  demand(document->bytes == *expected->text, "the text is what simdjson reads");
  demand(document->url == expected->url.value_or(""), "the address is what simdjson reads");
  demand(document->replaced_bytes == 0, "nothing is replaced in valid JSON");
}

}  // namespace

void run(std::string_view input) {
  check_feed(input, FeedFormat::kJsonl);
  check_line(input.substr(0, input.find('\n')));
}

}  // namespace calque::fuzz
