// Words that are not what they look like: "sl\u200Bap" with a character that cannot be seen, "sl\u0430p" with a
// Cyrillic letter. They read as ever, and no table of words holds them.
#pragma once

#include <unicode/edits.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calque/span.h"

namespace calque {

struct Undisguised {
  std::string text;
  icu::Edits edits;         // from the text that was given to this one
  std::vector<Span> words;  // of `text`, that were disguised; soft hyphens, and what stands at a word's edge, are none
};

// The text with Latin letters for those that only look like them, and without characters that cannot be seen, in words
// that hold an ASCII letter and beside Latin letters only such look-alikes: a Russian name is no disguise. Nothing
// where nothing changes. `text` is UTF-8 in Form C, and so is the result. Takes time linear in its size.
//
// Look-alikes are Greek and Cyrillic letters that Unicode confuses with one ASCII letter (UTS #39, confusables.txt) and
// that typefaces draw alike, and Latin letters in full width.
std::optional<Undisguised> undisguise(std::string_view text);

}  // namespace calque
