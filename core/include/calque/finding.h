// Findings: places in an article that show a trace of translation.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "calque/span.h"

namespace calque {

// The kinds of artifact, as listed in calque/artifact_types.def.
enum class ArtifactType : unsigned char {
#define CALQUE_ARTIFACT(constant, name, group, about) constant,
#include "calque/artifact_types.def"
#undef CALQUE_ARTIFACT
};
inline constexpr std::array kAllArtifactTypes = {
#define CALQUE_ARTIFACT(constant, name, group, about) ArtifactType::constant,
#include "calque/artifact_types.def"
#undef CALQUE_ARTIFACT
};
inline constexpr std::size_t kArtifactTypes = kAllArtifactTypes.size();

// "wrong_sense", "literal_idiom", ... Permanent.
std::string_view artifact_name(ArtifactType type);

// "words", "grammar", "names" or "page".
std::string_view artifact_group(ArtifactType type);

// Typography and remains of the page. Poor scrapers cause these too, so they say little about the language.
bool is_of_format(ArtifactType type);

enum class Severity : unsigned char { kMinor, kMajor };

struct Finding {
  ArtifactType type;
  std::string_view detector;  // permanent id, e.g. "doubled-word"; lives as long as the program
  Span span;                  // what the detector saw is span.of(article.text)
  Severity severity = Severity::kMinor;
  std::string suggestion;  // a better wording; empty when there is none
  std::string language;    // ISO 639-1 code of the source language if there is evidence, else empty
  std::string why;         // one sentence for a reader
};

}  // namespace calque
