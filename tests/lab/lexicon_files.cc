// Each type has a file, and each language of a type: thousands of phrases in one file would be too many to edit.
#include "pack/lexicon_files.h"

#include "support/catch.h"
#include "support/scratch.h"

namespace calque {
namespace {

using testing::Scratch;

TEST_CASE("the tables of a folder become one lexicon") {
  Scratch scratch;
  scratch.write("calqued_noun_phrase.de.tsv", "a b\tc\tde\tminor\tWhy.\t[a b]\tb a");
  scratch.write("calqued_noun_phrase.tsv", "d e\tf\t\tminor\tWhy.\t[d e]\te d\n");
  scratch.write("residue.tsv", "g h\ti\t\tminor\tWhy.\t[g h]\th g\n");
  scratch.write("README.md", "not a table");
  const auto files = read_lexicon_files(scratch.path(""));
  REQUIRE(files.has_value());
  REQUIRE(files->size() == 3);
  CHECK((*files)[0].first == "lexicon/calqued_noun_phrase.de.tsv");
  CHECK((*files)[1].first == "lexicon/calqued_noun_phrase.tsv");
  CHECK(Lexicons::parse(lexicon_sources(*files))->phrases.size() == 3);
}

TEST_CASE("a folder without tables is refused") {
  Scratch scratch;
  CHECK_FALSE(read_lexicon_files(scratch.path("")).has_value());
}

TEST_CASE("an error about a malformed line names its file") {
  Scratch scratch;
  scratch.write("residue.de.tsv", "a b\tc\tde\tminor\tWhy.\t[a b]\tb a\n");
  scratch.write("residue.fr.tsv", "# fine\na b\n");
  const auto files = read_lexicon_files(scratch.path(""));
  REQUIRE(files.has_value());
  const auto phrases = build_phrases(lexicon_sources(*files));
  REQUIRE_FALSE(phrases.has_value());
  CHECK(phrases.error().message.starts_with("lexicon/residue.fr.tsv:2: "));
}

}  // namespace
}  // namespace calque
