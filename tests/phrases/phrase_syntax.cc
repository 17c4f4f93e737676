// The syntax of lexicons, and errors that name the section and the line.
#include "support/catch.h"
#include "support/marked.h"
#include "support/passages.h"

namespace calque {
namespace {

// A lexicon of one phrase.
Lexicons lexicon_of(std::string_view phrase, std::string_view suggestion = "") {
  std::string tsv;
  tsv.append(phrase).append("\t").append(suggestion).append("\tes\tmajor\tNobody says so.\t[x]\ty\n");
  LexiconSource source = {"lexicon/literal_idiom.tsv", tsv};
  auto lexicons = Lexicons::parse({&source, 1});
  REQUIRE(lexicons.has_value());
  return std::move(*lexicons);
}

std::string found_in(std::string_view text, const Lexicons& lexicons) {
  return draw(text, spans_of(findings_in(text, lexicons)));
}

std::string error_of(std::string_view tsv, std::string_view section = "lexicon/literal_idiom.tsv") {
  LexiconSource source = {section, tsv};
  auto lexicons = Lexicons::parse({&source, 1});
  if (lexicons) return "";
  CHECK(lexicons.error().kind == ErrorKind::kModel);
  return lexicons.error().message;
}

TEST_CASE("a phrase is found in any case and at any place of a sentence") {
  Lexicons lexicons = lexicon_of("give the hand");
  CHECK(found_in("Give the Hand to him.", lexicons) == "[Give the Hand] to him.");
  CHECK(found_in("They give the hand", lexicons) == "They [give the hand]");
  CHECK(found_in("They give the, hand.", lexicons) == "They give the, hand.");
}

TEST_CASE("any word of an alternation matches and has its own form of the suggestion") {
  Lexicons lexicons = lexicon_of("gives|gave the hand", "shakes|shook hands");
  CHECK(findings_in("He gave the hand.", lexicons).at(0).suggestion == "shook hands");
  CHECK(findings_in("He gives the hand.", lexicons).at(0).suggestion == "shakes hands");
  CHECK(findings_in("He give the hand.", lexicons).empty());
}

TEST_CASE("a suggestion begins with a capital if the text does") {
  CHECK(findings_in("Give the hand!", lexicon_of("give the hand", "shake hands")).at(0).suggestion == "Shake hands");
}

TEST_CASE("an asterisk matches exactly one word and no mark") {
  Lexicons lexicons = lexicon_of("ago * years");
  CHECK(found_in("It was ago twenty years.", lexicons) == "It was [ago twenty years].");
  CHECK(found_in("It was ago 20 years.", lexicons) == "It was [ago 20 years].");
  CHECK(found_in("It was ago - years.", lexicons) == "It was ago - years.");
  CHECK(found_in("It was ago years.", lexicons) == "It was ago years.");
}

TEST_CASE("a question mark makes a word optional, and the longest match counts") {
  Lexicons lexicons = lexicon_of("give the? hand to?");
  CHECK(found_in("give hand", lexicons) == "[give hand]");
  CHECK(found_in("give the hand to him", lexicons) == "[give the hand to] him");
}

TEST_CASE("an optional word in the text is part of the phrase, at any place in it") {
  Lexicons lexicons = lexicon_of("give a? small? hand");
  CHECK(found_in("give hand", lexicons) == "[give hand]");
  CHECK(found_in("give small hand", lexicons) == "[give small hand]");
  CHECK(found_in("give a small hand", lexicons) == "[give a small hand]");
  CHECK(found_in("give small a hand", lexicons) == "give small a hand");
  CHECK(found_in("give", lexicon_of("give a? hand?")) == "[give]");
  CHECK(found_in("give a hand", lexicon_of("give a? *")) == "[give a hand]");
  CHECK(found_in("give a", lexicon_of("give a? *")) == "[give a]");
}

TEST_CASE("the suggestion follows the first alternation, at any place in the phrase") {
  Lexicons lexicons = lexicon_of("the hand given|shaken to|at", "a hand lent|pressed");
  CHECK(findings_in("It was the hand given at noon.", lexicons).at(0).suggestion == "a hand lent");
  CHECK(findings_in("It was the hand shaken at noon.", lexicons).at(0).suggestion == "a hand pressed");
}

TEST_CASE("an exclamation mark forbids a word beside the phrase and is not part of the match") {
  Lexicons lexicons = lexicon_of("!good|bad frame of !mind");
  CHECK(found_in("a wide frame of wood", lexicons) == "a wide [frame of] wood");
  CHECK(found_in("a frame of mind", lexicons) == "a frame of mind");
  CHECK(found_in("a bad frame of wood", lexicons) == "a bad frame of wood");
  CHECK(found_in("frame of", lexicons) == "[frame of]");
}

TEST_CASE("a phrase of one word is found") {
  CHECK(found_in("the asestada blow", lexicon_of("asestada")) == "the [asestada] blow");
}

TEST_CASE("phrases do not overlap") {
  CHECK(found_in("of the of the of", lexicon_of("of the of")) == "[of the of] the of");
}

TEST_CASE("an error names the section and the line") {
  std::string good = "a b\t\t\tminor\tWhy.\t[a b]\tb a\n";
  CHECK(error_of(good).empty());
  CHECK(error_of("# note\n\n" + good + "a b\n").starts_with("lexicon/literal_idiom.tsv:4: "));
  CHECK(error_of(good, "lexicon/idioms.tsv").starts_with("lexicon/idioms.tsv:"));
}

TEST_CASE("a file named for a language has its phrases, also those that other languages share") {
  std::string spanish = "a b\t\tes\tminor\tWhy.\t[a b]\tb a\n";
  std::string shared = "a b\t\t\tminor\tWhy.\t[a b]\tb a\n";
  CHECK(error_of(spanish, "lexicon/residue.es.tsv").empty());
  CHECK(error_of(shared, "lexicon/residue.es.tsv").empty());
  CHECK(error_of(spanish, "lexicon/residue.it.tsv").starts_with("lexicon/residue.it.tsv:1: "));
  CHECK_FALSE(error_of(spanish, "lexicon/idioms.es.tsv").empty());
}

TEST_CASE("a malformed line is refused") {
  for (std::string_view line : {
           "\t\t\tminor\tWhy.\t[a b]\tb a",            // no phrase
           "A b\t\t\tminor\tWhy.\t[a b]\tb a",         // a capital
           "a  b\t\t\tminor\tWhy.\t[a b]\tb a",        // two spaces
           "a|\t\t\tminor\tWhy.\t[a b]\tb a",          // an empty word
           "* b\t\t\tminor\tWhy.\t[a b]\tb a",         // begins with any word
           "a? b\t\t\tminor\tWhy.\t[a b]\tb a",        // begins with an optional word
           "a !c b\t\t\tminor\tWhy.\t[a b]\tb a",      // ! inside
           "!a\t\t\tminor\tWhy.\t[a b]\tb a",          // only a forbidden word
           "a|b c\td|e|f g\t\tminor\tWhy.\t[a c]\tb",  // forms do not agree
           "a b\td|e f|g\t\tminor\tWhy.\t[a b]\tb",    // two alternations
           "a b\t\tspanish\tminor\tWhy.\t[a b]\tb a",  // no code
           "a b\t\t\tsevere\tWhy.\t[a b]\tb a",        // no severity
           "a b\t\t\tminor\t\t[a b]\tb a",             // no reason
           "a b\t\t\tminor\tWhy.\ta b\tb a",           // no brackets
           "a b\t\t\tminor\tWhy.\t[a b]\t",            // no - example
           "a b\t\t\tminor\tWhy.\t[a b]\tb a\tmore",   // too many columns
       }) {
    INFO(line);
    CHECK_FALSE(error_of(line).empty());
  }
}

}  // namespace
}  // namespace calque
