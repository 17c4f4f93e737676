#include "base/utf8.h"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

namespace calque {
namespace {

struct Sequence {
  std::size_t size;
  bool valid;
};

// What the first byte requires of the second: table 3-7 of the Unicode Standard.
struct Lead {
  std::size_t size;  // of the whole sequence; 0: not a first byte
  unsigned char second_min;
  unsigned char second_max;
};

Lead lead_of(unsigned char byte) {
  if (byte < 0xC2 || byte > 0xF4) return {0, 0, 0};
  if (byte < 0xE0) return {2, 0x80, 0xBF};
  if (byte < 0xF0)
    return {3, static_cast<unsigned char>(byte == 0xE0 ? 0xA0 : 0x80),
            static_cast<unsigned char>(byte == 0xED ? 0x9F : 0xBF)};
  return {4, static_cast<unsigned char>(byte == 0xF0 ? 0x90 : 0x80),
          static_cast<unsigned char>(byte == 0xF4 ? 0x8F : 0xBF)};
}

// The non-ASCII sequence at the start of `bytes`, or its maximal subpart when it is ill-formed.
Sequence first_sequence(std::string_view bytes) {
  const Lead lead = lead_of(static_cast<unsigned char>(bytes[0]));
  if (lead.size == 0) return {1, false};
  unsigned char min = lead.second_min;
  unsigned char max = lead.second_max;
  for (std::size_t i = 1; i < lead.size; ++i) {
    if (i >= bytes.size()) return {i, false};
    const auto byte = static_cast<unsigned char>(bytes[i]);
    if (byte < min || byte > max) return {i, false};
    min = 0x80;
    max = 0xBF;
  }
  return {lead.size, true};
}

constexpr std::uint64_t kHighBits = 0x8080808080808080;

}  // namespace

std::size_t skip_ascii(std::string_view bytes, std::size_t at) {
  // Four words at once: in most texts, few characters are not ASCII.
  for (std::array<std::uint64_t, 4> words; at + sizeof words <= bytes.size(); at += sizeof words) {
    std::memcpy(words.data(), bytes.data() + at, sizeof words);
    if ((words[0] | words[1] | words[2] | words[3]) & kHighBits) break;
  }
  for (std::uint64_t word; at + sizeof word <= bytes.size(); at += sizeof word) {
    std::memcpy(&word, bytes.data() + at, sizeof word);
    if (word & kHighBits) break;
  }
  while (at < bytes.size() && static_cast<unsigned char>(bytes[at]) < 0x80) ++at;
  return at;
}

std::size_t valid_character_size(std::string_view bytes) {
  if (static_cast<unsigned char>(bytes[0]) < 0x80) return 1;
  const Sequence sequence = first_sequence(bytes);
  return sequence.valid ? sequence.size : 0;
}

bool is_valid_utf8(std::string_view bytes) { return simdjson::validate_utf8(bytes.data(), bytes.size()); }

InvalidUtf8 find_invalid_utf8(std::string_view bytes, std::size_t from) {
  for (std::size_t at = skip_ascii(bytes, from); at < bytes.size(); at = skip_ascii(bytes, at)) {
    const Sequence sequence = first_sequence(bytes.substr(at));
    if (!sequence.valid) return {at, sequence.size};
    at += sequence.size;
  }
  return {bytes.size(), 0};
}

std::size_t append_repaired_utf8(std::string_view bytes, std::string& out) {
  std::size_t replaced = 0;
  for (std::size_t at = 0;;) {
    const InvalidUtf8 invalid = find_invalid_utf8(bytes, at);
    out.append(bytes.substr(at, invalid.begin - at));
    if (invalid.size == 0) return replaced;
    out.append(kReplacement);
    replaced += invalid.size;
    at = invalid.begin + invalid.size;
  }
}

void mask_invalid_utf8(std::string& bytes) {
  for (InvalidUtf8 invalid = find_invalid_utf8(bytes, 0); invalid.size != 0;
       invalid = find_invalid_utf8(bytes, invalid.begin + invalid.size)) {
    std::fill_n(bytes.begin() + static_cast<std::ptrdiff_t>(invalid.begin), invalid.size, '?');
  }
}

void append_utf8(char32_t code_point, std::string& out) {
  const auto tail = [&](int shift) { return static_cast<char>(0x80 | ((code_point >> shift) & 0x3F)); };
  if (code_point < 0x80) {
    out.push_back(static_cast<char>(code_point));
  } else if (code_point < 0x800) {
    out.append({static_cast<char>(0xC0 | (code_point >> 6)), tail(0)});
  } else if (code_point < 0x10000) {
    out.append({static_cast<char>(0xE0 | (code_point >> 12)), tail(6), tail(0)});
  } else {
    out.append({static_cast<char>(0xF0 | (code_point >> 18)), tail(12), tail(6), tail(0)});
  }
}

}  // namespace calque
