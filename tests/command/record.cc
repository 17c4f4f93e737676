// What the command writes is what the schema in the repository says.
#include <simdjson.h>

#include "command/run.h"
#include "support/catch.h"
#include "support/schema.h"

using namespace calque;

namespace {

void check_all(const test::Outcome& outcome) {
  test::Schema schema(CALQUE_SOURCE_DIR "/core/report/record.schema.json");
  REQUIRE(outcome.exit_code == 0);
  REQUIRE(!outcome.lines().empty());
  for (const std::string& line : outcome.lines()) REQUIRE(schema.fault_of(line).empty());
}

}  // namespace

TEST_CASE("Every record is valid by the schema, with and without findings") {
  const test::Workplace work;
  work.write("feed.jsonl", test::feed(100) + "{\"id\":17,\"url\":\"https://example.org/\",\"text\":\"Short.\"}\n");
  check_all(work.calque("score feed.jsonl"));
  check_all(work.calque("score --findings feed.jsonl"));
}

TEST_CASE("The schema check can fail") {
  test::Schema schema(CALQUE_SOURCE_DIR "/core/report/record.schema.json");
  const test::Workplace work;
  const std::string line = work.calque("score", test::jsonl_line("x", test::article(1, 300))).lines().at(0);
  CHECK(schema.fault_of(line).empty());
  const auto with = [&](const std::string& old, const std::string& now) {
    std::string changed = line;
    return changed.replace(changed.find(old), old.size(), now);
  };
  CHECK(schema.fault_of(with("\"id\":\"x\"", "\"id\":1.5")) == "$.id has the wrong type");
  CHECK(schema.fault_of(with("\"id\":\"x\",", "")) == "$ lacks id");
  CHECK(schema.fault_of(with("\"id\":", "\"surprise\":1,\"id\":")) == "$.surprise is not in the schema");
  CHECK(schema.fault_of(with("\"words\":", "\"words\":-")) == "$.words is too small");
}

TEST_CASE("A prior moves the probability, and one that leaves no doubt is a usage error") {
  const test::Workplace work;
  const std::string line = test::jsonl_line("x", test::article(1, 300));
  const auto probability = [&](const std::string& options) {
    simdjson::dom::parser parser;
    return double(parser.parse(work.calque("score " + options, line).out)["probability"]);
  };
  const double even = probability("");
  CHECK(probability("--prior 0.5") == even);
  const double odds = even / (1 - even) * 0.1 / 0.9;
  CHECK(probability("--prior 0.1") == Approx(odds / (1 + odds)).margin(2e-4));
  CHECK(work.calque("score --prior 1", line).exit_code == 2);
  CHECK(work.calque("score --prior 0", line).exit_code == 2);
}

TEST_CASE("Places lead back to the input in each unit") {
  const test::Workplace work;
  const std::string text = "\U0001F600 Cafe\u0301. He left the the town.";
  const std::string line = test::jsonl_line("x", text);
  const auto start_in = [&](const std::string& unit) {
    simdjson::dom::parser parser;
    const auto outcome = work.calque("score --findings --offsets " + unit, line);
    for (const simdjson::dom::element finding : simdjson::dom::array(parser.parse(outcome.out)["findings"])) {
      if (std::string_view(finding["text"]) == "the the") return int(std::int64_t(finding["start"]));
    }
    return -1;
  };
  CHECK(start_in("codepoints") == 17);
  CHECK(start_in("utf16") == 18);
  CHECK(start_in("bytes") == 21);
}
