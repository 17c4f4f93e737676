// calque(1), made from the definitions of the options.
#pragma once

#include <string>

namespace calque {

class Program;

// In the man macros (man(7)).
std::string manual_page(const Program& program);

}  // namespace calque
