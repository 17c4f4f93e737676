// The format that a shard is read as, seen by a user: every problem is reported, and the other files are still read.
#include "command/run.h"
#include "support/catch.h"

using namespace calque;

namespace {

bool contains(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

std::string lines(int from, int to) {
  std::string text;
  for (int i = from; i < to; ++i) text += test::jsonl_line("a" + std::to_string(i), "The council voted late.");
  return text;
}

}  // namespace

TEST_CASE("A file that is no text is named, the others go on, and the exit code is 3") {
  const test::Workplace work;
  work.write("a.jsonl", lines(0, 1));
  work.write("b", std::string("PK\x03\x04\x14\0\0\0", 8));
  work.write("c.pdf", "%PDF-1.7\n");
  work.write("d.jsonl", lines(1, 2));
  const auto outcome = work.calque("score a.jsonl b c.pdf d.jsonl");
  CHECK(outcome.exit_code == 3);
  CHECK(outcome.lines().size() == 2);
  CHECK(contains(outcome.err, "cannot read b: it is a zip archive"));
  CHECK(contains(outcome.err, "cannot read c.pdf: it is a PDF document"));
}

TEST_CASE("A file of which no record can be read makes the exit code 3, and one with some does not") {
  const test::Workplace work;
  work.write("bad.jsonl", "one\ntwo\n");
  work.write("half.jsonl", "one\n" + lines(0, 1));
  const auto outcome = work.calque("score bad.jsonl half.jsonl");
  CHECK(outcome.exit_code == 3);
  CHECK(outcome.lines().size() == 1);
  CHECK(contains(outcome.err, "bad.jsonl: no record of it could be read"));
  CHECK(work.calque("score half.jsonl").exit_code == 0);
  CHECK(work.calque("score --limit 1 half.jsonl bad.jsonl").exit_code == 0);
}

TEST_CASE("Empty shards and what Spark writes beside them are no articles and no fault") {
  const test::Workplace work;
  work.write("a.jsonl", lines(0, 2));
  work.shell(
      "mkdir s; mv a.jsonl s; touch s/_SUCCESS s/b.jsonl; gzip -c s/b.jsonl > s/c.jsonl.gz; echo '{}' > "
      "s/_committed_1");
  const auto outcome = work.calque("score s");
  CHECK(outcome.exit_code == 0);
  CHECK(outcome.lines().size() == 2);
}

TEST_CASE("A text that looks like records is scored with a warning") {
  const test::Workplace work;
  work.write("a.txt", "A story.\nIts middle.\nIts end.\n{\"text\":\"no\"}\n");
  const auto outcome = work.calque("score a.txt");
  CHECK(outcome.exit_code == 0);
  CHECK(outcome.lines().size() == 1);
  CHECK(contains(outcome.err, "a.txt is read as one article, but it looks like JSONL; --from says what it holds"));
}

TEST_CASE("A table without the column is named once, with the columns that it has") {
  const test::Workplace work;
  work.write("a.csv", "guid,body\n1,Rain\n2,Snow\n");
  const auto outcome = work.calque("score a.csv");
  CHECK(outcome.exit_code == 3);
  CHECK(contains(outcome.err,
                 "no column \"text\"; columns are: \"guid\", \"body\"; name the right one with --text-field"));
  CHECK(work.calque("score --text-field body a.csv").lines().size() == 2);
}

TEST_CASE("filter keeps what stands before the rows of a table, byte for byte") {
  const test::Workplace work;
  for (const std::string table :
       {"id,text\r\n1,Rain\r\n2,\"Snow\r\n\"\r\n", "\xEF\xBB\xBFid,text\r\n1,Rain\r\n",
        "sep=;\r\nid;text\r\n1;Rain\r\n", "id\ttext\r1\tRain\r", "id, text\n1, \"Rain, wind\"\n"}) {
    work.write("a", table);
    CHECK(work.calque("filter a").out == table);
  }
  const std::string feed = "\xEF\xBB\xBF" + lines(0, 3);
  work.write("a", feed);
  CHECK(work.calque("filter a").out == feed);
}

TEST_CASE("filter writes the objects of an array as lines, each as it stood") {
  const test::Workplace work;
  work.write("a.json", "[\n {\"text\": \"Rain\",\r\n  \"n\":1.50},{\"text\":\"Snow\"}\n]\n");
  const auto outcome = work.calque("filter a.json");
  CHECK(outcome.out == "{\"text\": \"Rain\",    \"n\":1.50}\n{\"text\":\"Snow\"}\n");
  work.write("b.jsonl", lines(0, 1));
  CHECK(work.calque("filter a.json b.jsonl").lines().size() == 3);
}

TEST_CASE("Fields inside fields are named with a full stop, and --strict-json looks at all of them") {
  const test::Workplace work;
  work.write("a.jsonl", "{\"data\":{\"text\":\"Rain\"},\"x\":nul}\n{\"data\":{\"text\":\"Snow\"}}\n");
  CHECK(work.calque("score --text-field data.text a.jsonl").lines().size() == 2);
  CHECK(work.calque("score --text-field data.text --strict-json a.jsonl").lines().size() == 1);
}

TEST_CASE("More memory is given to zstd when that is asked for") {
  const test::Workplace work;
  work.write("a.jsonl", lines(0, 5));
  work.shell("zstd -q --long=28 --ultra -c < a.jsonl > a.zst");
  const auto refused = work.calque("score a.zst");
  CHECK(refused.exit_code == 3);
  CHECK(contains(refused.err, "allow more with --max-window 256M"));
  CHECK(work.calque("score --max-window 256M a.zst").lines().size() == 5);
}
