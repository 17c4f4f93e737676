// A folder of lexicons as the sections of a pack.
#pragma once

#include <string>

#include "artifacts/lexicons.h"
#include "calque/error.h"
#include "model/pack.h"

namespace calque {

// Every *.tsv of the folder, by name. Fails where there is none, or where one is malformed: with its line.
Expected<PackSections> read_lexicon_sections(const std::string& folder);

}  // namespace calque
