#include "lab/train/passages.h"

#include <algorithm>
#include <cmath>
#include <random>
#include <set>

#include "heads/fuse.h"
#include "heads/heads.h"
#include "lab/made_up.h"
#include "support/catch.h"
#include "verdict/features.h"

namespace calque::train {
namespace {

constexpr std::uint32_t kBuckets = 5000;

std::vector<TrainingArticle> made_up_articles(int count) {
  std::mt19937 random(1);
  std::vector<TrainingArticle> articles;
  for (int i = 0; i < count; ++i) articles.push_back(made_up_article(random, 1 + i % 7));
  return articles;
}

std::vector<Passage> passages_of(const std::string& text) {
  return read_passages({Sample{nullptr, text}}, no_lexicons());
}

// A head with a different number for each word and pair of words.
FusedHead random_head(const Vocabulary& vocabulary, std::vector<float>& values) {
  std::mt19937 random(2);
  values.resize(vocabulary.size() + kBuckets);
  for (float& value : values) value = static_cast<float>(random() % 2000) / 1000 - 1;
  FusedHead head;
  head.name = "random";
  head.word_ngrams = 2;
  head.words.resize(vocabulary.size());
  for (const auto& [key, feature] : vocabulary) head.words[feature] = {key, 1, values[feature]};
  head.buckets.assign(values.begin() + static_cast<std::ptrdiff_t>(vocabulary.size()), values.end());
  return head;
}

// The article model's feature for the strength of the head's evidence.
double strength(const Heads& heads, const Sample& sample) {
  const Staged staged = run_stages(sample.text, no_lexicons());
  const std::vector<float> scores = score_sentences(heads, staged.article.text, staged.text);
  const std::vector<std::string> names = feature_names(heads.names());
  const auto at = std::ranges::find(names, "head.random.strength") - names.begin();
  return article_features({staged.text, staged.findings, scores, 1}).at(static_cast<std::size_t>(at));
}

TEST_CASE("The product of a passage's row with a head's values is the strength that inference computes") {
  const std::vector<TrainingArticle> articles = made_up_articles(200);
  const std::vector<Sample> samples = whole(articles);
  const std::vector<Passage> passages = read_passages(samples, no_lexicons());
  const Vocabulary vocabulary = count_words(passages, 60);  // leaves out some words, as in real training
  const NgramRows rows = count_ngrams(passages, vocabulary, kBuckets, 1);
  std::vector<float> values;
  const auto tables = interleave({random_head(vocabulary, values)});
  REQUIRE(tables);
  const Heads heads((*tables)->tables, *tables);
  for (std::size_t row = 0; row < samples.size(); ++row) {
    double sum = 0;
    for (std::size_t k = rows.begin_of(row); k < rows.ends[row]; ++k) {
      sum += double{rows.values[k]} * values[rows.features[rows.columns[k]]] / NgramRows::kScale;
    }
    INFO(samples[row].text);
    REQUIRE(std::abs(sum - strength(heads, samples[row])) < 1e-4);
  }
}

TEST_CASE("A passage's lines are its sentences' words and clause marks, folded, without quotes, dashes or digits") {
  const std::vector<Passage> passages =
      passages_of("\"We've sold 3,500 herrings,\" the baker told us - twice.\n\nRents rose by 4.5 % in 2009!");
  REQUIRE(passages.size() == 1);
  CHECK(passages[0].lines ==
        std::vector<std::string>{"we've sold 0 herrings , the baker told us twice", "rents rose by 0 in 0"});
}

TEST_CASE("Typographic and straight marks give the same lines") {
  CHECK(passages_of("“It’s late” — he said, ‘again’…")[0].lines ==
        passages_of("\"It's late\" - he said, 'again'...")[0].lines);
}

TEST_CASE("The vocabulary has the words that are common enough, and the end of a line") {
  const std::vector<Passage> passages = passages_of("The quay is long. The ferry is late.");
  CHECK(count_words(passages, 1).size() == 7);
  CHECK(count_words(passages, 2).size() == 3);  // the, is, the end
  CHECK(count_words(passages, 3).empty());
}

TEST_CASE("Features are numbered without gaps, the commonest columns come first, and rare ones have none") {
  const std::vector<TrainingArticle> articles = made_up_articles(100);
  const std::vector<Passage> passages = read_passages(whole(articles), no_lexicons());
  const Vocabulary vocabulary = count_words(passages, 1);
  std::set<std::uint32_t> numbers;
  for (const auto& [key, number] : vocabulary) numbers.insert(number);
  CHECK(numbers.size() == vocabulary.size());
  CHECK(*numbers.rbegin() == vocabulary.size() - 1);

  const NgramRows all = count_ngrams(passages, vocabulary, kBuckets, 1);
  const NgramRows common = count_ngrams(passages, vocabulary, kBuckets, 10);
  CHECK(std::ranges::is_sorted(all.documents, std::greater{}));
  const auto kept = std::ranges::count_if(all.documents, [](std::uint32_t documents) { return documents >= 10; });
  CHECK(static_cast<std::size_t>(kept) == common.documents.size());
  CHECK(common.documents.size() < all.documents.size());
  CHECK(common.ends.size() == passages.size());
  CHECK(std::ranges::all_of(common.columns, [&](std::uint32_t column) { return column < common.documents.size(); }));
}

TEST_CASE("A row's mass is the sum of its values, also of rare features, divided by the scale") {
  const std::vector<TrainingArticle> articles = made_up_articles(30);
  const std::vector<Passage> passages = read_passages(whole(articles), no_lexicons());
  const Vocabulary vocabulary = count_words(passages, 1);
  const NgramRows all = count_ngrams(passages, vocabulary, kBuckets, 1);
  const NgramRows common = count_ngrams(passages, vocabulary, kBuckets, 10);
  for (std::size_t row = 0; row < passages.size(); ++row) {
    double sum = 0;
    for (std::size_t k = all.begin_of(row); k < all.ends[row]; ++k) sum += all.values[k];
    CHECK(sum == Approx(NgramRows::kScale * all.masses[row]).epsilon(1e-4));
    CHECK(common.masses[row] == all.masses[row]);
  }
}

}  // namespace
}  // namespace calque::train
