// The two hashes of a folded token, computed byte by byte during the scan.
#pragma once

#include <cstdint>
#include <string_view>

namespace calque {

struct TokenHash {
  std::uint32_t hash;  // fastText: 32-bit FNV-1a over bytes taken as signed
  std::uint64_t key;   // 64-bit FNV-1a
};

class WordHash {
 public:
  constexpr void add(unsigned char byte) {
    // fastText (Dictionary::hash) widens bytes as signed, so its hash is plain FNV-1a for ASCII only.
    hash_ = (hash_ ^ static_cast<std::uint32_t>(static_cast<std::int8_t>(byte))) * 16777619U;
    key_ = (key_ ^ byte) * 1099511628211U;
  }
  constexpr TokenHash value() const { return {hash_, key_}; }

 private:
  std::uint32_t hash_ = 2166136261U;
  std::uint64_t key_ = 14695981039346656037U;
};

constexpr TokenHash hash_folded(std::string_view folded) {
  WordHash hash;
  for (char c : folded) hash.add(static_cast<unsigned char>(c));
  return hash.value();
}

// Token::key of a folded word or a mark. Detectors compare keys, so they need not read the text of every token.
constexpr std::uint64_t key_of(std::string_view folded) { return hash_folded(folded).key; }

}  // namespace calque
