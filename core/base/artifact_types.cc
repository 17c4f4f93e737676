#include <array>

#include "calque/finding.h"

namespace calque {
namespace {

namespace group {
constexpr std::string_view kWords = "words";
constexpr std::string_view kGrammar = "grammar";
constexpr std::string_view kNames = "names";
constexpr std::string_view kPage = "page";
}  // namespace group

enum class About : unsigned char { kLanguage, kFormat };

struct Described {
  std::string_view name;
  std::string_view group;
  About about;
};

constexpr std::array<Described, kArtifactTypes> kTypes = {{
#define CALQUE_ARTIFACT(constant, name, group_of, about) {name, group::group_of, About::about},
#include "calque/artifact_types.def"
#undef CALQUE_ARTIFACT
}};

const Described& described(ArtifactType type) { return kTypes[static_cast<std::size_t>(type)]; }

}  // namespace

std::string_view artifact_name(ArtifactType type) { return described(type).name; }
std::string_view artifact_group(ArtifactType type) { return described(type).group; }
bool is_of_format(ArtifactType type) { return described(type).about == About::kFormat; }

}  // namespace calque
