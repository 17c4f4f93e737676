// How often detectors find something, in whose articles, and whether they are right.
//
// On all articles: findings per 1,000 words, by type and detector, for originals, people's translations and each family
// of engines. On round trips, where the machine's text is aligned word by word with the original: whether a finding
// touches a place that differs (precision), how many of the changed content words are found (recall), and for how many
// of those the suggestion is the original word. On MuCoW: whether the replaced word is found.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "calque/analyzer.h"
#include "evaluate/report.h"
#include "labelled/article.h"

namespace calque::evaluate {

// Who wrote an article.
enum class Writer : std::uint8_t { kOriginal, kTranslation, kRuleBased, kStatistical, kNeural, kOtherEngine };
inline constexpr std::size_t kWriters = 6;
// "original", "translation", "rbmt", ...
std::string_view writer_name(Writer writer);
Writer writer_of(const LabelledArticle& article);

struct DetectorTally {
  std::array<std::uint64_t, kWriters> findings{};
  std::array<std::uint64_t, kWriters> major{};
  // On round trips:
  std::uint64_t aligned = 0;      // findings
  std::uint64_t touching = 0;     // of them, on a place that differs from the original
  std::uint64_t words = 0;        // changed content words found
  std::uint64_t right_words = 0;  // of them, with the original word in the suggestion

  DetectorTally& operator+=(const DetectorTally& other);
};

// A finding is counted under its type and its detector: one detector may find several types.
using DetectorKey = std::pair<ArtifactType, std::string>;

struct MucowTally {
  std::uint64_t sentences = 0;  // with a replaced word
  std::uint64_t found = 0;      // with a finding on the replaced word
  std::uint64_t flagged = 0;    // unchanged sentences with a finding other than typography
};

// All sums are integers, so the order of additions does not matter.
struct FindingsTally {
  std::array<std::uint64_t, kWriters> articles{};
  std::array<std::uint64_t, kWriters> words{};
  std::map<DetectorKey, DetectorTally> detectors;
  std::uint64_t changed_words = 0;  // content words that round trips replaced
  std::uint64_t found_words = 0;    // of them, touched by a finding
  std::uint64_t right_words = 0;    // of them, with the original word in the suggestion
  std::map<std::pair<std::string, std::string>, std::uint64_t> on_originals;  // by detector and the words found
  MucowTally mucow;

  FindingsTally& operator+=(const FindingsTally& other);
};

void tally_article(const Analyzer& analyzer, const LabelledArticle& article, FindingsTally& tally);

// One line of MuCoW: {"item":{"reference","errors":[{"contrastive"}]}}. False for other lines.
bool tally_mucow(const Analyzer& analyzer, std::string_view line, FindingsTally& tally);

struct FindingsReport {
  Setup setup;
  FindingsTally tally;
  std::vector<InputFile> mucow;
};

std::string to_markdown(const FindingsReport& report);
std::string to_json(const FindingsReport& report);

}  // namespace calque::evaluate
