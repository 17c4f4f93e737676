#include "lab/evidence/topics.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <unordered_map>

#include "labelled/language.h"
#include "text/fold.h"

namespace calque::evidence {
namespace {

bool may_be_topic(std::uint64_t key) {
  static const std::uint64_t kNumber = hash_folded("0").key;
  return key != kNameKey && key != kNamesKey && key != kCommaKey && key != kEdgeKey && key != kNumber &&
         !is_common_word(key);
}

// A word is a number here, from 1; 0 is all that is neither a topic nor a member.
struct Vocabulary {
  std::vector<std::uint64_t> keys = {0};
  std::vector<char> is_topic = {0};
  std::vector<char> is_member = {0};
  std::unordered_map<std::uint64_t, std::uint32_t> numbers;

  std::uint32_t add(std::uint64_t key) {
    const auto [entry, is_new] = numbers.try_emplace(key, static_cast<std::uint32_t>(keys.size()));
    if (is_new) {
      keys.push_back(key);
      is_topic.push_back(0);
      is_member.push_back(0);
    }
    return entry->second;
  }
};

Vocabulary read_vocabulary(const KeyStream& stream, const std::unordered_set<std::uint64_t>& members) {
  std::unordered_map<std::uint64_t, std::uint64_t> counts;
  for (const std::uint64_t key : stream) {
    if (may_be_topic(key)) ++counts[key];
  }
  std::vector<std::pair<std::uint64_t, std::uint64_t>> commonest;
  commonest.reserve(counts.size());
  for (const auto& [key, count] : counts) commonest.emplace_back(count, key);
  std::ranges::sort(commonest, std::greater());
  if (commonest.size() > kMostTopics) commonest.resize(kMostTopics);
  Vocabulary vocabulary;
  for (const auto& [count, key] : commonest) vocabulary.is_topic[vocabulary.add(key)] = 1;
  for (const std::uint64_t key : members) vocabulary.is_member[vocabulary.add(key)] = 1;
  return vocabulary;
}

constexpr std::uint64_t pair_of(std::uint32_t member, std::uint32_t topic) {
  return std::uint64_t{member} << 32 | topic;
}
constexpr std::uint32_t member_of(std::uint64_t pair) { return static_cast<std::uint32_t>(pair >> 32); }
constexpr std::uint32_t topic_of(std::uint64_t pair) { return static_cast<std::uint32_t>(pair); }

// Each member with each topic word that is near, as often as they are, sorted.
std::vector<std::uint64_t> near_pairs(const KeyStream& stream, const Vocabulary& vocabulary) {
  std::vector<std::uint32_t> words;
  for (const std::uint64_t key : stream) {
    const auto found = vocabulary.numbers.find(key);
    words.push_back(found == vocabulary.numbers.end() ? 0 : found->second);
  }
  std::vector<std::uint64_t> pairs;
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (!vocabulary.is_member[words[at]]) continue;
    const auto add = [&](std::size_t near) {
      if (vocabulary.is_topic[words[near]]) pairs.push_back(pair_of(words[at], words[near]));
    };
    for (std::size_t i = 1; i <= kTopicReach && i <= at && stream[at - i] != kEdgeKey; ++i) add(at - i);
    for (std::size_t i = 1; i <= kTopicReach && at + i < words.size() && stream[at + i] != kEdgeKey; ++i) add(at + i);
  }
  std::ranges::sort(pairs);
  return pairs;
}

}  // namespace

std::vector<TopicPair> count_topics(const KeyStream& stream, const std::unordered_set<std::uint64_t>& members,
                                    const TopicOptions& options) {
  constexpr double kSmoothing = 0.5;
  const Vocabulary vocabulary = read_vocabulary(stream, members);
  const std::vector<std::uint64_t> pairs = near_pairs(stream, vocabulary);
  std::vector<double> of_member(vocabulary.keys.size());
  std::vector<double> of_topic(vocabulary.keys.size());
  for (const std::uint64_t pair : pairs) {
    ++of_member[member_of(pair)];
    ++of_topic[topic_of(pair)];
  }
  std::vector<TopicPair> kept;
  for (std::size_t begin = 0, end = 0; begin < pairs.size(); begin = end) {
    while (end < pairs.size() && pairs[end] == pairs[begin]) ++end;
    const std::uint32_t member = member_of(pairs[begin]);
    const std::uint32_t topic = topic_of(pairs[begin]);
    const double expected = of_member[member] * of_topic[topic] / static_cast<double>(pairs.size());
    const double association = std::log((static_cast<double>(end - begin) + kSmoothing) / (expected + kSmoothing));
    if (end - begin < options.least || association < options.least_association) continue;
    kept.push_back({vocabulary.keys[member], vocabulary.keys[topic], static_cast<float>(association)});
  }
  return kept;
}

}  // namespace calque::evidence
