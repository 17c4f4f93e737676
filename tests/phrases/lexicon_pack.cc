// Lexicons read from a pack are those that were written.
#include <filesystem>

#include "model/pack.h"
#include "support/catch.h"
#include "support/passages.h"

namespace calque {
namespace {

Expected<Lexicons> load_from(const std::string& name, const PackSections& sections) {
  std::string path = std::string(CALQUE_BINARY_DIR) + "/" + name + ".calque";
  REQUIRE(write_pack(path, sections).has_value());
  auto pack = Pack::open(path);
  REQUIRE(pack.has_value());
  auto lexicons = Lexicons::load(*pack);
  std::filesystem::remove(path);
  return lexicons;
}

TEST_CASE("lexicons are the pack's sections lexicon/*.tsv and outlive the pack") {
  auto lexicons = load_from("lexicon_pack_test", {{"card.json", "{}"},
                                                  {"lexicon/literal_idiom.tsv", "a b\tc\t\tminor\tWhy.\t[a b]\tb a\n"},
                                                  {"lexicon/residue.tsv", "d e\tf\tes\tmajor\tWhy.\t[d e]\te d\n"}});
  REQUIRE(lexicons.has_value());
  CHECK(findings_in("a b", *lexicons).at(0).type == ArtifactType::kLiteralIdiom);
  CHECK(findings_in("d e", *lexicons).at(0).type == ArtifactType::kResidue);
  CHECK(findings_in("d e", *lexicons).at(0).language == "es");
}

TEST_CASE("a pack without lexicons finds no phrases") {
  auto lexicons = load_from("lexicon_pack_none", {{"card.json", "{}"}});
  REQUIRE(lexicons.has_value());
  CHECK(findings_in("in afterwards", *lexicons).empty());
}

TEST_CASE("an error about a malformed lexicon names the pack, the section and the line") {
  auto lexicons = load_from("lexicon_pack_bad", {{"lexicon/residue.tsv", "# fine\nd e\n"}});
  REQUIRE_FALSE(lexicons.has_value());
  CHECK(lexicons.error().kind == ErrorKind::kModel);
  CHECK(lexicons.error().message.find("lexicon_pack_bad.calque: lexicon/residue.tsv:2: ") != std::string::npos);
}

}  // namespace
}  // namespace calque
