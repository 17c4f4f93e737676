// Headings, lines and tables of Markdown.
#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace calque::evaluate {

// Names come from the data and must not break the table.
inline std::string table_cell(std::string_view text) {
  std::string out;
  for (const char character : text) {
    if (character == '|') out += '\\';
    out += character == '\n' || character == '\r' ? ' ' : character;
  }
  return out;
}

class Markdown {
 public:
  void heading(std::string_view text) { out_ += fmt::format("\n## {}\n\n", text); }
  void text(std::string_view text) { out_ += fmt::format("{}\n", text); }

  // The first `words` columns are flush left, the others, of figures, flush right.
  void table_head(std::size_t words, const std::vector<std::string>& names) {
    row(names);
    for (std::size_t i = 0; i < names.size(); ++i) out_ += i < words ? "|---" : "|---:";
    out_ += "|\n";
  }
  void row(const std::vector<std::string>& cells) {
    for (const std::string& text : cells) out_ += fmt::format("| {} ", table_cell(text));
    out_ += "|\n";
  }

  std::string take() { return std::move(out_); }

 private:
  std::string out_;
};

}  // namespace calque::evaluate
