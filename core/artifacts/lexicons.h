// The detectors' lexicons: loaded once from the pack, immutable, shared by all threads.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "calque/error.h"
#include "context/context_evidence.h"
#include "model/pack.h"
#include "phrases/phrase_lexicon.h"

namespace calque {

// A lexicon's source: its name, "lexicon/literal_idiom.fr.tsv", and its text, as parse_phrases takes them.
struct LexiconSource {
  std::string_view section;
  std::string_view tsv;
};

// The section "phrases" of a pack. Errors name the source, the line and what is wrong with it.
Expected<std::string> build_phrases(std::span<const LexiconSource> sources);

struct Lexicons {
  std::shared_ptr<const void> owner;  // of the bytes that the phrases point into
  PhraseLexicon phrases;
  ContextEvidence evidence;

  // The section "phrases" and those of the evidence. Errors name the pack, the section and what is wrong with it.
  static Expected<Lexicons> load(const Pack& pack);
  // The lexicons of these sources, through the section that a pack would have.
  static Expected<Lexicons> parse(std::span<const LexiconSource> sources);
};

}  // namespace calque
