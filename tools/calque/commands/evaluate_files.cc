#include "commands/evaluate_files.h"

#include <algorithm>
#include <filesystem>

#include "bulk/output.h"
#include "cli/expect.h"
#include "cli/messages.h"
#include "commands/labelled_feed.h"
#include "evaluate/checksum.h"

namespace calque {

std::string base_name(const std::string& path) { return std::filesystem::path(path).filename().string(); }

std::uint32_t LabelledInputs::number_of(const Origin& origin) const {
  return static_cast<std::uint32_t>(std::ranges::find(files, *origin.file) - files.begin());
}

LabelledInputs find_labelled(const std::vector<std::string>& names, const std::string& output) {
  LabelledInputs inputs;
  for (const std::string& name : names) {
    const auto files = value_or_throw(labelled_files(name));
    if (files.empty()) print_message(name + " has no *.jsonl, *.jsonl.gz or *.jsonl.zst: skipped");
    for (const std::string& file : files) {
      if (std::ranges::find(inputs.files, file) != inputs.files.end()) continue;
      if (is_same_file(file, output)) throw Failure({ErrorKind::kOutput, file + " is both read and written"});
      inputs.files.push_back(file);
      inputs.listed.push_back({base_name(file), evaluate::checksum_of(file), 0, 0});
    }
  }
  return inputs;
}

}  // namespace calque
