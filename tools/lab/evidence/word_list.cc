#include "lab/evidence/word_list.h"

#include <algorithm>
#include <map>

#include "labelled/lines.h"
#include "model/word_levels.h"
#include "text/fold.h"

namespace calque::evidence {
namespace {

using Counts = std::map<std::uint64_t, std::uint64_t>;  // by Token::key

Counts count_words(const KeyStream& stream) {
  KeyStream sorted = stream;
  std::ranges::sort(sorted);
  Counts counts;
  for (std::size_t begin = 0; begin < sorted.size();) {
    std::size_t end = begin;
    while (end < sorted.size() && sorted[end] == sorted[begin]) ++end;
    if (end - begin >= kLeastWord) counts.emplace_hint(counts.end(), sorted[begin], end - begin);
    begin = end;
  }
  return counts;
}

}  // namespace

std::string list_words(const KeyStream& stream, const std::string& frequencies) {
  Counts counts = count_words(stream);
  Lines lines(frequencies);
  lines.next();  // the heading
  while (const auto record = lines.next()) {
    const std::string_view line = record->bytes;
    const std::size_t tab = line.find('\t');
    if (tab == std::string_view::npos) continue;
    std::string folded;
    append_folded(line.substr(0, tab), TokenKind::kWord, folded);
    counts.try_emplace(hash_folded(folded).key, 1);  // the list counts other kinds of texts, too
  }
  std::vector<WordLevel> levels;
  levels.reserve(counts.size());
  for (const auto& [key, count] : counts) levels.push_back({key, level_of(NgramKind::kWord, count)});
  return build_word_levels(levels, stream.size());
}

}  // namespace calque::evidence
