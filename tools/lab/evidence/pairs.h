// Pairs of words of which one is written where the other is meant: from round trips and from dictionaries.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "calque/finding.h"
#include "lab/evidence/sources.h"

namespace calque::evidence {

// Round trips are told apart in two halves, so that weights are fitted on pairs that the other half has seen: routes
// that come back at once, and those that go on through Italian.
inline constexpr std::size_t kHalves = 2;
std::size_t half_of(const std::string& route);

struct PairFacts {
  std::array<std::uint32_t, kHalves> trips{};      // places in round trips, by half
  std::uint32_t headwords = 0;                     // foreign words that mean both
  bool is_untranslated = false;                    // the written word is the foreign word itself
  std::string foreign;                             // the headword that means least else
  std::size_t glosses = 0;                         // that it has
  std::map<std::string, std::uint32_t> languages;  // votes
};

struct Pairs {
  std::map<std::pair<std::string, std::string>, PairFacts> facts;  // by written and meant word, folded
  // How often a word stands in the originals of round trips, by half.
  std::array<std::unordered_map<std::string, std::uint32_t>, kHalves> originals;
};

// Adds what became of each word.
void mine_round_trip(const RoundTrip& trip, Pairs& pairs);

// How often a folded word stands in English.
using WordCount = std::function<std::uint64_t(const std::string&)>;

// Adds every two English words that one headword of translations.tsv.gz may be, in all their forms, and the English
// words that are themselves a headword of another meaning. What a translation writes may be rarer than what was meant.
struct LeastCounts {
  std::uint64_t written = 40;
  std::uint64_t meant = 300;
};
void read_dictionary(const std::string& path, const WordCount& count, const LeastCounts& least, Pairs& pairs);

// A word in the place of another: of what kind is the finding?
ArtifactType type_of(const std::string& written, const std::string& meant);

}  // namespace calque::evidence
