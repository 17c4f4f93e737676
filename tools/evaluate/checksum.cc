#include "evaluate/checksum.h"

#include <xxhash.h>

#include <cstdio>
#include <memory>
#include <stdexcept>
#include <vector>

namespace calque::evaluate {
namespace {

constexpr std::size_t kPiece = std::size_t{1} << 20;

struct Close {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
struct Free {
  void operator()(XXH3_state_t* state) const { XXH3_freeState(state); }
};

}  // namespace

std::uint64_t checksum_of(const std::string& path) {
  const std::unique_ptr<std::FILE, Close> file(std::fopen(path.c_str(), "rb"));
  if (!file) throw std::runtime_error("cannot read " + path);
  const std::unique_ptr<XXH3_state_t, Free> state(XXH3_createState());
  XXH3_64bits_reset(state.get());
  std::vector<char> piece(kPiece);
  for (std::size_t size; (size = std::fread(piece.data(), 1, piece.size(), file.get())) > 0;) {
    XXH3_64bits_update(state.get(), piece.data(), size);
  }
  if (std::ferror(file.get())) throw std::runtime_error("cannot read " + path);
  return XXH3_64bits_digest(state.get());
}

}  // namespace calque::evaluate
