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
    "abattoir",    "accused",    "airmen",       "allotment",  "allotments",  "autumn",       "aye",
    "banknotes",   "barmaid",    "barrister",    "barristers", "biscuit",     "biscuits",     "bloke",
    "bonnet",      "bookmaker",  "bookmakers",   "boot",       "bungalow",    "bungalows",    "bursary",
    "caretaker",   "chemist",    "chemists",     "cinema",     "cinemas",     "clergyman",    "coastguard",
    "constable",   "constables", "constituency", "councillor", "councillors", "cricketer",    "cricketers",
    "crisps",      "crore",      "crores",       "curate",     "diocese",     "film",         "films",
    "fireman",     "firemen",    "fishermen",    "flat",       "flats",       "football",     "footballer",
    "footballers", "fortnight",  "garden",       "gardens",    "garrison",    "godown",       "grocer",
    "grocers",     "hamlet",     "hamlets",      "hawker",     "hawkers",     "headmaster",   "headteacher",
    "herdsmen",    "holiday",    "holidays",     "hostel",     "hostels",     "inquest",      "inquests",
    "jetty",       "jumper",     "kiosk",        "kiosks",     "lad",         "lads",         "lakh",
    "lakhs",       "lift",       "lifts",        "lorries",    "lorry",       "maize",        "manor",
    "match",       "matches",    "midfielder",   "midwife",    "midwives",    "mobile",       "mobiles",
    "motorway",    "motorways",  "mum",          "mums",       "nappies",     "nappy",        "newsagent",
    "nil",         "ombudsman",  "paddy",        "parish",     "parishioner", "parishioners", "pavement",
    "pavements",   "pensioner",  "pensioners",   "petrol",     "pier",        "pitch",        "postcode",
    "postcodes",   "postman",    "poultry",      "pub",        "pubs",        "pupil",        "pupils",
    "quay",        "queue",      "queues",       "railway",    "railways",    "rubbish",      "sack",
    "sacked",      "sacking",    "shop",         "shops",      "solicitor",   "solicitors",   "spectacles",
    "squad",       "squads",     "stalls",       "striker",    "surgeries",   "telly",        "till",
    "tills",       "toilet",     "toilets",      "towpath",    "tram",        "trams",        "trousers",
    "vicar",       "wharf",      "whilst",       "wicket",     "wickets",     "yam",          "yams",
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
