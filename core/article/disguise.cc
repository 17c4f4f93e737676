#include "article/disguise.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <utility>

#include "base/utf8.h"

namespace calque {
namespace {

struct LookAlike {
  UChar32 letter;
  char ascii;
};

// By letter.
constexpr auto kLookAlikes = std::to_array<LookAlike>({
    {0x0391, 'A'}, {0x0392, 'B'}, {0x0395, 'E'}, {0x0396, 'Z'}, {0x0397, 'H'}, {0x0399, 'I'}, {0x039A, 'K'},
    {0x039C, 'M'}, {0x039D, 'N'}, {0x039F, 'O'}, {0x03A1, 'P'}, {0x03A4, 'T'}, {0x03A5, 'Y'}, {0x03A7, 'X'},
    {0x03BF, 'o'}, {0x03F2, 'c'}, {0x03F3, 'j'}, {0x0405, 'S'}, {0x0406, 'I'}, {0x0408, 'J'}, {0x0410, 'A'},
    {0x0412, 'B'}, {0x0415, 'E'}, {0x041A, 'K'}, {0x041C, 'M'}, {0x041D, 'H'}, {0x041E, 'O'}, {0x0420, 'P'},
    {0x0421, 'C'}, {0x0422, 'T'}, {0x0423, 'Y'}, {0x0425, 'X'}, {0x0430, 'a'}, {0x0435, 'e'}, {0x043E, 'o'},
    {0x0440, 'p'}, {0x0441, 'c'}, {0x0443, 'y'}, {0x0445, 'x'}, {0x0455, 's'}, {0x0456, 'i'}, {0x0458, 'j'},
    {0x04AE, 'Y'}, {0x04BB, 'h'}, {0x04C0, 'I'}, {0x0501, 'd'}, {0x051B, 'q'}, {0x051C, 'W'}, {0x051D, 'w'},
});
static_assert(std::ranges::is_sorted(kLookAlikes, {}, &LookAlike::letter));

constexpr UChar32 kSoftHyphen = 0xAD;
constexpr UChar32 kLatinEnd = 0x250;  // behind Latin Extended-B

bool is_ascii_letter(UChar32 c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }

// 0: it looks like none.
char ascii_like(UChar32 c) {
  constexpr UChar32 kFullWidth = 0xFEE0;  // from an ASCII character to that in full width
  if (c > 0xFF00) return c < 0xFF5F && is_ascii_letter(c - kFullWidth) ? static_cast<char>(c - kFullWidth) : '\0';
  const auto* const found = std::ranges::lower_bound(kLookAlikes, c, {}, &LookAlike::letter);
  return found != kLookAlikes.end() && found->letter == c ? found->ascii : '\0';
}

// Zero-width spaces and joiners, marks and overrides of direction, word joiners, byte order marks.
bool is_invisible(UChar32 c) {
  return c == kSoftHyphen || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x2069) || c == 0xFEFF;
}

bool is_word_character(UChar32 c) { return is_invisible(c) || u_isalpha(c) || (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0; }

// Whether a disguise may begin at a byte. Disguises are Greek, Cyrillic, General Punctuation and full-width characters,
// the byte order mark and the soft hyphen.
bool may_disguise(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  if (lead < 0xC2) return false;
  const auto next = static_cast<unsigned char>(text[at + 1]);
  if (lead == 0xC2) return next == 0xAD;
  if (lead == 0xE2) {
    const auto last = static_cast<unsigned char>(text[at + 2]);
    return (next == 0x80 && ((last >= 0x8B && last <= 0x8F) || (last >= 0xAA && last <= 0xAE))) ||
           (next == 0x81 && last >= 0xA0 && last <= 0xA9);
  }
  return (lead >= 0xCE && lead <= 0xD4) || (lead == 0xEF && next >= 0xBB && next <= 0xBD);
}

class Unmasker {
 public:
  // A byte order mark stays where it is.
  explicit Unmasker(std::string_view text) : text_(text), at_(text.starts_with("\uFEFF") ? 3 : 0), done_(at_) {}

  std::optional<Undisguised> run() {
    for (at_ = skip_ascii(text_, at_); at_ < text_.size(); at_ = skip_ascii(text_, at_)) {
      if (may_disguise(text_, at_)) {
        take_word();
      } else {
        ++at_;
      }
    }
    if (!result_.edits.hasChanges()) return std::nullopt;
    copy_to(text_.size());
    return std::move(result_);
  }

 private:
  struct Word {
    std::size_t begin;
    std::size_t end;
    bool is_disguised;
  };

  UChar32 next(std::size_t& at) const {
    UChar32 c = 0;
    U8_NEXT_UNSAFE(text_.data(), at, c);
    return c;
  }

  // The word around `at_`, not going back before done_.
  Word word_here() const {
    std::size_t begin = at_;
    while (begin > done_) {
      std::size_t before = begin;
      UChar32 c = 0;
      U8_PREV_UNSAFE(text_.data(), before, c);
      if (!is_word_character(c)) break;
      begin = before;
    }
    std::size_t end = begin;
    bool has_ascii = false;
    bool has_other = false;
    for (std::size_t after = begin; after < text_.size(); end = after) {
      const UChar32 c = next(after);
      if (!is_word_character(c)) break;
      has_ascii |= is_ascii_letter(c);
      has_other |= !is_invisible(c) && ascii_like(c) == '\0' && (c >= kLatinEnd || !u_isalpha(c));
    }
    return {begin, end, has_ascii && !has_other};
  }

  void take_word() {
    const Word word = word_here();
    if (word.is_disguised) {
      copy_to(word.begin);
      rewrite(word);
    }
    // A character outside words is a step of its own.
    at_ = std::max(word.end, at_ + 1);
    done_ = std::max(done_, word.end);
  }

  void copy_to(std::size_t end) {
    result_.text.append(text_.substr(copied_, end - copied_));
    result_.edits.addUnchanged(static_cast<std::int32_t>(end - copied_));
    copied_ = end;
  }

  void replace(std::size_t end, std::string_view with) {
    result_.text.append(with);
    result_.edits.addReplace(static_cast<std::int32_t>(end - copied_), static_cast<std::int32_t>(with.size()));
    copied_ = end;
  }

  void rewrite(const Word& word) {
    const auto begin = static_cast<std::uint32_t>(result_.text.size());
    bool is_noteworthy = false;
    for (std::size_t at = word.begin; at < word.end;) {
      const std::size_t here = at;
      const UChar32 c = next(at);
      const char ascii = ascii_like(c);
      if (!is_invisible(c) && ascii == '\0') continue;
      copy_to(here);
      replace(at, ascii == '\0' ? std::string_view() : std::string_view(&ascii, 1));
      is_noteworthy |= ascii != '\0' || (c != kSoftHyphen && here > word.begin && at < word.end);
    }
    copy_to(word.end);
    const auto end = static_cast<std::uint32_t>(result_.text.size());
    if (is_noteworthy) result_.words.push_back({begin, end});
  }

  std::string_view text_;
  std::size_t at_;
  std::size_t done_;        // words up to here were looked at
  std::size_t copied_ = 0;  // of `text_`, into the result
  Undisguised result_;
};

}  // namespace

std::optional<Undisguised> undisguise(std::string_view text) { return Unmasker(text).run(); }

}  // namespace calque
