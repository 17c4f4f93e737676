// Reads a folder of lexicons.
#pragma once

#include <string>
#include <vector>

#include "artifacts/lexicons.h"
#include "calque/error.h"
#include "model/pack.h"

namespace calque {

// Every *.tsv of the folder by name, "lexicon/literal_idiom.fr.tsv", and its text. Fails if there is none.
Expected<PackSections> read_lexicon_files(const std::string& folder);

// The files in the form that Lexicons::parse and build_phrases take. They must outlive the result.
std::vector<LexiconSource> lexicon_sources(const PackSections& files);

}  // namespace calque
