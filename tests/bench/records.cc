// A record is kept for years: what is written must be read again, and comparisons must say when they make no sense.
#include <algorithm>

#include "bench/allocations.h"
#include "bench/record.h"
#include "support/catch.h"
#include "support/schema.h"
#include "support/scratch.h"

namespace calque::bench {
namespace {

bool contains(const std::string& text, std::string_view part) { return text.find(part) != text.npos; }

std::string complaint_about(const std::string& path) {
  try {
    read_record(path);
  } catch (const std::runtime_error& error) {
    return error.what();
  }
  return {};
}

Record record() {
  Record made = describe_run();
  made.model = "en-test 0123";
  made.sources = {"sample \"one\".jsonl"};
  made.feed = {100, 1, 2, 5000, 4000};
  made.measures = {{"throughput/1 thread", "MB/s", true, {50, 51, 52}},
                   {"throughput/2 threads", "MB/s", true, {98, 100, 99}},
                   {"stage/text", "us", false, {10, 10.5, 11}},
                   {"stage/heads", "us", false, {7, 7, 7.25}}};
  made.lengths = {{1023, 4, 30.5}, {2047, 9, 60}};
  return made;
}

TEST_CASE("A record says what it hangs on") {
  const Record made = describe_run();
  CHECK(!made.version.empty());
  CHECK(!made.commit.empty());
  CHECK(!made.compiler.empty());
  CHECK(made.date.size() == 20);
  CHECK(made.machine.cores >= 1);
  CHECK(made.machine.memory > 0);
}

TEST_CASE("The JSON of a record fits its schema") {
  test::Schema schema(CALQUE_SOURCE_DIR "/tools/bench/record.schema.json");
  CHECK(schema.fault_of(to_json(record())) == "");
}

TEST_CASE("A record is read as it was written") {
  const testing::Scratch scratch;
  const Record written = record();
  const Record read = read_record(scratch.write("record.json", to_json(written)));
  CHECK((to_json(read) == to_json(written)));
}

TEST_CASE("What is no record is refused by name") {
  const testing::Scratch scratch;
  for (const std::string bytes : {"", "{", "[]", "{\"schema\": 1}", "{\"schema\": 99}", "{\"schema\": \"1\"}"}) {
    INFO(bytes);
    const std::string path = scratch.write("bad.json", bytes);
    CHECK(contains(complaint_about(path), "bad.json"));
  }
  CHECK(contains(complaint_about(scratch.path("missing.json")), "missing.json"));
}

TEST_CASE("A comparison says what got better, what got worse, and what is noise") {
  const Record before = record();
  Record after = before;
  after.measures[0].values = {80, 81, 82};
  after.measures[2].values = {20, 21, 22};
  const std::string text = to_comparison(before, after);
  const auto line_of = [&](std::string_view name) {
    const std::size_t at = text.find(name);
    return text.substr(at, text.find('\n', at) - at);
  };
  CHECK(contains(line_of("throughput/1 thread"), "  better"));
  CHECK(contains(line_of("throughput/2 threads"), "within the noise"));
  CHECK(contains(line_of("stage/text"), "  worse"));
  CHECK_FALSE(contains(text, "Not the same"));
}

TEST_CASE("A comparison says when feed, model or processor are not the same") {
  const Record before = record();
  Record after = before;
  after.model = "other";
  after.feed.bytes = 1;
  after.machine.processor = "other";
  const std::string text = to_comparison(before, after);
  for (const char* what : {"Not the same model", "Not the same feed", "Not the same processor"}) {
    CHECK(contains(text, what));
  }
}

TEST_CASE("The table shows every measure") {
  const std::string table = to_table(record());
  for (const char* part : {"1 thread", "2 threads", "text", "heads", "MB/s", "100 articles"})
    CHECK(contains(table, part));
}

#ifndef __SANITIZE_ADDRESS__
TEST_CASE("Allocations of a thread are counted") {
  const std::uint64_t before = allocations_so_far();
  std::vector<std::string> strings(3, std::string(100, 'x'));
  CHECK(allocations_so_far() - before >= 4);
  CHECK(strings.size() == 3);
}
#endif

}  // namespace
}  // namespace calque::bench
