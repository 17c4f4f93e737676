#include "lab/evidence/inflection.h"

#include <algorithm>
#include <array>
#include <map>
#include <sstream>
#include <string_view>
#include <utility>

namespace calque::evidence {
namespace {

constexpr const char* kIrregularVerbs =
    "arise arose arisen|awake awoke awoken|be was been|bear bore borne|beat beat beaten|become became become|"
    "begin began begun|bend bent bent|bet bet bet|bind bound bound|bite bit bitten|blow blew blown|break broke broken|"
    "breed bred bred|bring brought brought|broadcast broadcast broadcast|build built built|burst burst burst|"
    "buy bought bought|cast cast cast|catch caught caught|choose chose chosen|cling clung clung|come came come|"
    "cost cost cost|creep crept crept|cut cut cut|deal dealt dealt|dig dug dug|do did done|draw drew drawn|"
    "drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen|feed fed fed|feel felt felt|"
    "fight fought fought|find found found|flee fled fled|fling flung flung|fly flew flown|forbid forbade forbidden|"
    "forecast forecast forecast|foresee foresaw foreseen|forget forgot forgotten|forgive forgave forgiven|"
    "freeze froze frozen|get got got|give gave given|go went gone|grind ground ground|grow grew grown|hang hung hung|"
    "have had had|hear heard heard|hide hid hidden|hit hit hit|hold held held|hurt hurt hurt|keep kept kept|"
    "kneel knelt knelt|know knew known|lay laid laid|lead led led|leave left left|lend lent lent|let let let|"
    "lie lay lain|light lit lit|lose lost lost|make made made|mean meant meant|meet met met|"
    "mislead misled misled|mistake mistook mistaken|overcome overcame overcome|overtake overtook overtaken|"
    "overthrow overthrew overthrown|pay paid paid|put put put|quit quit quit|read read read|ride rode ridden|"
    "ring rang rung|rise rose risen|run ran run|say said said|see saw seen|seek sought sought|sell sold sold|"
    "send sent sent|set set set|shake shook shaken|shed shed shed|shine shone shone|shoot shot shot|"
    "show showed shown|shrink shrank shrunk|shut shut shut|sing sang sung|sink sank sunk|sit sat sat|"
    "sleep slept slept|slide slid slid|speak spoke spoken|speed sped sped|spend spent spent|spin spun spun|"
    "split split split|spread spread spread|spring sprang sprung|stand stood stood|steal stole stolen|"
    "stick stuck stuck|sting stung stung|strike struck struck|strive strove striven|swear swore sworn|"
    "sweep swept swept|swell swelled swollen|swim swam swum|swing swung swung|take took taken|teach taught taught|"
    "tear tore torn|tell told told|think thought thought|throw threw thrown|thrust thrust thrust|"
    "undergo underwent undergone|understand understood understood|undertake undertook undertaken|"
    "uphold upheld upheld|upset upset upset|wake woke woken|wear wore worn|weave wove woven|weep wept wept|"
    "win won won|wind wound wound|withdraw withdrew withdrawn|withhold withheld withheld|"
    "withstand withstood withstood|wring wrung wrung|write wrote written";

struct Irregular {
  std::string past;
  std::string participle;
};

const std::map<std::string, Irregular>& irregular_verbs() {
  static const std::map<std::string, Irregular> kVerbs = [] {
    std::map<std::string, Irregular> verbs;
    std::istringstream lines(kIrregularVerbs);
    for (std::string line; std::getline(lines, line, '|');) {
      std::istringstream words(line);
      std::string base;
      Irregular forms;
      words >> base >> forms.past >> forms.participle;
      verbs[base] = forms;
    }
    return verbs;
  }();
  return kVerbs;
}

bool is_vowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

bool ends_with_consonant_y(const std::string& word) {
  return word.size() > 2 && word.back() == 'y' && !is_vowel(word[word.size() - 2]);
}

std::string with_s(const std::string& word) {
  if (ends_with_consonant_y(word)) return word.substr(0, word.size() - 1) + "ies";
  for (const char* const ending : {"s", "x", "z", "ch", "sh"}) {
    if (word.ends_with(ending)) return word + "es";
  }
  return word + "s";
}

// "stop" doubles its last letter, "visit" and "rain" do not; longer words are taken not to.
bool doubles(const std::string& verb) {
  const std::size_t size = verb.size();
  if (size < 3 || size > 4) return false;
  return !is_vowel(verb[size - 1]) && is_vowel(verb[size - 2]) && !is_vowel(verb[size - 3]) &&
         std::string_view("wxy").find(verb[size - 1]) == std::string_view::npos;
}

std::string with_ending(const std::string& verb, const std::string& ending) {
  if (verb.back() == 'e' && !(ending == "ing" && verb.ends_with("ee"))) return verb.substr(0, verb.size() - 1) + ending;
  if (ending == "ed" && ends_with_consonant_y(verb)) return verb.substr(0, verb.size() - 1) + "ied";
  return doubles(verb) ? verb + verb.back() + ending : verb + ending;
}

}  // namespace

std::vector<std::string> noun_forms(const std::string& noun) { return {noun, with_s(noun)}; }

std::vector<std::string> verb_forms(const std::string& verb) {
  const auto irregular = irregular_verbs().find(verb);
  const std::string regular = with_ending(verb, "ed");
  const bool is_regular = irregular == irregular_verbs().end();
  return {verb, with_s(verb), is_regular ? regular : irregular->second.past,
          is_regular ? regular : irregular->second.participle, with_ending(verb, "ing")};
}

bool are_forms_of_one_word(const std::string& a, const std::string& b) {
  constexpr std::array<std::string_view, 12> kEndings = {"",  "s", "es",  "d",   "ed", "ing",
                                                         "e", "y", "ies", "ied", "ly", "er"};
  const auto differ = std::ranges::mismatch(a, b);
  const auto shared = static_cast<std::size_t>(differ.in1 - a.begin());
  const auto is_ending = [&](const std::string& word) {
    return std::ranges::find(kEndings, std::string_view(word).substr(shared)) != kEndings.end();
  };
  return shared >= 3 && is_ending(a) && is_ending(b);
}

}  // namespace calque::evidence
