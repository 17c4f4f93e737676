#include "labelled/alignment.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "labelled/language.h"

namespace calque {
namespace {

using Cost = std::uint32_t;
constexpr Cost kUnreachable = std::numeric_limits<Cost>::max() / 2;

enum class Step : std::uint8_t { kNone, kBoth, kRow, kColumn };

struct Word {
  std::uint64_t key;
  std::uint32_t index;
  bool is_content;

  Cost gap() const { return is_content ? 3 : 2; }
};

std::vector<Word> words_of(std::span<const Token> tokens) {
  std::vector<Word> words;
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].kind != TokenKind::kPunctuation) words.push_back({tokens[i].key, i, is_content_word(tokens[i])});
  }
  return words;
}

// Less than dropping one and adding the other, but more for a content word against a function word.
Cost change(const Word& a, const Word& b) {
  if (a.key == b.key) return 0;
  if (a.is_content != b.is_content) return a.gap() + b.gap() + 1;
  return a.is_content ? 4 : 3;
}

// A band around the diagonal of the matrix of costs. Rows are the words of the longer list, so that the band moves by
// at most one column a row and always holds a way through.
class Band {
 public:
  Band(const std::vector<Word>& rows, const std::vector<Word>& columns)
      : rows_(rows), columns_(columns), steps_((rows.size() + 1) * kWidth, Step::kNone) {
    std::vector<Cost> above(kWidth, kUnreachable);
    std::vector<Cost> here(kWidth);
    for (std::size_t row = 0; row <= rows_.size(); ++row) {
      fill_row(row, above, here);
      std::swap(above, here);
    }
  }

  // Pairs of a row's and a column's word.
  std::vector<AlignedWord> trace() const {
    std::vector<AlignedWord> pairs;
    std::size_t row = rows_.size();
    std::size_t column = columns_.size();
    while (row > 0 || column > 0) {
      const Step step = steps_[row * kWidth + column - first(row)];
      AlignedWord& pair = pairs.emplace_back();
      if (step != Step::kColumn) pair.machine = rows_[--row].index;
      if (step != Step::kRow) pair.original = columns_[--column].index;
      pair.is_changed = step != Step::kBoth || rows_[row].key != columns_[column].key;
    }
    std::ranges::reverse(pairs);
    return pairs;
  }

 private:
  static constexpr std::size_t kWidth = 2 * kAlignmentReach + 1;

  std::size_t first(std::size_t row) const {
    const std::size_t middle = rows_.empty() ? 0 : row * columns_.size() / rows_.size();
    return middle - std::min(middle, kAlignmentReach);
  }

  void fill_row(std::size_t row, const std::vector<Cost>& above, std::vector<Cost>& here) {
    const std::size_t begin = first(row);
    const std::size_t begin_above = row == 0 ? 0 : first(row - 1);
    const auto cost_above = [&](std::size_t column) {
      return column >= begin_above && column - begin_above < kWidth ? above[column - begin_above] : kUnreachable;
    };
    std::ranges::fill(here, kUnreachable);
    for (std::size_t column = begin; column <= columns_.size() && column - begin < kWidth; ++column) {
      Cost best = row == 0 && column == 0 ? 0 : kUnreachable;
      Step step = Step::kNone;
      const auto offer = [&](Cost cost, Step with) {
        if (cost >= best) return;
        best = cost;
        step = with;
      };
      if (row > 0 && column > 0) {
        offer(cost_above(column - 1) + change(rows_[row - 1], columns_[column - 1]), Step::kBoth);
      }
      if (row > 0) offer(cost_above(column) + rows_[row - 1].gap(), Step::kRow);
      if (column > begin) offer(here[column - begin - 1] + columns_[column - 1].gap(), Step::kColumn);
      here[column - begin] = best;
      steps_[row * kWidth + column - begin] = step;
    }
  }

  const std::vector<Word>& rows_;
  const std::vector<Word>& columns_;
  std::vector<Step> steps_;
};

}  // namespace

bool is_content_word(const Token& token) { return token.kind != TokenKind::kPunctuation && !is_common_word(token.key); }

std::vector<AlignedWord> align_words(std::span<const Token> machine, std::span<const Token> original) {
  const std::vector<Word> machine_words = words_of(machine);
  const std::vector<Word> original_words = words_of(original);
  if (machine_words.size() >= original_words.size()) return Band(machine_words, original_words).trace();
  std::vector<AlignedWord> alignment = Band(original_words, machine_words).trace();
  for (AlignedWord& word : alignment) std::swap(word.machine, word.original);
  return alignment;
}

std::vector<ChangedStretch> changed_stretches(std::span<const AlignedWord> alignment) {
  std::vector<ChangedStretch> stretches;
  std::uint32_t machine = 0;  // after the last word seen
  std::uint32_t original = 0;
  bool is_open = false;
  for (const AlignedWord& word : alignment) {
    if (word.is_changed && !is_open) {
      stretches.push_back({word.machine.value_or(machine), machine, word.original.value_or(original), original});
    }
    is_open = word.is_changed;
    if (word.machine) machine = *word.machine + 1;
    if (word.original) original = *word.original + 1;
    if (!is_open) continue;
    stretches.back().machine_end = machine;
    stretches.back().original_end = original;
  }
  return stretches;
}

}  // namespace calque
