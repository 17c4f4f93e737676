#include "commands/evaluate.h"

#include <algorithm>
#include <iterator>
#include <memory>
#include <optional>
#include <stdexcept>
#include <thread>

#include "bulk/output.h"
#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/expect.h"
#include "cli/messages.h"
#include "cli/model_path.h"
#include "cli/options.h"
#include "commands/evaluate_files.h"
#include "commands/evaluate_findings.h"
#include "commands/labelled_run.h"
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
  calque evaluate dev.jsonl.gz --baseline plain.bin:mt        # compare with a plain fastText model
  calque evaluate --findings articles/ --mucow mucow.jsonl.gz > findings.md     # the detectors instead of the verdicts

Input: one article a line of JSON; files may be compressed with gzip, zstd, xz, bzip2 or lz4. Of a folder, all *.jsonl,
*.jsonl.gz and *.jsonl.zst files are read.
  kind       original (written in English), translation (by a person), or machine
  sentences  the article, as a list of strings
  pair, year, doc    what was translated, as in "de-en"; texts that share the three are versions of one article
  system, engine     who translated it; engine is rbmt, smt, nmt or empty
  original           only round trips have it: the original of each sentence (read by --findings)

Contrasts; the side that should rank high comes first:
  machine / originals       machine output against all English originals of the inputs, by the probability
  machine / translations    machine output against people's translations of the same articles, that is, of one file,
                            year, pair and doc; only articles that have both
  translations / originals  people's translations against originals, by the probability that it is no original
Recall at a false-positive rate is exact: the lowest score that at most this share of the negatives reach. Intervals
(95 %) resample documents, not articles. The end of the report lists all such choices, one line each.

A line without a labelled article is reported on standard error as FILE:LINE, counted and skipped. A file that cannot be
read to its end stops the evaluation, since half a report would mislead.

Exit codes: 0 done; 2 usage; 3 input or output: a file could not be read or written, or has no article; 4 model.)";

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

// The text after the last colon is a label, unless it is part of the path.
ModelOptions baseline_options(const ModelOptions& model, const std::string& baseline) {
  ModelOptions options = model;
  const std::size_t colon = baseline.rfind(':');
  const bool has_label = colon != baseline.npos && baseline.find('/', colon) == baseline.npos;
  options.analyzer.classifier = baseline.substr(0, has_label ? colon : baseline.npos);
  options.analyzer.classifier_label = has_label ? baseline.substr(colon + 1) : "";
  return options;
}

// An evaluation of the verdicts. Throws Failure or std::runtime_error where it cannot continue.
class EvaluateRun {
 public:
  explicit EvaluateRun(const EvaluateOptions& options) : options_(options) {}

  void run();

 private:
  void load_models();
  void read_ratings();
  std::vector<Row> read_articles(LabelledInputs&& inputs);
  void write_report(const evaluate::Report& report) const;

  const EvaluateOptions& options_;
  std::optional<Analyzer> analyzer_;
  std::vector<Analyzer> baselines_;
  evaluate::Ratings ratings_;
  evaluate::Setup setup_;
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

void EvaluateRun::read_ratings() {
  for (const std::string& file : options_.ratings) {
    const std::size_t before = ratings_.size();
    ratings_.read(file);
    setup_.ratings.push_back({base_name(file), evaluate::checksum_of(file), ratings_.size() - before, 0});
  }
}

std::vector<Row> EvaluateRun::read_articles(LabelledInputs&& inputs) {
  LabelledRun run(std::move(inputs), options_.threads, options_.quiet);
  const evaluate::RowMaker maker(*analyzer_, baselines_, ratings_);
  const auto use = [&](const LabelledArticle& article, std::uint32_t file, Tally& tally, std::vector<Row>& rows) {
    const Row& row = rows.emplace_back(maker.make(article, file));
    Verdict verdict;
    verdict.basis = row.basis;
    verdict.label = row.label;
    tally.count(verdict);
  };
  std::vector<Row> all;
  const auto keep = [&](std::vector<Row>&& rows) { std::ranges::move(rows, std::back_inserter(all)); };
  run.run<std::vector<Row>>(use, keep);
  if (!options_.quiet) run.print_summary();
  setup_.inputs = run.inputs_read();
  return all;
}

void EvaluateRun::write_report(const evaluate::Report& report) const {
  write_file(options_.output, options_.format == "json" ? evaluate::to_json(report) : evaluate::to_markdown(report));
}

void EvaluateRun::run() {
  load_models();
  LabelledInputs inputs = find_labelled(options_.inputs, options_.output);
  read_ratings();
  const std::vector<Row> rows = read_articles(std::move(inputs));
  setup_.resamples = options_.resamples;
  setup_.threads = options_.threads;
  write_report(evaluate::evaluate(rows, std::move(setup_)));
}

int run_findings(const EvaluateOptions& options) {
  return evaluate_findings(
      {options.inputs, options.mucow, options.model, options.threads, options.format, options.output, options.quiet});
}

int run(const EvaluateOptions& options) {
  if (options.findings) return run_findings(options);
  EvaluateRun(options).run();
  return kDone;
}

void add_report_options(Command& command, EvaluateOptions& options) {
  command.option("--format", options.format, "markdown to read; json for tools/lab/plot and other programs")
      .words({"markdown", "json"})
      .show_default()
      .group("Output");
  command.option("-o,--output", options.output, "Write to FILE; - is standard output")
      .value_name("FILE")
      .show_default()
      .group("Output");
  command.flag("--quiet", options.quiet, "No summary and no progress on standard error").group("Output");
}

}  // namespace

void add_evaluate(Program& program) {
  auto options = std::make_shared<EvaluateOptions>();
  Command command = program.add("evaluate", "Measure the verdicts on labelled articles");
  command.option("INPUT", options->inputs, "Files of labelled articles, or folders of them").value_name("").required();
  command
      .option("--quality", options->ratings,
              "Human assessment of the systems' sentences: tab-separated, with the columns year pair system segment z "
              "ratings text; may be compressed; repeatable")
      .value_name("FILE")
      .one_value()
      .group("Input");
  add_report_options(command, *options);
  add_model_options(command, options->model);
  command
      .option("--baseline", options->baselines,
              "Another supervised fastText model to compare with, by the mean logit of the sentences; repeatable")
      .value_name("MODEL[:LABEL]")
      .one_value()
      .group("Model");
  command.option("--resamples", options->resamples, "Bootstrap resamples for the intervals; 0 for no intervals")
      .value_name("N")
      .range(std::size_t{0}, kMostResamples)
      .show_default();
  add_threads_option(command, options->threads);
  command
      .flag("--findings", options->findings,
            "Measure the detectors instead: findings per 1,000 words by type and detector; on round trips precision, "
            "recall and right suggestions; the hundred most frequent findings on originals")
      .group("Findings");
  command
      .option("--mucow", options->mucow,
              "With --findings: MuCoW's sentences, in which a wrong sense replaces one word; repeatable")
      .value_name("FILE")
      .one_value()
      .group("Findings");
  command.footer(kFooter);
  command.on_run([options] { return run(*options); });
}

}  // namespace calque
