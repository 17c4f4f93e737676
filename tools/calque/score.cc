#include "score.h"

#include <unistd.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <thread>

#include "exit_code.h"
#include "messages.h"
#include "model_path.h"
#include "options.h"
#include "output.h"
#include "pipeline.h"
#include "terminal.h"

namespace calque {
namespace {

constexpr const char* kFooter = R"(
Examples:
  calque score articles.jsonl > verdicts.jsonl
  zstdcat crawl.jsonl.zst | calque score --text-field content --id-field url > verdicts.jsonl
  calque score --findings --offsets utf16 articles.jsonl      every place, counted as JavaScript and Java count
  calque score --table *.txt                                  to look at
  calque score articles.jsonl | jq -r 'select(.label == "machine") | .id'

Output: one JSON object per article, in the order of the input, the same for any number of threads.
  label        human, machine, or undecided
  basis        scored; or why not: too_short, not_english, not_text
  probability  that a machine translated it, calibrated; null unless scored
  posterior    who wrote it: original (a person, in English), translation (a person), machine
  quality      0 to 100, on a scale learned from people's ratings, with its 90 % interval; null unless scored
The whole record is described by core/report/record.schema.json.

A line that holds no article is reported on standard error as FILE:LINE, counted, and written to --errors; the others
go on, and the exit code stays 0.

Exit codes: 0 done (also when the reader of the output has left); 2 usage; 3 input or output: a file could not be read
or written, the others were scored; 4 model.)";

struct ScoreOptions {
  std::vector<std::string> files;
  FeedOptions feed;
  ModelOptions model;
  bool findings = false;
  std::string offsets = "codepoints";
  bool table = false;
  std::string color = "auto";
  unsigned threads = std::max(1U, std::thread::hardware_concurrency());
  std::string output = "-";
  std::string errors;
  bool quiet = false;
};

OffsetUnit offset_unit(const std::string& name) {
  if (name == "bytes") return OffsetUnit::kBytes;
  return name == "utf16" ? OffsetUnit::kUtf16 : OffsetUnit::kCodePoints;
}

// One run of the command: where things go, and how far it is.
class ScoreRun {
 public:
  explicit ScoreRun(const ScoreOptions& options)
      : options_(options), progress_(!options.quiet && is_terminal(STDERR_FILENO) && !shows_output()) {}

  int run();

 private:
  // Progress and output on one terminal would write over each other.
  bool shows_output() const { return options_.output == "-" && is_terminal(STDOUT_FILENO); }
  bool names_make_sense() const;
  bool open_outputs();
  Rendering rendering() const;
  void score(const Analyzer& analyzer);
  bool write(Scored&& scored);
  bool write_rejected(const std::vector<RejectedRecord>& rejected);
  void fail(const Error& error);
  void finish();

  const ScoreOptions& options_;
  std::optional<Output> output_;
  std::optional<Output> errors_;
  RejectionReport rejections_;
  Tally tally_;
  ProgressLine progress_;
  int exit_code_ = kDone;
};

void ScoreRun::fail(const Error& error) {
  progress_.clear();
  print_message(error.message);
  exit_code_ = error.kind == ErrorKind::kModel ? kModelFault : kInputOutput;
}

// Opening an output empties it, so it must not be an input.
bool ScoreRun::names_make_sense() const {
  for (const std::string& file : options_.files) {
    if (!is_same_file(file, options_.output) && !is_same_file(file, options_.errors)) continue;
    print_message(file + " is both read and written");
    return false;
  }
  if (!options_.errors.empty() && options_.errors == options_.output) {
    print_message("--output and --errors are the same file");
    return false;
  }
  return true;
}

bool ScoreRun::open_outputs() {
  auto output = Output::open(options_.output);
  if (!output) return fail(output.error()), false;
  output_ = std::move(*output);
  if (options_.errors.empty()) return true;
  auto errors = Output::open(options_.errors);
  if (!errors) return fail(errors.error()), false;
  errors_ = std::move(*errors);
  return true;
}

Rendering ScoreRun::rendering() const {
  Rendering rendering{{options_.findings, offset_unit(options_.offsets)}, std::nullopt};
  if (options_.table) {
    rendering.table = terminal_options(options_.color);
    if (options_.color == "auto" && options_.output != "-") rendering.table->color = false;
  }
  return rendering;
}

bool ScoreRun::write_rejected(const std::vector<RejectedRecord>& rejected) {
  if (!rejected.empty()) progress_.clear();
  std::string lines;
  for (const RejectedRecord& record : rejected) {
    rejections_.add(record.rejected);
    if (errors_) lines.append(record.bytes).append("\n");
  }
  if (!errors_) return true;
  const auto written = errors_->write(lines);
  if (!written) fail(written.error());
  return written.has_value();
}

bool ScoreRun::write(Scored&& scored) {
  tally_ += scored.tally;
  const auto written = output_->write(scored.output);
  if (!written) fail(written.error());
  if (!written || !*written) return false;
  if (!write_rejected(scored.rejected)) return false;
  if (scored.error) fail(*scored.error);
  progress_.update(tally_);
  return true;
}

void ScoreRun::score(const Analyzer& analyzer) {
  BatchReader reader(options_.files, options_.feed.format());
  const Rendering rendering = this->rendering();
  if (rendering.table && !write({table_heading(*rendering.table), {}, {}, {}})) return;
  run_pipeline({[&](Batch& batch) { return reader.next(batch); },
                [&] {
                  auto scorer = std::make_shared<Scorer>(analyzer, options_.feed.fields, rendering);
                  return [scorer](Batch&& batch) { return scorer->score(std::move(batch)); };
                },
                [&](Scored&& scored) { return write(std::move(scored)); }},
               options_.threads);
}

void ScoreRun::finish() {
  for (std::optional<Output>* file : {&output_, &errors_}) {
    if (!*file) continue;
    if (const auto closed = (*file)->close(); !closed) fail(closed.error());
  }
  progress_.clear();
  if (!options_.quiet) print_message(summary(tally_, progress_.seconds()));
}

int ScoreRun::run() {
  if (!names_make_sense()) return kUsage;
  const auto analyzer = load_analyzer(options_.model);
  if (!analyzer) return fail(analyzer.error()), kModelFault;
  if (!open_outputs()) return exit_code_;
  score(*analyzer);
  finish();
  return exit_code_;
}

void add_output_options(CLI::App& command, ScoreOptions& options) {
  auto* findings =
      command.add_flag("--findings", options.findings, "Add each finding, with its place")->group("Output");
  auto* offsets = command.add_option("--offsets", options.offsets, "How places are counted in the input text")
                      ->check(CLI::IsMember({"codepoints", "bytes", "utf16"}))
                      ->capture_default_str()
                      ->group("Output");
  command.add_flag("--table", options.table, "A table for people in place of JSON")
      ->excludes(findings)
      ->excludes(offsets)
      ->group("Output");
  command.add_option("--color", options.color, "Of the table; auto: on a terminal, unless NO_COLOR is set")
      ->check(CLI::IsMember({"auto", "always", "never"}))
      ->capture_default_str()
      ->group("Output");
  command.add_option("--output", options.output, "Write to FILE as the verdicts come; - is standard output")
      ->type_name("FILE")
      ->capture_default_str()
      ->group("Output");
  command.add_option("--errors", options.errors, "Write the lines that hold no article to FILE, as they stood")
      ->type_name("FILE")
      ->group("Output");
  command.add_flag("--quiet", options.quiet, "No summary and no progress on standard error")->group("Output");
}

}  // namespace

void add_score(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<ScoreOptions>();
  CLI::App& command = *app.add_subcommand("score", "Score articles: one JSON object per line for each");
  command.add_option("FILE", options->files, "JSONL or plain text; none, or -, is standard input")->type_name("");
  add_feed_options(command, options->feed);
  add_output_options(command, *options);
  add_model_options(command, options->model);
  add_threads_option(command, options->threads);
  command.footer(kFooter);
  command.callback([options, &exit_code] {
    if (options->files.empty()) options->files.emplace_back("-");
    exit_code = ScoreRun(*options).run();
  });
}

}  // namespace calque
