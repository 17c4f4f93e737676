#include "article/html_entities.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "article/windows1252.h"
#include "base/ascii.h"
#include "base/utf8.h"

namespace calque {
namespace {

// A name and its text, one after the other in EntityTable::bytes.
struct Entity {
  std::uint16_t begin;
  std::uint8_t name_size;
  std::uint8_t text_size;
};

struct NamedText {
  std::string_view name;  // with its semicolon, where it needs one
  std::string_view text;  // UTF-8
};

consteval auto entities_as_written() {
  return std::to_array<NamedText>({
#define CALQUE_ENTITY(name, text) {name, text},
#include "article/html_entities.def"
#undef CALQUE_ENTITY
  });
}

constexpr std::size_t kEntityCount = entities_as_written().size();
constexpr std::size_t kEntityBytes = [] {
  std::size_t bytes = 0;
  for (const auto& [name, text] : entities_as_written()) bytes += name.size() + text.size();
  return bytes;
}();

// 32 KiB without pointers: nothing to relocate when the program starts.
struct EntityTable {
  std::array<Entity, kEntityCount> entities{};  // by name
  std::array<char, kEntityBytes> bytes{};

  constexpr std::string_view name(const Entity& entity) const {
    return {bytes.data() + entity.begin, entity.name_size};
  }
  constexpr std::string_view text(const Entity& entity) const {
    return {bytes.data() + entity.begin + entity.name_size, entity.text_size};
  }
};

constexpr EntityTable kTable = [] {
  EntityTable table;
  std::size_t used = 0;
  std::size_t next = 0;
  for (const auto& [name, text] : entities_as_written()) {
    table.entities[next++] = {static_cast<std::uint16_t>(used), static_cast<std::uint8_t>(name.size()),
                              static_cast<std::uint8_t>(text.size())};
    std::ranges::copy(name, table.bytes.begin() + used);
    std::ranges::copy(text, table.bytes.begin() + used + name.size());
    used += name.size() + text.size();
  }
  return table;
}();
static_assert(kEntityBytes < 0x10000);
static_assert(std::ranges::is_sorted(kTable.entities, {}, [](const Entity& entity) { return kTable.name(entity); }));

constexpr std::size_t kMostNameBytes = 31;      // "CounterClockwiseContourIntegral"
constexpr std::size_t kMostOpenNameBytes = 6;   // "Aacute" needs no semicolon
constexpr std::size_t kLeastOpenNameBytes = 2;  // "lt"

constexpr std::uint32_t kLastCodePoint = 0x10FFFF;
constexpr char32_t kNoCharacter = 0xFFFD;

int digit_value(char c, int base) {
  if (is_digit(c)) return c - '0';
  const char lower = to_lower(c);
  return base == 16 && lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

bool is_name_character(char c) { return is_ascii_letter(c) || is_digit(c); }

char32_t as_character(std::uint32_t number) {
  if (number >= 0x80 && number < 0xA0) return kWindows1252[number - 0x80];
  const bool is_scalar = number > 0 && number <= kLastCodePoint && (number < 0xD800 || number > 0xDFFF);
  return is_scalar ? number : kNoCharacter;
}

// The size of the reference that `text`, which begins with "&#", begins with; 0 when it is none.
std::size_t append_number(std::string_view text, std::string& out) {
  const bool hexadecimal = text.size() > 2 && to_lower(text[2]) == 'x';
  const int base = hexadecimal ? 16 : 10;
  const std::size_t begin = hexadecimal ? 3 : 2;
  std::size_t at = begin;
  std::uint32_t number = 0;
  for (; at < text.size() && digit_value(text[at], base) >= 0; ++at) {
    const auto digit = static_cast<std::uint32_t>(digit_value(text[at], base));
    number = std::min(number * static_cast<std::uint32_t>(base) + digit, kLastCodePoint + 1);
  }
  if (at == begin) return 0;
  append_utf8(as_character(number), out);
  return at + (at < text.size() && text[at] == ';' ? 1 : 0);
}

const Entity* find_entity(std::string_view name) {
  const auto by_name = [](const Entity& entity) { return kTable.name(entity); };
  const auto found = std::ranges::lower_bound(kTable.entities, name, {}, by_name);
  return found != kTable.entities.end() && kTable.name(*found) == name ? &*found : nullptr;
}

// The longest name that `name`, a row of letters and digits and what follows it, begins with.
const Entity* longest_entity(std::string_view name, char next) {
  if (next == ';') {
    if (const Entity* entity = find_entity({name.data(), name.size() + 1})) return entity;
  }
  for (std::size_t size = std::min(name.size(), kMostOpenNameBytes); size >= kLeastOpenNameBytes; --size) {
    if (const Entity* entity = find_entity(name.substr(0, size))) return entity;
  }
  return nullptr;
}

// The same for `text` that begins with '&' and no number.
std::size_t append_named(std::string_view text, EntityPlace place, std::string& out) {
  std::size_t end = 1;
  while (end < text.size() && end <= kMostNameBytes && is_name_character(text[end])) ++end;
  const auto at = [&](std::size_t i) { return i < text.size() ? text[i] : ' '; };
  const Entity* entity = longest_entity(text.substr(1, end - 1), at(end));
  if (entity == nullptr) return 0;
  const std::size_t size = 1 + entity->name_size;
  const bool goes_on = text[size - 1] != ';' && (is_name_character(at(size)) || at(size) == '=');
  if (goes_on && place == EntityPlace::kAttribute) return 0;
  out.append(kTable.text(*entity));
  return size;
}

}  // namespace

void append_decoded_entities(std::string_view text, EntityPlace place, std::string& out) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t ampersand = std::min(text.find('&', at), text.size());
    out.append(text.substr(at, ampersand - at));
    if (ampersand == text.size()) return;
    const std::string_view rest = text.substr(ampersand);
    const std::size_t size = rest.starts_with("&#") ? append_number(rest, out) : append_named(rest, place, out);
    if (size == 0) out.push_back('&');
    at = ampersand + std::max<std::size_t>(size, 1);
  }
}

}  // namespace calque
