#include "verdict/function_words.h"

#include <span>

#include "text/fold.h"

namespace calque {
namespace {

// Open addressing over the keys' low bits; at most an eighth full, so that nearly every other word misses at once.
class WordTable {
 public:
  explicit WordTable(std::span<const std::string_view> words) {
    for (std::size_t i = 0; i < words.size(); ++i) {
      const std::uint64_t key = hash_folded(words[i]).key;
      std::size_t at = key % kSlots;
      while (slots_[at].index != kEmpty) at = (at + 1) % kSlots;
      slots_[at] = {key, static_cast<std::uint8_t>(i)};
    }
  }

  std::optional<std::size_t> find(std::uint64_t key) const {
    for (std::size_t at = key % kSlots; slots_[at].index != kEmpty; at = (at + 1) % kSlots) {
      if (slots_[at].key == key) return slots_[at].index;
    }
    return std::nullopt;
  }

 private:
  static constexpr std::size_t kSlots = 1024;
  static constexpr std::uint8_t kEmpty = 255;
  struct Slot {
    std::uint64_t key = 0;
    std::uint8_t index = kEmpty;
  };
  std::array<Slot, kSlots> slots_;
};

}  // namespace

std::optional<std::size_t> function_word(std::uint64_t key) {
  static const WordTable kTable(kFunctionWords);
  return kTable.find(key);
}

bool is_personal_word(std::uint64_t key) {
  static const WordTable kTable(kPersonalWords);
  return kTable.find(key).has_value();
}

}  // namespace calque
