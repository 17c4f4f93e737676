// Completion scripts and the manual page know every command and option, since they are made from the same definitions.
#include "command/run.h"
#include "support/catch.h"

using namespace calque;

namespace {

bool contains(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

// What bash offers for the words of a command line, of which the last is being typed.
std::string offered(const test::Workplace& work, const std::string& words) {
  return work
      .shell("\"$CALQUE\" completion bash > c; bash -c 'source ./c; COMP_WORDS=(" + words +
             "); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _calque; echo \"${COMPREPLY[*]}\"'")
      .out;
}

bool has(const test::Workplace& work, const std::string& program) {
  return work.shell("command -v " + program).exit_code == 0;
}

}  // namespace

TEST_CASE("bash completes commands, options, their words and files") {
  const test::Workplace work;
  work.write("feed.jsonl", "");
  CHECK(contains(offered(work, "calque \"\""), "score"));
  CHECK(offered(work, "calque fee") == "feeds\n");
  CHECK(offered(work, "calque score --max-f") == "--max-fpr\n");
  CHECK(offered(work, "calque score --from w") == "warc\n");
  CHECK(offered(work, "calque score --from = w") == "warc\n");
  CHECK(offered(work, "calque feeds --format ht") == "html\n");
  CHECK(offered(work, "calque score --output fe") == "feed.jsonl\n");
  CHECK(offered(work, "calque score fe") == "feed.jsonl\n");
  CHECK(offered(work, "calque score --limit \"\"") == "\n");
}

TEST_CASE("The scripts of zsh and fish are what these shells can read") {
  const test::Workplace work;
  for (const std::string shell : {"zsh", "fish"}) {
    const auto script = work.calque("completion " + shell);
    CHECK(script.exit_code == 0);
    CHECK(contains(script.out, "keep-top"));
    work.write("script", script.out);
    if (has(work, shell)) CHECK(work.shell(shell + " -n script").err.empty());
  }
  if (has(work, "fish")) {
    CHECK(contains(work.shell("fish -c 'source script; complete -C \"calque score --from w\"'").out, "warc"));
  }
}

TEST_CASE("The manual page has every command and every option, and no markup is broken") {
  const test::Workplace work;
  const auto page = work.calque("man");
  CHECK(page.exit_code == 0);
  for (const std::string part :
       {"calque score", "calque filter", "calque feeds", "\\-\\-keep\\-top", "\\-\\-resume", "CALQUE_MAX_FPR"}) {
    INFO(part);
    CHECK(contains(page.out, part));
  }
  work.write("calque.1", page.out);
  if (has(work, "groff")) CHECK(work.shell("groff -man -Tutf8 -ww calque.1 > /dev/null").err.empty());
}
