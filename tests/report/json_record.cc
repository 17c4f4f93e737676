// Programs read the record, so its order, its nulls and its escapes are promises.
#include <simdjson.h>

#include <random>

#include "report/example.h"
#include "report/json.h"
#include "support/catch.h"
#include "support/schema.h"

using namespace calque;

namespace {

std::string record_of(const Document& document, const Analysis& analysis, bool findings = false) {
  std::string out;
  append_record(document, analysis, "en-test 0123456789abcdef", {findings, OffsetUnit::kCodePoints}, out);
  return out;
}

Document document_with_id(std::string id) {
  Document document;
  document.id = std::move(id);
  return document;
}

std::string fault_of(const std::string& record) {
  test::Schema schema(CALQUE_SOURCE_DIR "/core/report/record.schema.json");
  return schema.fault_of(record);
}

Analysis scored_analysis() {
  Analysis analysis = test::analysis_of("They left [the the] old town before the [forces of pace] came.");
  analysis.findings[1].type = ArtifactType::kWrongSense;
  analysis.findings[1].detector = "wrong-sense";
  analysis.findings[1].severity = Severity::kMajor;
  analysis.findings[1].suggestion = "peacekeeping forces";
  analysis.findings[1].language = "it";
  analysis.verdict = {Label::kMachine, Basis::kScored, 0.97123456, 31.05, "it", 0.75};
  return analysis;
}

}  // namespace

TEST_CASE("A record has its fields in the order of the documentation") {
  const std::string record = record_of(document_with_id("a-1"), scored_analysis());
  CHECK(
      record ==
      R"({"id":"a-1","label":"machine","basis":"scored","probability":0.9712,"quality":31.1,)"
      R"("source_language":"it","source_language_share":0.75,"words":12,"sentences":0,"artifacts":{"wrong_sense":1,"repetition":1},)"
      R"("version":")" +
          std::string(version()) + "\",\"model\":\"en-test 0123456789abcdef\"}\n");
  CHECK(fault_of(record).empty());
}

TEST_CASE("The posterior and the quality's interval follow the figures that they explain") {
  Analysis analysis = scored_analysis();
  analysis.verdict.posterior = Posterior{0.01, 0.0188, 0.9712};
  analysis.verdict.quality_interval = Interval{12.34, 55.5};
  const std::string record = record_of(document_with_id("a-1"), analysis);
  CHECK(record.find(R"("probability":0.9712,"posterior":{"original":0.0100,"translation":0.0188,"machine":0.9712},)"
                    R"("quality":31.1,"quality_interval":[12.3,55.5],"source_language")") != std::string::npos);
  CHECK(fault_of(record).empty());
}

TEST_CASE("Findings are written only on request, with null for missing fields") {
  const std::string record = record_of(document_with_id("a-1"), scored_analysis(), true);
  CHECK(record.find(R"("findings":[{"type":"repetition","detector":"doubled-word","start":10,"end":17,)"
                    R"("text":"the the","suggestion":null,"severity":"minor","language":null,)"
                    R"("why":"A word stands twice."},{"type":"wrong_sense","detector":"wrong-sense",)") !=
        std::string::npos);
  CHECK(record.find(R"("suggestion":"peacekeeping forces","severity":"major","language":"it")") != std::string::npos);
  CHECK(fault_of(record).empty());
}

TEST_CASE("Unknown values are null, and a URL is written only if there is one") {
  Analysis analysis;
  analysis.verdict.basis = Basis::kNotText;
  Document document = document_with_id("x");
  CHECK(record_of(document, analysis)
            .find(R"("label":"undecided","basis":"not_text","probability":null,)"
                  R"("quality":null,"source_language":null,"words":0,)") != std::string::npos);
  CHECK(record_of(document, analysis).find("url") == std::string::npos);
  document.url = "https://example.org/?a=\"b\"";
  CHECK(record_of(document, analysis).find(R"({"id":"x","url":"https://example.org/?a=\"b\"","label")") == 0);
  CHECK(fault_of(record_of(document, analysis)).empty());
}

TEST_CASE("Host, date and title are written if the input has them") {
  Document document = document_with_id("x");
  document.host = "example.org";
  Analysis analysis;
  analysis.article.date = "2026-03-05";
  analysis.article.title = "A \"title\"";
  const std::string record = record_of(document, analysis);
  CHECK(record.find(R"({"id":"x","host":"example.org","date":"2026-03-05","title":"A \"title\"","label")") == 0);
  CHECK(fault_of(record).empty());
}

TEST_CASE("An integer id stays an integer, digit by digit") {
  Document document = document_with_id("18446744073709551616000");
  document.id_is_integer = true;
  CHECK(record_of(document, {}).find("{\"id\":18446744073709551616000,") == 0);
  document.id_is_integer = false;
  CHECK(record_of(document, {}).find("{\"id\":\"18446744073709551616000\",") == 0);
}

TEST_CASE("Zero is never negative, and NaN and infinity are null") {
  Analysis analysis;
  analysis.verdict.probability = -0.0;
  analysis.verdict.quality = std::numeric_limits<double>::quiet_NaN();
  CHECK(record_of({}, analysis).find(R"("probability":0.0000,"quality":null)") != std::string::npos);
}

TEST_CASE("Any UTF-8 is read from a record as it was written, and the record is one line") {
  std::mt19937 random(7);
  const std::vector<std::string> pieces = {
      "a",    "\"",   "\\",     "/",      "\n",         "\r",     "\t", "\b", std::string(1, '\0'),
      "\x1f", "\x7f", "\u00e9", "\u2028", "\U0001F600", "e\u0301"};
  simdjson::dom::parser parser;
  for (int round = 0; round < 5000; ++round) {
    std::string id;
    for (auto left = random() % 12; left > 0; --left) id += pieces[random() % pieces.size()];
    const std::string record = record_of(document_with_id(id), {});
    REQUIRE(record.find('\n') == record.size() - 1);
    REQUIRE(std::string(std::string_view(parser.parse(record)["id"])) == id);
  }
}

TEST_CASE("Bytes that are not UTF-8 still give a valid record") {
  std::mt19937 random(11);
  for (int round = 0; round < 5000; ++round) {
    std::string id;
    for (auto left = random() % 12; left > 0; --left) id += static_cast<char>(random());
    REQUIRE(fault_of(record_of(document_with_id(id), {})).empty());
  }
  CHECK(record_of(document_with_id("a\xC3(\xFF"), {}).find("{\"id\":\"a\uFFFD(\uFFFD\"") == 0);
}
