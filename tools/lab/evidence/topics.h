// Finds words that occur near each other more often than by chance.
#pragma once

#include <cstdint>
#include <unordered_set>
#include <vector>

#include "context/topic_words.h"
#include "lab/evidence/counting.h"

namespace calque::evidence {

struct TopicOptions {
  std::uint64_t least = 4;  // times that two words stand near each other
  double least_association = kLeastAssociation;
};

// The topics of `members`, by key: of the kMostTopics commonest words that are neither function words, names nor
// numbers, those that are associated with a member.
std::vector<TopicPair> count_topics(const KeyStream& stream, const std::unordered_set<std::uint64_t>& members,
                                    const TopicOptions& options);

}  // namespace calque::evidence
