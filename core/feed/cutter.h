// Takes lines and ranges of bytes from an input, for records.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "feed/input.h"

namespace calque {

class Cutter {
 public:
  // How a piece ended: whole, broken off where the input has a gap, or at the end of the input.
  enum class Cut { kWhole, kGap, kEnd };

  struct Line {
    Cut cut = Cut::kWhole;
    bool any = false;  // there was at least one byte, even if only a line end
  };

  // A piece longer than `limit` bytes is cut off after limit + 1 bytes, which shows that there was more. `line_end` is
  // the last character of line ends: '\n', or '\r' in files without '\n'.
  Cutter(Input input, std::size_t limit, char line_end = '\n')
      : input_(std::move(input)), limit_(limit), line_end_(line_end) {}

  std::size_t limit() const { return limit_; }
  std::uint64_t offset() const { return offset_; }  // of the next byte to take
  std::uint64_t bytes_read() const { return input_.bytes_read(); }
  std::optional<Error> damage() const { return input_.damage(); }

  // Appends the next line to `line` and its end ("\n", "\r\n", "\r", or nothing) to `ending`.
  Expected<Line> take_line(std::string& line, std::string& ending);
  // Appends the next `bytes` bytes.
  Expected<Cut> take(std::uint64_t bytes, std::string& out);

  // For pieces that are not lines or counted bytes: more() tells whether there is more, held() shows it, take_held()
  // takes some of it.
  Expected<Cut> more();
  std::string_view held() const;
  void take_held(std::size_t bytes, std::string& out);
  void skip_held(std::size_t bytes);

  // Puts back bytes that were taken too early; `cut` is how their piece ended.
  void put_back(std::string bytes, Cut cut);
  // The distance to `mark` in the bytes that were put back; npos if it is not there.
  std::size_t distance_in_put_back(std::string_view mark) const;

 private:
  Input input_;
  std::size_t limit_;
  char line_end_;
  std::uint64_t offset_ = 0;
  std::string back_;  // what was put back
  std::size_t back_at_ = 0;
  Cut edge_ = Cut::kWhole;  // what follows the held bytes
};

inline constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";
inline constexpr std::string_view kBlanks = " \t\r\n";

// A byte order mark counts as blank.
inline bool is_blank(std::string_view line) {
  if (line.starts_with(kUtf8Mark)) line.remove_prefix(kUtf8Mark.size());
  return line.find_first_not_of(kBlanks) == std::string_view::npos;
}

}  // namespace calque
