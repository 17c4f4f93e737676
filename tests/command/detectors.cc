// `calque detectors` lists the detectors for people and for programs.
#include <simdjson.h>

#include "command/run.h"
#include "support/catch.h"

using namespace calque;

namespace {

bool contains(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("The list names each detector with its type, its reason and its examples") {
  const auto outcome = test::Workplace().calque("detectors");
  REQUIRE(outcome.exit_code == 0);
  CHECK(contains(outcome.out, "doubled-word  repetition; MQM fluency/duplication\n"));
  CHECK(contains(outcome.out, "+ The minister left [the the] meeting early.\n"));
  CHECK(contains(outcome.out, "- They spoke of the, the thing itself.\n"));
  CHECK(contains(outcome.out, "Per 1,000 words: original 0."));
}

TEST_CASE("Detectors can be named, and one that does not exist is an error of usage") {
  const test::Workplace work;
  const auto one = work.calque("detectors of-chain");
  REQUIRE(one.exit_code == 0);
  CHECK(contains(one.out, "of-chain"));
  CHECK_FALSE(contains(one.out, "doubled-word"));
  const auto none = work.calque("detectors of-chain no-such-thing");
  CHECK(none.exit_code == 2);
  CHECK(none.out.empty());
  CHECK(contains(none.err, "no-such-thing"));
}

TEST_CASE("The list in JSON has an object for each detector, with rates for all kinds of writers") {
  const auto outcome = test::Workplace().calque("detectors --format json");
  REQUIRE(outcome.exit_code == 0);
  simdjson::dom::parser parser;
  const simdjson::dom::array detectors = parser.parse(outcome.out).get_array();
  CHECK(detectors.size() > 20);
  for (const simdjson::dom::element detector : detectors) {
    CHECK_FALSE(std::string_view(detector["id"]).empty());
    CHECK_FALSE(std::string_view(detector["why"]).empty());
    if (std::string_view(detector["id"]) != "doubled-word") continue;
    CHECK(std::string_view(detector["type"]) == "repetition");
    CHECK(detector["flagged"].get_array().size() == 4);
    for (const char* const writer : {"original", "translation", "rbmt", "smt", "nmt"}) {
      CHECK(double(detector["per_1000_words"][writer]) > 0);
    }
  }
}

TEST_CASE("The list is in colour only when asked or on a terminal, and keeps to the terminal's width") {
  const test::Workplace work;
  CHECK_FALSE(contains(work.calque("detectors").out, "\x1b["));
  CHECK(contains(work.calque("detectors --color always").out, "\x1b[1mdoubled-word\x1b[0m"));
  CHECK_FALSE(contains(work.shell("NO_COLOR=1 $CALQUE detectors").out, "\x1b["));
  const auto narrow = work.shell("COLUMNS=50 $CALQUE detectors doubled-word");
  for (const std::string& line : narrow.lines()) CHECK(line.size() <= 50);
}
