#include "lab/evidence/pairs.h"

#include <algorithm>
#include <set>
#include <sstream>
#include <stdexcept>

#include "base/ascii.h"
#include "lab/evidence/inflection.h"
#include "labelled/alignment.h"
#include "labelled/lines.h"

namespace calque::evidence {
namespace {

const std::set<std::string> kDeterminers = {"the", "a", "an", "this", "that", "these", "those", "some", "any", "its"};
const std::set<std::string> kPrepositions = {
    "of",      "to",     "in",    "for",    "on",      "with",    "at",     "by",      "from",  "into",   "about",
    "over",    "under",  "after", "before", "between", "through", "during", "against", "among", "within", "without",
    "towards", "toward", "upon",  "until",  "since",   "near",    "across", "around",  "as",    "than"};
const std::set<std::string> kPronouns = {"he",      "she",    "it",         "they",  "him",  "her",   "them",
                                         "his",     "their",  "who",        "which", "whom", "whose", "himself",
                                         "herself", "itself", "themselves", "we",    "us",   "our"};

bool is_lower_start(std::string_view word) { return is_lower(word.front()); }

// A dictionary's entry for one foreign word in one part of speech.
struct Headword {
  std::string language;
  std::string word;
  std::string part_of_speech;
  std::set<std::string> glosses;
};

std::string without_parentheses(std::string_view text) {
  std::string kept;
  int depth = 0;
  for (const char c : text) {
    depth += c == '(' ? 1 : 0;
    if (depth == 0) kept += c;
    depth -= c == ')' && depth > 0 ? 1 : 0;
  }
  return kept;
}

// "to hit, to knock (a door); a blow or slap" has the glosses hit, knock, blow and slap. Longer glosses are left out.
void add_glosses(std::string_view definition, std::set<std::string>& glosses) {
  std::string text = without_parentheses(definition);
  for (std::size_t at = 0; (at = text.find(" or ", at)) != std::string::npos;) text.replace(at, 4, ",");
  std::ranges::replace(text, ';', ',');
  std::ranges::replace(text, '/', ',');
  std::istringstream parts(text);
  for (std::string part; std::getline(parts, part, ',');) {
    std::istringstream words(part);
    std::vector<std::string> kept;
    for (std::string word; words >> word;) {
      if (!kept.empty() || (word != "to" && word != "a" && word != "an" && word != "the")) kept.push_back(word);
    }
    if (kept.size() == 1 && kept[0].size() >= 3 && is_lower_word(kept[0])) glosses.insert(kept[0]);
  }
}

std::vector<std::string> forms_of(const std::string& word, const std::string& part_of_speech) {
  const std::set<std::string> nouns = {"m", "f", "mf", "n"};
  if (nouns.contains(part_of_speech)) return noun_forms(word);
  return part_of_speech.starts_with("v") ? verb_forms(word) : std::vector<std::string>{word};
}

void add_pair(const Headword& headword, const std::string& written, const std::string& meant, bool is_untranslated,
              Pairs& pairs) {
  PairFacts& facts = pairs.facts[{written, meant}];
  ++facts.headwords;
  facts.is_untranslated |= is_untranslated;
  const std::size_t glosses = headword.glosses.size();
  if (facts.foreign.empty() || glosses < facts.glosses) {
    facts.foreign = headword.word;
    facts.language = headword.language;
    facts.glosses = glosses;
  }
}

void add_headword(const Headword& headword, const WordCount& count, const LeastCounts& least, Pairs& pairs) {
  constexpr std::size_t kMostGlosses = 14;  // a headword with more has too many senses, like a phrasal verb
  if (headword.glosses.size() > kMostGlosses) return;
  const auto may_be_meant = [&](const std::string& word) { return count(word) >= least.meant; };
  const auto may_be_written = [&](const std::string& word) { return count(word) >= least.written; };
  for (const std::string& meant : headword.glosses) {
    const std::vector<std::string> meant_forms = forms_of(meant, headword.part_of_speech);
    for (const std::string& written : headword.glosses) {
      const std::vector<std::string> written_forms = forms_of(written, headword.part_of_speech);
      for (std::size_t i = 0; i < meant_forms.size(); ++i) {
        if (written_forms[i] == meant_forms[i] || are_forms_of_one_word(written_forms[i], meant_forms[i])) continue;
        if (!may_be_written(written_forms[i]) || !may_be_meant(meant_forms[i])) continue;
        add_pair(headword, written_forms[i], meant_forms[i], false, pairs);
      }
    }
    const std::string& itself = headword.word;
    if (headword.glosses.contains(itself) || itself.size() < 3 || !is_lower_word(itself)) continue;
    if (are_forms_of_one_word(itself, meant) || !may_be_written(itself) || !may_be_meant(meant)) continue;
    add_pair(headword, itself, meant, true, pairs);
  }
}

Headword headword_of(const std::string& line) {
  std::istringstream fields{line};
  Headword headword;
  std::string glosses;
  std::getline(fields, headword.language, '\t');
  std::getline(fields, headword.word, '\t');
  std::getline(fields, headword.part_of_speech, '\t');
  std::getline(fields, glosses);
  add_glosses(glosses, headword.glosses);
  return headword;
}

}  // namespace

std::size_t half_of(const std::string& route) { return route.find("ita") == std::string::npos ? 0 : 1; }

void mine_round_trip(const RoundTrip& trip, Pairs& pairs) {
  const std::size_t half = half_of(trip.route);
  for (std::size_t i = 0; i < trip.machine.size(); ++i) {
    const Segmented machine(trip.machine[i]);
    const Segmented original(trip.original[i]);
    for (const Token& token : original.tokens.tokens) {
      if (token.kind == TokenKind::kWord) ++pairs.originals[half][original.folded(token)];
    }
    for (const AlignedWord& word : align_words(machine.tokens.tokens, original.tokens.tokens)) {
      if (!word.is_changed || !word.machine || !word.original) continue;
      const Token& written = machine.tokens.tokens[*word.machine];
      const Token& meant = original.tokens.tokens[*word.original];
      if (written.kind != TokenKind::kWord || meant.kind != TokenKind::kWord) continue;
      if (!is_lower_start(machine.of(written)) || !is_lower_start(original.of(meant))) continue;
      PairFacts& facts = pairs.facts[{machine.folded(written), original.folded(meant)}];
      ++facts.trips[half];
    }
  }
}

void read_dictionary(const std::string& path, const WordCount& count, const LeastCounts& least, Pairs& pairs) {
  Lines lines(path);
  Headword collected;
  lines.next();  // the heading
  while (const auto line = lines.next()) {
    const Headword read = headword_of(line->bytes);
    if (read.language != collected.language || read.word != collected.word ||
        read.part_of_speech != collected.part_of_speech) {
      add_headword(collected, count, least, pairs);
      collected = read;
    }
    collected.glosses.insert(read.glosses.begin(), read.glosses.end());
  }
  add_headword(collected, count, least, pairs);
}

ArtifactType type_of(const std::string& written, const std::string& meant) {
  if (kDeterminers.contains(written)) return ArtifactType::kDeterminer;
  if (kPronouns.contains(written)) return ArtifactType::kPronoun;
  if (kPrepositions.contains(written)) return ArtifactType::kPreposition;
  return are_forms_of_one_word(written, meant) ? ArtifactType::kAgreement : ArtifactType::kWrongSense;
}

}  // namespace calque::evidence
