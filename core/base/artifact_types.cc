#include <array>

#include "calque/finding.h"

namespace calque {

std::string_view artifact_name(ArtifactType type) {
  static constexpr std::array<std::string_view, kArtifactTypes> kNames = {
      "wrong_sense",
      "literal_idiom",
      "residue",
      "false_friend",
      "calqued_noun_phrase",
      "determiner",
      "preposition",
      "agreement",
      "pronoun",
      "repetition",
      "name",
      "date_number",
      "agency_boilerplate",
      "collocation",
      "phrase_salad",
      "typography",
      "placeholder",
      "page_mark",
  };
  return kNames[static_cast<std::size_t>(type)];
}

bool is_of_format(ArtifactType type) {
  return type == ArtifactType::kTypography || type == ArtifactType::kAgencyBoilerplate ||
         type == ArtifactType::kPageMark;
}

}  // namespace calque
