#include "commands/labelled_run.h"

#include <unistd.h>

#include <algorithm>

#include "cli/expect.h"
#include "cli/terminal.h"

namespace calque {

LabelledRun::LabelledRun(LabelledInputs inputs, unsigned threads, bool quiet)
    : inputs_(std::move(inputs)), threads_(threads), progress_(!quiet && is_terminal(STDERR_FILENO)) {}

void LabelledRun::account(const BatchReport& report, const std::vector<std::uint32_t>& files) {
  if (report.error) throw Failure(*report.error);
  for (const std::uint32_t file : files) ++inputs_.listed[file].articles;
  if (!report.rejected.empty()) progress_.clear();
  for (const RejectedRecord& record : report.rejected) {
    ++inputs_.listed[inputs_.number_of(record.rejected.origin)].rejected;
    rejections_.add(record.rejected);
  }
  tally_ += report.tally;
  progress_.update(tally_);
}

void LabelledRun::print_summary() { print_message(summary(tally_, tally_, progress_.seconds())); }

std::vector<evaluate::InputFile> LabelledRun::inputs_read() {
  const bool none = std::ranges::all_of(inputs_.listed, [](const auto& file) { return file.articles == 0; });
  if (none) throw Failure({ErrorKind::kInput, "no labelled article in the inputs: see calque evaluate --help"});
  return std::move(inputs_.listed);
}

}  // namespace calque
