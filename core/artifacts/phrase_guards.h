// What may look like a phrase of a lexicon, but is part of a name, a compound or a quotation.
#pragma once

#include "artifacts/sentence_view.h"
#include "phrases/phrase_lexicon.h"

namespace calque {

// Whether the words of a match stand for themselves. Not so are
//
//   a compound's part     process of peace-making
//   a name's part         the talks of Pace with the city; the Nobel of Peace Lutheran Church
//   untranslated words    in quotation marks or with a capital: the banner read "porque sí"; the party También
//
// A phrase whose example in the lexicon has a capital (PhraseMatch::holds_names) may hold names, and headlines have
// capitals anyway.
bool stands_for_itself(const SentenceView& view, const PhraseMatch& match);

}  // namespace calque
