// Scripts depend on the exit codes: 0 done, 2 usage, 3 input or output, 4 model.
#include "command/run.h"
#include "support/catch.h"

using namespace calque;

namespace {

bool contains(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("Help and version are no errors, and help tells the exit codes") {
  const test::Workplace work;
  CHECK(work.calque("--help").exit_code == 0);
  CHECK(work.calque("--version").out.find("calque ") == 0);
  for (const std::string command : {"score", "explain"}) {
    const auto help = work.calque(command + " --help");
    CHECK(help.exit_code == 0);
    CHECK(contains(help.out, "Exit codes:"));
    CHECK(contains(help.out, "Examples:"));
  }
}

TEST_CASE("Usage errors exit with 2") {
  const test::Workplace work;
  for (const std::string arguments :
       {"", "nonsense", "score --offsets words", "score --threads 0", "score --max-fpr 2", "score --no-such-option",
        "score --table --findings", "score --classifier-label x", "explain --line 0", "explain a b"}) {
    const auto outcome = work.calque(arguments);
    CHECK(outcome.exit_code == 2);
    CHECK(outcome.out.empty());
    CHECK(!outcome.err.empty());
  }
}

TEST_CASE("A file that would be read and written is refused before it is emptied") {
  const test::Workplace work;
  work.write("feed.jsonl", test::feed(1));
  CHECK(work.calque("score feed.jsonl --output ./feed.jsonl").exit_code == 2);
  CHECK(work.calque("score feed.jsonl --errors feed.jsonl").exit_code == 2);
  CHECK(work.calque("score feed.jsonl --output x --errors x").exit_code == 2);
  CHECK(work.read("feed.jsonl") == test::feed(1));
}

TEST_CASE("What cannot be read or written exits with 3") {
  const test::Workplace work;
  work.write("feed.jsonl", test::feed(3));
  CHECK(work.calque("score missing.jsonl").exit_code == 3);
  CHECK(work.calque("score feed.jsonl --output no/such/place").exit_code == 3);
  CHECK(work.calque("score feed.jsonl --errors no/such/place").exit_code == 3);
  const auto full = work.calque("score feed.jsonl --threads 3 --output /dev/full");
  CHECK(full.exit_code == 3);
  CHECK(contains(full.err, "/dev/full"));
  CHECK(work.calque("explain missing.txt").exit_code == 3);
  CHECK(work.calque("explain --id nobody feed.jsonl").exit_code == 3);
  CHECK(work.calque("explain --line 9 feed.jsonl").exit_code == 3);
}

TEST_CASE("A model that is missing or damaged exits with 4 and names it") {
  const test::Workplace work;
  work.write("feed.jsonl", test::feed(1));
  work.write("broken.calque", "CALQPACK and then nothing that belongs here");
  for (const std::string model : {"--model missing.calque", "--model broken.calque", "--classifier broken.calque"}) {
    for (const std::string command : {"score ", "explain "}) {
      const auto outcome = work.calque(command + model + " feed.jsonl");
      CHECK(outcome.exit_code == 4);
      CHECK(outcome.out.empty());
      CHECK(contains(outcome.err, ".calque"));
    }
  }
}

TEST_CASE("A reader that leaves early ends the run quietly") {
  const test::Workplace work;
  work.write("feed.jsonl", test::feed(700));
  for (const std::string threads : {"1", "3"}) {
    const auto outcome = work.shell("{ \"$CALQUE\" score --quiet --threads " + threads +
                                    " feed.jsonl; echo \"code $?\" >&2; } | head -n 1");
    CHECK(outcome.lines().size() == 1);
    CHECK(outcome.err == "code 0\n");
  }
}

TEST_CASE("Output goes to the file named, and the summary to standard error") {
  const test::Workplace work;
  work.write("feed.jsonl", test::feed(5));
  const auto outcome = work.calque("score feed.jsonl --output out.jsonl");
  CHECK(outcome.exit_code == 0);
  CHECK(outcome.out.empty());
  CHECK(contains(outcome.err, "calque: 5 articles: "));
  CHECK(work.read("out.jsonl") == work.calque("score feed.jsonl").out);
  CHECK(work.calque("score --quiet feed.jsonl").err.empty());
}
