#include "cli/model_path.h"

#include <filesystem>

namespace calque {

std::string program_path() {
  std::error_code error;
  return std::filesystem::read_symlink("/proc/self/exe", error).string();
}

std::string shared_file(const std::string& name) {
  const std::filesystem::path program = program_path();
  return (program.parent_path().parent_path() / "share" / "calque" / name).string();
}

Expected<Analyzer> load_analyzer(const ModelOptions& options) {
  if (!options.pack.empty()) return Analyzer::load(options.pack, options.analyzer);
  const std::string pack = shared_file("en.calque");
  std::error_code error;
  if (!std::filesystem::exists(pack, error)) {
    return tl::unexpected(Error{ErrorKind::kModel, "no English model at " + pack + "; name a pack with --model PATH"});
  }
  return Analyzer::load(pack, options.analyzer);
}

}  // namespace calque
