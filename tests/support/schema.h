// A JSON Schema validator with the keywords that core/report/record.schema.json needs: type, enum, required,
// properties, additionalProperties: false, items, minimum, maximum. An unknown keyword is a failure, so that none is
// skipped.
#pragma once

#include <simdjson.h>

#include <string>
#include <string_view>

namespace calque::test {

class Schema {
 public:
  explicit Schema(const std::string& path) { root_ = parser_.load(path); }

  // The error in `json`; empty if it is valid.
  std::string fault_of(std::string_view json) {
    simdjson::dom::element value;
    if (const auto error = value_parser_.parse(json.data(), json.size()).get(value)) {
      return std::string("not JSON: ") + simdjson::error_message(error);
    }
    return check(value, root_, "$");
  }

 private:
  using Element = simdjson::dom::element;
  using Object = simdjson::dom::object;

  static bool has_type(const Element& value, std::string_view type) {
    if (type == "string") return value.is_string();
    if (type == "integer") return value.is_int64() || value.is_uint64();
    if (type == "number") return value.is_number();
    if (type == "boolean") return value.is_bool();
    if (type == "null") return value.is_null();
    if (type == "array") return value.is_array();
    return type == "object" && value.is_object();
  }

  static bool has_a_type(const Element& value, const Element& types) {
    if (types.is_string()) return has_type(value, std::string_view(types));
    for (const Element type : simdjson::dom::array(types)) {
      if (has_type(value, std::string_view(type))) return true;
    }
    return false;
  }

  static bool is_one_of(const Element& value, const Element& choices) {
    for (const Element choice : simdjson::dom::array(choices)) {
      if (simdjson::minify(choice) == simdjson::minify(value)) return true;
    }
    return false;
  }

  static std::string check_object(const Object& object, const Object& schema, const std::string& at) {
    Object properties;
    const bool has_properties = !schema["properties"].get(properties);
    for (const auto field : object) {
      const std::string place = at + "." + std::string(field.key);
      Element property;
      if (has_properties && !properties[field.key].get(property)) {
        std::string fault = check(field.value, property, place);
        if (!fault.empty()) return fault;
      } else if (!schema["additionalProperties"].error()) {
        return place + " is not in the schema";
      }
    }
    return {};
  }

  static std::string check_keyword(const Element& value, std::string_view keyword, const Element& rule,
                                   const std::string& at) {
    const auto as_number = [](const Element& number) { return double(number); };
    if (keyword == "type" && !has_a_type(value, rule)) return at + " has the wrong type";
    if (keyword == "enum" && !is_one_of(value, rule)) return at + " is none of the choices";
    if (keyword == "minimum" && value.is_number() && as_number(value) < as_number(rule)) return at + " is too small";
    if (keyword == "maximum" && value.is_number() && as_number(value) > as_number(rule)) return at + " is too large";
    if (keyword == "required" && value.is_object()) {
      for (const Element name : simdjson::dom::array(rule)) {
        if (Object(value)[std::string_view(name)].error()) return at + " lacks " + std::string(std::string_view(name));
      }
    }
    if (keyword == "items" && value.is_array()) {
      for (const Element item : simdjson::dom::array(value)) {
        std::string fault = check(item, rule, at + "[]");
        if (!fault.empty()) return fault;
      }
    }
    return {};
  }

  static std::string check(const Element& value, const Element& schema, const std::string& at) {
    static constexpr std::string_view kKnown =
        " $schema title description type enum required properties additionalProperties items minimum maximum ";
    for (const auto field : Object(schema)) {
      if (kKnown.find(" " + std::string(field.key) + " ") == std::string_view::npos) {
        return "unknown keyword " + std::string(field.key);
      }
      std::string fault = check_keyword(value, field.key, field.value, at);
      if (!fault.empty()) return fault;
    }
    return value.is_object() ? check_object(Object(value), Object(schema), at) : std::string();
  }

  simdjson::dom::parser parser_;
  simdjson::dom::parser value_parser_;
  Element root_;
};

}  // namespace calque::test
