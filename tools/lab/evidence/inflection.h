// Forms of English words, so that what a dictionary says of "blow" and "slap" holds for "blows" and "slaps".
#pragma once

#include <string>
#include <vector>

namespace calque::evidence {

// Plain form first, always in the same places; irregular verbs have theirs. Nothing checks that a form exists.
std::vector<std::string> noun_forms(const std::string& noun);  // blow, blows
std::vector<std::string> verb_forms(const std::string& verb);  // give, gives, gave, given, giving

// The two are forms of one word, as far as their endings tell: "march", "marched", "marching".
bool are_forms_of_one_word(const std::string& a, const std::string& b);

}  // namespace calque::evidence
