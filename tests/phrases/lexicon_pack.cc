// Lexicons read from a pack are those that were written.
#include <array>
#include <filesystem>
#include <span>

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

constexpr std::array<LexiconSource, 2> kSources = {
    {{"lexicon/literal_idiom.tsv", "a|an b\tc|d e\t\tminor\tWhy.\t[a b]\tb a\n!x b the?\tf\t\tminor\tWhy.\t[b]\tx b\n"},
     {"lexicon/residue.tsv", "d e\tf\tes\tmajor\tWhy.\t[d e]\te d\n"}}};

TEST_CASE("phrases are the pack's section and outlive the pack") {
  auto lexicons = load_from("lexicon_pack_test", {{"card.json", "{}"}, {"phrases", *build_phrases(kSources)}});
  REQUIRE(lexicons.has_value());
  CHECK(findings_in("a b", *lexicons).at(0).type == ArtifactType::kLiteralIdiom);
  CHECK(findings_in("an b", *lexicons).at(0).suggestion == "d e");
  CHECK(findings_in("d e", *lexicons).at(0).type == ArtifactType::kResidue);
  CHECK(findings_in("d e", *lexicons).at(0).language == "es");
}

TEST_CASE("a pack without lexicons finds no phrases") {
  auto lexicons = load_from("lexicon_pack_none", {{"card.json", "{}"}});
  REQUIRE(lexicons.has_value());
  CHECK(findings_in("in afterwards", *lexicons).empty());
}

TEST_CASE("a section of phrases that is cut short, at any length, is refused") {
  const std::string section = *build_phrases(kSources);
  for (std::size_t size = 1; size < section.size(); ++size) {
    auto lexicons = load_from("lexicon_pack_bad", {{"phrases", section.substr(0, size)}});
    REQUIRE_FALSE(lexicons.has_value());
    CHECK(lexicons.error().kind == ErrorKind::kModel);
    CHECK(lexicons.error().message.find("lexicon_pack_bad.calque: phrases: ") != std::string::npos);
  }
}

// A byte of a string or of a word's key is as good as another. All else must be refused, or match without harm.
TEST_CASE("a section of phrases with one changed byte, anywhere, is refused or matches within the text") {
  const std::string section = *build_phrases(kSources);
  const Article article = article_of("A b and an b the d e.");
  const Text text = segment(article);
  for (std::size_t at = 0; at < section.size(); ++at) {
    for (const char flipped : {char{1}, char{16}, static_cast<char>(-1)}) {
      std::string bad = section;
      bad[at] = static_cast<char>(bad[at] ^ flipped);
      const auto phrases = PhraseLexicon::load(std::as_bytes(std::span(bad)));
      if (!phrases) continue;
      std::vector<PhraseMatch> matches;
      phrases->match(text.tokens, matches);
      for (const PhraseMatch& match : matches) CHECK((match.begin < match.end && match.end <= text.tokens.size()));
    }
  }
}

}  // namespace
}  // namespace calque
