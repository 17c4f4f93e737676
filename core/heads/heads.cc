#include "heads/heads.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <unordered_map>

#include "heads/char_ngrams.h"
#include "heads/fuse.h"
#include "text/sentence_weights.h"

namespace calque {
namespace {

// A section as an array of records; empty when its size or place does not fit them.
template <class T>
std::span<const T> records(std::span<const std::byte> section) {
  if (section.size() % sizeof(T) != 0 || reinterpret_cast<std::uintptr_t>(section.data()) % alignof(T) != 0) return {};
  return {reinterpret_cast<const T*>(section.data()), section.size() / sizeof(T)};
}

// One number for each head.
bool read_values(simdjson::dom::element root, std::string_view field, std::size_t heads, HeadValues& values) {
  simdjson::dom::array list;
  if (root[field].get(list) || list.size() != heads || heads > kMaxHeads) return false;
  std::size_t h = 0;
  for (const simdjson::dom::element item : list) {
    double value = 0;
    if (item.get(value) || !std::isfinite(value)) return false;
    values[h++] = static_cast<float>(value);
  }
  return true;
}

bool read_description(std::string_view json, HeadTables& tables) {
  simdjson::dom::parser parser;
  simdjson::dom::element root;
  simdjson::dom::array names;
  std::uint64_t word_ngrams = 0;
  if (parser.parse(simdjson::padded_string(json)).get(root) || root["names"].get(names) ||
      root["word_ngrams"].get(word_ngrams)) {
    return false;
  }
  for (const simdjson::dom::element name : names) {
    std::string_view value;
    if (name.get(value)) return false;
    tables.names.emplace_back(value);
  }
  tables.word_ngrams = static_cast<std::uint32_t>(word_ngrams);
  return !tables.names.empty() && tables.names.size() <= kMaxHeads && word_ngrams >= 1 && word_ngrams <= 16 &&
         read_values(root, "medians", tables.names.size(), tables.medians) &&
         read_values(root, "steps", tables.names.size(), tables.steps);
}

}  // namespace

Expected<Heads> Heads::load(const Pack& pack) {
  Heads heads;
  HeadTables& tables = heads.tables_;
  const auto words = KeyTable<WordSlot>::over(pack.section("heads.words"));
  tables.codes = records<HeadCodes>(pack.section("heads.buckets"));
  tables.buckets = tables.codes.size();
  if (!words || !read_description(pack.text("heads.json"), tables)) {
    return tl::unexpected(Error{ErrorKind::kModel, pack.path() + ": its heads are missing or damaged"});
  }
  tables.words = *words;
  heads.owner_ = std::make_shared<Pack>(pack);
  return heads;
}

Expected<Heads> Heads::load_classifier(const std::string& path, const std::string& label) {
  const auto file = FasttextFile::open(path);
  if (!file) return tl::unexpected(file.error());
  const auto fused = fuse(*file, label, path);
  if (!fused) return tl::unexpected(fused.error());
  const auto owned = interleave({*fused});
  if (!owned) return tl::unexpected(owned.error());
  Heads heads;
  heads.tables_ = (*owned)->tables;
  heads.owner_ = *owned;
  heads.stream_kind_ = StreamKind::kRaw;
  return heads;
}

bool Heads::sum_char_ngrams(std::string_view word, WordSlot& slot) const {
  if (tables_.max_char_ngram == 0 || word.empty() || tables_.buckets == 0) return false;
  const auto add = [&](std::uint32_t hash) {
    const HeadValues values = tables_.values_of(bucket_of(hash));
    if (std::isnan(values[0])) return;
    for (std::size_t h = 0; h < kMaxHeads; ++h) {
      slot.sums[h] += values[h];
      ++slot.counts[h];
    }
  };
  for_each_char_ngram(word, static_cast<int>(tables_.min_char_ngram), static_cast<int>(tables_.max_char_ngram), add);
  return slot.counts[0] > 0;
}

template <class Visit>
void Heads::visit_ngrams(std::span<const StreamToken> line, std::size_t first, Visit&& visit) const {
  if (tables_.buckets == 0) return;
  std::uint64_t hash = extend_fasttext_ngram(0, line[first].hash);
  const std::size_t end = std::min(line.size(), first + tables_.word_ngrams);
  for (std::size_t last = first + 1; last < end; ++last) {
    hash = extend_fasttext_ngram(hash, line[last].hash);
    visit(last, bucket_of(hash));
  }
}

void Heads::prefetch(std::span<const StreamToken> line, std::size_t first) const {
  tables_.words.prefetch(line[first].key);
  visit_ngrams(
      line, first, [&](std::size_t, std::size_t bucket) __attribute__((always_inline)) {
        __builtin_prefetch(tables_.address_of(bucket));
      });
}

template <class Word, class Ngram>
void Heads::look_up(std::span<const StreamToken> line, std::string_view article, Word&& word, Ngram&& ngram) const {
  constexpr std::size_t kAhead =
      16;  // tokens; with more, rows leave the cache before use; with fewer, they arrive late
  for (std::size_t first = 0; first < std::min(kAhead, line.size()); ++first) prefetch(line, first);
  for (std::size_t first = 0; first < line.size(); ++first) {
    if (first + kAhead < line.size()) prefetch(line, first + kAhead);
    if (const WordSlot* const slot = tables_.words.find(line[first].key)) {
      word(first, *slot);
    } else if (WordSlot made; sum_char_ngrams(line[first].span.of(article), made)) {
      word(first, made);
    }
    visit_ngrams(line, first, [&](std::size_t last, std::size_t bucket) { ngram(first, last, bucket); });
  }
}

template <class Visit>
void Heads::visit_features(std::span<const StreamToken> line, std::string_view article, Visit&& visit) const {
  constexpr std::array<std::uint16_t, kMaxHeads> kOnce = {1, 1, 1, 1};
  look_up(
      line, article,
      [&](std::size_t first, const WordSlot& slot) { visit(first, first, slot.sums, slot.counts, line[first].weight); },
      [&](std::size_t first, std::size_t last, std::size_t bucket) {
        const HeadValues values = tables_.values_of(bucket);
        if (!std::isnan(values[0])) visit(first, last, values, kOnce, 1.0F);
      });
}

HeadValues Heads::score(std::span<const StreamToken> line, std::string_view article) const {
  HeadValues sums{};
  std::array<std::uint32_t, kMaxHeads> counts{};
  std::uint32_t ngrams = 0;                         // count for every head
  std::array<std::int64_t, kMaxHeads> code_sums{};  // exact, and cheaper than a product each
  const auto add_word = [&](std::size_t first, const WordSlot& slot) {
    for (std::size_t h = 0; h < kMaxHeads; ++h) {
      sums[h] += line[first].weight * slot.sums[h];
      counts[h] += slot.counts[h];
    }
  };
  const auto add_ngram = [&](std::size_t, std::size_t, std::size_t bucket) {
    if (!tables_.codes.empty()) {
      for (std::size_t h = 0; h < kMaxHeads; ++h) code_sums[h] += tables_.codes[bucket][h];
    } else {
      const std::span<const float> row = tables_.row(bucket);
      if (std::isnan(row[0])) return;
      for (std::size_t h = 0; h < row.size(); ++h) sums[h] += row[h];
    }
    ++ngrams;
  };
  look_up(line, article, add_word, add_ngram);
  for (std::size_t h = 0; h < kMaxHeads; ++h) {
    sums[h] += static_cast<float>(ngrams) * tables_.medians[h] + static_cast<float>(code_sums[h]) * tables_.steps[h];
    const std::uint32_t count = counts[h] + ngrams;
    sums[h] = count == 0 ? 0.0F : sums[h] / static_cast<float>(count);
  }
  return sums;
}

std::vector<float> score_sentences(const Heads& heads, std::string_view article, const Text& text) {
  const std::size_t columns = heads.names().size();
  std::vector<float> scores;
  scores.reserve(text.sentences.size() * columns);
  Stream stream(article, text, heads.stream_kind());
  for (const Sentence& sentence : text.sentences) {
    const HeadValues values = heads.score(stream.read(sentence), article);
    scores.insert(scores.end(), values.begin(), values.begin() + static_cast<std::ptrdiff_t>(columns));
  }
  return scores;
}

std::vector<NgramShare> share_ngrams(const Heads& heads, std::string_view article, const Text& text, std::size_t head) {
  std::vector<NgramShare> shares;
  std::unordered_map<std::uint64_t, std::size_t> index;  // n-gram -> place in shares
  Stream stream(article, text, heads.stream_kind());
  const std::vector<double> weights = sentence_weights(text);
  for (std::size_t s = 0; s < text.sentences.size(); ++s) {
    const std::span<const StreamToken> line = stream.read(text.sentences[s]);
    float features = 0;
    heads.visit_features(line, article,
                         [&](auto, auto, const auto&, const auto& times, float) { features += times[head]; });
    const float of_sentence = static_cast<float>(weights[s]) / features;
    heads.visit_features(
        line, article,
        [&](std::size_t first, std::size_t last, const HeadValues& sums, const auto& times, float weight) {
          if (times[head] == 0) return;
          std::uint64_t key = 0;
          for (std::size_t i = first; i <= last; ++i) key = key * 0x9E3779B97F4A7C15 + line[i].key;
          const auto [found, added] = index.try_emplace(key, shares.size());
          if (added) shares.push_back({{line[first].span.begin, line[last].span.end}, 0, 0});
          NgramShare& share = shares[found->second];
          ++share.count;
          share.share += weight * sums[head] * of_sentence;
        });
  }
  std::ranges::stable_sort(shares, std::greater{}, [](const NgramShare& share) { return std::abs(share.share); });
  return shares;
}

}  // namespace calque
