#include "lab/evidence/british.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace calque::evidence {
namespace {

using Spelling = std::pair<std::string_view, std::string_view>;

// Anywhere in a word.
constexpr auto kInside = std::to_array<Spelling>({
    {"our", "or"},
    {"isation", "ization"},
    {"ll", "l"},
    {"ence", "ense"},
    {"ogue", "og"},
    {"ysed", "yzed"},
    {"ysing", "yzing"},
    {"sceptic", "skeptic"},
    {"artefact", "artifact"},
    {"grey", "gray"},
    {"mould", "mold"},
    {"plough", "plow"},
    {"paed", "ped"},
    {"manoeuv", "maneuv"},
    {"jewell", "jewel"},
    {"moustache", "mustache"},
    {"storey", "story"},
    {"programme", "program"},
    {"cheque", "check"},
    {"enquir", "inquir"},
    {"draught", "draft"},
    {"aluminium", "aluminum"},
    {"pyjama", "pajama"},
    {"aeroplane", "airplane"},
});
constexpr auto kAtEnd = std::to_array<Spelling>({
    {"ise", "ize"},        {"ises", "izes"},          {"ised", "ized"},      {"ising", "izing"},
    {"iser", "izer"},      {"isers", "izers"},        {"yse", "yze"},        {"tre", "ter"},
    {"tres", "ters"},      {"kwards", "kward"},       {"rwards", "rward"},   {"towards", "toward"},
    {"pwards", "pward"},   {"nwards", "nward"},       {"learnt", "learned"}, {"burnt", "burned"},
    {"dreamt", "dreamed"}, {"spelt", "spelled"},      {"spoilt", "spoiled"}, {"spilt", "spilled"},
    {"ageing", "aging"},   {"judgement", "judgment"}, {"tyre", "tire"},      {"tyres", "tires"},
    {"kerb", "curb"},      {"cosy", "cozy"},
});

constexpr auto kWords = std::to_array<std::string_view>({
    "autumn",    "barrister",   "barristers", "biscuit",    "biscuits",   "bloke",       "bonnet",    "boot",
    "cinema",    "cinemas",     "constable",  "constables", "councillor", "councillors", "crisps",    "film",
    "films",     "flat",        "flats",      "football",   "footballer", "footballers", "fortnight", "garden",
    "gardens",   "headteacher", "holiday",    "holidays",   "lad",        "lads",        "lift",      "lifts",
    "lorries",   "lorry",       "match",      "matches",    "midfielder", "mobile",      "mobiles",   "motorway",
    "motorways", "mum",         "mums",       "nappies",    "nappy",      "nil",         "pavement",  "pavements",
    "pensioner", "pensioners",  "petrol",     "pitch",      "postcode",   "postcodes",   "pub",       "pubs",
    "pupil",     "pupils",      "queue",      "queues",     "railway",    "railways",    "rubbish",   "shop",
    "shops",     "solicitor",   "solicitors", "squad",      "squads",     "striker",     "telly",     "till",
    "tills",     "toilet",      "toilets",    "trousers",   "whilst",
});
static_assert(std::ranges::is_sorted(kWords));

void replace_last(std::string& word, const Spelling& spelling) {
  const std::size_t at = word.rfind(spelling.first);
  if (at != std::string::npos && spelling.first.size() < word.size())
    word.replace(at, spelling.first.size(), spelling.second);
}

}  // namespace

std::string american_spelling(const std::string& word) {
  std::string spelled = word;
  for (const Spelling& spelling : kAtEnd) {
    if (!spelled.ends_with(spelling.first)) continue;
    spelled.replace(spelled.size() - spelling.first.size(), std::string::npos, spelling.second);
    break;
  }
  for (const Spelling& spelling : kInside) replace_last(spelled, spelling);
  return spelled;
}

bool is_british_word(const std::string& word) { return std::ranges::binary_search(kWords, std::string_view(word)); }

}  // namespace calque::evidence
