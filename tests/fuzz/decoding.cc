// Text in any charset, declared or not: the first byte chooses the declaration.
#include <array>

#include "fuzz/article_target.h"
#include "fuzz/target.h"
#include "support/english.h"

namespace calque::fuzz {

void run(std::string_view input) {
  constexpr std::array<const char*, 10> kDeclared = {"",        "utf-8", "windows-1252", "utf-16le", "shift_jis",
                                                     "gb18030", "big5",  "iso-2022-jp",  "euc-kr",   "koi8-r"};
  if (input.empty()) return;
  Document document;
  document.charset = kDeclared[static_cast<unsigned char>(input.front()) % kDeclared.size()];
  document.bytes = input.substr(1);
  check_article(read_article(document));
}

}  // namespace calque::fuzz
