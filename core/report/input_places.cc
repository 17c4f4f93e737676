#include "report/input_places.h"

#include <algorithm>
#include <string_view>

#include "base/utf8.h"

namespace calque {
namespace {

// Normalisation can change a stretch in whose middle a finding begins or ends: then it takes in the whole code point.
Span whole_code_points(std::string_view input, Span span) {
  const auto size = static_cast<std::uint32_t>(input.size());
  span.end = std::min(span.end, size);
  span.begin = std::min(span.begin, span.end);
  while (span.begin > 0 && span.begin < size && is_continuation(input[span.begin])) --span.begin;
  while (span.end < size && is_continuation(input[span.end])) ++span.end;
  return span;
}

std::uint32_t count_units(std::string_view text, OffsetUnit unit) {
  if (unit == OffsetUnit::kBytes) return static_cast<std::uint32_t>(text.size());
  auto count = std::count_if(text.begin(), text.end(), [](char byte) { return !is_continuation(byte); });
  if (unit == OffsetUnit::kUtf16) {  // four bytes of UTF-8 are a surrogate pair
    count +=
        std::count_if(text.begin(), text.end(), [](char byte) { return static_cast<unsigned char>(byte) >= 0xF0; });
  }
  return static_cast<std::uint32_t>(count);
}

struct Boundary {
  std::uint32_t byte;
  std::uint32_t* counted;
};

}  // namespace

std::vector<InputPlace> input_places(const Article& article, std::span<const Finding> findings, OffsetUnit unit) {
  const std::string_view input = article.input_text();
  std::vector<InputPlace> places(findings.size());
  std::vector<Boundary> boundaries;
  boundaries.reserve(2 * findings.size());
  for (std::size_t i = 0; i < findings.size(); ++i) {
    const Span span = findings[i].span;
    InputPlace& place = places[i];
    place.bytes = whole_code_points(input, {article.offsets.to_input(span.begin), article.offsets.to_input(span.end)});
    boundaries.push_back({place.bytes.begin, &place.begin});
    boundaries.push_back({place.bytes.end, &place.end});
  }
  std::sort(boundaries.begin(), boundaries.end(), [](auto& left, auto& right) { return left.byte < right.byte; });
  std::uint32_t byte = 0;
  std::uint32_t units = 0;
  for (const Boundary& boundary : boundaries) {
    units += count_units(input.substr(byte, boundary.byte - byte), unit);
    byte = boundary.byte;
    *boundary.counted = units;
  }
  return places;
}

}  // namespace calque
