// Small corpora of our own sentences.
#pragma once

#include <random>
#include <string>
#include <vector>

#include "artifacts/lexicons.h"
#include "lab/train/passages.h"

namespace calque::train {

inline const Lexicons& no_lexicons() {
  static const Lexicons kNone = *Lexicons::parse({});
  return kNone;
}

// Sentences of a made-up grammar, with marks and numbers that the heads must not see.
inline std::string made_up_sentence(std::mt19937& random) {
  const std::vector<std::vector<std::string>> slots = {
      {"The harbour master", "A baker from Ellery", "Nobody", "The ministers' aide", "“Our council”"},
      {"said", "denied", "hasn't said", "told 17 reporters", "wrote in 2009"},
      {"that the quay", "that 3,500 herrings", "how the ferry", "that the well-known bridge", "why rents"},
      {"would close", "cost too much", "had sunk", "were rising by 4.5 %", "stood empty"},
      {"on Friday.", "in the north, again.", "— and soon.", "(twice)!", "before noon?"}};
  std::string sentence;
  for (const auto& slot : slots) sentence += (sentence.empty() ? "" : " ") + slot[random() % slot.size()];
  return sentence;
}

inline TrainingArticle made_up_article(std::mt19937& random, int sentences) {
  TrainingArticle article;
  article.id = "made-up/" + std::to_string(random());
  article.doc = article.id;
  article.pair = "en-en";
  for (int i = 0; i < sentences; ++i) article.sentences.push_back(made_up_sentence(random));
  return article;
}

// What cut() would make of whole articles.
inline std::vector<Sample> whole(const std::vector<TrainingArticle>& articles) {
  std::vector<Sample> samples;
  for (const TrainingArticle& article : articles) samples.push_back({&article, article.text()});
  return samples;
}

}  // namespace calque::train
