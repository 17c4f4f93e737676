// The training articles, from folders of JSONL.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace calque::train {

enum class Kind { kOriginal, kTranslation, kMachine };  // written in English; translated by a person, by a machine

// One article. `cell` names what is balanced as one: the file, year, language pair, kind and engine.
struct TrainingArticle {
  std::string id;
  std::string cell;
  std::string engine;  // "rbmt", "smt", "nmt"; empty for people's
  std::string pair;    // "de-en"; "en-en" for originals
  Kind kind = Kind::kOriginal;
  bool is_round_trip = false;  // English -> another language -> English
  int fold = 0;                // articles of one fold share no year, or no document, with another's
  std::uint32_t words = 0;
  std::vector<std::string> sentences;
};

inline constexpr int kFolds = 4;

// Reads every train-* and originals-* file of `articles` and every *.jsonl of `round_trips` (which may be empty),
// leaves out what overlap.txt lists, and keeps at most `max_words` words of one file, chosen by the id's hash. Throws
// std::runtime_error.
std::vector<TrainingArticle> read_corpus(const std::string& articles, const std::string& round_trips,
                                         std::uint64_t max_words);

// A number that depends on the text alone: for choices that must be the same on every run.
std::uint64_t stable_hash(std::string_view text);

}  // namespace calque::train
