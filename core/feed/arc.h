// Records of ARC 1 and 2, the Internet Archive's format before WARC.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace calque {

// Whether `bytes` begin with "filedesc://...", as an ARC file does.
bool begins_arc(std::string_view bytes);

// The length of the content, from a record's first line: "URL ADDRESS DATE TYPE LENGTH", in version 2 with five more
// fields before the length. Nothing for other lines.
std::optional<std::uint64_t> arc_length(std::string_view line);

struct ArcRecord {
  std::string_view url;
  std::string_view date;  // YYYYMMDDhhmmss
  std::string_view type;
  std::string_view content;
};
ArcRecord split_arc_record(std::string_view record);

// "20050614070144" -> "2005-06-14T07:01:44Z"; empty if it is not a date.
std::string iso_date(std::string_view digits);

}  // namespace calque
