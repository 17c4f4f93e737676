// The shared part of commands that read many articles: inputs, outputs, messages, progress.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bulk/batch.h"
#include "bulk/batch_report.h"
#include "bulk/checkpoint.h"
#include "bulk/input_files.h"
#include "bulk/output.h"
#include "bulk/run_in_order.h"
#include "bulk/selection.h"
#include "bulk/tally.h"
#include "cli/exit_code.h"
#include "cli/messages.h"
#include "cli/options.h"
#include "cli/progress.h"

namespace calque {

class Command;

struct BulkOptions {
  std::vector<std::string> files;
  FeedOptions feed;
  Selection selection;
  std::string output = "-";
  std::string errors;  // file for records that hold no article; empty: none
  unsigned threads = 0;
  bool quiet = false;
  bool resume = false;
  std::string settings;  // settings_of() the command, where it can be resumed
};

// FILE, --from and its like, --limit and its like, --output, --errors, --threads and --quiet.
void add_bulk_options(Command& command, BulkOptions& options, const char* output_help);

// --resume, for commands that write each record as soon as it is ready.
void add_resume_option(Command& command, BulkOptions& options);
// The given options that change the output, with their values.
std::string settings_of(const Command& command);

class BulkRun {
 public:
  // `more_outputs`: further files that the command writes; empty names are none.
  explicit BulkRun(const BulkOptions& options, std::vector<std::string> more_outputs = {});

  // Checks the names and opens the outputs; false if either fails. Outputs are emptied or, to resume an earlier run,
  // cut back to what it finished. Also false if the earlier run is complete.
  bool open(const std::string& model = {});
  // Passes each batch to a worker, one per thread, and its result to `write`, in the order of the input. `write`
  // returns false to stop. Each result has a member `report`, a BatchReport, which is counted after the result is
  // written.
  template <class MakeWorker, class Write>
  void run(MakeWorker make_worker, Write write) {
    BatchReader reader = begin_reading();
    const auto write_one = [&](auto&& result) { return is_wanted_ = write(result) && account(result.report); };
    run_in_order([&] { return reader.next(); }, make_worker, write_one, options_.threads);
    end_reading(reader);
  }
  // Writes to the output, or to one of `more_outputs` (from 1). False when the reader has left or writing failed.
  bool write(std::string_view bytes, std::size_t output = 0);
  // What the command needs to know when it resumes an earlier run.
  const std::string& note() const { return note_; }
  void set_note(std::string note) { note_ = std::move(note); }
  void fail(const Error& error);
  // Closes the outputs, prints the summary and returns the exit code.
  int finish();
  // The same for commands that give no verdicts.
  int finish_without_summary();

  int exit_code() const { return exit_code_; }
  const std::vector<std::string>& input_names() const { return inputs_.names; }

 private:
  using Clock = std::chrono::steady_clock;

  BatchReader begin_reading();
  void end_reading(const BatchReader& reader);
  bool account(const BatchReport& report);
  bool shows_output() const;
  bool names_make_sense() const;
  bool can_resume() const;
  bool find_checkpoint(const std::string& model);
  bool open_output(std::size_t number);
  void save_checkpoint();
  void end_checkpoint();
  std::string checkpoint_path() const { return options_.output + ".resume"; }
  bool report_rejected(const std::vector<RejectedRecord>& rejected);
  void count_files(const std::vector<FileCount>& files);
  void leave_file();

  const BulkOptions& options_;
  InputFiles inputs_;
  std::vector<std::string> output_names_;  // the output, the errors, the others
  std::vector<std::optional<Output>> outputs_;
  RejectionReport rejections_;
  FileCount file_;  // the last one of which there was a record
  Tally tally_;
  Checkpoint checkpoint_;  // after the last batch that was written as a whole
  bool goes_on_ = false;   // with an earlier run
  Clock::time_point saved_ = Clock::now();
  Clock::duration save_time_{};  // that it took
  std::string note_;
  ProgressLine progress_;
  bool is_wanted_ = true;     // the reader of the output has not closed it
  bool is_complete_ = false;  // all was read and written
  int exit_code_ = kDone;
};

}  // namespace calque
