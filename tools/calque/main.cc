// The command. One file per subcommand; each registers its options and what it does.
#include <CLI/CLI.hpp>
#include <csignal>
#include <cstdio>
#include <exception>
#include <new>

#include "calque/analyzer.h"
#include "cli/completion.h"
#include "cli/exit_code.h"
#include "cli/messages.h"
#include "cli/settings.h"
#include "commands/bench.h"
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
  calque explain article.txt             # where it shows, and why
  calque score articles.jsonl            # one JSON object per article, for programs
  calque filter articles.jsonl           # the articles that are good enough, as they stood
  calque feeds crawl.warc.gz             # which hosts are machine-translated, and how much
  calque convert crawl.warc.gz           # what the readers see of it
  calque detectors                       # what is looked for, with examples and rates
  calque evaluate labelled.jsonl.gz      # how good the verdicts are, on articles of which you know
  calque bench                           # how fast this is here, and where the time goes
  calque score --help                    # fields, thresholds, threads, exit codes

Options may also come from the environment (CALQUE_MAX_FPR for --max-fpr) and from a file in TOML,
~/.config/calque/config.toml or --config; see calque man.)";

int run(int argc, char** argv) {
  int exit_code = calque::kDone;
  CLI::App app("Finds machine-translated English news, and says where it shows.", "calque");
  app.set_version_flag("--version", "calque " + std::string(calque::version()));
  app.require_subcommand(1);
  app.footer(kFooter);
  calque::add_score(app, exit_code);
  calque::add_explain(app, exit_code);
  calque::add_filter(app, exit_code);
  calque::add_feeds(app, exit_code);
  calque::add_convert(app, exit_code);
  calque::add_detectors(app, exit_code);
  calque::add_evaluate(app, exit_code);
  calque::add_bench(app, exit_code);
  calque::add_completion(app, exit_code);
  calque::add_man(app, exit_code);
  calque::add_settings(app, argc, argv);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? calque::kDone : calque::kUsage;
  }
  return exit_code;
}

}  // namespace

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);  // a reader that leaves, and a file that is as long as it may be, are seen by write(2)
  std::signal(SIGXFSZ, SIG_IGN);
  try {
    return run(argc, argv);
  } catch (const std::bad_alloc&) {
    std::fputs("calque: out of memory\n", stderr);  // allocates nothing
  } catch (const std::exception& error) {
    calque::print_message(error.what());
  }
  return calque::kInputOutput;
}
