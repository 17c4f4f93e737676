// Small corpora of sentences that we wrote.
#pragma once

#include <random>
#include <string>
#include <vector>

#include "artifacts/lexicons.h"
#include "lab/train/passages.h"
#include "support/scratch.h"

namespace calque::train {

inline const Lexicons& no_lexicons() {
  static const Lexicons kNone = *Lexicons::parse({});
  return kNone;
}

// Sentences of a simple grammar, with marks and numbers that the heads must not see.
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

// Whole articles as samples, without cut().
inline std::vector<Sample> whole(const std::vector<TrainingArticle>& articles) {
  std::vector<Sample> samples;
  for (const TrainingArticle& article : articles) samples.push_back({&article, article.text()});
  return samples;
}

// An article as a line of JSON.
inline std::string line_of(const std::string& id, const std::string& kind, const std::string& engine,
                           const std::string& system, int year, std::mt19937& random) {
  std::string sentences;
  for (int i = 0; i < 12; ++i) sentences += (i == 0 ? "\"" : ",\"") + made_up_sentence(random) + "\"";
  return "{\"id\":\"" + id + "\",\"year\":" + std::to_string(year) + ",\"pair\":\"de-en\",\"kind\":\"" + kind +
         "\",\"engine\":\"" + engine + "\",\"system\":\"" + system + "\",\"doc\":\"" + id + "\",\"sentences\":[" +
         sentences + "]}\n";
}

// A folder with two years of a test set, originals, and round trips in two shards.
inline void write_corpus(const testing::Scratch& scratch) {
  std::mt19937 random(1);
  std::string wmt, originals, first, second;
  for (int i = 0; i < 8; ++i) {
    const std::string number = std::to_string(i);
    for (const int year : {2013, 2021, 2022}) {
      const std::string id = "wmt" + std::to_string(year) + "/" + number;
      wmt += line_of(id, "machine", "smt", "engine", year, random);
      wmt += line_of(id + "n", "machine", "nmt", "engine", year, random);
      wmt += line_of(id + "b", "machine", "rbmt", "engine", year, random);
      wmt += line_of(id + "r", "translation", "", "ref", year, random);
    }
    originals += line_of("paper/" + number, "original", "", "human", 2013, random);
    (i % 2 == 0 ? first : second) += line_of("paper/" + number, "machine", "rbmt", "apertium-spa", 2013, random);
  }
  scratch.write("train-wmt.jsonl", wmt);
  scratch.write("originals-paper.jsonl", originals);
  scratch.write("00000-spa.jsonl", first);
  scratch.write("00001-spa.jsonl", second);
  scratch.write("overlap.txt", "paper/3\n");
  scratch.write("x.tsv", "");
  scratch.write("ratings.gz", "any");
  scratch.write("weights.calque", "weights");
  scratch.write("dev-wmt.jsonl", "not read");
}

}  // namespace calque::train
