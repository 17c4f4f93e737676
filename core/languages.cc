#include "languages.h"

#include <fmt/format.h>

#include <array>

#include "base/ascii.h"
#include "language/en/english.h"

namespace calque {
namespace {

constexpr std::string_view kUsual = "en";

// Functions, so that a language is read only when a pack names it.
constexpr std::array kLanguages = {&english};

}  // namespace

Expected<const Language*> language_of(const Pack& pack) {
  const std::string_view named = trim(pack.text("language"));
  const std::string_view wanted = named.empty() ? kUsual : named;
  std::string known;
  for (const auto& language : kLanguages) {
    if (language().code == wanted) return &language();
    known += (known.empty() ? "" : ", ") + language().code;
  }
  return tl::unexpected(
      Error{ErrorKind::kModel, fmt::format("{}: made for articles in the language \"{}\", and this version of Calque "
                                           "knows only: {}",
                                           pack.path(), wanted, known)});
}

}  // namespace calque
