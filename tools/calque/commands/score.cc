#include "commands/score.h"

#include <memory>

#include "cli/bulk_run.h"
#include "cli/command.h"
#include "cli/model_path.h"
#include "cli/terminal.h"
#include "commands/scorer.h"

namespace calque {
namespace {

constexpr const char* kFooter = R"(
Examples:
  calque score articles.jsonl > verdicts.jsonl
  calque score --text-field content --id-field url crawl.jsonl.zst > verdicts.jsonl
  calque score crawl/ 'more/2026-*.csv.gz' > verdicts.jsonl   # folders, patterns, compressed files
  calque score --findings --offsets utf16 articles.jsonl      # every place, counted as in JavaScript and Java
  calque score --table *.txt                                  # a table for people
  calque score articles.jsonl | jq -r 'select(.label == "machine") | .id'

Output: one JSON object per article, in the order of the input, the same for any number of threads.
  label        human, machine, or undecided
  basis        scored, or why there is no score: too_short, other_language, not_text, no_article, too_large,
               too_slow
  probability  that a machine translated it, calibrated; null unless scored
  posterior    who wrote it: original (a person, in English), translation (a person), machine
  quality      0 to 100, on a scale learned from people's ratings, with its 90 % interval; null unless scored
core/report/record.schema.json describes the whole record.

Input: JSONL and JSON, CSV and TSV with a header, one article per file or line, HTML, WARC, WET and ARC, RSS, Atom and
JSON Feed; compressed with gzip, zstd, xz, bzip2 or lz4. If a file is no text, or none of its records can be read, a
message names it and the exit code is 3. Text that looks like records gets a warning. Empty files have no articles.

A record without an article is reported on standard error as FILE:LINE, counted, and written to --errors. The other
records are scored, and the exit code stays 0.

Exit codes: 0 done (also if the reader of the output closed it); 2 usage; 3 input or output: a file could not be read
or written, the others were scored; 4 model; 130, 143 interrupted by SIGINT or SIGTERM.

--resume, with -o FILE, stores the position of the run in FILE.resume. After a stop of any kind, the same command
continues after the last whole batch, and FILE ends up the same as without the stop. Once the run is finished, the same
command does nothing. SIGINT (Ctrl-C) and SIGTERM first finish the records in work; a second signal does not wait.)";

struct ScoreOptions {
  BulkOptions bulk;
  ModelOptions model;
  bool findings = false;
  std::string offsets = "codepoints";
  bool table = false;
  std::string color = "auto";
};

OffsetUnit offset_unit(const std::string& name) {
  if (name == "bytes") return OffsetUnit::kBytes;
  return name == "utf16" ? OffsetUnit::kUtf16 : OffsetUnit::kCodePoints;
}

Rendering rendering_of(const ScoreOptions& options) {
  Rendering rendering{{options.findings, offset_unit(options.offsets)}, std::nullopt};
  if (options.table) {
    rendering.table = terminal_options(options.color);
    if (options.color == "auto" && options.bulk.output != "-") rendering.table->color = false;
  }
  return rendering;
}

int run(const ScoreOptions& options) {
  BulkRun bulk(options.bulk);
  const auto analyzer = load_analyzer(options.model);
  if (!analyzer) {
    print_message(analyzer.error().message);
    return kModelFault;
  }
  if (!bulk.open(analyzer->model())) return bulk.exit_code();
  const Rendering rendering = rendering_of(options);
  if (rendering.table && !bulk.write(table_heading(*rendering.table))) return bulk.finish();
  bulk.run([&] { return Scorer(*analyzer, options.bulk.feed.fields, rendering); },
           [&](const ScoredBatch& scored) { return bulk.write(scored.lines); });
  return bulk.finish();
}

void add_output_options(Command& command, ScoreOptions& options) {
  const Option findings =
      command.flag("--findings", options.findings, "Add all findings with their places").group("Output");
  const Option offsets = command.option("--offsets", options.offsets, "How places are counted in the input text")
                             .words({"codepoints", "bytes", "utf16"})
                             .show_default()
                             .group("Output");
  command.flag("--table", options.table, "Write a table for people instead of JSON")
      .excludes(command.existing("--resume"))
      .excludes(findings)
      .excludes(offsets)
      .group("Output");
  command.option("--color", options.color, "Colours of the table; auto: on a terminal, unless NO_COLOR is set")
      .words({"auto", "always", "never"})
      .show_default()
      .group("Output");
}

}  // namespace

void add_score(Program& program) {
  auto options = std::make_shared<ScoreOptions>();
  Command command = program.add("score", "Score articles, as one JSON object per article");
  add_bulk_options(command, options->bulk, "Write to FILE as the verdicts come; - is standard output");
  add_resume_option(command, options->bulk);
  add_output_options(command, *options);
  add_model_options(command, options->model);
  command.footer(kFooter);
  command.on_run([options, command] {
    options->bulk.settings = settings_of(command);
    return run(*options);
  });
}

}  // namespace calque
