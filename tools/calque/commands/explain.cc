#include "commands/explain.h"

#include <memory>
#include <optional>

#include "bulk/output.h"
#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/messages.h"
#include "cli/model_path.h"
#include "cli/options.h"
#include "cli/terminal.h"

namespace calque {
namespace {

constexpr const char* kFooter = R"(
Examples:
  calque explain article.txt
  calque explain --id hospital-wing articles.jsonl
  calque explain --line 120 --color always articles.jsonl | less -R
  calque explain --html -o article.html article.txt

Shows the verdict in a sentence; the article, in which the places that show a translation are underlined and numbered;
the reason and a suggestion for each; what moved the verdict; and the words that moved each head, with their exact
shares. --html writes a self-contained page, with the heads' scores of each sentence.
Lines that are page furniture are marked with ~ and do not count in the score.

Exit codes: 0 done; 2 usage; 3 input or output, or no such article; 4 model.)";

struct ExplainOptions {
  std::string file = "-";
  std::uint64_t line = 0;  // 0: any
  std::optional<std::string> id;
  FeedOptions feed;
  ModelOptions model;
  std::string color = "auto";
  bool html = false;
  std::string output = "-";
};

Error no_such_article(const ExplainOptions& options) {
  std::string wanted = "no article";
  if (options.line > 0) wanted += " in line " + std::to_string(options.line);
  if (options.id) wanted += " with id " + *options.id;
  return {ErrorKind::kInput, options.file + ": " + wanted};
}

Error rejection(const Rejected& rejected) {
  return {ErrorKind::kInput, name_of(rejected.origin) + ": " + rejected.reason};
}

// The first article that the options ask for. Records that are not meant to hold one are passed over, and broken ones
// where an id is looked for.
Expected<Document> find_document(const ExplainOptions& options) {
  auto source = open_feed(options.file, options.feed.format(), options.feed.fields, options.feed.window);
  if (!source) return tl::unexpected(std::move(source.error()));
  RecordParser parser(options.feed.fields);
  for (;;) {
    const auto record = (*source)->next();
    if (!record) return tl::unexpected(record.error());
    if (!*record) return tl::unexpected(no_such_article(options));
    if (options.line > 0 && (*record)->origin.line != options.line) continue;
    auto document = parser.parse(**record);
    if (document && (!options.id || document->id == *options.id)) return std::move(*document);
    const bool is_broken = !document && document.error().is_broken;
    if (is_broken && !options.id) return tl::unexpected(rejection(document.error()));
  }
}

int fail(const Error& error) {
  print_message(error.message);
  return error.kind == ErrorKind::kModel ? kModelFault : kInputOutput;
}

int run(const ExplainOptions& options) {
  if (is_same_file(options.file, options.output)) {
    print_message(options.output + " is both read and written");
    return kUsage;
  }
  const auto document = find_document(options);
  if (!document) return fail(document.error());
  const auto analyzer = load_analyzer(options.model);
  if (!analyzer) return fail({ErrorKind::kModel, analyzer.error().message});
  const Analysis analysis = analyzer->analyze(*document);
  TerminalOptions terminal = terminal_options(options.color);
  if (options.color == "auto" && options.output != "-") terminal.color = false;
  auto output = Output::open(options.output);
  if (!output) return fail(output.error());
  const auto written = output->write(options.html ? explain_html(*document, analysis, *analyzer)
                                                  : explain_text(*document, analysis, *analyzer, terminal));
  if (!written) return fail(written.error());
  const auto closed = output->close();
  return closed ? kDone : fail(closed.error());
}

}  // namespace

void add_explain(Program& program) {
  auto options = std::make_shared<ExplainOptions>();
  Command command = program.add("explain", "Explain one article's verdict, place by place");
  command.option("FILE", options->file, "A file in any format that score reads; without one, or with -, standard input")
      .value_name("");
  command.option("--line", options->line, "The article in this line; without --line and --id, the first one")
      .value_name("N")
      .positive()
      .group("Input");
  command.option("--id", options->id, "The first article with this id").value_name("ID").group("Input");
  add_feed_options(command, options->feed);
  command.option("--color", options->color, "auto: on a terminal, unless NO_COLOR is set")
      .words({"auto", "always", "never"})
      .show_default();
  command.flag("--html", options->html, "Write a self-contained page instead of text");
  command.option("-o,--output", options->output, "Write to FILE; - is standard output")
      .value_name("FILE")
      .show_default();
  add_model_options(command, options->model);
  command.footer(kFooter);
  command.on_run([options] { return run(*options); });
}

}  // namespace calque
