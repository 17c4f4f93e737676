#include "language/en/grammar.h"

#include <array>

#include "language/en/word_classes.h"

#define CALQUE_DETECTOR(room, name) \
  namespace calque::room {          \
  extern const Detector name;       \
  }
#include "language/en/catalog.def"
#undef CALQUE_DETECTOR

namespace calque::en {
namespace {

constexpr std::array kCatalog = {
#define CALQUE_DETECTOR(room, name) &calque::room::name,
#include "language/en/catalog.def"
#undef CALQUE_DETECTOR
};

}  // namespace

const Grammar& grammar() {
  static const Grammar kGrammar(kCatalog, word_classes());
  return kGrammar;
}

}  // namespace calque::en
