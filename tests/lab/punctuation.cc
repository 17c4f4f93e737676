// Quotes, dashes, spacing, entities, digits and capitals differ between the systems of a data set for reasons other
// than translation. The heads must not see these differences. They do read commas, colons and hyphens (kReadMarks),
// which translators carry over; alone these must tell little.
#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <set>

#include "evaluate/statistics.h"
#include "heads/stream.h"
#include "lab/made_up.h"
#include "lab/train/softmax_regression.h"
#include "labelled/lines.h"
#include "support/catch.h"

namespace calque::train {
namespace {

// Single marks in their different styles, and with the spaces that some data sets put around them.
constexpr std::array<std::string_view, 46> kMarks = {
    ",",  ";",  ":",  ".",  "!",  "?",  "\"",  "'",      "`",     "(",      ")",  "[",   "]",   "-",  "–", "—",
    "…",  "“",  "”",  "„",  "‘",  "’",  "‚",   "«",      "»",     "/",      "%",  "$",   "&",   "*",  "+", "€",
    "  ", " ,", " .", " '", "'s", "--", "...", "&quot;", "&amp;", "&apos;", "' ", "`` ", " - ", " : "};

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

using Profile = std::vector<double>;

// The frequency of each mark, of digits, numbers, capitals and bytes beyond ASCII, per word.
Profile profile_of(std::string_view text) {
  Profile profile;
  for (const std::string_view mark : kMarks) {
    double count = 0;
    for (std::size_t at = text.find(mark); at != text.npos; at = text.find(mark, at + mark.size())) ++count;
    profile.push_back(count);
  }
  double numbers = 0;
  for (std::size_t i = 0; i < text.size(); ++i) numbers += is_digit(text[i]) && (i == 0 || !is_digit(text[i - 1]));
  profile.push_back(numbers);
  profile.push_back(static_cast<double>(std::ranges::count_if(text, is_digit)));
  profile.push_back(static_cast<double>(std::ranges::count_if(text, is_capital)));
  profile.push_back(static_cast<double>(std::ranges::count_if(text, [](char c) { return (c & 0x80) != 0; })));
  const double words =
      1 + static_cast<double>(std::ranges::count_if(text, [](char c) { return c == ' ' || c == '\n'; }));
  for (double& value : profile) value /= words;
  return profile;
}

// The text as the heads read it.
std::string stream_of(const std::string& text) {
  const Staged staged = run_stages(text, no_lexicons());
  std::string lines;
  for (const Sentence& sentence : staged.text.sentences) {
    lines += stream_text(staged.article.text, staged.text, sentence) + "\n";
  }
  return lines;
}

// "doesn't" or "does not", "the town's" or "of the town", "3" or "three" is a translator's choice of words, which the
// heads may read. Without these, only kReadMarks and the ends of lines are left.
std::string without_choices(std::string lines) {
  std::erase_if(lines, [](char c) { return c == '\'' || c == '0'; });
  return lines;
}

// Machine output and a person's translation of the same article, so that both sides have the same articles equally
// often.
struct Match {
  std::string machine, translation;
  std::uint64_t document = 0;
};

// The pairs of every neural system.
std::vector<Match> read_matches(const std::vector<std::string>& paths) {
  std::vector<Match> matches;
  for (const std::string& path : paths) {
    std::map<std::string, std::vector<std::string>> translations, machines;
    LabelledParser parser;
    Lines lines(path);
    while (const auto line = lines.next()) {
      const auto article = parser.parse(line->bytes);
      REQUIRE(article);
      const std::string document = article->pair + std::to_string(article->year) + article->doc;
      if (article->kind == ArticleKind::kTranslation) translations[document].push_back(article->text());
      if (article->kind == ArticleKind::kMachine && article->engine == "nmt")
        machines[document].push_back(article->text());
    }
    for (const auto& [document, texts] : machines) {
      const auto found = translations.find(document);
      if (found == translations.end()) continue;
      for (std::size_t i = 0; i < texts.size(); ++i) {
        matches.push_back({texts[i], found->second[i % found->second.size()], stable_hash(document)});
      }
    }
  }
  return matches;
}

// Fits a classifier on one half of the documents. Returns its area under the curve on the other half.
template <class Read>
double area_of_punctuation(const std::vector<Match>& matches, Read read) {
  std::vector<Profile> profiles;
  std::vector<int> classes;
  std::vector<std::uint64_t> documents;
  for (const Match& match : matches) {
    for (const auto& [text, is_machine] : {std::pair{&match.machine, 1}, std::pair{&match.translation, 0}}) {
      profiles.push_back(profile_of(read(*text)));
      classes.push_back(is_machine);
      documents.push_back(match.document);
    }
  }
  const auto count = static_cast<Eigen::Index>(profiles.size());
  Eigen::MatrixXd rows(count, static_cast<Eigen::Index>(profiles[0].size()));
  Eigen::VectorXd weights(count);
  for (Eigen::Index i = 0; i < count; ++i) {
    const Profile& profile = profiles[static_cast<std::size_t>(i)];
    rows.row(i) = Eigen::Map<const Eigen::RowVectorXd>(profile.data(), rows.cols());
    weights[i] = documents[static_cast<std::size_t>(i)] % 2 == 0 ? 1 : 0;
  }
  weights /= weights.sum();
  const Standardisation standardisation = standardise(rows, weights);
  const Eigen::MatrixXd inputs = standardisation.apply(rows);
  const Eigen::MatrixXd logits = fit_softmax(inputs, classes, 2, weights, 1e-3).logits(inputs);
  std::vector<evaluate::Observation> observations;
  for (Eigen::Index i = 0; i < count; ++i) {
    if (weights[i] > 0) continue;
    observations.push_back({logits(i, 1) - logits(i, 0), classes[static_cast<std::size_t>(i)] == 1, 0});
  }
  return evaluate::Ranking(std::move(observations)).area();
}

// The training data is beside the project on developers' machines, not in it.
TEST_CASE("A classifier on punctuation alone stays near chance on the text that heads read") {
  std::vector<std::string> paths;
  for (const char* name : {"train-wmt21.jsonl.gz", "train-htmt.jsonl.gz"}) {
    const auto path = std::filesystem::path(CALQUE_SOURCE_DIR) / "../shared/data/articles" / name;
    if (!std::filesystem::exists(path)) {
      WARN("skipped: no " << path);
      return;
    }
    paths.push_back(path.string());
  }
  const std::vector<Match> matches = read_matches(paths);
  REQUIRE(matches.size() > 5000);
  const double raw = area_of_punctuation(matches, [](const std::string& text) { return text; });
  const double stream = area_of_punctuation(matches, stream_of);
  const double marks =
      area_of_punctuation(matches, [](const std::string& text) { return without_choices(stream_of(text)); });
  INFO("raw " << raw << ", as the heads read it " << stream << ", without choices of words " << marks);
  CHECK(raw > 0.7);  // the raw text does show the systems
  CHECK(marks > 0.45);
  CHECK(marks < 0.6);
  // The rest is in the words: contractions, and numbers in digits.
  CHECK(stream < 0.65);
}

}  // namespace
}  // namespace calque::train
