#include "language/language_name.h"

#include <unicode/locid.h>
#include <unicode/unistr.h>

namespace calque {

std::string language_name(const std::string& code) {
  if (code.empty()) return code;  // ICU calls that "Unknown language"
  icu::UnicodeString name;
  icu::Locale(code.c_str()).getDisplayLanguage(icu::Locale::getEnglish(), name);
  std::string utf8;
  name.toUTF8String(utf8);
  return utf8.empty() ? code : utf8;
}

}  // namespace calque
