#include "lab/train/passages.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <ranges>
#include <string_view>

#include "heads/repeats.h"
#include "heads/stream.h"
#include "text/fold.h"
#include "verdict/features.h"

namespace calque::train {
namespace {

// Calls visit(hash) for each token of the line and its end. Returns how many words and numbers there are.
template <class Visit>
std::uint32_t for_each_token(std::string_view line, Visit&& visit) {
  std::uint32_t words = 0;
  for (std::size_t begin = 0; begin < line.size();) {
    const std::size_t end = std::min(line.find(' ', begin), line.size());
    words += kReadMarks.find(line[begin]) == kReadMarks.npos;
    visit(hash_folded(line.substr(begin, end - begin)));
    begin = end + 1;
  }
  visit(hash_folded(kEndOfLine));
  return words;
}

struct Feature {
  std::uint32_t number;
  float weight;
};

// The features of a passage's lines, one after the other.
class LineReader {
 public:
  LineReader(const Vocabulary& vocabulary, std::uint32_t buckets)
      : vocabulary_(vocabulary), buckets_(buckets), end_key_(hash_folded(kEndOfLine).key) {}

  void begin_passage() { seen_.clear(); }

  // Returns how many words the line has.
  std::uint32_t read(std::string_view line, std::vector<Feature>& features) {
    features.clear();
    std::optional<std::uint32_t> before;
    const auto base = static_cast<std::uint32_t>(vocabulary_.size());
    return for_each_token(line, [&](const TokenHash& token) {
      if (const auto found = vocabulary_.find(token.key); found != vocabulary_.end()) {
        const float weight = token.key == end_key_ ? 1.0F : repeat_weight(++seen_[token.key]);
        features.push_back({found->second, weight});
      }
      if (before) {
        const std::uint64_t pair = extend_fasttext_ngram(extend_fasttext_ngram(0, *before), token.hash);
        features.push_back({base + static_cast<std::uint32_t>(pair % buckets_), 1.0F});
      }
      before = token.hash;
    });
  }

 private:
  const Vocabulary& vocabulary_;
  std::uint32_t buckets_;
  std::uint64_t end_key_;
  std::unordered_map<std::uint64_t, unsigned> seen_;  // in this passage
};

// Sorts by column and adds up what stands in the same one.
void merge(std::vector<std::pair<std::uint32_t, float>>& row) {
  std::ranges::sort(row);
  std::size_t kept = 0;
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (kept > 0 && row[kept - 1].first == row[i].first) {
      row[kept - 1].second += row[i].second;
    } else {
      row[kept++] = row[i];
    }
  }
  row.resize(kept);
}

// Gives the common features their columns, and drops the others from the rows.
void keep_common(const std::vector<std::uint32_t>& documents, std::uint32_t min_passages, NgramRows& rows) {
  for (std::uint32_t feature = 0; feature < documents.size(); ++feature) {
    if (documents[feature] >= min_passages) rows.features.push_back(feature);
  }
  std::ranges::stable_sort(rows.features, std::greater{}, [&](std::uint32_t f) { return documents[f]; });
  constexpr std::uint32_t kDropped = 0xFFFFFFFF;
  std::vector<std::uint32_t> column_of(documents.size(), kDropped);
  for (std::uint32_t column = 0; column < rows.features.size(); ++column) {
    column_of[rows.features[column]] = column;
    rows.documents.push_back(documents[rows.features[column]]);
  }
  std::size_t kept = 0;
  std::size_t at = 0;
  for (std::size_t& end : rows.ends) {
    for (; at < end; ++at) {
      if (column_of[rows.columns[at]] == kDropped) continue;
      rows.columns[kept] = column_of[rows.columns[at]];
      rows.values[kept++] = rows.values[at];
    }
    end = kept;
  }
  rows.columns.resize(kept);
  rows.values.resize(kept);
}

}  // namespace

std::vector<Passage> read_passages(const std::vector<Sample>& samples, const Lexicons& lexicons) {
  std::vector<Passage> passages;
  passages.reserve(samples.size());
  for (const Sample& sample : samples) {
    const Staged staged = run_stages(sample.text, lexicons);
    Passage passage{sample.source, {}, staged.text.words};
    for (const Sentence& sentence : staged.text.sentences) {
      std::string line = stream_text(staged.article.text, staged.text, sentence);
      if (!line.empty()) passage.lines.push_back(std::move(line));
    }
    passages.push_back(std::move(passage));
  }
  return passages;
}

Vocabulary count_words(const std::vector<Passage>& passages, std::uint64_t min_count) {
  std::unordered_map<std::uint64_t, std::uint64_t> counts;
  for (const Passage& passage : passages) {
    for (const std::string& line : passage.lines) for_each_token(line, [&](const TokenHash& t) { ++counts[t.key]; });
  }
  Vocabulary vocabulary;
  const auto add = [&](const TokenHash& token) {
    if (counts[token.key] >= min_count)
      vocabulary.try_emplace(token.key, static_cast<std::uint32_t>(vocabulary.size()));
  };
  for (const Passage& passage : passages) {
    for (const std::string& line : passage.lines) for_each_token(line, add);
  }
  return vocabulary;
}

NgramRows count_ngrams(const std::vector<Passage>& passages, const Vocabulary& vocabulary, std::uint32_t buckets,
                       std::uint32_t min_passages) {
  LineReader reader(vocabulary, buckets);
  NgramRows rows;
  std::vector<std::uint32_t> documents(vocabulary.size() + buckets);
  std::vector<Feature> features;
  std::vector<std::pair<std::uint32_t, float>> row;
  for (const Passage& passage : passages) {
    row.clear();
    reader.begin_passage();
    float words = 0;
    for (const std::string& line : passage.lines) {
      const auto of_line = static_cast<float>(reader.read(line, features));
      words += of_line;
      for (const Feature& feature : features) {
        row.emplace_back(feature.number, feature.weight * of_line / static_cast<float>(features.size()));
      }
    }
    merge(row);
    const float scale = std::sqrt(words / static_cast<float>(kUsualWords)) / words;
    rows.masses.push_back(0);
    for (const auto& [feature, value] : row) {
      rows.columns.push_back(feature);
      rows.values.push_back(NgramRows::kScale * scale * value);
      rows.masses.back() += scale * value;
      ++documents[feature];
    }
    rows.ends.push_back(rows.columns.size());
  }
  keep_common(documents, min_passages, rows);
  return rows;
}

}  // namespace calque::train
