#include "commands/evaluate.h"

#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <thread>

#include "bulk/output.h"
#include "bulk/pipeline.h"
#include "cli/exit_code.h"
#include "cli/expect.h"
#include "cli/messages.h"
#include "cli/model_path.h"
#include "cli/options.h"
#include "cli/terminal.h"
#include "commands/evaluate_files.h"
#include "commands/evaluate_findings.h"
#include "commands/labelled_feed.h"
#include "evaluate/checksum.h"
#include "evaluate/evaluate.h"
#include "evaluate/writers.h"

namespace calque {
namespace {

using evaluate::Row;

constexpr std::size_t kMostResamples = 1'000'000;

constexpr const char* kFooter = R"(
Examples:
  calque evaluate dev.jsonl.gz > report.md
  calque evaluate articles/ --quality ratings.tsv.gz --format json --output report.json
  calque evaluate dev.jsonl.gz --baseline plain.bin:mt        # beside a plain fastText model
  calque evaluate --findings articles/ --mucow mucow.jsonl.gz > findings.md     # the detectors instead of the verdicts

Input: one article a line of JSON, plain, gzip or zstd; a folder is every *.jsonl, *.jsonl.gz and *.jsonl.zst in it.
  kind       original (written in English), translation (by a person), or machine
  sentences  the article, as a list of strings
  pair, year, doc    what was translated, as in "de-en"; texts that share the three are versions of one article
  system, engine     who translated it; engine is rbmt, smt, nmt or empty
  original           of a round trip: what each sentence was before (read by --findings)

Contrasts, the side that should rank high first:
  machine / originals       machine output against all English originals of the inputs, by the probability
  machine / translations    against people's translations of the same articles: only articles of one file, year, pair
                            and doc of which both are there
  translations / originals  people's translations against originals, by the probability that it is no original
Recall at a false-positive rate is exact: the lowest score that at most this share of the negatives reach. Intervals
(95 %) resample documents, not articles. The report ends with all such choices, one line each.

A line that holds no labelled article is reported on standard error as FILE:LINE, counted and passed over. A file that
cannot be read to its end stops the evaluation: half a report would mislead.

Exit codes: 0 done; 2 usage; 3 input or output: a file could not be read or written, or holds no article; 4 model.)";

struct EvaluateOptions {
  std::vector<std::string> inputs;
  std::vector<std::string> ratings;
  std::vector<std::string> baselines;  // MODEL.bin or MODEL.bin:LABEL
  ModelOptions model;
  std::size_t resamples = 1000;
  unsigned threads = std::max(1U, std::thread::hardware_concurrency());
  std::string format = "markdown";
  std::string output = "-";
  bool quiet = false;
  bool findings = false;
  std::vector<std::string> mucow;
};

// What follows the last colon is a label, unless it is the rest of a path.
ModelOptions baseline_options(const ModelOptions& model, const std::string& baseline) {
  ModelOptions options = model;
  const std::size_t colon = baseline.rfind(':');
  const bool has_label = colon != baseline.npos && baseline.find('/', colon) == baseline.npos;
  options.analyzer.classifier = baseline.substr(0, has_label ? colon : baseline.npos);
  options.analyzer.classifier_label = has_label ? baseline.substr(colon + 1) : "";
  return options;
}

// An evaluation of the verdicts. What cannot be gone on after is thrown as Error or std::runtime_error.
class EvaluateRun {
 public:
  explicit EvaluateRun(const EvaluateOptions& options)
      : options_(options), progress_(!options.quiet && is_terminal(STDERR_FILENO)) {}

  void run();

 private:
  void load_models();
  void find_inputs();
  void read_ratings();
  void read_articles();
  Scored score(Batch&& batch, LabelledParser& parser, const evaluate::RowMaker& maker);
  bool keep(Scored&& scored);
  void write_report(const evaluate::Report& report);

  const EvaluateOptions& options_;
  std::optional<Analyzer> analyzer_;
  std::vector<Analyzer> baselines_;
  LabelledInputs inputs_;
  evaluate::Ratings ratings_;
  evaluate::Setup setup_;
  std::vector<Row> rows_;
  RejectionReport rejections_;
  Tally tally_;
  ProgressLine progress_;

  std::mutex mutex_;                                  // guards the next
  std::map<std::uint64_t, std::vector<Row>> scored_;  // by batch, until it is their turn
  std::uint64_t kept_ = 0;                            // batches, so also the number of the next one
};

void EvaluateRun::load_models() {
  analyzer_ = value_or_throw(load_analyzer(options_.model));
  for (const std::string& baseline : options_.baselines) {
    const ModelOptions options = baseline_options(options_.model, baseline);
    baselines_.push_back(value_or_throw(load_analyzer(options)));
    setup_.baselines.push_back("fastText " + base_name(options.analyzer.classifier));
  }
  setup_.version = version();
  setup_.model = analyzer_->model();
  setup_.max_fpr = options_.model.analyzer.max_fpr;
  setup_.threshold = analyzer_->threshold();
  setup_.has_posterior = options_.model.analyzer.classifier.empty();
}

void EvaluateRun::find_inputs() {
  LabelledInputs inputs = find_labelled(options_.inputs, options_.output);
  setup_.inputs = inputs.listed;
  inputs_ = std::move(inputs);
}

void EvaluateRun::read_ratings() {
  for (const std::string& file : options_.ratings) {
    const std::size_t before = ratings_.size();
    ratings_.read(file);
    setup_.ratings.push_back({base_name(file), evaluate::checksum_of(file), ratings_.size() - before, 0});
  }
}

// On any thread.
Scored EvaluateRun::score(Batch&& batch, LabelledParser& parser, const evaluate::RowMaker& maker) {
  Scored scored;
  scored.error = std::move(batch.error);
  scored.tally.bytes = batch.bytes;
  std::vector<Row> rows;
  for (const Record& record : batch.records) {
    const auto article = parser.parse(record.bytes);
    if (!article) {
      ++scored.tally.rejected;
      scored.rejected.push_back({{record.origin, article.error()}, {}});
      continue;
    }
    rows.push_back(maker.make(*article, inputs_.number_of(record.origin)));
    Verdict verdict;
    verdict.basis = rows.back().basis;
    verdict.label = rows.back().label;
    scored.tally.count(verdict);
  }
  const std::lock_guard lock(mutex_);
  scored_.emplace(batch.number, std::move(rows));
  return scored;
}

// In the order of the input.
bool EvaluateRun::keep(Scored&& scored) {
  if (scored.error) throw *scored.error;
  {
    const std::lock_guard lock(mutex_);
    auto rows = scored_.extract(kept_++);
    for (Row& row : rows.mapped()) {
      ++setup_.inputs[row.file].articles;
      rows_.push_back(std::move(row));
    }
  }
  if (!scored.rejected.empty()) progress_.clear();
  for (const RejectedRecord& record : scored.rejected) {
    ++setup_.inputs[inputs_.number_of(record.rejected.origin)].rejected;
    rejections_.add(record.rejected);
  }
  tally_ += scored.tally;
  progress_.update(tally_);
  return true;
}

void EvaluateRun::read_articles() {
  LabelledReader reader(inputs_.files);
  const evaluate::RowMaker maker(*analyzer_, baselines_, ratings_);
  run_pipeline({[&](Batch& batch) { return reader.next(batch); },
                [&] {
                  auto parser = std::make_shared<LabelledParser>();
                  return [&, parser](Batch&& batch) { return score(std::move(batch), *parser, maker); };
                },
                [&](Scored&& scored) { return keep(std::move(scored)); }},
               options_.threads);
  progress_.clear();
  if (!options_.quiet) print_message(summary(tally_, tally_, progress_.seconds()));
  if (rows_.empty()) throw Error{ErrorKind::kInput, "no labelled article in the inputs: see calque evaluate --help"};
}

void EvaluateRun::write_report(const evaluate::Report& report) {
  write_file(options_.output, options_.format == "json" ? evaluate::to_json(report) : evaluate::to_markdown(report));
}

void EvaluateRun::run() {
  load_models();
  find_inputs();
  read_ratings();
  read_articles();
  setup_.resamples = options_.resamples;
  setup_.threads = options_.threads;
  write_report(evaluate::evaluate(rows_, std::move(setup_)));
}

int run_findings(const EvaluateOptions& options) {
  return evaluate_findings(
      {options.inputs, options.mucow, options.model, options.threads, options.format, options.output, options.quiet});
}

int run(const EvaluateOptions& options) {
  try {
    if (options.findings) return run_findings(options);
    EvaluateRun(options).run();
  } catch (const Error& error) {
    print_message(error.message);
    return error.kind == ErrorKind::kModel ? kModelFault : kInputOutput;
  } catch (const std::runtime_error& error) {
    print_message(error.what());
    return kInputOutput;
  }
  return kDone;
}

void add_report_options(CLI::App& command, EvaluateOptions& options) {
  command.add_option("--format", options.format, "markdown to read; json for tools/lab/plot and other programs")
      ->check(CLI::IsMember({"markdown", "json"}))
      ->capture_default_str()
      ->group("Output");
  command.add_option("-o,--output", options.output, "Write to FILE; - is standard output")
      ->type_name("FILE")
      ->capture_default_str()
      ->group("Output");
  command.add_flag("--quiet", options.quiet, "No summary and no progress on standard error")->group("Output");
}

}  // namespace

void add_evaluate(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<EvaluateOptions>();
  CLI::App& command = *app.add_subcommand("evaluate", "Measure the verdicts on labelled articles");
  command.add_option("INPUT", options->inputs, "Files of labelled articles, or folders of them")
      ->type_name("")
      ->required();
  command
      .add_option(
          "--quality", options->ratings,
          "Human assessment of the systems' sentences: tab-separated, with the columns year pair system segment z "
          "ratings text; may be compressed; repeatable")
      ->type_name("FILE")
      ->allow_extra_args(false)
      ->group("Input");
  add_report_options(command, *options);
  add_model_options(command, options->model);
  command
      .add_option("--baseline", options->baselines,
                  "Another supervised fastText model to compare with, by the mean logit of the sentences; repeatable")
      ->type_name("MODEL[:LABEL]")
      ->allow_extra_args(false)
      ->group("Model");
  command.add_option("--resamples", options->resamples, "Bootstrap resamples for the intervals; 0 for no intervals")
      ->type_name("N")
      ->check(CLI::Range(std::size_t{0}, kMostResamples))
      ->capture_default_str();
  add_threads_option(command, options->threads);
  command
      .add_flag(
          "--findings", options->findings,
          "Measure the detectors instead: findings per 1,000 words by type and detector; on round trips precision, "
          "recall and right suggestions; the hundred most frequent findings on originals")
      ->group("Findings");
  command
      .add_option("--mucow", options->mucow,
                  "With --findings: sentences with one word replaced by a wrong sense, as MuCoW has them; repeatable")
      ->type_name("FILE")
      ->allow_extra_args(false)
      ->group("Findings");
  command.footer(kFooter);
  command.callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace calque
