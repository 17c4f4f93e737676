// Reads a folder of lexicons as the sections of a pack.
#pragma once

#include <string>
#include <vector>

#include "artifacts/lexicons.h"
#include "calque/error.h"
#include "model/pack.h"

namespace calque {

// Reads every *.tsv of the folder. The files of one type, one for each language, become one section:
// literal_idiom.fr.tsv and literal_idiom.tsv become lexicon/literal_idiom.tsv. Fails if there is no file, or if one is
// malformed, with its line.
Expected<PackSections> read_lexicon_sections(const std::string& folder);

// The sections in the form that Lexicons::parse takes. They must outlive the result.
std::vector<LexiconSource> lexicon_sources(const PackSections& sections);

}  // namespace calque
