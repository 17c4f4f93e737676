#include "calque/document.h"

namespace calque {

std::string name_of(const Origin& origin) {
  return origin.line == 0 ? *origin.file : *origin.file + ":" + std::to_string(origin.line);
}

}  // namespace calque
