// Pairs of a written and a meant word that translations confuse, from round trips and dictionaries.
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

// Round trips form two halves, so that weights are fitted on pairs that the other half has seen: direct routes, and
// routes through Italian.
inline constexpr std::size_t kHalves = 2;
std::size_t half_of(const std::string& route);

struct PairFacts {
  std::array<std::uint32_t, kHalves> trips{};  // places in round trips, by half
  std::uint32_t headwords = 0;                 // foreign words that mean both
  bool is_untranslated = false;                // the written word is the foreign word itself
  std::string foreign;                         // the headword with the fewest other meanings
  std::size_t glosses = 0;                     // its number of meanings
  std::string language;                        // its language
};

struct Pairs {
  std::map<std::pair<std::string, std::string>, PairFacts> facts;  // by written and meant word, folded
  // How often a word occurs in the originals of round trips, by half.
  std::array<std::unordered_map<std::string, std::uint32_t>, kHalves> originals;
};

// Adds each replaced word of the original with the word that replaced it.
void mine_round_trip(const RoundTrip& trip, Pairs& pairs);

// How often a folded word occurs in English.
using WordCount = std::function<std::uint64_t(const std::string&)>;

// Adds all pairs of English words that translate one headword of translations.tsv.gz, in all their forms, and English
// words that are themselves a headword with another meaning. The written word may be rarer than the meant one.
struct LeastCounts {
  std::uint64_t written = 40;
  std::uint64_t meant = 300;
};
void read_dictionary(const std::string& path, const WordCount& count, const LeastCounts& least, Pairs& pairs);

// The type of the finding if `written` replaces `meant`.
ArtifactType type_of(const std::string& written, const std::string& meant);

}  // namespace calque::evidence
