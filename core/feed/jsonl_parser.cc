#include "feed/jsonl_parser.h"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <new>
#include <string_view>
#include <utility>

#include "base/json_string.h"
#include "base/utf8.h"
#include "feed/cutter.h"
#include "feed/open_source.h"

namespace calque {
namespace {

namespace ondemand = simdjson::ondemand;
static_assert(kRecordPadding >= simdjson::SIMDJSON_PADDING);

// A field's value, with what texts, ids and URLs need.
struct Value {
  enum Kind { kMissing, kString, kInteger, kLiteral, kOther } kind = kMissing;
  std::string_view json;  // a string's body, a number, true, false or null as it stands in the record, or a bracket
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

// The object in a line, without the byte order mark of a concatenated file, the separator of RFC 7464 before it and the
// comma of an array after it.
std::string_view object_in(std::string_view line) {
  constexpr std::string_view kBefore = " \t\r\n\x1E";
  line.remove_prefix(std::min(line.find_first_not_of(kBefore), line.size()));
  if (line.starts_with(kUtf8Mark)) line.remove_prefix(kUtf8Mark.size());
  line.remove_prefix(std::min(line.find_first_not_of(kBefore), line.size()));
  line = without_space(line);
  if (line.ends_with(',')) line = without_space(line.substr(0, line.size() - 1));
  return line;
}

// A description of a line that is not an object, by its beginning.
std::string what_is(std::string_view line) {
  constexpr std::size_t kMostBytes = 24;
  if (line.starts_with('[')) return "the line is an array, not a JSON object";
  if (line.starts_with('"')) return "the line is a string, not a JSON object";
  if (is_json_number(line)) return "the line is a number, not a JSON object";
  std::string words = "the line is no JSON object: it begins with \"";
  append_repaired_utf8(line.substr(0, kMostBytes), words);
  std::ranges::replace_if(
      words, [](char c) { return static_cast<unsigned char>(c) < ' '; }, ' ');
  return words + "\"";
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
  bool has_paths = false;  // a field's name has a full stop in it
  ondemand::parser parser;
  simdjson::dom::parser strict;  // reads all of a line
  std::string padded;            // a copy of a record that has no room behind it, or whose UTF-8 is invalid
  std::string unescaped;         // scratch
  // Of the record being parsed:
  std::string_view json;         // what simdjson reads
  const char* record = nullptr;  // what came in: differs from `json` where UTF-8 is invalid
  bool repair = false;
  Value text, id, url, title, date, group;

  tl::expected<Document, std::string> parse_line(const Record& line);
  simdjson::error_code read_fields(std::size_t capacity);
  simdjson::error_code read_fields_of(ondemand::document& document);
  simdjson::error_code read_object(ondemand::object object, const std::string& path);
  simdjson::error_code read_field(ondemand::field& field, std::string_view name);
  bool leads_to_field(std::string_view path) const;
  simdjson::error_code read_value(ondemand::value value, Value& out);
  std::array<const std::string*, 6> names() const;
  std::array<Value*, 6> values_of(std::string_view key);
  void read_label(const Value& value, std::string& out);
  std::string_view key_of(const char* raw);
  std::string_view body_at(const char* raw) const;
  std::optional<std::size_t> read_raw_string(std::string_view body, std::string& out);
  std::optional<std::size_t> read_string(std::string_view body, std::string& out);
  std::optional<std::string> read_id(Document& document);
  std::string text_missing();
  std::string field_names();
};

std::string_view JsonlParser::State::body_at(const char* raw) const {
  return string_body(json.substr(static_cast<std::size_t>(raw - json.data())));
}

// The key, unescaped. Valid until the next call.
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
    out = {Value::kOther, type == ondemand::json_type::array ? "[" : "{"};
    return simdjson::SUCCESS;
  }
  const std::string_view token = without_space(value.raw_json_token());
  if (type == ondemand::json_type::string) {
    ondemand::raw_json_string raw;
    if (const auto error = value.get_raw_json_string().get(raw)) return error;
    out = {Value::kString, token.substr(1, token.size() - 2)};  // without its quotes
    return simdjson::SUCCESS;
  }
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

// The values that a key fills: one key may serve for several fields.
std::array<Value*, 6> JsonlParser::State::values_of(std::string_view key) {
  return {key == fields.text ? &text : nullptr, key == fields.id ? &id : nullptr,
          key == fields.url ? &url : nullptr,   key == fields.title ? &title : nullptr,
          key == fields.date ? &date : nullptr, !key.empty() && key == fields.group ? &group : nullptr};
}

// Reads a string, or a number, true or false as written; anything else is ignored.
void JsonlParser::State::read_label(const Value& value, std::string& out) {
  if (value.kind == Value::kInteger || value.kind == Value::kLiteral) out = value.json;
  if (value.kind == Value::kString && !read_string(value.json, out)) out.clear();
}

std::array<const std::string*, 6> JsonlParser::State::names() const {
  return {&fields.text, &fields.id, &fields.url, &fields.title, &fields.date, &fields.group};
}

// Whether a field is called "PATH.something".
bool JsonlParser::State::leads_to_field(std::string_view path) const {
  return std::ranges::any_of(names(), [&](const std::string* name) {
    return name->size() > path.size() && (*name)[path.size()] == '.' && name->starts_with(path);
  });
}

simdjson::error_code JsonlParser::State::read_field(ondemand::field& field, std::string_view name) {
  const std::array<Value*, 6> wanted = values_of(name);
  if (wanted == std::array<Value*, 6>{}) return simdjson::SUCCESS;
  Value value;
  if (const auto error = read_value(field.value(), value)) return error;
  for (Value* const place : wanted) {
    if (place != nullptr) *place = value;
  }
  return simdjson::SUCCESS;
}

// `path` is the prefix of field names: "data." in an object that is the value of "data".
simdjson::error_code JsonlParser::State::read_object(ondemand::object object, const std::string& path) {
  for (auto result : object) {
    ondemand::field field;
    if (const auto error = std::move(result).get(field)) return error;
    const std::string_view key = key_of(field.key().raw());
    if (!has_paths) {
      if (const auto error = read_field(field, key)) return error;
      continue;
    }
    const std::string name = path + std::string(key);
    ondemand::json_type type;
    const bool leads = leads_to_field(name) && field.value().type().get(type) == simdjson::SUCCESS &&
                       type == ondemand::json_type::object;
    ondemand::object inner;
    if (!leads) {
      if (const auto error = read_field(field, name)) return error;
    } else if (const auto error = field.value().get_object().get(inner)) {
      return error;
    } else if (const auto inside = read_object(inner, name + ".")) {
      return inside;
    }
  }
  return simdjson::SUCCESS;
}

simdjson::error_code JsonlParser::State::read_fields_of(ondemand::document& document) {
  ondemand::object object;
  if (const auto error = document.get_object().get(object)) return error;
  if (const auto error = read_object(object, {})) return error;
  const bool at_end = document.current_location().error() == simdjson::OUT_OF_BOUNDS;
  return at_end ? simdjson::SUCCESS : simdjson::TRAILING_CONTENT;
}

simdjson::error_code JsonlParser::State::read_fields(std::size_t capacity) {
  text = id = url = title = date = group = {};
  ondemand::document document;
  if (const auto error = parser.iterate(json.data(), json.size(), capacity).get(document)) return error;
  return read_fields_of(document);
}

// Appends the string with the body at `body` in `json`, from the bytes as they came. Returns how much was replaced.
std::optional<std::size_t> JsonlParser::State::read_raw_string(std::string_view body, std::string& out) {
  return append_unescaped({record + (body.data() - json.data()), body.size()}, out);
}

// The same as valid UTF-8.
std::optional<std::size_t> JsonlParser::State::read_string(std::string_view body, std::string& out) {
  if (!repair) return read_raw_string(body, out);
  unescaped.clear();
  const auto lone_surrogates = read_raw_string(body, unescaped);
  if (!lone_surrogates) return std::nullopt;
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
    const std::string_view name = body_at(raw.raw());  // escapes are kept: nothing in it can disturb a terminal
    if (++count > kMostNames) return names + ", ...";
    names.append(names.empty() ? "\"" : ", \"");
    append_repaired_utf8(name.substr(0, kMostBytes), names);
    names.append(name.size() > kMostBytes ? "...\"" : "\"");
  }
  return names;
}

// Why there is no text: the field does not exist, or is not a string.
std::string JsonlParser::State::text_missing() {
  const std::string field = "field \"" + fields.text + "\"";
  if (text.kind == Value::kOther)
    return field + " is " + (text.json == "[" ? "an array" : "an object") + ", not a string";
  if (text.kind != Value::kMissing) return field + " is " + std::string(text.json.substr(0, 24)) + ", not a string";
  if (!text.json.empty()) return field + " is null";
  const std::string names = field_names();
  return "no " + field + "; " + (names.empty() ? "the object is empty" : "fields are: " + names) +
         "; name the right one with --text-field";
}

// What is wrong with the id, if anything.
std::optional<std::string> JsonlParser::State::read_id(Document& document) {
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
      break;
  }
  return std::nullopt;
}

tl::expected<Document, std::string> JsonlParser::State::parse_line(const Record& line) {
  const std::string_view object = object_in(line.bytes);
  json = object;
  record = object.data();
  repair = false;
  if (line.bytes.capacity() < line.bytes.size() + kRecordPadding) {
    padded.reserve(object.size() + kRecordPadding);
    json = padded = object;
  }
  auto error = read_fields(json.size() + kRecordPadding);
  if (error == simdjson::UTF8_ERROR) {
    padded.reserve(object.size() + kRecordPadding);
    padded = object;
    mask_invalid_utf8(padded);
    json = padded;
    repair = true;
    error = read_fields(json.size() + kRecordPadding);
  }
  if (error == simdjson::MEMALLOC) throw std::bad_alloc();  // the machine's problem, not the record's
  if (error == simdjson::INCORRECT_TYPE) return tl::unexpected(what_is(object));
  if (error == simdjson::TRAILING_CONTENT) return tl::unexpected(std::string("more follows after the JSON object"));
  if (!error && fields.strict_json) error = strict.parse(json.data(), json.size(), false).error();
  if (error) return tl::unexpected(in_words(error));
  if (text.kind != Value::kString) return tl::unexpected(text_missing());

  Document document;
  document.charset = "utf-8";
  const auto replaced = read_raw_string(text.json, document.bytes);
  if (!replaced) return tl::unexpected("broken JSON: a bad escape in field \"" + fields.text + "\"");
  document.replaced_bytes = *replaced;
  // JSON that is not valid UTF-8 may be entirely in another charset.
  if (repair && !is_valid_utf8(document.bytes)) document.charset.clear();
  if (auto reason = read_id(document)) return tl::unexpected(std::move(*reason));
  if (url.kind == Value::kString && !read_string(url.json, document.url)) document.url.clear();
  if (title.kind == Value::kString && !read_string(title.json, document.title)) document.title.clear();
  read_label(date, document.date);
  read_label(group, document.group);
  return document;
}

JsonlParser::JsonlParser(FieldNames fields) : state_(std::make_unique<State>()) {
  state_->fields = std::move(fields);
  state_->has_paths = std::ranges::any_of(state_->names(),
                                          [](const std::string* name) { return name->find('.') != std::string::npos; });
}
JsonlParser::~JsonlParser() = default;

tl::expected<Document, std::string> JsonlParser::parse(const Record& record) { return state_->parse_line(record); }

}  // namespace calque
