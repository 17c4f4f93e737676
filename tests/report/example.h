// Analyses made by hand.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "calque/analyzer.h"
#include "calque/document.h"

namespace calque::test {

// A stretch of the input and its normalised form.
struct Stretch {
  std::string input;
  std::string text;
};

Article article_of(const std::vector<Stretch>& stretches);

// An article of one block in which each place in [brackets] is a finding; nested brackets are nested findings.
Analysis analysis_of(std::string_view drawn);

Finding finding_at(Span span);

}  // namespace calque::test
