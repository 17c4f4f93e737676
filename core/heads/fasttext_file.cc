#include "heads/fasttext_file.h"

#include <fmt/format.h>

#include <cstring>
#include <stdexcept>
#include <type_traits>

namespace calque {
namespace {

constexpr std::int32_t kMagic = 793712314;
constexpr std::int32_t kVersion = 12;
constexpr std::int32_t kSupervised = 3;
constexpr std::int32_t kCentroids = 256;
constexpr std::int64_t kMaxColumns = 1 << 16;
// A pruned file's size does not bound its buckets, and a table is made for them all. fastText's default is 2 million.
constexpr std::int32_t kMaxPrunedBuckets = 1 << 24;

// Thrown and caught in this file only.
struct Malformed : std::runtime_error {
  using std::runtime_error::runtime_error;
};

void require(bool condition, const char* what) {
  if (!condition) throw Malformed(what);
}

}  // namespace

// Reads from front to back; every read is checked against what is left.
class FasttextReader {
 public:
  explicit FasttextReader(std::span<const std::byte> bytes) : rest_(bytes) {}

  void read(FasttextFile& model) {
    read_arguments(model);
    read_dictionary(model);
    const bool quantised = number<std::uint8_t>() != 0;
    read_matrix(model.input, quantised);
    const bool output_quantised = number<std::uint8_t>() != 0;
    read_matrix(model.output, quantised && output_quantised);
    check(model);
  }

 private:
  std::span<const std::byte> take(std::uint64_t size) {
    require(size <= rest_.size(), "the file is cut short");
    const auto taken = rest_.first(size);
    rest_ = rest_.subspan(size);
    return taken;
  }

  template <class T>
  T number() {
    static_assert(std::is_trivially_copyable_v<T>);
    T value;
    std::memcpy(&value, take(sizeof value).data(), sizeof value);
    return value;
  }

  std::string_view word() {
    const auto* const begin = reinterpret_cast<const char*>(rest_.data());
    const void* const end = rest_.empty() ? nullptr : std::memchr(begin, 0, rest_.size());
    require(end != nullptr, "the file is cut short");
    const auto size = static_cast<std::size_t>(static_cast<const char*>(end) - begin);
    take(size + 1);
    return {begin, size};
  }

  void read_arguments(FasttextFile& model) {
    require(rest_.size() > 8 && number<std::int32_t>() == kMagic, "not a fastText model");
    require(number<std::int32_t>() == kVersion, "a fastText file version other than 12; retrain it with fastText 0.9");
    for (int unused = 0; unused < 5; ++unused) number<std::int32_t>();  // dim, ws, epoch, minCount, neg
    model.word_ngrams = number<std::int32_t>();
    model.loss = static_cast<FasttextLoss>(number<std::int32_t>());
    require(number<std::int32_t>() == kSupervised, "not a supervised model; train it with `fasttext supervised`");
    model.bucket = number<std::int32_t>();
    model.min_char_ngram = number<std::int32_t>();
    model.max_char_ngram = number<std::int32_t>();
    number<std::int32_t>();  // lrUpdateRate
    number<double>();        // t
    require(model.bucket >= 0 && model.word_ngrams >= 1 && model.word_ngrams <= 16, "its arguments make no sense");
    require(model.min_char_ngram >= 0 && model.max_char_ngram <= 64, "its arguments make no sense");
    require(model.loss >= FasttextLoss::kHierarchicalSoftmax && model.loss <= FasttextLoss::kOneVsAll,
            "an unknown loss");
  }

  void read_dictionary(FasttextFile& model) {
    const auto size = number<std::int32_t>();
    const auto words = number<std::int32_t>();
    const auto labels = number<std::int32_t>();
    number<std::int64_t>();  // tokens seen in training
    const auto pruned = number<std::int64_t>();
    require(words >= 0 && labels >= 0 && std::int64_t{words} + labels == size, "its dictionary sizes do not agree");
    for (std::int32_t i = 0; i < size; ++i) {
      const std::string_view entry = word();
      number<std::int64_t>();  // count
      const bool is_label = number<std::int8_t>() != 0;
      require(is_label == (i >= words), "its labels stand among its words");
      (is_label ? model.labels : model.words).push_back(entry);
    }
    model.pruned = pruned >= 0;
    require(!model.pruned || model.bucket <= kMaxPrunedBuckets, "more n-gram buckets than any real model has");
    for (std::int64_t i = 0; i < pruned; ++i) {
      const auto bucket = number<std::int32_t>();
      model.kept_buckets[bucket] = number<std::int32_t>();
    }
  }

  void read_matrix(FasttextMatrix& matrix, bool quantised) {
    const bool norms_apart = quantised && number<std::uint8_t>() != 0;
    matrix.rows_ = number<std::int64_t>();
    matrix.columns_ = number<std::int64_t>();
    require(matrix.rows_ >= 0 && matrix.columns_ > 0 && matrix.columns_ <= kMaxColumns, "a matrix of impossible size");
    const auto rows = static_cast<std::uint64_t>(matrix.rows_);
    const auto row_bytes = static_cast<std::uint64_t>(matrix.columns_) * sizeof(float);
    if (!quantised) {
      require(rows <= rest_.size() / row_bytes, "the file is cut short");
      matrix.floats_ = take(rows * row_bytes).data();
      return;
    }
    const auto code_size = number<std::int32_t>();
    require(code_size >= 0, "a matrix of impossible size");
    matrix.codes_ = take(static_cast<std::uint64_t>(code_size));
    read_quantizer(matrix.quantizer_);
    require(matrix.quantizer_.dimension == matrix.columns_, "its quantised sizes do not agree");
    require(static_cast<std::uint64_t>(matrix.quantizer_.parts) * rows <= matrix.codes_.size(),
            "the file is cut short");
    if (norms_apart) {
      matrix.norm_codes_ = take(rows);
      read_quantizer(matrix.norm_quantizer_);
      require(matrix.norm_quantizer_.dimension == 1, "its quantised sizes do not agree");
    }
  }

  void read_quantizer(FasttextMatrix::Quantizer& quantizer) {
    quantizer.dimension = number<std::int32_t>();
    quantizer.parts = number<std::int32_t>();
    quantizer.part_size = number<std::int32_t>();
    quantizer.last_part_size = number<std::int32_t>();
    require(
        quantizer.dimension > 0 && quantizer.dimension <= kMaxColumns && quantizer.parts > 0 &&
            quantizer.parts <= quantizer.dimension && quantizer.part_size > 0 && quantizer.last_part_size > 0 &&
            std::int64_t{quantizer.parts - 1} * quantizer.part_size + quantizer.last_part_size == quantizer.dimension,
        "its quantised sizes do not agree");
    const auto bytes =
        take(std::uint64_t{sizeof(float)} * kCentroids * static_cast<std::uint64_t>(quantizer.dimension));
    quantizer.centroids.resize(bytes.size() / sizeof(float));
    std::memcpy(quantizer.centroids.data(), bytes.data(), bytes.size());
  }

  static void check(const FasttextFile& model) {
    const auto words = static_cast<std::int64_t>(model.words.size());
    require(model.output.columns() == model.input.columns(), "its matrices do not fit each other");
    require(model.output.rows() == static_cast<std::int64_t>(model.labels.size()),
            "its labels do not fit its matrices");
    if (!model.pruned) require(model.input.rows() == words + model.bucket, "its words do not fit its matrices");
    for (const auto& [bucket, row] : model.kept_buckets) {
      require(bucket >= 0 && bucket < model.bucket && row >= 0 && words + row < model.input.rows(),
              "a pruned n-gram has no row");
    }
  }

  std::span<const std::byte> rest_;
};

std::span<const float> FasttextMatrix::Quantizer::centroid(std::int32_t part, std::uint8_t code) const {
  const bool last = part == parts - 1;
  const auto before = static_cast<std::size_t>(part) * kCentroids * static_cast<std::size_t>(part_size);
  const auto size = static_cast<std::size_t>(last ? last_part_size : part_size);
  return std::span(centroids).subspan(before + code * size, size);
}

void FasttextMatrix::add_row(std::int64_t row, std::span<float> sum) const {
  const auto at = static_cast<std::size_t>(row);
  if (floats_) {
    const std::byte* const begin = floats_ + at * sum.size() * sizeof(float);
    for (std::size_t i = 0; i < sum.size(); ++i) {
      float value;
      std::memcpy(&value, begin + i * sizeof value, sizeof value);
      sum[i] += value;
    }
    return;
  }
  float norm = 1;
  if (!norm_codes_.empty()) norm = norm_quantizer_.centroid(0, std::to_integer<std::uint8_t>(norm_codes_[at]))[0];
  std::size_t i = 0;
  for (std::int32_t part = 0; part < quantizer_.parts; ++part) {
    const auto code = codes_[at * static_cast<std::size_t>(quantizer_.parts) + static_cast<std::size_t>(part)];
    for (const float value : quantizer_.centroid(part, std::to_integer<std::uint8_t>(code))) sum[i++] += norm * value;
  }
}

Expected<FasttextFile> FasttextFile::open(const std::string& path) {
  auto file = MappedFile::open(path);
  if (!file) return tl::unexpected(file.error());
  FasttextFile model;
  try {
    FasttextReader((*file)->bytes()).read(model);
  } catch (const Malformed& malformed) {
    return tl::unexpected(Error{ErrorKind::kModel, fmt::format("{}: {}", path, malformed.what())});
  }
  model.file_ = std::move(*file);
  return model;
}

}  // namespace calque
