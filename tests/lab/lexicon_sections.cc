// One section of a pack has all phrases of a type, but each language has its own file: thousands of phrases in one file
// would be too many to edit.
#include "pack/lexicon_sections.h"

#include "support/catch.h"
#include "support/scratch.h"

namespace calque {
namespace {

using testing::Scratch;

TEST_CASE("the files of one type, one for each language, become one section") {
  Scratch scratch;
  scratch.write("calqued_noun_phrase.de.tsv", "a b\tc\tde\tminor\tWhy.\t[a b]\tb a");
  scratch.write("calqued_noun_phrase.tsv", "d e\tf\t\tminor\tWhy.\t[d e]\te d\n");
  scratch.write("residue.tsv", "g h\ti\t\tminor\tWhy.\t[g h]\th g\n");
  const auto sections = read_lexicon_sections(scratch.path(""));
  REQUIRE(sections.has_value());
  REQUIRE(sections->size() == 2);
  CHECK((*sections)[0].first == "lexicon/calqued_noun_phrase.tsv");
  CHECK((*sections)[1].first == "lexicon/residue.tsv");
  CHECK(Lexicons::parse(lexicon_sources(*sections))->phrases.entries().size() == 3);
}

TEST_CASE("an error about a malformed line names its file") {
  Scratch scratch;
  scratch.write("residue.de.tsv", "a b\tc\tde\tminor\tWhy.\t[a b]\tb a\n");
  scratch.write("residue.fr.tsv", "# fine\na b\n");
  const auto sections = read_lexicon_sections(scratch.path(""));
  REQUIRE_FALSE(sections.has_value());
  CHECK(sections.error().message.starts_with("lexicon/residue.fr.tsv:2: "));
}

}  // namespace
}  // namespace calque
