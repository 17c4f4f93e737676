// Records of ARC 1 and 2, the Internet Archive's format before WARC.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace calque {

// "filedesc://...", with which a file begins.
bool begins_arc(std::string_view bytes);

// The length of the content behind the line with which a record begins, "URL ADDRESS DATE TYPE LENGTH" or, in version
// 2, with five fields more before the length; nothing when the line is none.
std::optional<std::uint64_t> arc_length(std::string_view line);

struct ArcRecord {
  std::string_view url;
  std::string_view date;  // YYYYMMDDhhmmss
  std::string_view type;
  std::string_view content;
};
ArcRecord split_arc_record(std::string_view record);

// "2005-06-14T07:01:44Z" of "20050614070144"; empty when it is no date.
std::string iso_date(std::string_view digits);

}  // namespace calque
