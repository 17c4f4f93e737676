#include "labelled/lines.h"

#include <fmt/format.h>

#include <cstdlib>
#include <stdexcept>

namespace calque {

Lines::Lines(const std::filesystem::path& path) {
  const std::string extension = path.extension();
  const std::string program = extension == ".zst" ? "zstd -dcq --long=27" : extension == ".gz" ? "gzip -dc" : "cat";
  pipe_ = ::popen(fmt::format("{} '{}'", program, path.string()).c_str(), "r");
  if (!pipe_) throw std::runtime_error(path.string() + ": cannot run " + program);
}

Lines::~Lines() {
  ::pclose(pipe_);
  std::free(line_);
}

bool Lines::next(std::string_view& line) {
  const ssize_t size = ::getline(&line_, &capacity_, pipe_);
  if (size < 0) return false;
  line = {line_, static_cast<std::size_t>(size)};
  return true;
}

}  // namespace calque
