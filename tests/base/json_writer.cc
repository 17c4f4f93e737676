// The writer's output is JSON, holds the given values and has the requested layout.
#include "base/json_writer.h"

#include <simdjson.h>

#include <cmath>
#include <limits>
#include <random>
#include <vector>

#include "base/utf8.h"
#include "support/catch.h"

namespace calque {
namespace {

template <class Fill>
std::string written(JsonLayout layout, Fill&& fill) {
  std::string out;
  JsonWriter json(out, layout);
  fill(json);
  return out;
}

void write_example(JsonWriter& json) {
  json.object([&] {
    json.key("id").string("a-1");
    json.key("none").object([] {});
    json.key("spans").array([&] {
      json.array_on_one_line([&] {
        json.integer(0);
        json.integer(4);
      });
      json.object_on_one_line([&] {
        json.key("begin").integer(9);
        json.key("end").null();
      });
    });
    json.key("shares").numbers({0.5, 1});
    json.key("last").boolean(true);
  });
}

TEST_CASE("A record is one line without blanks") {
  CHECK(written(JsonLayout::kCompact, write_example) ==
        R"({"id":"a-1","none":{},"spans":[[0,4],{"begin":9,"end":null}],"shares":[0.5000,1.0000],"last":true})");
}

TEST_CASE("A report has one entry per line, except objects that are written on one line") {
  CHECK(written(JsonLayout::kIndented, write_example) == R"({
  "id": "a-1",
  "none": {},
  "spans": [
    [0, 4],
    {"begin": 9, "end": null}
  ],
  "shares": [0.5000, 1.0000],
  "last": true
})");
}

TEST_CASE("What is written is added to what stood there") {
  std::string out = "{}\n";
  JsonWriter json(out);
  json.array([] {});
  CHECK(out == "{}\n[]");
}

TEST_CASE("A number has the decimals that were asked for, and is null where there is none") {
  const auto number = [](std::optional<double> value, int decimals) {
    return written(JsonLayout::kCompact, [&](JsonWriter& json) { json.number(value, decimals); });
  };
  CHECK(number(0.97126, 4) == "0.9713");
  CHECK(number(31.05, 1) == "31.1");
  CHECK(number(7, 0) == "7");
  CHECK(number(-0.0, 2) == "0.00");
  CHECK(number(std::nullopt, 4) == "null");
  CHECK(number(std::nan(""), 4) == "null");
  CHECK(number(std::numeric_limits<double>::infinity(), 4) == "null");
  CHECK(number(-std::numeric_limits<double>::infinity(), 4) == "null");
  CHECK(number(std::numeric_limits<double>::max(), 0).size() == 309);
}

TEST_CASE("A string that is empty can be null") {
  const auto string = [](std::string_view text) {
    return written(JsonLayout::kCompact, [&](JsonWriter& json) { json.string_or_null(text); });
  };
  CHECK(string("") == "null");
  CHECK(string("\"\\\n\x01") == R"("\"\\\n\u0001")");
}

// A value and what simdjson must read of it.
struct Entry;
struct Value {
  enum class Kind { kObject, kArray, kString, kInteger, kNumber, kBoolean, kNull } kind = Kind::kNull;
  std::vector<Entry> entries;  // of an object or an array
  std::string text;
  std::uint64_t integer = 0;
};

struct Entry {
  std::string name;
  Value value;
};

std::string random_text(std::mt19937& random) {
  std::string text;
  for (auto left = random() % 12; left > 0; --left) {
    append_utf8(random() % 3 == 0 ? 0x10000 + random() % 0x1000 : random() % 0xD800, text);
  }
  return text;
}

Value random_value(std::mt19937& random, int depth) {
  Value value;
  value.kind = static_cast<Value::Kind>(random() % 7);
  const bool is_nest = value.kind == Value::Kind::kObject || value.kind == Value::Kind::kArray;
  if (is_nest && depth == 0) value.kind = Value::Kind::kString;
  value.text = random_text(random);
  value.integer = std::uint64_t{random()} << random() % 33;
  for (auto left = is_nest && depth > 0 ? random() % 5 : 0; left > 0; --left) {
    value.entries.push_back({random_text(random) + std::to_string(left), random_value(random, depth - 1)});
  }
  return value;
}

void write(const Value& value, JsonWriter& json) {
  const auto fill = [&] {
    for (const auto& [name, entry] : value.entries) {
      write(entry, value.kind == Value::Kind::kObject ? json.key(name) : json);
    }
  };
  const bool on_one_line = value.integer % 3 == 0;
  switch (value.kind) {
    case Value::Kind::kObject:
      return on_one_line ? json.object_on_one_line(fill) : json.object(fill);
    case Value::Kind::kArray:
      return on_one_line ? json.array_on_one_line(fill) : json.array(fill);
    case Value::Kind::kString:
      return json.string(value.text);
    case Value::Kind::kInteger:
      return json.integer(value.integer);
    case Value::Kind::kNumber:
      return json.number(static_cast<double>(value.integer) / 16, 4);
    case Value::Kind::kBoolean:
      return json.boolean(value.integer % 2 == 1);
    case Value::Kind::kNull:
      return json.null();
  }
}

bool is_same(const Value& value, const simdjson::dom::element& read);

bool has_same_entries(const Value& value, const simdjson::dom::element& read) {
  std::size_t at = 0;
  if (value.kind == Value::Kind::kArray) {
    for (const simdjson::dom::element entry : read.get_array()) {
      if (at == value.entries.size() || !is_same(value.entries[at++].value, entry)) return false;
    }
    return at == value.entries.size();
  }
  for (const auto& [name, entry] : read.get_object()) {
    if (at == value.entries.size() || value.entries[at].name != name) return false;
    if (!is_same(value.entries[at++].value, entry)) return false;
  }
  return at == value.entries.size();
}

bool is_same(const Value& value, const simdjson::dom::element& read) {
  switch (value.kind) {
    case Value::Kind::kObject:
    case Value::Kind::kArray:
      return has_same_entries(value, read);
    case Value::Kind::kString:
      return std::string_view(read) == value.text;
    case Value::Kind::kInteger:
      return std::uint64_t(read) == value.integer;
    case Value::Kind::kNumber:
      return double(read) == static_cast<double>(value.integer) / 16;
    case Value::Kind::kBoolean:
      return bool(read) == (value.integer % 2 == 1);
    case Value::Kind::kNull:
      return read.is_null();
  }
  return false;
}

TEST_CASE("simdjson reads what was written, in its order and in either layout") {
  std::mt19937 random(6);
  simdjson::dom::parser parser;
  for (int round = 0; round < 3000; ++round) {
    Value value = random_value(random, 4);
    for (const JsonLayout layout : {JsonLayout::kCompact, JsonLayout::kIndented}) {
      const std::string json = written(layout, [&](JsonWriter& out) { write(value, out); });
      INFO(json);
      REQUIRE(is_same(value, parser.parse(json)));
    }
  }
}

TEST_CASE("Strings of any bytes become valid JSON") {
  std::mt19937 random(7);
  simdjson::dom::parser parser;
  for (int round = 0; round < 20'000; ++round) {
    std::string bytes;
    for (auto left = random() % 20; left > 0; --left) bytes += static_cast<char>(random() % 256);
    const std::string json =
        written(JsonLayout::kCompact, [&](JsonWriter& out) { out.array([&] { out.string(bytes); }); });
    const std::string_view read = parser.parse(json).at(0);
    REQUIRE((read == bytes) == is_valid_utf8(bytes));
  }
}

}  // namespace
}  // namespace calque
