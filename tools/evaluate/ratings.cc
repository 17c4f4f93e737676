#include "evaluate/ratings.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <stdexcept>

#include "evaluate/statistics.h"
#include "labelled/lines.h"

namespace calque::evaluate {
namespace {

constexpr std::string_view kHeader = "year\tpair\tsystem\tsegment\tz\tratings\ttext";
constexpr std::size_t kColumns = 7;
enum Column { kYear, kPair, kSystem, kSegment, kZ, kCount, kText };

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\n";
  const std::size_t begin = text.find_first_not_of(kSpace);
  if (begin == text.npos) return {};
  return text.substr(begin, text.find_last_not_of(kSpace) + 1 - begin);
}

// The last column is the rest of the line, also tabs.
std::optional<std::array<std::string_view, kColumns>> columns_of(std::string_view line) {
  std::array<std::string_view, kColumns> columns;
  for (std::size_t i = 0; i + 1 < kColumns; ++i) {
    const std::size_t tab = line.find('\t');
    if (tab == line.npos) return std::nullopt;
    columns[i] = line.substr(0, tab);
    line.remove_prefix(tab + 1);
  }
  columns[kText] = trimmed(line);
  return columns;
}

std::optional<double> number(std::string_view digits) {
  double value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc() || end != digits.data() + digits.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

}  // namespace

void Ratings::read(const std::string& path) {
  Lines lines(path);
  const auto header = lines.next();
  if (header && trimmed(header->bytes) != kHeader) {
    throw std::runtime_error(name_of(header->origin) +
                             ": the first line is not \"year pair system segment z ratings text\"");
  }
  while (const auto line = lines.next()) {
    const auto columns = columns_of(line->bytes);
    const auto z = columns ? number((*columns)[kZ]) : std::nullopt;
    if (!z) throw std::runtime_error(name_of(line->origin) + ": not seven columns with a number as the fifth");
    Mean& mean =
        z_[fmt::format("{}\t{}\t{}\t{}", (*columns)[kYear], (*columns)[kPair], (*columns)[kSystem], (*columns)[kText])];
    mean.sum += *z;
    ++mean.count;
  }
}

double Ratings::of(const LabelledArticle& article) const {
  const std::string system = fmt::format("{}\t{}\t{}\t", article.year, article.pair, article.system);
  double sum = 0;
  std::size_t rated = 0;
  for (const std::string& sentence : article.sentences) {
    const auto found = z_.find(system + std::string(trimmed(sentence)));
    if (found == z_.end()) continue;
    sum += found->second.sum / static_cast<double>(found->second.count);
    ++rated;
  }
  const double least = kRatedShare * static_cast<double>(article.sentences.size());
  return rated > 0 && static_cast<double>(rated) >= least ? sum / static_cast<double>(rated) : kNone;
}

}  // namespace calque::evaluate
