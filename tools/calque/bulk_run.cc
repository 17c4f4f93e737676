#include "bulk_run.h"

#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <thread>
#include <utility>

#include "terminal.h"

namespace calque {
namespace {

constexpr std::size_t kErrors = 1;  // the place of --errors among the outputs

}  // namespace

void add_bulk_options(CLI::App& command, BulkOptions& options, const char* output_help) {
  command.add_option("FILE", options.files, "Files, folders, patterns; none, or -, is standard input")->type_name("");
  add_feed_options(command, options.feed);
  command.add_option("--output", options.output, output_help)
      ->type_name("FILE")
      ->capture_default_str()
      ->group("Output");
  command.add_option("--errors", options.errors, "Write the records that hold no article to FILE, as they stood")
      ->type_name("FILE")
      ->group("Output");
  command.add_flag("--quiet", options.quiet, "No summary and no progress on standard error")->group("Output");
  options.threads = std::max(1U, std::thread::hardware_concurrency());
  add_threads_option(command, options.threads);
}

BulkRun::BulkRun(const BulkOptions& options, std::vector<std::string> more_outputs)
    : options_(options),
      inputs_(find_files(options.files.empty() ? std::vector<std::string>{"-"} : options.files)),
      output_names_({options.output, options.errors}),
      progress_(!options.quiet && is_terminal(STDERR_FILENO) && !shows_output()) {
  std::ranges::move(more_outputs, std::back_inserter(output_names_));
}

// Progress and output on one terminal would write over each other.
bool BulkRun::shows_output() const { return options_.output == "-" && is_terminal(STDOUT_FILENO); }

void BulkRun::fail(const Error& error) {
  progress_.clear();
  print_message(error.message);
  exit_code_ = error.kind == ErrorKind::kModel ? kModelFault : kInputOutput;
}

// Opening an output empties it, so it must not be an input, and no two outputs may be one.
bool BulkRun::names_make_sense() const {
  for (const std::string& output : output_names_) {
    if (output.empty()) continue;
    const auto same = [&](const std::string& name) { return is_same_file(name, output); };
    if (std::ranges::any_of(inputs_.names, same)) {
      print_message(output + " is both read and written");
      return false;
    }
    if (std::ranges::count(output_names_, output) > 1) {
      print_message("two outputs go to " + output);
      return false;
    }
  }
  return true;
}

bool BulkRun::open() {
  if (!names_make_sense()) {
    exit_code_ = kUsage;
    return false;
  }
  for (const std::string& name : output_names_) {
    outputs_.emplace_back();
    if (name.empty()) continue;
    auto output = Output::open(name);
    if (!output) return fail(output.error()), false;
    outputs_.back() = std::move(*output);
  }
  for (const Error& error : inputs_.errors) fail(error);
  return true;
}

bool BulkRun::write(std::string_view bytes, std::size_t output) {
  std::optional<Output>& file = outputs_[output == 0 ? 0 : kErrors + output];
  if (!file) return true;
  const auto written = file->write(bytes);
  if (!written) fail(written.error());
  return written && *written;
}

bool BulkRun::report_rejected(const std::vector<RejectedRecord>& rejected) {
  if (!rejected.empty()) progress_.clear();
  std::string lines;
  for (const RejectedRecord& record : rejected) {
    rejections_.add(record.rejected);
    if (outputs_[kErrors]) lines.append(record.bytes).append("\n");
  }
  if (!outputs_[kErrors]) return true;
  const auto written = outputs_[kErrors]->write(lines);
  if (!written) fail(written.error());
  return written.has_value();
}

bool BulkRun::account(Scored& scored) {
  tally_ += scored.tally;
  if (!report_rejected(scored.rejected)) return false;
  if (scored.error) fail(*scored.error);
  progress_.update(tally_);
  return true;
}

void BulkRun::run(const std::function<Worker()>& make_worker, const std::function<bool(Scored&&)>& write) {
  BatchReader reader(inputs_.names, options_.feed.format(), options_.feed.fields);
  run_pipeline({[&](Batch& batch) { return reader.next(batch); }, make_worker, write}, options_.threads);
}

int BulkRun::finish() {
  finish_without_summary();
  if (!options_.quiet) print_message(summary(tally_, progress_.seconds()));
  return exit_code_;
}

int BulkRun::finish_without_summary() {
  for (std::optional<Output>& file : outputs_) {
    if (!file) continue;
    if (const auto closed = file->close(); !closed) fail(closed.error());
  }
  progress_.clear();
  return exit_code_;
}

}  // namespace calque
