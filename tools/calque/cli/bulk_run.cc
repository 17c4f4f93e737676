#include "cli/bulk_run.h"

#include <fmt/format.h>
#include <unistd.h>
#include <xxhash.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <thread>
#include <utility>

#include "bulk/interrupt.h"
#include "cli/command.h"
#include "cli/selection_options.h"
#include "cli/terminal.h"

namespace calque {
namespace {

constexpr std::size_t kErrors = 1;  // the place of --errors among the outputs
constexpr int kTimesLonger = 20;    // than saving a checkpoint is the time to the next: 5 % of all time
// Options that do not change the output.
constexpr std::array<std::string_view, 4> kFreeOptions = {"--help", "--threads", "--quiet", "--resume"};

// Whether `path` is in one of the folders that are read.
bool lies_in(const std::string& path, const std::vector<std::string>& names) {
  namespace fs = std::filesystem;
  std::error_code error;
  const fs::path folder = fs::weakly_canonical(fs::absolute(path, error), error).parent_path();
  return std::ranges::any_of(names, [&](const std::string& name) {
    const fs::path read = fs::canonical(name, error);
    return fs::is_directory(read, error) && std::ranges::mismatch(read, folder).in1 == read.end();
  });
}

}  // namespace

void add_bulk_options(Command& command, BulkOptions& options, const char* output_help) {
  command.option("FILE", options.files, "Files, folders, patterns; none, or -, is standard input").value_name("");
  add_feed_options(command, options.feed);
  add_selection_options(command, options.selection);
  command.option("-o,--output", options.output, output_help).value_name("FILE").show_default().group("Output");
  command.option("--errors", options.errors, "Write the records without an article to FILE, unchanged")
      .value_name("FILE")
      .group("Output");
  command.flag("--quiet", options.quiet, "No summary and no progress on standard error").group("Output");
  options.threads = std::max(1U, std::thread::hardware_concurrency());
  add_threads_option(command, options.threads);
}

void add_resume_option(Command& command, BulkOptions& options) {
  command
      .flag("--resume", options.resume,
            "Continue an earlier run of this command that was stopped; FILE.resume has its position")
      .group("Output");
}

std::string settings_of(const Command& command) {
  std::string settings;
  for (const auto& [name, values] : command.given()) {
    if (std::ranges::count(kFreeOptions, name) > 0) continue;
    settings += name;
    for (const std::string& value : values) settings += '\0' + value;
    settings += '\n';
  }
  return fmt::format("{:016x}", XXH3_64bits(settings.data(), settings.size()));
}

BulkRun::BulkRun(const BulkOptions& options, std::vector<std::string> more_outputs)
    : options_(options),
      inputs_(find_files(options.files.empty() ? std::vector<std::string>{"-"} : options.files)),
      output_names_({options.output, options.errors}),
      progress_(!options.quiet && is_terminal(STDERR_FILENO) && !shows_output(),
                total_bytes(inputs_.names).value_or(0)) {
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

bool BulkRun::can_resume() const {
  if (options_.output == "-") {
    print_message("--resume goes on with a file; name one with -o FILE");
  } else if (lies_in(options_.output, options_.files)) {
    print_message(options_.output + " lies in a folder that is read; with --resume it must lie outside");
  } else {
    return true;
  }
  return false;
}

// False when there is no run to resume, or it is complete.
bool BulkRun::find_checkpoint(const std::string& model) {
  const RunIdentity run{std::string(version()), model, options_.settings, inputs_identity(inputs_.names)};
  auto found = read_checkpoint(checkpoint_path());
  exit_code_ = kUsage;
  if (!found) {
    print_message(found.error().message);
  } else if (!*found) {
    std::error_code error;
    const bool is_there = std::filesystem::exists(options_.output, error);
    if (!is_there || std::filesystem::file_size(options_.output, error) == 0) {
      checkpoint_.run = run;
      exit_code_ = kDone;
      return true;
    }
    print_message(options_.output + " is there, but no " + checkpoint_path() +
                  " that says how far it is; remove it to start over");
  } else if ((*found)->run != run) {
    print_message(checkpoint_path() + " is of a run with other options, inputs or model; remove it to start over");
  } else {
    checkpoint_ = std::move(**found);
    exit_code_ = checkpoint_.failed ? kInputOutput : kDone;
    goes_on_ = !checkpoint_.done;
    if (checkpoint_.done && !options_.quiet) print_message(options_.output + " is finished");
    return goes_on_;
  }
  return false;
}

bool BulkRun::open_output(std::size_t number) {
  const std::string& name = output_names_[number];
  outputs_.emplace_back();
  if (name.empty()) return true;
  auto output = options_.resume ? Output::reopen(name, checkpoint_.sizes[number]) : Output::open(name);
  if (!output) return fail(output.error()), false;
  outputs_.back() = std::move(*output);
  return true;
}

bool BulkRun::open(const std::string& model) {
  if (!names_make_sense() || (options_.resume && !can_resume())) {
    exit_code_ = kUsage;
    return false;
  }
  if (options_.resume) {
    if (!find_checkpoint(model)) return false;
    checkpoint_.sizes.resize(output_names_.size());
    tally_ = checkpoint_.tally;
    note_ = checkpoint_.note;
    progress_.begin_after(tally_, checkpoint_.position.bytes);
    // Saved before the outputs are opened, because an output without a checkpoint cannot be resumed.
    if (auto saved = write_checkpoint(checkpoint_path(), checkpoint_); !saved) return fail(saved.error()), false;
  }
  for (std::size_t i = 0; i < output_names_.size(); ++i) {
    if (!open_output(i)) return false;
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

void BulkRun::count_files(const std::vector<FileCount>& files) {
  for (const FileCount& count : files) {
    if (count.file != file_.file) {
      leave_file();
      file_ = {count.file};
    }
    file_.articles += count.articles;
    file_.broken += count.broken;
  }
}

// A file without any readable record counts as unreadable. For a part of a file this is not known.
void BulkRun::leave_file() {
  const bool is_part = goes_on_ || !options_.selection.takes_all();
  if (!is_part && file_.articles == 0 && file_.broken > 0) {
    fail({ErrorKind::kInput, *file_.file + ": no record of it could be read"});
  }
}

// Counts, reports what was rejected, and shows how far the run is. False to stop.
bool BulkRun::account(const BatchReport& report) {
  tally_ += report.tally;
  for (const std::string& doubt : report.doubts) {
    progress_.clear();
    print_message(doubt);
  }
  if (!report_rejected(report.rejected)) return false;
  count_files(report.files);
  if (report.error) fail(*report.error);
  progress_.update(tally_, report.end.bytes);
  checkpoint_.position = report.end;
  checkpoint_.tally = tally_;
  checkpoint_.failed = exit_code_ == kInputOutput;
  checkpoint_.note = note_;
  if (!options_.resume) return true;
  for (std::size_t i = 0; i < outputs_.size(); ++i) checkpoint_.sizes[i] = outputs_[i] ? outputs_[i]->size() : 0;
  if (Clock::now() - saved_ >= kTimesLonger * save_time_) save_checkpoint();
  return true;
}

// The outputs must be on the disk before the checkpoint that describes them.
void BulkRun::save_checkpoint() {
  const Clock::time_point begin = Clock::now();
  for (std::optional<Output>& file : outputs_) {
    if (!file) continue;
    if (const auto synced = file->sync(); !synced) return fail(synced.error());
  }
  if (const auto saved = write_checkpoint(checkpoint_path(), checkpoint_); !saved) fail(saved.error());
  saved_ = Clock::now();
  save_time_ = saved_ - begin;
}

void BulkRun::end_checkpoint() {
  if (!options_.resume) return;
  checkpoint_.done = is_complete_;
  save_checkpoint();
  if (!is_complete_ && !options_.quiet) print_message("stopped; the same command goes on from here");
}

BatchReader BulkRun::begin_reading() {
  catch_interrupts();
  return {inputs_.names,
          options_.feed.format(),
          options_.feed.fields,
          options_.selection,
          goes_on_ ? checkpoint_.position : Position{},
          options_.feed.window};
}

void BulkRun::end_reading(const BatchReader& reader) {
  is_complete_ = is_wanted_ && reader.is_at_end();
  if (is_complete_) leave_file();
  if (is_wanted_ && !is_complete_) exit_code_ = kInterrupted + interrupt_signal();
}

int BulkRun::finish() {
  finish_without_summary();
  if (!options_.quiet) print_message(summary(tally_, progress_.recent(tally_), progress_.seconds()));
  return exit_code_;
}

int BulkRun::finish_without_summary() {
  progress_.clear();
  end_checkpoint();
  for (std::optional<Output>& file : outputs_) {
    if (!file) continue;
    if (const auto closed = file->close(); !closed) fail(closed.error());
  }
  return exit_code_;
}

}  // namespace calque
