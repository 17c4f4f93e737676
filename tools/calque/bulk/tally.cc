#include "bulk/tally.h"

namespace calque {

void Tally::count(const Verdict& verdict) {
  ++bases[static_cast<std::size_t>(verdict.basis)];
  if (verdict.basis == Basis::kScored) ++labels[static_cast<std::size_t>(verdict.label)];
}

Tally& Tally::operator+=(const Tally& other) {
  for (std::size_t i = 0; i < labels.size(); ++i) labels[i] += other.labels[i];
  for (std::size_t i = 0; i < bases.size(); ++i) bases[i] += other.bases[i];
  rejected += other.rejected;
  others += other.others;
  cut += other.cut;
  bytes += other.bytes;
  return *this;
}

std::uint64_t Tally::articles() const {
  std::uint64_t sum = 0;
  for (const std::uint64_t count : bases) sum += count;
  return sum;
}

Tally operator-(Tally all, const Tally& earlier) {
  for (std::size_t i = 0; i < all.labels.size(); ++i) all.labels[i] -= earlier.labels[i];
  for (std::size_t i = 0; i < all.bases.size(); ++i) all.bases[i] -= earlier.bases[i];
  all.rejected -= earlier.rejected;
  all.others -= earlier.others;
  all.cut -= earlier.cut;
  all.bytes -= earlier.bytes;
  return all;
}

}  // namespace calque
