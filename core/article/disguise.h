// Disguised words: "sl\u200Bap" with an invisible character, "sl\u0430p" with a Cyrillic letter. Readers see no
// difference, but look-ups fail.
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
  icu::Edits edits;         // from the given text to `text`
  std::vector<Span> words;  // of `text`, that were disguised; soft hyphens and characters at a word's edge do not count
};

// The text with look-alikes replaced by Latin letters and without invisible characters. Changes only words with an
// ASCII letter whose other letters are Latin or such look-alikes: a Russian name is not a disguise. Nothing if nothing
// changes. `text` is UTF-8 in Form C, and so is the result. Takes time linear in its size.
//
// Look-alikes are Greek and Cyrillic letters that Unicode lists as confusable with one ASCII letter (UTS #39,
// confusables.txt) and that look the same in print, and full-width Latin letters.
std::optional<Undisguised> undisguise(std::string_view text);

}  // namespace calque
