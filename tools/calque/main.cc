// The command. One file per subcommand; each registers its options and what it does.
#include <csignal>
#include <cstdio>
#include <exception>
#include <new>
#include <string>

#include "calque/analyzer.h"
#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/expect.h"
#include "cli/messages.h"
#include "commands/bench.h"
#include "commands/completion.h"
#include "commands/convert.h"
#include "commands/detectors.h"
#include "commands/evaluate.h"
#include "commands/explain.h"
#include "commands/feeds.h"
#include "commands/filter.h"
#include "commands/score.h"

namespace {

constexpr const char* kFooter = R"(
Start here:
  calque score --table article.txt       # the verdict on one article, or on many
  calque explain article.txt             # the places that show a translation, and why
  calque score articles.jsonl            # one JSON object per article, for programs
  calque filter articles.jsonl           # the articles that are good enough, unchanged
  calque feeds crawl.warc.gz             # which hosts are machine-translated, and how much
  calque convert crawl.warc.gz           # the articles as Calque reads them, as JSON
  calque detectors                       # the detectors, with examples and rates
  calque evaluate labelled.jsonl.gz      # how good the verdicts are, on articles of known origin
  calque bench                           # the speed on this machine, and the time of each stage
  calque score --help                    # fields, thresholds, threads, exit codes

Options may also come from the environment (CALQUE_MAX_FPR for --max-fpr) and from a file in TOML,
~/.config/calque/config.toml or --config; see calque man.)";

int run(int argc, char** argv) {
  calque::Program program("calque", "Finds machine-translated English news and marks the places that show it.",
                          "calque " + std::string(calque::version()), kFooter);
  calque::add_score(program);
  calque::add_explain(program);
  calque::add_filter(program);
  calque::add_feeds(program);
  calque::add_convert(program);
  calque::add_detectors(program);
  calque::add_evaluate(program);
  calque::add_bench(program);
  calque::add_completion(program);
  calque::add_man(program);
  program.read_settings(argc, argv);
  return program.run(argc, argv);
}

}  // namespace

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);  // a reader that leaves, and a file that is as long as it may be, are seen by write(2)
  std::signal(SIGXFSZ, SIG_IGN);
  try {
    return run(argc, argv);
  } catch (const std::bad_alloc&) {
    std::fputs("calque: out of memory\n", stderr);  // allocates nothing
  } catch (const calque::Failure& failure) {
    calque::print_message(failure.what());
    if (failure.kind() == calque::ErrorKind::kModel) return calque::kModelFault;
  } catch (const std::exception& error) {
    calque::print_message(error.what());
  }
  return calque::kInputOutput;
}
