#include "heads/fuse.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <optional>

#include "base/arrays.h"
#include "base/json_writer.h"
#include "heads/char_ngrams.h"
#include "heads/stream.h"
#include "text/fold.h"

namespace calque {
namespace {

constexpr std::string_view kLabelPrefix = "__label__";

std::string_view bare(std::string_view label) {
  return label.starts_with(kLabelPrefix) ? label.substr(kLabelPrefix.size()) : label;
}

std::optional<std::size_t> find_label(const FasttextFile& model, std::string_view wanted) {
  const std::vector<std::string_view> usual = {"machine", "mt", "1"};
  const std::vector<std::string_view> names = wanted.empty() ? usual : std::vector{bare(wanted)};
  for (std::size_t i = 0; i < model.labels.size(); ++i) {
    if (std::ranges::find(names, bare(model.labels[i])) != names.end()) return i;
  }
  return std::nullopt;
}

// The vector w with logit(label) = hidden . w. With two labels, hierarchical softmax is one node, whose positive branch
// is the first (commoner) label; one-vs-all and negative sampling judge each label alone (fastText 0.9.2, loss.cc).
std::vector<float> direction(const FasttextFile& model, std::size_t label) {
  const auto columns = static_cast<std::size_t>(model.output.columns());
  std::vector<float> own(columns);
  if (model.loss == FasttextLoss::kHierarchicalSoftmax) {
    model.output.add_row(0, own);
    if (label != 0) std::ranges::transform(own, own.begin(), std::negate{});
    return own;
  }
  model.output.add_row(static_cast<std::int64_t>(label), own);
  if (model.loss == FasttextLoss::kSoftmax) {
    std::vector<float> other(columns);
    model.output.add_row(static_cast<std::int64_t>(1 - label), other);
    std::ranges::transform(own, other, own.begin(), std::minus{});
  }
  return own;
}

class Fuser {
 public:
  Fuser(const FasttextFile& model, std::vector<float> direction)
      : model_(model), direction_(std::move(direction)), row_(direction_.size()) {}

  float product(std::int64_t row) {
    std::ranges::fill(row_, 0.0F);
    model_.input.add_row(row, row_);
    double sum = 0;
    for (std::size_t i = 0; i < row_.size(); ++i) sum += double{row_[i]} * direction_[i];
    return static_cast<float>(sum);
  }

  std::vector<float> buckets() {
    const auto words = static_cast<std::int64_t>(model_.words.size());
    std::vector<float> values(static_cast<std::size_t>(model_.bucket), std::numeric_limits<float>::quiet_NaN());
    if (model_.pruned) {
      for (const auto& [bucket, row] : model_.kept_buckets)
        values[static_cast<std::size_t>(bucket)] = product(words + row);
    } else {
      for (std::size_t i = 0; i < values.size(); ++i) values[i] = product(words + static_cast<std::int64_t>(i));
    }
    return values;
  }

  FusedHead::Word word(std::size_t i, const std::vector<float>& buckets) {
    FusedHead::Word word{hash_folded(model_.words[i]).key, 1, product(static_cast<std::int64_t>(i))};
    if (model_.words[i] == kEndOfLine || buckets.empty()) return word;
    for_each_char_ngram(model_.words[i], model_.min_char_ngram, model_.max_char_ngram, [&](std::uint32_t hash) {
      const float value = buckets[hash % buckets.size()];
      if (std::isnan(value)) return;
      word.sum += value;
      ++word.count;
    });
    return word;
  }

 private:
  const FasttextFile& model_;
  std::vector<float> direction_;
  std::vector<float> row_;
};

}  // namespace

Expected<FusedHead> fuse(const FasttextFile& model, std::string_view label, const std::string& path) {
  const auto failed = [&](std::string_view what) {
    return tl::unexpected(Error{ErrorKind::kModel, fmt::format("{}: {}", path, what)});
  };
  if (model.labels.size() != 2) return failed(fmt::format("it has {} labels; Calque needs two", model.labels.size()));
  const auto found = find_label(model, label);
  if (!found) {
    return failed(
        fmt::format("which of its labels, {} or {}, means machine-translated? Name it with --classifier-label",
                    bare(model.labels[0]), bare(model.labels[1])));
  }
  Fuser fuser(model, direction(model, *found));
  FusedHead head;
  head.name = bare(model.labels[*found]);
  head.word_ngrams = static_cast<std::uint32_t>(model.word_ngrams);
  head.min_char_ngram = static_cast<std::uint32_t>(model.min_char_ngram);
  head.max_char_ngram = static_cast<std::uint32_t>(std::max(model.max_char_ngram, 0));
  head.buckets = fuser.buckets();
  for (std::size_t i = 0; i < model.words.size(); ++i) head.words.push_back(fuser.word(i, head.buckets));
  return head;
}

namespace {

std::size_t slots_for(const std::vector<FusedHead>& heads) {
  std::vector<std::uint64_t> keys;
  for (const FusedHead& head : heads) {
    for (const FusedHead::Word& word : head.words) keys.push_back(word.key);
  }
  std::ranges::sort(keys);
  const auto distinct = static_cast<std::size_t>(std::unique(keys.begin(), keys.end()) - keys.begin());
  return std::bit_ceil(distinct * 4 / 3 + 2);  // at most three quarters full, and never quite
}

}  // namespace

Expected<std::shared_ptr<const OwnedTables>> interleave(const std::vector<FusedHead>& heads) {
  const auto failed = [](std::string message) { return tl::unexpected(Error{ErrorKind::kModel, std::move(message)}); };
  if (heads.empty() || heads.size() > kMaxHeads)
    return failed(fmt::format("between 1 and {} heads fit a pack", kMaxHeads));
  auto owned = std::make_shared<OwnedTables>();
  owned->words.resize(slots_for(heads));
  owned->values.resize(heads[0].buckets.size() * heads.size());
  HeadTables& tables = owned->tables;
  tables.word_ngrams = heads[0].word_ngrams;
  tables.min_char_ngram = heads[0].min_char_ngram;
  tables.max_char_ngram = heads[0].max_char_ngram;
  for (std::size_t h = 0; h < heads.size(); ++h) {
    const FusedHead& head = heads[h];
    if (head.buckets.size() != heads[0].buckets.size() || head.word_ngrams != tables.word_ngrams) {
      return failed(fmt::format("the heads {} and {} differ in buckets or n-grams", heads[0].name, head.name));
    }
    tables.names.push_back(head.name);
    for (const FusedHead::Word& word : head.words) {
      WordSlot& slot = row_for(word.key, owned->words);
      slot.counts[h] = word.count;
      slot.sums[h] = word.sum;
    }
    for (std::size_t i = 0; i < head.buckets.size(); ++i) owned->values[i * heads.size() + h] = head.buckets[i];
  }
  tables.words = KeyTable<WordSlot>(owned->words);
  tables.values = owned->values;
  tables.buckets = heads[0].buckets.size();
  return owned;
}

namespace {

HeadValues medians_of(const HeadTables& tables) {
  HeadValues medians{};
  if (tables.buckets == 0) return medians;
  std::vector<float> values(tables.buckets);
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  for (std::size_t h = 0; h < tables.names.size(); ++h) {
    for (std::size_t i = 0; i < values.size(); ++i) values[i] = tables.row(i)[h];
    std::ranges::nth_element(values, middle);
    medians[h] = *middle;
  }
  return medians;
}

HeadValues steps_of(const HeadTables& tables, const HeadValues& medians) {
  HeadValues steps{};
  for (std::size_t i = 0; i < tables.buckets; ++i) {
    for (std::size_t h = 0; h < tables.names.size(); ++h)
      steps[h] = std::max(steps[h], std::abs(tables.row(i)[h] - medians[h]));
  }
  for (float& step : steps) step /= kLargestCode;
  return steps;
}

std::vector<HeadCodes> codes_of(const HeadTables& tables, const HeadValues& medians, const HeadValues& steps) {
  std::vector<HeadCodes> codes(tables.buckets);
  for (std::size_t i = 0; i < codes.size(); ++i) {
    for (std::size_t h = 0; h < tables.names.size(); ++h) {
      if (steps[h] > 0) codes[i][h] = static_cast<std::int8_t>(std::lround((tables.row(i)[h] - medians[h]) / steps[h]));
    }
  }
  return codes;
}

std::string list_of(const HeadValues& values, std::size_t heads) {
  return fmt::format("[{:.9g}]", fmt::join(std::span(values).first(heads), ","));
}

}  // namespace

PackSections head_sections(const HeadTables& tables) {
  const HeadValues medians = medians_of(tables);
  const HeadValues steps = steps_of(tables, medians);
  const std::vector<HeadCodes> codes = codes_of(tables, medians, steps);
  const std::size_t heads = tables.names.size();
  std::string description;
  JsonWriter json(description);
  json.object([&] {
    json.key("names").strings(tables.names);
    json.key("word_ngrams").integer(tables.word_ngrams);
    json.key("medians").raw(list_of(medians, heads));
    json.key("steps").raw(list_of(steps, heads));
  });
  return {{"heads.json", description + '\n'},
          {"heads.words", std::string(bytes_of(tables.words.cells()))},
          {"heads.buckets", std::string(bytes_of(std::span<const HeadCodes>(codes)))}};
}

}  // namespace calque
