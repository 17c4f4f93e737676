#include "article/charset.h"

#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>
#include <unicode/ucsdet.h>

#include <algorithm>
#include <array>
#include <memory>

#include "base/ascii.h"

namespace calque {
namespace {

// Where more than one byte in five is not ASCII, the text is in another script, and ICU gives its charset 40 for three
// sentences of Russian. Where fewer are, it gives 30 to windows-1250 for a line of English with two accents.
constexpr std::int32_t kLeastConfidence = 50;
constexpr std::int32_t kLeastConfidenceOtherScript = 30;
constexpr std::ptrdiff_t kBytesPerOtherScriptByte = 5;
// ICU calls a text ISO-8859-1 or -2 and so on by its trigrams, but cannot tell it from the windows charset that extends
// it.
constexpr std::string_view kFallback = "windows-1252";

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

struct CloseDetector {
  void operator()(UCharsetDetector* detector) const { ucsdet_close(detector); }
};

Converter open_converter(const std::string& charset) {
  UErrorCode error = U_ZERO_ERROR;
  Converter converter(ucnv_open(charset.c_str(), &error));
  return U_SUCCESS(error) ? std::move(converter) : nullptr;
}

std::string lower_case(std::string_view name) {
  std::string lower(name);
  std::ranges::transform(lower, lower.begin(), to_lower);
  return lower;
}

// By the WHATWG's table of labels.
std::string as_browsers_read(std::string_view icu_name) {
  std::string name = lower_case(icu_name);
  if (name == "iso-8859-1" || name == "us-ascii") return std::string(kFallback);
  if (name == "utf-16") return "utf-16le";
  if (name == "gb2312") return "gb18030";
  return name;
}

// Charsets that browsers do not support, in which ASCII bytes may mean other characters.
bool is_unsafe(std::string_view charset) {
  return charset == "utf-7" || charset == "imap-mailbox-name" || charset == "scsu" || charset == "bocu-1";
}

// ICU's callback for bytes that stand for no character. Its own would write U+001A for some charsets.
void U_CALLCONV replace_invalid(const void* context, UConverterToUnicodeArgs* args, const char*, std::int32_t length,
                                UConverterCallbackReason reason, UErrorCode* error) {
  if (reason > UCNV_IRREGULAR) return;
  *static_cast<std::size_t*>(const_cast<void*>(context)) += static_cast<std::size_t>(length);
  *error = U_ZERO_ERROR;
  constexpr UChar kReplacement = 0xFFFD;
  ucnv_cbToUWriteUChars(args, &kReplacement, 1, 0, error);
}

// Whether `charset` is one that the web uses and ICU detects reliably.
bool is_detectable(std::string_view charset) {
  constexpr std::array<std::string_view, 15> kCharsets = {
      "shift_jis",    "euc-jp",       "iso-2022-jp",  "euc-kr",       "big5",
      "gb18030",      "koi8-r",       "windows-1250", "windows-1251", "windows-1252",
      "windows-1253", "windows-1254", "windows-1255", "windows-1256", "iso-8859-2"};
  return std::find(kCharsets.begin(), kCharsets.end(), charset) != kCharsets.end();
}

}  // namespace

std::string known_charset(std::string_view declared) {
  if (declared == "utf-8") return std::string(declared);  // every JSON string: skips the search in a table
  if (declared.empty() || declared.find('\0') != std::string_view::npos) return {};
  const std::string name = lower_case(declared);
  for (const char* standard : {"MIME", "IANA"}) {
    UErrorCode error = U_ZERO_ERROR;
    const char* known = ucnv_getStandardName(name.c_str(), standard, &error);
    if (U_FAILURE(error) || known == nullptr) continue;
    std::string charset = as_browsers_read(known);
    if (is_unsafe(charset)) return {};
    if (open_converter(charset)) return charset;
  }
  return {};
}

std::string_view utf16_by_nuls(std::string_view bytes) {
  if (bytes.find('\0') == std::string_view::npos) return {};
  std::array<std::size_t, 2> nuls = {0, 0};  // at even and odd offsets
  for (std::size_t i = 0; i < bytes.size(); ++i) nuls[i % 2] += bytes[i] == '\0';
  // Latin text has a NUL in every unit but those of its quotes and dashes, and hardly any character whose low byte is
  // 0.
  const std::size_t units = bytes.size() / 2;
  const auto mostly = [&](std::size_t many, std::size_t few) { return many * 10 >= units * 7 && few * 20 <= units; };
  if (units >= 2 && mostly(nuls[1], nuls[0])) return "utf-16le";
  if (units >= 2 && mostly(nuls[0], nuls[1])) return "utf-16be";
  return {};
}

std::string detect_charset(std::string_view bytes) {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, CloseDetector> detector(ucsdet_open(&error));
  ucsdet_setText(detector.get(), bytes.data(), static_cast<std::int32_t>(bytes.size()), &error);
  std::int32_t count = 0;
  const UCharsetMatch** matches = ucsdet_detectAll(detector.get(), &count, &error);
  if (U_FAILURE(error)) return std::string(kFallback);
  const auto beyond_ascii = std::count_if(bytes.begin(), bytes.end(), [](char c) { return (c & 0x80) != 0; });
  const bool other_script = beyond_ascii * kBytesPerOtherScriptByte > static_cast<std::ptrdiff_t>(bytes.size());
  const std::int32_t least = other_script ? kLeastConfidenceOtherScript : kLeastConfidence;
  for (std::int32_t i = 0; i < count; ++i) {  // by confidence, descending
    UErrorCode match_error = U_ZERO_ERROR;
    if (ucsdet_getConfidence(matches[i], &match_error) < least) break;
    const char* name = ucsdet_getName(matches[i], &match_error);
    if (U_FAILURE(match_error) || name == nullptr) continue;
    std::string charset = as_browsers_read(name);
    if (is_detectable(charset)) return charset;
  }
  return std::string(kFallback);
}

std::size_t append_converted(std::string_view bytes, const std::string& charset, std::string& out) {
  const Converter source = open_converter(charset);
  const Converter target = open_converter("utf-8");
  std::size_t replaced = 0;
  UErrorCode error = U_ZERO_ERROR;
  ucnv_setToUCallBack(source.get(), replace_invalid, &replaced, nullptr, nullptr, &error);

  std::array<UChar, 4096> pivot;
  UChar* pivot_source = pivot.data();
  UChar* pivot_target = pivot.data();
  std::array<char, 16384> chunk;
  const char* from = bytes.data();
  const char* const from_end = from + bytes.size();
  bool first = true;
  do {
    char* to = chunk.data();
    error = U_ZERO_ERROR;
    ucnv_convertEx(target.get(), source.get(), &to, chunk.data() + chunk.size(), &from, from_end, pivot.data(),
                   &pivot_source, &pivot_target, pivot.data() + pivot.size(), first, true, &error);
    out.append(chunk.data(), static_cast<std::size_t>(to - chunk.data()));
    first = false;
  } while (error == U_BUFFER_OVERFLOW_ERROR);
  return replaced;
}

}  // namespace calque
