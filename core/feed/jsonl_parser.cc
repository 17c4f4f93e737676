#include "feed/jsonl_parser.h"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <new>
#include <string_view>
#include <utility>

#include "base/json_string.h"
#include "base/utf8.h"
#include "feed/open_source.h"

namespace calque {
namespace {

namespace ondemand = simdjson::ondemand;
static_assert(kRecordPadding >= simdjson::SIMDJSON_PADDING);

// A field's value, as far as a text, an id or a URL needs it.
struct Value {
  enum Kind { kMissing, kString, kInteger, kLiteral, kOther } kind = kMissing;
  std::string_view json;  // a string's body, or a number, true or false as it stands in the record
};

bool is_digits(std::string_view s) { return !s.empty() && s.find_first_not_of("0123456789") == std::string_view::npos; }

bool is_json_integer(std::string_view s) {
  if (s.substr(0, 1) == "-") s.remove_prefix(1);
  return is_digits(s) && (s.size() == 1 || s[0] != '0');
}

// `s` without the digits at its start, or nothing when it has none.
std::optional<std::string_view> after_digits(std::string_view s) {
  const std::size_t end = std::min(s.find_first_not_of("0123456789"), s.size());
  if (end == 0) return std::nullopt;
  return s.substr(end);
}

bool is_json_number(std::string_view s) {
  const std::size_t integer_end = std::min(s.find_first_of(".eE"), s.size());
  if (!is_json_integer(s.substr(0, integer_end))) return false;
  s.remove_prefix(integer_end);
  if (s.substr(0, 1) == ".") {
    const auto rest = after_digits(s.substr(1));
    if (!rest) return false;
    s = *rest;
  }
  if (s.empty()) return true;
  if (s[0] != 'e' && s[0] != 'E') return false;
  s.remove_prefix(1);
  if (s.substr(0, 1) == "-" || s.substr(0, 1) == "+") s.remove_prefix(1);
  return is_digits(s);
}

std::string_view without_space(std::string_view token) {
  return token.substr(0, std::min(token.find_last_not_of(" \t\r\n") + 1, token.size()));
}

std::string in_words(simdjson::error_code error) {
  switch (error) {
    case simdjson::UNCLOSED_STRING:
      return "broken JSON: a string is not closed";
    case simdjson::UNESCAPED_CHARS:
      return "broken JSON: a control character stands in a string without an escape";
    case simdjson::INCOMPLETE_ARRAY_OR_OBJECT:
      return "broken JSON: an object or array is not closed (is the line cut off?), or more follows after the object";
    default:
      return std::string("broken JSON: ") + simdjson::error_message(error);
  }
}

}  // namespace

struct JsonlParser::State {
  FieldNames fields;
  ondemand::parser parser;
  std::string padded;     // a copy of a record that has no room behind it, or whose UTF-8 is invalid
  std::string unescaped;  // scratch
  // Of the record being parsed:
  std::string_view json;         // what simdjson reads
  const char* record = nullptr;  // what came in: differs from `json` where UTF-8 is invalid
  bool repair = false;
  Value text, id, url, title, date, group;

  tl::expected<Document, std::string> parse_line(const Record& line);
  simdjson::error_code read_fields(std::size_t capacity);
  simdjson::error_code read_fields_of(ondemand::document& document);
  simdjson::error_code read_value(ondemand::value value, Value& out);
  std::array<Value*, 6> values_of(std::string_view key);
  void read_label(const Value& value, std::string& out);
  std::string_view key_of(const char* raw);
  std::string_view body_at(const char* raw) const;
  std::optional<std::size_t> read_string(std::string_view body, std::string& out);
  std::optional<std::string> read_id(const Record& line, Document& document);
  std::string text_missing();
  std::string field_names();
};

std::string_view JsonlParser::State::body_at(const char* raw) const {
  return string_body(json.substr(static_cast<std::size_t>(raw - json.data())));
}

// The key as it is meant. Valid until the next call.
std::string_view JsonlParser::State::key_of(const char* raw) {
  const std::string_view body = body_at(raw);
  if (body.find('\\') == std::string_view::npos) return body;
  unescaped.clear();
  if (!append_unescaped(body, unescaped)) return body;
  return unescaped;
}

simdjson::error_code JsonlParser::State::read_value(ondemand::value value, Value& out) {
  ondemand::json_type type;
  if (const auto error = value.type().get(type)) return error;
  if (type == ondemand::json_type::array || type == ondemand::json_type::object) {
    out = {Value::kOther, {}};
    return simdjson::SUCCESS;
  }
  if (type == ondemand::json_type::string) {
    ondemand::raw_json_string raw;
    if (const auto error = value.get_raw_json_string().get(raw)) return error;
    out = {Value::kString, body_at(raw.raw())};
    return simdjson::SUCCESS;
  }
  const std::string_view token = without_space(value.raw_json_token());
  if (token == "null") {
    out = {Value::kMissing, token};
  } else if (token == "true" || token == "false") {
    out = {Value::kLiteral, token};
  } else if (is_json_number(token)) {
    out = {is_json_integer(token) ? Value::kInteger : Value::kLiteral, token};
  } else {
    return simdjson::TAPE_ERROR;
  }
  return simdjson::SUCCESS;
}

// What a key stands for: one field may serve for several.
std::array<Value*, 6> JsonlParser::State::values_of(std::string_view key) {
  return {key == fields.text ? &text : nullptr, key == fields.id ? &id : nullptr,
          key == fields.url ? &url : nullptr,   key == fields.title ? &title : nullptr,
          key == fields.date ? &date : nullptr, !key.empty() && key == fields.group ? &group : nullptr};
}

// A string, or a number, true or false as it is written; anything else is ignored.
void JsonlParser::State::read_label(const Value& value, std::string& out) {
  if (value.kind == Value::kInteger || value.kind == Value::kLiteral) out = value.json;
  if (value.kind == Value::kString && !read_string(value.json, out)) out.clear();
}

simdjson::error_code JsonlParser::State::read_fields_of(ondemand::document& document) {
  ondemand::object object;
  if (const auto error = document.get_object().get(object)) return error;
  for (auto field : object) {
    ondemand::raw_json_string raw;
    if (const auto error = field.key().get(raw)) return error;
    const std::string_view key = key_of(raw.raw());
    const std::array<Value*, 6> wanted = values_of(key);
    if (wanted == std::array<Value*, 6>{}) continue;
    Value value;
    if (const auto error = read_value(field.value(), value)) return error;
    for (Value* const place : wanted) {
      if (place != nullptr) *place = value;
    }
  }
  const bool at_end = document.current_location().error() == simdjson::OUT_OF_BOUNDS;
  return at_end ? simdjson::SUCCESS : simdjson::TRAILING_CONTENT;
}

simdjson::error_code JsonlParser::State::read_fields(std::size_t capacity) {
  text = id = url = title = date = group = {};
  ondemand::document document;
  if (const auto error = parser.iterate(json.data(), json.size(), capacity).get(document)) return error;
  return read_fields_of(document);
}

// Appends the string whose body stands at `body` in `json`. Returns how much of it was replaced.
std::optional<std::size_t> JsonlParser::State::read_string(std::string_view body, std::string& out) {
  const std::string_view as_it_came(record + (body.data() - json.data()), body.size());
  unescaped.clear();
  const auto lone_surrogates = append_unescaped(as_it_came, unescaped);
  if (!lone_surrogates) return std::nullopt;
  if (!repair) {
    out.append(unescaped);
    return lone_surrogates;
  }
  return *lone_surrogates + append_repaired_utf8(unescaped, out);
}

std::string JsonlParser::State::field_names() {
  constexpr std::size_t kMostNames = 12;
  constexpr std::size_t kMostBytes = 40;  // of one name
  std::string names;
  std::size_t count = 0;
  ondemand::document document;
  ondemand::object object;
  if (parser.iterate(json.data(), json.size(), json.size() + kRecordPadding).get(document)) return names;
  if (document.get_object().get(object)) return names;
  for (auto field : object) {
    ondemand::raw_json_string raw;
    if (field.key().get(raw)) break;
    const std::string_view name = body_at(raw.raw());  // escapes stay: nothing in it can upset a terminal's line
    if (++count > kMostNames) return names + ", ...";
    names.append(names.empty() ? "\"" : ", \"");
    append_repaired_utf8(name.substr(0, kMostBytes), names);
    names.append(name.size() > kMostBytes ? "...\"" : "\"");
  }
  return names;
}

// Why there is no text: the field does not exist, or is no string.
std::string JsonlParser::State::text_missing() {
  const std::string field = "field \"" + fields.text + "\"";
  if (text.kind != Value::kMissing) return field + " is not a string";
  if (!text.json.empty()) return field + " is null";
  const std::string names = field_names();
  return "no " + field + "; " + (names.empty() ? "the object is empty" : "fields are: " + names) +
         "; name the right one with --text-field";
}

// What is wrong with the id, if anything.
std::optional<std::string> JsonlParser::State::read_id(const Record& line, Document& document) {
  switch (id.kind) {
    case Value::kString:
      if (!read_string(id.json, document.id)) return "broken JSON: a bad escape in field \"" + fields.id + "\"";
      break;
    case Value::kInteger:
    case Value::kLiteral:
      document.id = id.json;
      document.id_is_integer = id.kind == Value::kInteger;
      break;
    case Value::kMissing:
    case Value::kOther:
      document.id = name_of(line.origin);
  }
  return std::nullopt;
}

tl::expected<Document, std::string> JsonlParser::State::parse_line(const Record& line) {
  json = line.bytes;
  record = line.bytes.data();
  repair = false;
  if (line.bytes.capacity() < line.bytes.size() + kRecordPadding) {
    padded.reserve(line.bytes.size() + kRecordPadding);
    json = padded = line.bytes;
  }
  auto error = read_fields(json.size() + kRecordPadding);
  if (error == simdjson::UTF8_ERROR) {
    padded.reserve(line.bytes.size() + kRecordPadding);
    padded = line.bytes;
    mask_invalid_utf8(padded);
    json = padded;
    repair = true;
    error = read_fields(json.size() + kRecordPadding);
  }
  if (error == simdjson::MEMALLOC) throw std::bad_alloc();  // of the machine, not of the record
  if (error == simdjson::INCORRECT_TYPE) return tl::unexpected(std::string("the line is not a JSON object"));
  if (error == simdjson::TRAILING_CONTENT) return tl::unexpected(std::string("more follows after the JSON object"));
  if (error) return tl::unexpected(in_words(error));
  if (text.kind != Value::kString) return tl::unexpected(text_missing());

  Document document;
  document.charset = "utf-8";
  const auto replaced = read_string(text.json, document.bytes);
  if (!replaced) return tl::unexpected("broken JSON: a bad escape in field \"" + fields.text + "\"");
  document.replaced_bytes = *replaced;
  if (auto reason = read_id(line, document)) return tl::unexpected(std::move(*reason));
  if (url.kind == Value::kString && !read_string(url.json, document.url)) document.url.clear();
  if (title.kind == Value::kString && !read_string(title.json, document.title)) document.title.clear();
  read_label(date, document.date);
  read_label(group, document.group);
  return document;
}

JsonlParser::JsonlParser(FieldNames fields) : state_(std::make_unique<State>()) { state_->fields = std::move(fields); }
JsonlParser::~JsonlParser() = default;

tl::expected<Document, std::string> JsonlParser::parse(const Record& record) { return state_->parse_line(record); }

}  // namespace calque
