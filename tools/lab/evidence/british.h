// British English, which is correct but rare in the counted text.
#pragma once

#include <string>

namespace calque::evidence {

// "labour" as "labor", "organised" as "organized", "learnt" as "learned"; other words as they are, or as no word at
// all.
std::string american_spelling(const std::string& word);

// Words that American news has other words for, or hardly has: "trousers", "inquest", "lakh". Folded.
bool is_british_word(const std::string& word);

}  // namespace calque::evidence
