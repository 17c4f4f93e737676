// The detectors' lexicons: loaded once from the pack, immutable, shared by all threads.
#pragma once

#include <span>
#include <string_view>

#include "calque/error.h"
#include "context/context_evidence.h"
#include "model/pack.h"
#include "phrases/phrase_lexicon.h"

namespace calque {

// A lexicon's source: its section in the pack, "lexicon/literal_idiom.tsv", and the text of the files of that type
// under models/<language>/.
struct LexiconSource {
  std::string_view section;
  std::string_view tsv;
};

struct Lexicons {
  PhraseLexicon phrases;
  ContextEvidence evidence;

  // All sections named lexicon/*.tsv, and those of the evidence. Errors name the pack, the section, the line and what
  // is wrong with it.
  static Expected<Lexicons> load(const Pack& pack);
  static Expected<Lexicons> parse(std::span<const LexiconSource> sources);
};

}  // namespace calque
