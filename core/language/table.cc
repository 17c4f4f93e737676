#include "language/table.h"

#include <fmt/format.h>

#include <algorithm>

namespace calque {
namespace {

std::string_view take_up_to(char separator, std::string_view& rest) {
  const std::size_t end = std::min(rest.find(separator), rest.size());
  const std::string_view part = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return part;
}

}  // namespace

Expected<void> read_table(std::string_view file, std::string_view tsv, const TakeLine& take) {
  for (int number = 1; !tsv.empty(); ++number) {
    std::string_view line = take_up_to('\n', tsv);
    if (line.empty() || line[0] == '#') continue;
    const std::string_view kind = take_up_to('\t', line);
    const std::string_view problem = line.empty() ? "no value after a tab" : "no such kind of line";
    if (line.empty() || !take(kind, line)) {
      return tl::unexpected(Error{ErrorKind::kModel, fmt::format("{}:{}: {}: \"{}\"", file, number, problem, kind)});
    }
  }
  return {};
}

void append_words(std::string_view value, std::vector<std::string_view>& words) {
  while (!value.empty()) {
    const std::string_view word = take_up_to(' ', value);
    if (!word.empty()) words.push_back(word);
  }
}

}  // namespace calque
