#include "article/normalize.h"

#include <unicode/bytestream.h>
#include <unicode/edits.h>
#include <unicode/normalizer2.h>

#include <algorithm>
#include <new>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "article/disguise.h"
#include "base/utf8.h"

namespace calque {
namespace {

// Of General Punctuation from U+2002 to U+203F, by the last byte: what can be seen or is a space.
bool is_plain_punctuation(unsigned char last) {
  return last >= 0x82 && !(last >= 0x8B && last <= 0x8F) && !(last >= 0xAA && last <= 0xAE);
}

// Whether the text has only characters below U+0300 and such quotes, dashes and spaces. Most English news has no
// others. Form C changes none of them (Quick_Check=Yes), and except for soft hyphens they disguise nothing. False does
// not mean that the text is not normalised.
bool is_plainly_normalized(std::string_view text) {
  for (std::size_t i = skip_ascii(text, 0); i < text.size(); i = skip_ascii(text, i)) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0xCC && text.substr(i, 2) != "\xC2\xAD") {
      i += 2;
    } else if (byte == 0xE2 && text[i + 1] == '\x80' && is_plain_punctuation(static_cast<unsigned char>(text[i + 2]))) {
      i += 3;
    } else {
      return false;
    }
  }
  return true;
}

// One step where each changed or unchanged stretch begins, and one at the end.
std::vector<OffsetMap::Step> steps_of(const icu::Edits& edits) {
  std::vector<OffsetMap::Step> steps;
  UErrorCode error = U_ZERO_ERROR;
  auto edit = edits.getFineIterator();
  while (edit.next(error)) {
    const auto text_begin = static_cast<std::uint32_t>(edit.destinationIndex());
    const auto input_begin = static_cast<std::uint32_t>(edit.sourceIndex());
    // What lies inside a changed stretch leads to its begin, which is never within a character.
    const auto input_size = edit.hasChange() ? 0 : static_cast<std::uint32_t>(edit.oldLength());
    steps.push_back({text_begin, input_begin, input_begin + input_size});
  }
  const auto text_end = static_cast<std::uint32_t>(edit.destinationIndex());
  const auto input_end = static_cast<std::uint32_t>(edit.sourceIndex());
  steps.push_back({text_end, input_end, input_end});
  return steps;
}

// The text in Form C; nothing where it is.
std::optional<std::string> compose(const std::string& text, icu::Edits& edits) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(error);
  if (U_FAILURE(error) || nfc->isNormalizedUTF8(text, error)) return std::nullopt;
  std::string normalized;
  normalized.reserve(text.size());
  icu::StringByteSink<std::string> sink(&normalized);
  nfc->normalizeUTF8(0, text, sink, &edits, error);
  if (error == U_MEMORY_ALLOCATION_ERROR) throw std::bad_alloc();
  if (U_FAILURE(error) || normalized == text) return std::nullopt;
  return normalized;
}

}  // namespace

void normalize(Article& article) {
  if (is_plainly_normalized(article.text)) return;
  icu::Edits edits;
  std::optional<std::string> text = compose(article.text, edits);
  if (auto undisguised = undisguise(text ? *text : article.text)) {
    UErrorCode error = U_ZERO_ERROR;
    icu::Edits both;
    both.mergeAndAppend(edits, undisguised->edits, error);
    edits = text ? std::move(both) : std::move(undisguised->edits);
    text = std::move(undisguised->text);
    article.disguised = std::move(undisguised->words);
  }
  if (!text) return;
  article.offsets = OffsetMap(steps_of(edits));
  article.input = std::exchange(article.text, *std::move(text));
}

std::uint32_t OffsetMap::to_input(std::uint32_t text_offset) const {
  const auto after = std::upper_bound(steps_.begin(), steps_.end(), text_offset,
                                      [](std::uint32_t offset, const Step& step) { return offset < step.text_begin; });
  if (after == steps_.begin()) return text_offset;  // the identity
  const Step& step = *(after - 1);
  return std::min(step.input_begin + (text_offset - step.text_begin), step.input_end);
}

}  // namespace calque
