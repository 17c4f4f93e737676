#include "model/ngram_counts.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>

namespace calque {
namespace {

using namespace counted;

constexpr std::size_t kPadding = 8;  // a slot is read as part of four bytes

struct Header {
  std::uint64_t seed;
  std::uint64_t size;
  std::uint64_t starts;
  std::uint64_t segment;
};
static_assert(sizeof(Header) == 32);

std::size_t bytes_of(std::uint64_t slots) { return (slots * kSlotBits + 7) / 8 + kPadding; }

Header shape(std::uint64_t size) {
  const double count = std::max<double>(2, static_cast<double>(size));
  // The paper's parameters for three slots.
  const auto exponent = static_cast<unsigned>(std::log(count) / std::log(3.33) + 2.25);
  const std::uint64_t segment = std::uint64_t{1} << std::min(exponent, 18U);
  const double factor = std::max(1.125, 0.875 + 0.25 * std::log(1e6) / std::log(count));
  const auto capacity = static_cast<std::uint64_t>(std::round(count * factor));
  const std::uint64_t segments = (capacity + segment - 1) / segment;
  return {0, size, std::max<std::uint64_t>(segments, 3) * segment - 2 * segment, segment};
}

// Removes the n-grams one by one, always one that has a slot of its own.
class Arrangement {
 public:
  Arrangement(const Header& header, std::span<const CountedNgram> ngrams)
      : header_(header), ngrams_(ngrams), cells_(header.starts + 2 * header.segment) {}

  bool peel() {
    for (std::uint32_t i = 0; i < ngrams_.size(); ++i) {
      for (const std::uint64_t place : places_of(i)) add(place, i, 1);
    }
    std::vector<std::uint64_t> lone;  // cells that may have one n-gram left
    for (std::uint64_t place = 0; place < cells_.size(); ++place) lone.push_back(place);
    while (!lone.empty()) {
      const std::uint64_t place = lone.back();
      lone.pop_back();
      if (cells_[place].count == 1) take(place, lone);
    }
    return order_.size() == ngrams_.size();
  }

  std::string section() const {
    std::vector<std::uint16_t> slots(cells_.size());
    for (auto taken = order_.rbegin(); taken != order_.rend(); ++taken) {
      const CountedNgram& ngram = ngrams_[taken->ngram];
      std::uint32_t value = fingerprint(mix(ngram.hash ^ header_.seed)) << kLevelBits | ngram.level;
      for (const std::uint64_t place : places_of(taken->ngram)) value ^= slots[place];
      slots[taken->place] = static_cast<std::uint16_t>(value);  // was 0: not filled before
    }
    std::string bytes(sizeof(Header) + bytes_of(slots.size()), '\0');
    std::memcpy(bytes.data(), &header_, sizeof header_);
    for (std::size_t i = 0; i < slots.size(); ++i) {
      char* const at = bytes.data() + sizeof(Header) + i * kSlotBits / 8;
      std::uint16_t pair = 0;
      std::memcpy(&pair, at, sizeof pair);
      pair = static_cast<std::uint16_t>(pair | slots[i] << (i % 2 * 4));
      std::memcpy(at, &pair, sizeof pair);
    }
    return bytes;
  }

 private:
  struct Cell {
    std::uint32_t count = 0;
    std::uint32_t ngrams = 0;  // their indices, xor-ed
  };
  struct Taken {
    std::uint32_t ngram;
    std::uint64_t place;
  };

  std::array<std::uint64_t, 3> places_of(std::uint32_t ngram) const {
    return places(mix(ngrams_[ngram].hash ^ header_.seed), header_.starts, header_.segment);
  }
  void add(std::uint64_t place, std::uint32_t ngram, std::uint32_t count) {
    cells_[place].count += count;
    cells_[place].ngrams ^= ngram;
  }
  // Removes the only n-gram of a cell from all its cells.
  void take(std::uint64_t place, std::vector<std::uint64_t>& lone) {
    const std::uint32_t ngram = cells_[place].ngrams;
    order_.push_back({ngram, place});
    for (const std::uint64_t other : places_of(ngram)) {
      add(other, ngram, ~0U);  // minus one
      if (cells_[other].count == 1) lone.push_back(other);
    }
  }

  Header header_;
  std::span<const CountedNgram> ngrams_;
  std::vector<Cell> cells_;
  std::vector<Taken> order_;
};

}  // namespace

std::uint8_t level_of(NgramKind kind, std::uint64_t count) {
  const double step = kLevelSteps[static_cast<std::size_t>(kind)];
  const double level = std::log2(static_cast<double>(std::max<std::uint64_t>(count, 1))) / step;
  return static_cast<std::uint8_t>(std::min<double>(level + 1e-9, kMaxLevel));
}

Expected<NgramCounts> NgramCounts::load(std::span<const std::byte> section) {
  Header header;
  if (section.size() < sizeof header) return tl::unexpected(Error{ErrorKind::kModel, "n-gram counts: cut short"});
  std::memcpy(&header, section.data(), sizeof header);
  const std::uint64_t room = section.size() - sizeof header;
  const bool is_sound = std::has_single_bit(header.segment) && header.segment <= room && header.starts > 0 &&
                        header.starts <= 2 * room && header.starts % header.segment == 0 &&
                        bytes_of(header.starts + 2 * header.segment) <= room &&
                        header.starts + 2 * header.segment <= std::numeric_limits<std::uint32_t>::max();
  if (!is_sound) return tl::unexpected(Error{ErrorKind::kModel, "n-gram counts: damaged"});
  NgramCounts counts;
  counts.slots_ = section.data() + sizeof header;
  counts.seed_ = header.seed;
  counts.size_ = header.size;
  counts.starts_ = header.starts;
  counts.segment_ = header.segment;
  return counts;
}

Expected<std::string> build_ngram_counts(std::span<const CountedNgram> ngrams) {
  constexpr int kAttempts = 100;
  Header header = shape(ngrams.size());
  for (int attempt = 0; attempt < kAttempts; ++attempt) {
    header.seed = mix(header.seed + 1);
    Arrangement arrangement(header, ngrams);
    if (arrangement.peel()) return arrangement.section();
  }
  return tl::unexpected(Error{ErrorKind::kModel, "n-gram counts: two n-grams have the same hash"});
}

}  // namespace calque
