// `calque evaluate`: labelled articles in, a report out.
#include <simdjson.h>

#include "command/run.h"
#include "support/catch.h"

using namespace calque;

namespace {

bool contains(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

std::string labelled_line(const std::string& kind, const std::string& pair, const std::string& system,
                          const std::string& doc, const std::string& sentences) {
  return R"({"id":")" + doc + "/" + system + R"(","year":2026,"pair":")" + pair + R"(","system":")" + system +
         R"(","kind":")" + kind + R"(","engine":")" + (kind == "machine" ? "rbmt" : "") + R"(","doc":")" + doc +
         R"(","doc_known":true,"sentences":[")" + sentences + "\"]}\n";
}

// As a rule-based engine would have it.
std::string clumsy(unsigned seed) {
  static const std::vector<std::string> kSentences = {
      "The council has voted the Monday late of maintain open the old swimming pool for another year.",
      "The neighbours of the high valley had asked that the bridge was repaired before of the winter.",
      "\u201cWe have waited enough,\u201d has said one of them, that leads the bakery of the corner.",
      "The work will cost some 1,200 pounds to the week, according to the engineer of the borough.",
      "Nobody has resulted wounded, but the the road to the harbour has followed closed until the late.",
      "A spokeswoman of the railway has refused to say when will leave the following train."};
  std::string text;
  for (unsigned i = 0; i < 12; ++i) text += (i > 0 ? "\",\"" : "") + kSentences[(seed * 5 + i * i) % kSentences.size()];
  return text;
}

// Six documents: original, translation and two systems each; the first translation is too short.
std::string fixture() {
  std::string lines;
  for (unsigned i = 0; i < 6; ++i) {
    const std::string doc = "d" + std::to_string(i);
    lines += labelled_line("original", "en-en", "human", "o" + doc, test::article(100 + i, 200));
    lines += labelled_line("translation", i < 3 ? "de-en" : "fi-en", "human", doc, test::article(i, i == 0 ? 10 : 200));
    lines += labelled_line("machine", i < 3 ? "de-en" : "fi-en", "first", doc, clumsy(i));
    lines += labelled_line("machine", i < 3 ? "de-en" : "fi-en", "second", doc, clumsy(i + 7));
  }
  return lines;
}

constexpr const char* kRatings =
    "year\tpair\tsystem\tsegment\tz\tratings\ttext\n"
    "2026\tde-en\tfirst\t1\t-0.5\t1\tThe work will cost some 1,200 pounds to the week, according to the engineer of "
    "the borough.\n";

}  // namespace

TEST_CASE("A report has all its parts, in the order of what matters") {
  const test::Workplace work;
  work.write("dev.jsonl", fixture());
  const auto outcome = work.calque("evaluate --resamples 20 dev.jsonl");
  REQUIRE(outcome.exit_code == 0);
  std::size_t at = 0;
  for (const std::string heading : {"# Evaluation of Calque",
                                    "| machine / originals | Calque |",
                                    "| machine / translations | Calque |",
                                    "| translations / originals | Calque |",
                                    "## Labels at the default threshold",
                                    "## Accuracy",
                                    "| one half |",
                                    "| default threshold |",
                                    "| best accuracy |",
                                    "## Calibration",
                                    "## By engine",
                                    "| rbmt |",
                                    "## By pair",
                                    "| fi-en |",
                                    "## By year",
                                    "| 2026 |",
                                    "## By system",
                                    "| 2026 second |",
                                    "## By length",
                                    "## Quality against human assessment",
                                    "## Inputs",
                                    "| dev.jsonl | 24 | 0 |",
                                    "## How it was computed"}) {
    INFO(heading);
    const std::size_t found = outcome.out.find(heading, at);
    REQUIRE(found != std::string::npos);
    at = found;
  }
  CHECK(contains(outcome.out, "| length: "));
  CHECK(contains(outcome.out, "| punctuation: "));
  CHECK(contains(outcome.err, "1 too short"));
}

TEST_CASE("The report as JSON is valid, names its inputs and holds the same figures") {
  const test::Workplace work;
  work.write("dev.jsonl", fixture());
  work.write("q.tsv", kRatings);
  const auto outcome = work.calque("evaluate --format json --resamples 20 dev.jsonl --quality q.tsv");
  REQUIRE(outcome.exit_code == 0);
  simdjson::dom::parser parser;
  const simdjson::dom::element report = parser.parse(outcome.out);
  CHECK(std::uint64_t(report["schema"]) == 1);
  CHECK(std::string_view(report["inputs"].at(0)["name"]) == "dev.jsonl");
  CHECK(std::string_view(report["inputs"].at(0)["xxh3"]).size() == 16);
  CHECK(std::uint64_t(report["ratings"].at(0)["sentences"]) == 1);
  const simdjson::dom::element score = report["contrasts"]["machine_translations"].at(0);
  CHECK(std::uint64_t(score["positives"]) == 10);  // one translation is too short to compare with
  CHECK(std::uint64_t(score["negatives"]) == 5);
  CHECK(double(score["auc"]["value"]) > 0.9);
  CHECK(double(report["contrasts"]["machine_originals"].at(0)["auc"]["value"]) > 0.9);
  CHECK(report["breakdowns"]["pair"].get_array().size() == 2);
  CHECK(report["labels"].get_array().size() == 4);
}

TEST_CASE("Any number of threads gives the same report") {
  const test::Workplace work;
  std::string lines = fixture();
  for (unsigned i = 0; i < 300; ++i) {
    lines += labelled_line(i % 2 == 0 ? "original" : "translation", i % 2 == 0 ? "en-en" : "de-en", "human",
                           "more" + std::to_string(i), test::article(i, 150));
  }
  work.write("dev.jsonl", lines);
  const auto one = work.calque("evaluate --quiet --resamples 30 --format json --threads 1 dev.jsonl");
  REQUIRE(one.exit_code == 0);
  for (const std::string threads : {"2", "5"}) {
    const auto more = work.calque("evaluate --quiet --resamples 30 --format json dev.jsonl --threads " + threads);
    CHECK((more.out == one.out));
  }
}

TEST_CASE("A line without a labelled article is reported, counted and skipped") {
  const test::Workplace work;
  work.write("whole.jsonl", fixture());
  work.write("broken.jsonl", "{\"id\":\n\n" + fixture() + "{\"kind\":\"person\"}\n");
  const auto whole = work.calque("evaluate --format json --resamples 0 whole.jsonl");
  const auto broken = work.calque("evaluate --format json --resamples 0 broken.jsonl");
  CHECK(broken.exit_code == 0);
  CHECK(contains(broken.err, "calque: broken.jsonl:1: "));
  CHECK(contains(broken.err, "calque: broken.jsonl:27: "));
  CHECK(contains(broken.err, "2 rejected"));
  CHECK(contains(broken.out, "\"rejected\": 2"));
  CHECK(broken.out.substr(broken.out.find("\"contrasts\"")) == whole.out.substr(whole.out.find("\"contrasts\"")));
}

TEST_CASE("A folder's JSONL files are read by name, compressed or not, and a folder without any is skipped") {
  const test::Workplace work;
  work.write("b.jsonl", fixture());
  work.write("notes.txt", "not for reading");
  REQUIRE(work.shell("mkdir in none && mv notes.txt in && gzip -c b.jsonl > in/b.jsonl.gz && "
                     "zstd -q --long=27 b.jsonl -o in/a.jsonl.zst")
              .exit_code == 0);
  const auto outcome = work.calque("evaluate --resamples 0 none in in/b.jsonl.gz");
  CHECK(outcome.exit_code == 0);
  CHECK(contains(outcome.err, "none has no *.jsonl"));
  CHECK(!contains(outcome.out, "notes.txt"));
  CHECK(contains(outcome.out, "| a.jsonl.zst | 24 |"));
  CHECK(outcome.out.find("| a.jsonl.zst |") < outcome.out.find("| b.jsonl.gz |"));
  CHECK(contains(outcome.out, "| original | 12 |"));  // what is named twice is read once
}

TEST_CASE("What cannot be read or written, or makes no sense, ends with its own exit code and no report") {
  const test::Workplace work;
  work.write("dev.jsonl", fixture());
  work.write("empty.jsonl", "");
  REQUIRE(work.shell("gzip -c dev.jsonl | head -c 400 > cut.jsonl.gz").exit_code == 0);
  for (const std::string arguments :
       {"missing.jsonl", "empty.jsonl", "dev.jsonl cut.jsonl.gz", "dev.jsonl --threads 3 cut.jsonl.gz",
        "dev.jsonl --quality missing.tsv", "dev.jsonl --quality dev.jsonl", "dev.jsonl -o none/report.md",
        "dev.jsonl -o dev.jsonl"}) {
    INFO(arguments);
    const auto outcome = work.calque("evaluate --resamples 0 " + arguments);
    CHECK(outcome.exit_code == 3);
    CHECK(outcome.out.empty());
    CHECK(!outcome.err.empty());
  }
  CHECK(work.calque("evaluate").exit_code == 2);
  CHECK(work.calque("evaluate --format html dev.jsonl").exit_code == 2);
  CHECK(work.calque("evaluate --baseline missing.bin dev.jsonl").exit_code == 4);
  CHECK(work.read("dev.jsonl") == fixture());
}
