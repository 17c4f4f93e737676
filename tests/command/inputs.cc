// What may be named on the command line: files in any format, compressed or not, folders and patterns.
#include "command/run.h"
#include "support/catch.h"

using namespace calque;

namespace {

bool contains(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

// The ids of the records, one after the other.
std::string ids(const test::Outcome& outcome) {
  std::string all;
  for (const std::string& line : outcome.lines()) {
    const std::size_t begin = line.find("\"id\":\"") + 6;
    all += line.substr(begin, line.find('"', begin) - begin) + " ";
  }
  return all;
}

}  // namespace

TEST_CASE("A compressed feed gives the output of the plain one, whatever its name") {
  const test::Workplace work;
  work.write("feed.jsonl", test::feed(300));
  const auto plain = work.calque("score feed.jsonl");
  REQUIRE(plain.lines().size() == 300);
  CHECK(work.shell("gzip -c feed.jsonl > a; $CALQUE score a").out == plain.out);
  CHECK(work.shell("zstd -qc feed.jsonl > b.gz; $CALQUE score b.gz").out == plain.out);
  CHECK(work.shell(
                "split -l 100 feed.jsonl part.; for p in part.??; do gzip $p; done; cat part.*.gz > c; $CALQUE score c")
            .out == plain.out);
  CHECK(work.shell("gzip -c feed.jsonl | $CALQUE score").out == plain.out);
}

TEST_CASE("A compressed file cut short is scored up to the cut, and exits with 3") {
  const test::Workplace work;
  work.write("feed.jsonl", test::feed(300));
  work.write("next.jsonl", test::jsonl_line("next", "A short text."));
  const auto outcome = work.shell("gzip -c feed.jsonl | head -c 5000 > cut.gz; $CALQUE score cut.gz next.jsonl");
  CHECK(outcome.exit_code == 3);
  REQUIRE(outcome.lines().size() > 3);
  CHECK(contains(ids(outcome), "a0 a1 a2 "));
  CHECK(contains(outcome.lines().back(), "\"id\":\"next\""));
  CHECK(contains(outcome.err, "cut.gz is damaged or cut short"));
}

TEST_CASE("A folder stands for the files in it and below, by name, hidden ones apart") {
  const test::Workplace work;
  work.shell(
      "mkdir -p in/b/c in/.d; for f in in/b/2 in/b/c/3 in/a in/z in/.h in/.d/5; do echo 'A text.' > $f; done; ln -s .. "
      "in/b/loop");
  CHECK(ids(work.calque("score in")) == "in/a in/b/2 in/b/c/3 in/z ");
  CHECK(ids(work.calque("score in/ in/a")) == "in/a in/b/2 in/b/c/3 in/z in/a ");
}

TEST_CASE("A pattern in quotes stands for what it fits, and one that fits nothing is reported") {
  const test::Workplace work;
  work.shell("mkdir d; for f in b1 a1 a2 d/x; do echo 'A text.' > $f; done");
  CHECK(ids(work.calque("score '[ab]1' 'd*'")) == "a1 b1 d/x ");
  const auto outcome = work.calque("score 'q*' a1");
  CHECK(outcome.exit_code == 3);
  CHECK(contains(outcome.err, "cannot read q*: no such file"));
  CHECK(ids(outcome) == "a1 ");
}

TEST_CASE("Each format is read when named, and by --from where it cannot be told") {
  const test::Workplace work;
  const std::string text = test::article(1, 200);
  work.write("a.csv", "Id,Text\nx,\"" + text + "\"\n");
  work.write("b.tsv", "id\ttext\ny\t" + text + "\n");
  work.write("c.lines", text + "\n" + text + "\n");
  CHECK(ids(work.calque("score a.csv b.tsv")) == "x y ");
  CHECK(ids(work.calque("score --from lines c.lines")) == "c.lines:1 c.lines:2 ");
  CHECK(work.calque("score c.lines").lines().size() == 1);
  CHECK(ids(work.calque("score --from csv --text-field id a.csv")) == "x ");
}

TEST_CASE("A folder that holds the output is not read from it") {
  const test::Workplace work;
  work.write("a.jsonl", test::jsonl_line("one", "A short text."));
  CHECK(work.calque("score . --output out.jsonl").exit_code == 0);
  CHECK(work.read("out.jsonl").find("\"id\":\"one\"") != std::string::npos);
  CHECK(work.calque("score . --output out.jsonl").exit_code == 2);
}
