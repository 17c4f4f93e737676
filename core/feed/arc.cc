#include "feed/arc.h"

#include <algorithm>
#include <charconv>
#include <vector>

#include "base/ascii.h"

namespace calque {
namespace {

constexpr std::size_t kFieldsOf1 = 5;
constexpr std::size_t kFieldsOf2 = 10;
constexpr std::size_t kDateField = 2;

bool is_number(std::string_view field) { return !field.empty() && std::ranges::all_of(field, is_digit); }

// Some URLs contain spaces: surplus fields belong to the URL.
std::vector<std::string_view> fields_of(std::string_view line) {
  std::vector<std::string_view> fields;
  for (std::size_t at = 0; at <= line.size();) {
    const std::size_t end = std::min(line.find(' ', at), line.size());
    fields.push_back(line.substr(at, end - at));
    at = end + 1;
  }
  for (const std::size_t wanted : {kFieldsOf2, kFieldsOf1}) {
    if (fields.size() < wanted) continue;
    const std::size_t more = fields.size() - wanted;
    if (!is_number(fields[kDateField + more])) continue;
    const std::string_view url = line.substr(0, static_cast<std::size_t>(fields[more].end() - line.begin()));
    fields.erase(fields.begin(), fields.begin() + static_cast<std::ptrdiff_t>(more));
    fields[0] = url;
    return fields;
  }
  return {};
}

}  // namespace

bool begins_arc(std::string_view bytes) { return bytes.starts_with("filedesc://"); }

std::optional<std::uint64_t> arc_length(std::string_view line) {
  const std::vector<std::string_view> fields = fields_of(line);
  constexpr std::size_t kLeastDate = 8;
  if (fields.empty() || fields[0].find(':') == std::string_view::npos || fields[kDateField].size() < kLeastDate ||
      !is_number(fields.back())) {
    return std::nullopt;
  }
  std::uint64_t length = 0;
  const std::string_view digits = fields.back();
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), length);
  if (error != std::errc()) return std::nullopt;
  return length;
}

ArcRecord split_arc_record(std::string_view record) {
  const std::size_t end = std::min(record.find('\n'), record.size());
  const std::vector<std::string_view> fields = fields_of(trim(record.substr(0, end), "\r"));
  ArcRecord arc;
  if (fields.empty()) return arc;
  arc.url = fields[0];
  arc.date = fields[kDateField];
  arc.type = fields[kDateField + 1];
  arc.content = record.substr(std::min(end + 1, record.size()));
  return arc;
}

std::string iso_date(std::string_view digits) {
  constexpr std::size_t kDigits = 14;
  if (digits.size() != kDigits || !is_number(digits)) return {};
  const auto part = [&](std::size_t at, std::size_t size) { return std::string(digits.substr(at, size)); };
  return part(0, 4) + "-" + part(4, 2) + "-" + part(6, 2) + "T" + part(8, 2) + ":" + part(10, 2) + ":" + part(12, 2) +
         "Z";
}

}  // namespace calque
