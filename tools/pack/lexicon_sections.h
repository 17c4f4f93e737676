// A folder of lexicons as the sections of a pack.
#pragma once

#include <string>
#include <vector>

#include "artifacts/lexicons.h"
#include "calque/error.h"
#include "model/pack.h"

namespace calque {

// Every *.tsv of the folder; the files of one type, one a language, are one section: literal_idiom.fr.tsv and
// literal_idiom.tsv are lexicon/literal_idiom.tsv. Fails where there is none, or where one is malformed: with its line.
Expected<PackSections> read_lexicon_sections(const std::string& folder);

// The sections as Lexicons::parse takes them; they must outlive what is returned.
std::vector<LexiconSource> lexicon_sources(const PackSections& sections);

}  // namespace calque
