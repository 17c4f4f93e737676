// `calque evaluate --findings`: how often detectors fire, on whom, and whether they are right.
#include <simdjson.h>

#include "command/run.h"
#include "support/catch.h"

using namespace calque;

namespace {

bool contains(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

// An original with a typing error, a round trip of another, and a translation.
constexpr const char* kArticles =
    R"({"id":"o1","pair":"en-en","kind":"original","engine":"","doc":"o1","sentences":["He left the the room."]}
{"id":"m1","pair":"en-en","kind":"machine","engine":"rbmt","doc":"m1","sentences":["The main slap was hard.","They came with with two boats."],"original":["The main blow was hard.","They came with with two boats."]}
{"id":"t1","pair":"de-en","kind":"translation","engine":"","doc":"t1","sentences":["It was over."]}
)";

constexpr const char* kMucow =
    R"({"pair":"de-en","item":{"reference":"The main blow was hard.","errors":[{"contrastive":"The main slap was hard."}]}}
{"pair":"de-en","item":{"reference":"The bank was wide.","errors":[{"contrastive":"The bench was wide."}]}}
)";

simdjson::dom::element detector(simdjson::dom::element report, std::string_view id) {
  for (const simdjson::dom::element line : report["detectors"].get_array()) {
    std::string_view name;
    if (!line["detector"].get(name) && name == id) return line;
  }
  FAIL("no line for " << id);
  return report;
}

}  // namespace

TEST_CASE("Rates are findings per 1,000 words of each kind of writer") {
  const test::Workplace work;
  work.write("articles.jsonl", kArticles);
  const auto outcome = work.calque("evaluate --findings --format json articles.jsonl");
  REQUIRE(outcome.exit_code == 0);
  simdjson::dom::parser parser;
  const simdjson::dom::element report = parser.parse(outcome.out);
  const simdjson::dom::element rates = detector(report, "doubled-word")["per_1000_words"];
  CHECK(double(rates["original"]) == Approx(200));
  CHECK(double(rates["rbmt"]) == Approx(1000 / 11.0).epsilon(0.001));
  CHECK(double(rates["translation"]) == 0);
  CHECK(std::string_view(report["frequent_on_originals"].at(0)["found"]) == "the the");
}

TEST_CASE("On a round trip a finding is right where the machine's words are not the original's") {
  const test::Workplace work;
  work.write("articles.jsonl", kArticles);
  const auto outcome = work.calque("evaluate --findings --format json articles.jsonl");
  simdjson::dom::parser parser;
  const simdjson::dom::element report = parser.parse(outcome.out);
  CHECK(double(detector(report, "phrase")["round_trips"]["precision"]) == 1);
  CHECK(double(detector(report, "doubled-word")["round_trips"]["precision"]) == 0);
  CHECK(std::uint64_t(report["round_trips"]["changed_words"]) == 1);
  CHECK(double(report["round_trips"]["found"]) == 1);
  CHECK(double(report["round_trips"]["suggestion_right"]) == 1);
}

TEST_CASE("On MuCoW a word is found when a finding touches it") {
  const test::Workplace work;
  work.write("articles.jsonl", kArticles);
  work.write("mucow.jsonl", kMucow);
  const auto outcome = work.calque("evaluate --findings --mucow mucow.jsonl --format json articles.jsonl");
  REQUIRE(outcome.exit_code == 0);
  simdjson::dom::parser parser;
  const simdjson::dom::element mucow = parser.parse(outcome.out)["mucow"];
  CHECK(std::uint64_t(mucow["sentences"]) == 2);
  CHECK(double(mucow["found"]) == 0.5);
  CHECK(double(mucow["flagged"]) == 0);
}

TEST_CASE("The report of findings is the same for any number of threads, and can be read") {
  const test::Workplace work;
  std::string articles;
  for (int i = 0; i < 200; ++i) articles += kArticles;
  work.write("articles.jsonl", articles);
  const auto one = work.calque("evaluate --findings --threads 1 articles.jsonl");
  const auto four = work.calque("evaluate --findings --threads 4 articles.jsonl");
  REQUIRE(one.exit_code == 0);
  CHECK(one.out == four.out);
  for (const char* const heading :
       {"## Findings per 1,000 words", "## Round trips", "## The most frequent findings on originals", "## Inputs",
        "## How it was computed"}) {
    CHECK(contains(one.out, heading));
  }
}

TEST_CASE("Inputs without an article end the evaluation of findings with an error") {
  const test::Workplace work;
  work.write("none.jsonl", "{}\n");
  const auto outcome = work.calque("evaluate --findings none.jsonl");
  CHECK(outcome.exit_code == 3);
  CHECK(outcome.out.empty());
}
