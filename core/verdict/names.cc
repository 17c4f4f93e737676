#include <array>

#include "calque/verdict.h"

namespace calque {

std::string_view label_name(Label label) {
  static constexpr auto kNames = std::to_array<std::string_view>({
#define CALQUE_LABEL(constant, name) name,
#include "calque/verdict_names.def"
#undef CALQUE_LABEL
  });
  return kNames[static_cast<std::size_t>(label)];
}

std::string_view basis_name(Basis basis) {
  static constexpr auto kNames = std::to_array<std::string_view>({
#define CALQUE_BASIS(constant, name) name,
#include "calque/verdict_names.def"
#undef CALQUE_BASIS
  });
  return kNames[static_cast<std::size_t>(basis)];
}

}  // namespace calque
