// Words that match a phrase of a lexicon, but are part of a name, a compound or a quotation, are no finding.
#include "support/catch.h"
#include "support/marked.h"
#include "support/passages.h"

namespace calque {
namespace {

std::string found_in(std::string_view text, std::string_view section, std::string_view phrase,
                     std::string_view example) {
  std::string tsv;
  tsv.append(phrase).append("\t\tes\tmajor\tNobody says so.\t").append(example).append("\ty\n");
  const LexiconSource source = {section, tsv};
  auto lexicons = Lexicons::parse({&source, 1});
  REQUIRE(lexicons.has_value());
  return draw(text, spans_of(findings_in(text, *lexicons)));
}

std::string calques_in(std::string_view text, std::string_view phrase, std::string_view example = "[x]") {
  return found_in(text, "lexicon/calqued_noun_phrase.tsv", phrase, example);
}

std::string residue_in(std::string_view text, std::string_view word) {
  return found_in(text, "lexicon/residue.tsv", word, "[x]");
}

TEST_CASE("a phrase cut out of a compound is not found") {
  CHECK(calques_in("The process of peace-making is slow.", "process of peace") ==
        "The process of peace-making is slow.");
  CHECK(calques_in("He fell to point-blank fire.", "fell to point") == "He fell to point-blank fire.");
  CHECK(calques_in("A semi-process of peace began.", "process of peace") == "A semi-process of peace began.");
  CHECK(calques_in("The process of peace - it began late - failed.", "process of peace") ==
        "The [process of peace] - it began late - failed.");
}

TEST_CASE("a phrase that ends in a name is not found") {
  CHECK(calques_in("The talks of Pace with the city failed.", "talks of pace") ==
        "The talks of Pace with the city failed.");
  CHECK(calques_in("He was carried to Cape Town.", "carried to cape") == "He was carried to Cape Town.");
  CHECK(calques_in("The Talks of Pace University failed again.", "talks of pace") ==
        "The Talks of Pace University failed again.");
  CHECK(calques_in("Jose Sin Embargo was elected.", "sin embargo") == "Jose Sin Embargo was elected.");
}

TEST_CASE("a title in capitals is found, and so is a headline") {
  CHECK(calques_in("The Minister of the Exterior spoke.", "minister of the exterior") ==
        "The [Minister of the Exterior] spoke.");
  CHECK(calques_in("Minister of the Exterior Leaves Talks Of Pace Early", "minister of the exterior") ==
        "[Minister of the Exterior] Leaves Talks Of Pace Early");
}

TEST_CASE("a phrase whose example holds a name may hold one") {
  CHECK(calques_in("The union European met.", "union european") == "The union European met.");
  CHECK(calques_in("The union European met.", "union european", "The [union European] met.") ==
        "The [union European] met.");
}

TEST_CASE("an untranslated word is found in running text, but not in a quotation or as a name") {
  CHECK(residue_in("They left porque it rained.", "porque") == "They left [porque] it rained.");
  CHECK(residue_in("Porque it rained, they left.", "porque") == "[Porque] it rained, they left.");
  CHECK(residue_in("The banner read \"porque no\" in red.", "porque") == "The banner read \"porque no\" in red.");
  CHECK(residue_in("The banner read “porque no” in red.", "porque") == "The banner read “porque no” in red.");
  CHECK(residue_in("He said \"no\" and left porque it rained.", "porque") ==
        "He said \"no\" and left [porque] it rained.");
  CHECK(residue_in("The party Porque won.", "porque") == "The party Porque won.");
}

}  // namespace
}  // namespace calque
