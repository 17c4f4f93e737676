// Which words occur near which: "chord" near "piano", "agreement" near "ministers".
//
// These words are too far apart for n-grams. A section of the pack, read in place:
//
//   header    TopicWords::Header
//   topics    the keys of words that tell a topic, ascending; a topic's number is its place
//   members   for each word that has topics: its key and its entries, by key, ascending
//   entries   of each member, ascending: a topic's number and, in the two lowest bits, how strongly it is associated
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "calque/error.h"

namespace calque {

// Association is pointwise mutual information in nats: the logarithm of how many times more often than by chance two
// words occur near each other. It is stored in four steps, with these means; weaker associations are not stored.
inline constexpr std::array<float, 4> kAssociations = {1.5F, 2.5F, 3.5F, 5.0F};
inline constexpr float kLeastAssociation = 1.2F;
inline constexpr std::size_t kMostTopics = std::size_t{1} << 14;
// Near: within this many words of the same sentence.
inline constexpr std::size_t kTopicReach = 24;

// Immutable; points into the bytes that it was loaded from.
class TopicWords {
 public:
  struct Member {
    std::uint64_t key;
    std::uint32_t first;  // entry
    std::uint32_t count;
  };

  TopicWords() = default;  // associates nothing

  // Checks every offset and the order of keys. Errors say what is wrong.
  static Expected<TopicWords> load(std::span<const std::byte> section);

  // The topic's number, if the word is a topic.
  std::optional<std::uint16_t> topic(std::uint64_t key) const;
  // The word's association with all of `topics`, in nats.
  float association(std::uint64_t key, std::span<const std::uint16_t> topics) const;

  std::size_t topics() const { return topics_.size(); }
  std::size_t pairs() const { return entries_.size(); }

 private:
  // An index into an ascending list of keys by their leading bits: keys are hashes, so few share them.
  class Starts {
   public:
    // `key_of(i)` is the i-th of `size` keys.
    template <class KeyOf>
    void fill(std::size_t size, KeyOf&& key_of);
    std::pair<std::size_t, std::size_t> range(std::uint64_t key) const {
      const std::size_t at = key >> (64 - kBits);
      return {starts_[at], starts_[at + 1]};
    }

   private:
    static constexpr unsigned kBits = 12;
    std::array<std::uint32_t, (std::size_t{1} << kBits) + 1> starts_{};
  };

  Starts topic_starts_;
  Starts member_starts_;
  std::span<const std::uint64_t> topics_;
  std::span<const Member> members_;
  std::span<const std::uint16_t> entries_;
};

// A pair as the builder of a section knows it.
struct TopicPair {
  std::uint64_t word;
  std::uint64_t topic;
  float association;  // at least kLeastAssociation
};

// The section for `pairs`, which must differ and have at most kMostTopics topics: any order makes the same bytes.
std::string build_topic_words(std::span<const TopicPair> pairs);

}  // namespace calque
