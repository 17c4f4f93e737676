// Reads fastText's model files (.bin and .ftz, file version 12), as far as inference needs them.
//
// libfasttext trusts every size in a file and hides the pruned n-grams. This reader checks sizes, since a model may
// come from anyone. Format: fastText 0.9.2, args.cc, dictionary.cc, quantmatrix.cc, productquantizer.cc.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "calque/error.h"
#include "model/mapped_file.h"

namespace calque {

// How fastText turns the products of hidden vector and label vectors into probabilities.
enum class FasttextLoss : std::int32_t { kHierarchicalSoftmax = 1, kNegativeSampling = 2, kSoftmax = 3, kOneVsAll = 4 };

// Rows of floats as in the file: plain, or product-quantised (Jegou et al. 2011).
class FasttextMatrix {
 public:
  std::int64_t rows() const { return rows_; }
  std::int64_t columns() const { return columns_; }
  // Adds row `row` to `sum`, which has columns() elements.
  void add_row(std::int64_t row, std::span<float> sum) const;

 private:
  friend class FasttextReader;

  struct Quantizer {
    std::int32_t dimension = 0, parts = 0, part_size = 0, last_part_size = 0;
    std::vector<float> centroids;  // dimension x 256
    std::span<const float> centroid(std::int32_t part, std::uint8_t code) const;
  };

  std::int64_t rows_ = 0;
  std::int64_t columns_ = 0;
  const std::byte* floats_ = nullptr;  // rows x columns, unaligned; null when quantised
  std::span<const std::byte> codes_;
  std::span<const std::byte> norm_codes_;  // empty unless norms were quantised separately
  Quantizer quantizer_;
  Quantizer norm_quantizer_;
};

struct FasttextFile {
  std::int32_t word_ngrams = 1;
  std::int32_t bucket = 0;
  std::int32_t min_char_ngram = 0;
  std::int32_t max_char_ngram = 0;  // 0: no character n-grams
  FasttextLoss loss = FasttextLoss::kSoftmax;
  std::vector<std::string_view> words;
  std::vector<std::string_view> labels;  // with their prefix
  bool pruned = false;
  std::unordered_map<std::int32_t, std::int32_t> kept_buckets;  // bucket -> row after the words; only when pruned
  FasttextMatrix input;                                         // words, then buckets
  FasttextMatrix output;                                        // labels

  // Errors say what is wrong and what is accepted. Never reads outside the file.
  static Expected<FasttextFile> open(const std::string& path);

 private:
  std::shared_ptr<const MappedFile> file_;  // words, labels and matrices point into it
};

}  // namespace calque
