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

inline const Lexicons& english_lexicons() {
  static const Lexicons kLexicons = [] {
    std::vector<std::pair<std::string, std::string>> files;
    for (const auto& file : std::filesystem::directory_iterator(CALQUE_SOURCE_DIR "/models/en/lexicon")) {
      if (file.path().extension() != ".tsv") continue;
      std::ifstream in(file.path());
      files.emplace_back("lexicon/" + file.path().filename().string(),
                         std::string(std::istreambuf_iterator<char>(in), {}));
    }
    std::ranges::sort(files);
    std::vector<LexiconSource> sources;
    sources.reserve(files.size());
    for (const auto& [section, tsv] : files) sources.push_back({section, tsv});
    auto lexicons = Lexicons::parse(sources);
    if (!lexicons) throw std::runtime_error(lexicons.error().message);
    return std::move(*lexicons);
  }();
  return kLexicons;
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
