// The English lexicons and the evidence of the repository.
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "artifacts/lexicons.h"

namespace calque {

// The name and the text of each file.
inline std::vector<std::pair<std::string, std::string>> english_lexicon_files() {
  std::vector<std::pair<std::string, std::string>> files;
  for (const auto& file : std::filesystem::directory_iterator(CALQUE_SOURCE_DIR "/models/en/lexicon")) {
    if (file.path().extension() != ".tsv") continue;
    std::ifstream in(file.path());
    files.emplace_back("lexicon/" + file.path().filename().string(),
                       std::string(std::istreambuf_iterator<char>(in), {}));
  }
  std::ranges::sort(files);
  return files;
}

inline const Lexicons& english_lexicons() {
  static const Lexicons kLexicons = [] {
    const auto files = english_lexicon_files();
    std::vector<LexiconSource> sources;
    sources.reserve(files.size());
    for (const auto& [section, tsv] : files) sources.push_back({section, tsv});
    auto lexicons = Lexicons::parse(sources);
    if (!lexicons) throw std::runtime_error(lexicons.error().message);
    return std::move(*lexicons);
  }();
  return kLexicons;
}

inline const std::vector<PhraseEntry>& english_phrases() {
  static const std::vector<PhraseEntry> kPhrases = [] {
    std::vector<PhraseEntry> phrases;
    for (const auto& [section, tsv] : english_lexicon_files()) {
      if (auto parsed = parse_phrases(section, tsv, phrases); !parsed) throw std::runtime_error(parsed.error().message);
    }
    return phrases;
  }();
  return kPhrases;
}

// The lexicons with the evidence, whose findings are likely but not certain.
inline const Lexicons& english_evidence() {
  static const Lexicons kLexicons = [] {
    const auto pack = Pack::open(CALQUE_SOURCE_DIR "/models/en/evidence.calque");
    if (!pack) throw std::runtime_error(pack.error().message);
    auto evidence = ContextEvidence::load(*pack);
    if (!evidence) throw std::runtime_error(evidence.error().message);
    Lexicons lexicons = english_lexicons();
    lexicons.evidence = std::move(*evidence);
    return lexicons;
  }();
  return kLexicons;
}

}  // namespace calque
