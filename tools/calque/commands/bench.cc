#include "commands/bench.h"

#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <memory>
#include <optional>
#include <stdexcept>
#include <thread>

#include "bench/child.h"
#include "bench/feed_file.h"
#include "bench/record.h"
#include "bench/sources.h"
#include "bench/stages.h"
#include "bench/statistics.h"
#include "bulk/batch.h"
#include "bulk/output.h"
#include "bulk/run_in_order.h"
#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/expect.h"
#include "cli/messages.h"
#include "cli/model_path.h"
#include "cli/options.h"
#include "cli/progress.h"
#include "cli/terminal.h"
#include "commands/scorer.h"

namespace calque {
namespace {

constexpr double kMega = 1e6, kMicro = 1e-6, kMilli = 1e-3;

constexpr const char* kFooter = R"(
Examples:
  calque bench                                            # on the installed sample feed
  calque bench articles.jsonl --size 1G --threads 1,2,4   # on your own articles, for the speed that you will see
  calque bench --format json -o before.json               # and later: calque bench --compare before.json
  calque bench articles/ --size 2G --write-feed big.jsonl

The feed mixes the articles' paragraphs. Its articles are as long as the inputs, or as --words says; the same seed gives
the same feed. Pieces of it are made in memory, outside the measured time, and read from there.

What is measured, once per repetition, with medians and spreads (median absolute deviation times 1.4826):
  throughput   MB (10^6 bytes) of the articles' text a second, JSONL in and JSONL out, for each number of threads
  articles     the same in articles
  processor    MB of text per second of processor time, which varies less if other programs run
  findings     throughput of one thread with --findings
  stage        microseconds per article of one thread; reading is cutting and parsing JSON
  latency      microseconds from an article's line to its record: percentiles over the articles
  allocations  calls of operator new per article
  memory       peak of `calque score` on the whole feed from a pipe: anonymous memory, and with the files it maps
  start        milliseconds from the start of the process to the first verdict

--compare says how each figure changed since the record of an earlier run (--format json), and whether the change exceeds
the noise: three times both spreads, and at least 2 %.

Exit codes: 0 done; 2 usage; 3 input or output; 4 model.)";

struct BenchOptions {
  std::vector<std::string> inputs;
  bench::FeedShape shape;
  ModelOptions model;
  std::vector<unsigned> threads;
  unsigned repetitions = 5;
  unsigned warm_up = 1;
  std::string format = "table";
  std::string output = "-";
  std::string compare;
  std::string record;
  std::string write_feed;
  std::string write_text;
  bool quiet = false;
};

double processor_seconds() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + kMicro * static_cast<double>(time.tv_usec);
  };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

double wall_seconds() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

// A file in memory for the output, so that the cost of writing is measured but not the speed of a disk.
class Sink {
 public:
  Sink() : fd_(::memfd_create("output", MFD_CLOEXEC)), path_("/proc/self/fd/" + std::to_string(fd_)) {
    if (fd_ < 0) throw std::runtime_error("no file in memory for the output");
  }
  Sink(const Sink&) = delete;
  Sink& operator=(const Sink&) = delete;
  ~Sink() { ::close(fd_); }

  Output open() const { return value_or_throw(Output::open(path_)); }  // emptied

 private:
  int fd_;
  std::string path_;
};

struct Pass {
  double wall = 0;
  double processor = 0;
  Tally tally;
};

class BenchRun {
 public:
  explicit BenchRun(const BenchOptions& options)
      : options_(options), progress_(!options.quiet && is_terminal(STDERR_FILENO)) {}

  int run();

 private:
  void write_feed(const std::string& path, bool (bench::FeedMaker::*next)(std::string&)) const;
  void measure();
  void repeat(bool counts);
  Pass throughput(unsigned threads, bool findings);
  void check(const Tally& tally);
  void stages(bool counts);
  void add_stages(bench::StageTotals& totals);
  void add_lengths(const bench::StageTotals& totals);
  void add_throughput(const Pass& pass, unsigned threads);
  void processes();
  std::vector<std::string> score_command(unsigned threads) const;
  void add(std::string name, const char* unit, bool more_is_better, double value);
  void report() const;

  const BenchOptions& options_;
  ProgressLine progress_;
  std::string step_;
  bench::Sources sources_;
  std::optional<Analyzer> analyzer_;
  bench::Record record_;
  std::optional<Tally> tally_;
  std::map<std::uint64_t, std::vector<double>> lengths_;  // megabytes a second, by repetition
  Sink sink_;
};

void BenchRun::add(std::string name, const char* unit, bool more_is_better, double value) {
  const auto found = std::ranges::find(record_.measures, name, &bench::Measure::name);
  if (found != record_.measures.end()) return found->values.push_back(value);
  record_.measures.push_back({std::move(name), unit, more_is_better, {value}});
}

// Fails if the verdicts differ between runs: a fast wrong answer must not count.
void BenchRun::check(const Tally& tally) {
  if (!tally_) tally_ = tally;
  if (*tally_ != tally) throw std::runtime_error("two passes over one feed gave different verdicts");
}

Pass BenchRun::throughput(unsigned threads, bool findings) {
  bench::FeedFile feed(sources_.articles, options_.shape);
  const Rendering rendering{{findings, OffsetUnit::kCodePoints}, std::nullopt};
  Pass pass;
  while (feed.next()) {
    Output output = sink_.open();
    BatchReader reader({feed.path()}, FeedFormat::kJsonl, {}, Selection{});
    const double wall = wall_seconds(), processor = processor_seconds();
    const auto write = [&](ScoredBatch&& scored) {
      if (scored.report.error) throw Failure(*scored.report.error);
      pass.tally += scored.report.tally;
      return value_or_throw(output.write(scored.lines));
    };
    run_in_order([&] { return reader.next(); }, [&] { return Scorer(*analyzer_, FieldNames{}, rendering); }, write,
                 threads);
    pass.wall += wall_seconds() - wall;
    pass.processor += processor_seconds() - processor;
    progress_.update(step_);
  }
  check(pass.tally);
  record_.feed = feed.counts();
  return pass;
}

void BenchRun::add_throughput(const Pass& pass, unsigned threads) {
  const std::string detail = fmt::format("{} thread{}", threads, threads == 1 ? "" : "s");
  const double megabytes = static_cast<double>(record_.feed.text_bytes) / kMega;
  add("throughput/" + detail, "MB/s", true, megabytes / pass.wall);
  add("articles/" + detail, "articles/s", true, static_cast<double>(pass.tally.articles()) / pass.wall);
  add("processor/" + detail, "MB/s", true, megabytes / pass.processor);
}

void BenchRun::add_lengths(const bench::StageTotals& totals) {
  record_.lengths.clear();
  for (const auto& [bytes, bin] : totals.lengths) {
    std::vector<double>& values = lengths_[bytes];
    values.push_back(static_cast<double>(bin.bytes) / kMega / bin.seconds);
    record_.lengths.push_back({bytes, bin.articles, bench::median(values)});
  }
}

void BenchRun::add_stages(bench::StageTotals& totals) {
  if (totals.articles() == 0) return;
  const auto articles = static_cast<double>(totals.articles());
  for (std::size_t part = 0; part < bench::kParts.size(); ++part) {
    const std::string name(bench::kParts[part]);
    add("stage/" + name, "us", false, totals.parts[part].seconds / articles / kMicro);
  }
  std::ranges::sort(totals.latencies);
  for (const auto& [name, share] :
       {std::pair("p50", 0.5), {"p90", 0.9}, {"p99", 0.99}, {"p99.9", 0.999}, {"most", 1.0}}) {
    add(fmt::format("latency/{}", name), "us", false, bench::percentile(totals.latencies, share) / kMicro);
  }
  for (std::size_t part = 0; part < bench::kParts.size(); ++part) {
    const std::string name(bench::kParts[part]);
    add("allocations/" + name, "per article", false, static_cast<double>(totals.parts[part].allocations) / articles);
  }
  add_lengths(totals);
}

void BenchRun::stages(bool counts) {
  bench::FeedFile feed(sources_.articles, options_.shape);
  bench::StageTotals totals;
  while (feed.next()) {
    Output output = sink_.open();
    const auto write = [&](std::string_view bytes) { value_or_throw(output.write(bytes)); };
    bench::run_stages(*analyzer_, feed.path(), write, totals);
    progress_.update(step_);
  }
  if (totals.articles() != feed.counts().articles) throw std::runtime_error("the stages did not score every article");
  if (counts) add_stages(totals);
}

// Measures everything once, in an order that spreads other load on the machine over all measures.
void BenchRun::repeat(bool counts) {
  for (const unsigned threads : options_.threads) {
    const Pass pass = throughput(threads, false);
    if (counts) add_throughput(pass, threads);
  }
  const Pass findings = throughput(1, true);
  if (counts) {
    add("findings/1 thread", "MB/s", true, static_cast<double>(record_.feed.text_bytes) / kMega / findings.wall);
  }
  stages(counts);
}

std::vector<std::string> BenchRun::score_command(unsigned threads) const {
  std::vector<std::string> command = {program_path(), "score", "--quiet", "--threads", std::to_string(threads), "-"};
  const auto option = [&](const char* name, const std::string& value) {
    if (!value.empty()) command.insert(command.end(), {name, value});
  };
  option("--model", options_.model.pack);
  option("--classifier", options_.model.analyzer.classifier);
  option("--classifier-label", options_.model.analyzer.classifier_label);
  return command;
}

void BenchRun::processes() {
  step_ = "memory and start";
  progress_.update(step_);
  const bench::FeedMaker feed(sources_.articles, options_.shape);
  const unsigned most = *std::ranges::max_element(options_.threads);
  const bench::ChildMemory memory = bench::peak_memory(score_command(most), feed);
  add("memory/anonymous", "MB", false, static_cast<double>(memory.anonymous) / kMega);
  add("memory/with mapped files", "MB", false, static_cast<double>(memory.resident) / kMega);
  for (unsigned i = 0; i < options_.repetitions; ++i) {
    add("start/first verdict", "ms", false, bench::seconds_to_first_verdict(score_command(1), feed) / kMilli);
  }
}

void BenchRun::measure() {
  record_.sources = sources_.names;
  record_.source_articles = sources_.articles.size();
  record_.source_bytes = sources_.bytes;
  record_.shape = options_.shape;
  record_.model = analyzer_->model();
  const unsigned all = options_.warm_up + options_.repetitions;
  for (unsigned i = 0; i < all; ++i) {
    step_ = i < options_.warm_up ? "warming up"
                                 : fmt::format("repetition {} of {}", i + 1 - options_.warm_up, options_.repetitions);
    repeat(i >= options_.warm_up);
  }
  processes();
  progress_.clear();
}

void BenchRun::write_feed(const std::string& path, bool (bench::FeedMaker::*next)(std::string&)) const {
  bench::FeedMaker maker(sources_.articles, options_.shape);
  Output output = value_or_throw(Output::open(path));
  std::string piece;
  for (bool more = true; more;) {
    piece.clear();
    while (more && piece.size() < bench::kPieceBytes) more = (maker.*next)(piece);
    if (!value_or_throw(output.write(piece))) return;
  }
  if (const auto closed = output.close(); !closed) throw Failure(closed.error());
}

void BenchRun::report() const {
  std::string text = options_.format == "json" ? bench::to_json(record_) : bench::to_table(record_);
  write_file(options_.output, text);
  if (!options_.compare.empty()) {
    const std::string comparison = bench::to_comparison(bench::read_record(options_.compare), record_);
    // JSON stays JSON.
    write_file(options_.format == "json" && options_.output == "-" ? "/dev/stderr" : "-", "\n" + comparison);
  }
}

int BenchRun::run() {
  if (!options_.record.empty()) {
    record_ = bench::read_record(options_.record);
    report();
    return kDone;
  }
  const std::vector<std::string> sample = {shared_file("sample.jsonl")};
  sources_ = bench::read_sources(options_.inputs.empty() ? sample : options_.inputs);
  if (!options_.write_feed.empty()) write_feed(options_.write_feed, &bench::FeedMaker::next);
  if (!options_.write_text.empty()) write_feed(options_.write_text, &bench::FeedMaker::next_text);
  if (!options_.write_feed.empty() || !options_.write_text.empty()) return kDone;
  if (!options_.compare.empty()) bench::read_record(options_.compare);  // before the long part
  analyzer_ = value_or_throw(load_analyzer(options_.model));
  record_ = bench::describe_run();
  measure();
  report();
  return kDone;
}

void add_shape_options(Command& command, bench::FeedShape& shape) {
  const auto share = [&](const char* name, double& value, const char* what) {
    command.option(name, value, what).range(0.0, 1.0).show_default().group("Feed");
  };
  command.option("--size", shape.bytes, "Bytes of JSONL, as in 500M or 2G").bytes(true).show_default().group("Feed");
  command.option("--words", shape.words, "Mean words of an article; 0: as long as the articles it is made from")
      .show_default()
      .group("Feed");
  share("--non-ascii", shape.accents, "Share of the words that get an accent");
  share("--duplicates", shape.duplicates, "Share of the articles that repeat one of the 64 before");
  share("--broken", shape.broken, "Share of the lines that are cut off half-way");
  command.option("--seed", shape.seed, "Another seed, another feed of the same sort").show_default().group("Feed");
}

void add_output_options(Command& command, BenchOptions& options) {
  command.option("--format", options.format, "table to read; json is the record, to keep and to compare with")
      .words({"table", "json"})
      .show_default()
      .group("Output");
  command.option("-o,--output", options.output, "Write to FILE; - is standard output")
      .value_name("FILE")
      .show_default()
      .group("Output");
  command.option("--compare", options.compare, "Say what changed since the record in FILE")
      .value_name("FILE")
      .group("Output");
  command.option("--record", options.record, "Measure nothing; report on the record in FILE")
      .value_name("FILE")
      .group("Output");
  command
      .option("--write-feed", options.write_feed, "Write the feed to FILE, - for standard output, and measure nothing")
      .value_name("FILE")
      .group("Output");
  command.option("--write-text", options.write_text, "The same, the text alone, one article a line")
      .value_name("FILE")
      .group("Output");
  command.flag("--quiet", options.quiet, "No progress on standard error").group("Output");
}

// 1, 2, 4 and so on, and all cores.
std::vector<unsigned> usual_threads() {
  const unsigned cores = std::max(1U, std::thread::hardware_concurrency());
  std::vector<unsigned> threads;
  for (unsigned count = 1; count < cores; count *= 2) threads.push_back(count);
  threads.push_back(cores);
  return threads;
}

}  // namespace

void add_bench(Program& program) {
  constexpr unsigned kMostThreads = 1024, kMostRepetitions = 1000;
  auto options = std::make_shared<BenchOptions>();
  Command command = program.add("bench", "Measure the speed, stage by stage, on a feed of any size");
  command.option("INPUT", options->inputs, "Articles to make the feed from: JSONL, *.txt, or folders of them")
      .value_name("");
  add_shape_options(command, options->shape);
  add_model_options(command, options->model);
  add_output_options(command, *options);
  command.option("--threads", options->threads, "Numbers of threads to compare; the default is 1, 2, 4 to all cores")
      .value_name("N,...")
      .one_value()
      .separated_by(',')
      .range(1U, kMostThreads);
  command.option("--repetitions", options->repetitions, "Measurements of each figure")
      .range(1U, kMostRepetitions)
      .show_default();
  command.option("--warm-up", options->warm_up, "Repetitions before, which do not count")
      .range(0U, kMostRepetitions)
      .show_default();
  command.footer(kFooter);
  command.on_run([options] {
    if (options->threads.empty()) options->threads = usual_threads();
    std::ranges::sort(options->threads);
    return BenchRun(*options).run();
  });
}

}  // namespace calque
