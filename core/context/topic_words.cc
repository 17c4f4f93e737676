#include "context/topic_words.h"

#include <algorithm>
#include <cstring>
#include <tuple>
#include <vector>

#include "base/arrays.h"

namespace calque {
namespace {

struct Header {
  std::uint64_t topics;
  std::uint64_t members;
  std::uint64_t entries;
};
static_assert(sizeof(Header) == 24 && sizeof(TopicWords::Member) == 16);

constexpr unsigned kStrengthBits = 2;

constexpr std::uint16_t entry_of(std::size_t topic, std::size_t strength) {
  return static_cast<std::uint16_t>(topic << kStrengthBits | strength);
}
constexpr std::uint16_t topic_of(std::uint16_t entry) { return static_cast<std::uint16_t>(entry >> kStrengthBits); }

// By steps of a nat: the last has all that is more.
std::size_t strength_of(float association) {
  const float step = std::clamp(association - 1, 0.0F, static_cast<float>(kAssociations.size() - 1));
  return static_cast<std::size_t>(step);
}

tl::unexpected<Error> damaged(std::string_view what) {
  return tl::unexpected(Error{ErrorKind::kModel, "topic words: " + std::string(what)});
}

std::vector<std::uint64_t> topics_of(std::span<const TopicPair> pairs) {
  std::vector<std::uint64_t> topics;
  for (const TopicPair& pair : pairs) topics.push_back(pair.topic);
  std::ranges::sort(topics);
  topics.erase(std::unique(topics.begin(), topics.end()), topics.end());
  return topics;
}

}  // namespace

Expected<TopicWords> TopicWords::load(std::span<const std::byte> section) {
  Header header;
  if (section.size() < sizeof header) return damaged("cut short");
  std::memcpy(&header, section.data(), sizeof header);
  Arrays arrays(section.subspan(sizeof header));
  TopicWords words;
  words.topics_ = arrays.take<std::uint64_t>(header.topics);
  if (!arrays.fit() || header.topics > kMostTopics) return damaged("the topics reach past the end");
  words.members_ = arrays.take<Member>(header.members);
  if (!arrays.fit()) return damaged("the members reach past the end");
  words.entries_ = arrays.take<std::uint16_t>(header.entries);
  if (!arrays.end_here()) return damaged("the entries do not fill the rest");
  for (const Member& member : words.members_) {
    if (member.first > header.entries || member.count > header.entries - member.first)
      return damaged("a member's entries reach past the end");
  }
  const bool is_sorted =
      std::ranges::is_sorted(words.topics_) && std::ranges::is_sorted(words.members_, {}, &Member::key);
  if (!is_sorted) return damaged("keys do not ascend");
  words.topic_starts_.fill(words.topics_.size(), [&](std::size_t i) { return words.topics_[i]; });
  words.member_starts_.fill(words.members_.size(), [&](std::size_t i) { return words.members_[i].key; });
  return words;
}

template <class KeyOf>
void TopicWords::Starts::fill(std::size_t size, KeyOf&& key_of) {
  std::size_t at = 0;
  for (std::size_t bits = 0; bits < starts_.size(); ++bits) {
    while (at < size && key_of(at) >> (64 - kBits) < bits) ++at;
    starts_[bits] = static_cast<std::uint32_t>(at);
  }
}

std::optional<std::uint16_t> TopicWords::topic(std::uint64_t key) const {
  const auto [begin, end] = topic_starts_.range(key);
  for (std::size_t i = begin; i < end; ++i) {
    if (topics_[i] == key) return static_cast<std::uint16_t>(i);
  }
  return std::nullopt;
}

float TopicWords::association(std::uint64_t key, std::span<const std::uint16_t> topics) const {
  const auto [begin, end] = member_starts_.range(key);
  const std::span<const Member> near = members_.subspan(begin, end - begin);
  const auto member = std::ranges::find(near, key, &Member::key);
  if (member == near.end()) return 0;
  const std::span<const std::uint16_t> entries = entries_.subspan(member->first, member->count);
  float sum = 0;
  for (const std::uint16_t topic : topics) {
    const auto entry = std::ranges::lower_bound(entries, topic, {}, topic_of);
    if (entry != entries.end() && topic_of(*entry) == topic) sum += kAssociations[*entry % kAssociations.size()];
  }
  return sum;
}

std::string build_topic_words(std::span<const TopicPair> pairs) {
  const std::vector<std::uint64_t> topics = topics_of(pairs);
  std::vector<TopicPair> sorted(pairs.begin(), pairs.end());
  std::ranges::sort(sorted, {}, [](const TopicPair& pair) { return std::tuple(pair.word, pair.topic); });
  std::vector<TopicWords::Member> members;
  std::vector<std::uint16_t> entries;
  for (const TopicPair& pair : sorted) {
    if (members.empty() || members.back().key != pair.word) {
      members.push_back({pair.word, static_cast<std::uint32_t>(entries.size()), 0});
    }
    ++members.back().count;
    const auto topic = static_cast<std::size_t>(std::ranges::lower_bound(topics, pair.topic) - topics.begin());
    entries.push_back(entry_of(topic, strength_of(pair.association)));
  }
  const Header header = {topics.size(), members.size(), entries.size()};
  std::string section(reinterpret_cast<const char*>(&header), sizeof header);
  append_items(std::span<const std::uint64_t>(topics), section);
  append_items(std::span<const TopicWords::Member>(members), section);
  append_items(std::span<const std::uint16_t>(entries), section);
  return section;
}

}  // namespace calque
