#include "model_path.h"

#include <filesystem>

namespace calque {
namespace {

std::filesystem::path default_pack() {
  std::error_code error;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
  return (program.parent_path().parent_path() / "share" / "calque" / "en.calque");
}

}  // namespace

Expected<Analyzer> load_analyzer(const ModelOptions& options) {
  if (!options.pack.empty()) return Analyzer::load(options.pack, options.analyzer);
  const auto pack = default_pack();
  std::error_code error;
  if (!std::filesystem::exists(pack, error)) {
    return tl::unexpected(
        Error{ErrorKind::kModel, "no English model at " + pack.string() + "; name a pack with --model PATH"});
  }
  return Analyzer::load(pack.string(), options.analyzer);
}

}  // namespace calque
