#include "lab/train/manifest.h"

#include <simdjson.h>

#include <filesystem>
#include <map>

#include "evaluate/checksum.h"
#include "lab/made_up.h"
#include "support/catch.h"
#include "support/scratch.h"

namespace calque::train {
namespace {

using testing::Scratch;

std::string manifest_of(const Scratch& scratch, std::uint64_t max_words) {
  std::vector<SourceFile> files;
  const std::vector<TrainingArticle> corpus = read_corpus({scratch.path("")}, max_words, &files);
  const std::vector<Sample> samples = cut(corpus, 60);
  const std::vector<Passage> passages = read_passages(samples, no_lexicons());
  FeatureTable table;
  table.rows.resize(static_cast<Eigen::Index>(samples.size()), 0);
  for (const Sample& sample : samples) table.sources.push_back(sample.source);
  return manifest_json({files,
                        corpus,
                        passages,
                        table,
                        HeadOptions{},
                        max_words,
                        60,
                        {scratch.path("")},
                        scratch.path(""),
                        scratch.path("weights.calque"),
                        "test-1",
                        {scratch.path("ratings.gz")}});
}

struct Parsed {
  simdjson::dom::parser parser;
  simdjson::dom::element root;

  explicit Parsed(const std::string& json) { root = parser.parse(json); }

  simdjson::dom::element source(std::string_view name) {
    for (const simdjson::dom::element source : root["sources"]) {
      if (std::string_view(source["name"]) == name) return source;
    }
    throw std::runtime_error("no source " + std::string(name));
  }
};

std::uint64_t articles(simdjson::dom::element source, const char* field, const char* kind) {
  return source[field][kind]["articles"];
}

std::string hexadecimal(std::uint64_t checksum) {
  char text[17];
  std::snprintf(text, sizeof text, "%016llx", static_cast<unsigned long long>(checksum));
  return text;
}

TEST_CASE("The manifest counts what was read and what was kept of each source") {
  const Scratch scratch;
  write_corpus(scratch);
  Parsed manifest(manifest_of(scratch, 1'000'000));
  const auto wmt = manifest.source("train-wmt.jsonl");
  CHECK(articles(wmt, "read", "machine") == 72);
  CHECK(articles(wmt, "kept", "machine") == 48);  // without 2022
  CHECK(articles(wmt, "kept", "translation") == 16);
  const auto originals = manifest.source("originals-paper.jsonl");
  CHECK(articles(originals, "read", "original") == 8);
  CHECK(articles(originals, "kept", "original") == 7);  // overlap.txt lists one
  const auto trips = manifest.source("apertium-spa");
  CHECK(std::uint64_t(trips["files"]) == 2);
  CHECK(articles(trips, "read", "machine") == 8);
  CHECK(articles(trips, "kept", "machine") == 7);
  CHECK(simdjson::dom::array(manifest.root["sources"]).size() == 3);
}

TEST_CASE("The manifest shows that a source was cut to the limit of words") {
  const Scratch scratch;
  write_corpus(scratch);
  Parsed manifest(manifest_of(scratch, 500));
  const auto originals = manifest.source("originals-paper.jsonl");
  CHECK(std::uint64_t(originals["kept"]["original"]["words"]) <= 500);
  CHECK(std::uint64_t(originals["read"]["original"]["words"]) > 500);
  CHECK(std::uint64_t(manifest.root["options"]["max_words"]) == 500);
}

TEST_CASE("The manifest has the checksums of the files") {
  const Scratch scratch;
  write_corpus(scratch);
  Parsed manifest(manifest_of(scratch, 1'000'000));
  CHECK(std::string_view(manifest.source("train-wmt.jsonl")["xxh3"]) ==
        hexadecimal(evaluate::checksum_of(scratch.path("train-wmt.jsonl"))));
  CHECK(std::string_view(manifest.root["weights"]["xxh3"]) ==
        hexadecimal(evaluate::checksum_of(scratch.path("weights.calque"))));
  CHECK(std::string_view(manifest.root["ratings"].at(0)["name"]) == "ratings.gz");
  const std::string before(std::string_view(manifest.source("apertium-spa")["xxh3"]));
  scratch.write("00001-spa.jsonl", testing::read_file(scratch.path("00001-spa.jsonl")).replace(0, 1, "{ "));
  CHECK(std::string_view(Parsed(manifest_of(scratch, 1'000'000)).source("apertium-spa")["xxh3"]) != before);
}

TEST_CASE("The shares of all sources add up to 1 for each head and for the article model") {
  const Scratch scratch;
  write_corpus(scratch);
  Parsed manifest(manifest_of(scratch, 1'000'000));
  std::map<std::string_view, double> sums, of_cells;
  for (const simdjson::dom::element source : manifest.root["sources"]) {
    for (const auto& [name, share] : simdjson::dom::object(source["shares"])) sums[name] += double(share);
  }
  for (const std::string& head : head_names()) {
    INFO(head);
    // This corpus has positive and negative articles for each head.
    CHECK(sums[head] == Approx(1).margin(1e-5));
  }
  CHECK(sums["article"] == Approx(1).margin(1e-5));
  for (const simdjson::dom::element cell : manifest.root["cells"]) {
    CHECK(std::string_view(cell["cell"]).starts_with("train-wmt 20"));
    for (const auto& [name, share] : simdjson::dom::object(cell["shares"])) of_cells[name] += double(share);
  }
  CHECK(of_cells["article"] == Approx(double(manifest.source("train-wmt.jsonl")["shares"]["article"])).margin(1e-5));
}

TEST_CASE("The same files give the same manifest in any folder") {
  const Scratch here;
  const Scratch there;
  write_corpus(here);
  write_corpus(there);
  CHECK(manifest_of(here, 1'000'000) == manifest_of(there, 1'000'000));
}

TEST_CASE("The committed manifest is that of the committed weights") {
  const std::string folder = CALQUE_SOURCE_DIR "/models/en/";
  if (!std::filesystem::exists(folder + "manifest.json")) {
    WARN("skipped: no " << folder << "manifest.json");
    return;
  }
  Parsed manifest(testing::read_file(folder + "manifest.json"));
  CHECK(std::string_view(manifest.root["weights"]["xxh3"]) ==
        hexadecimal(evaluate::checksum_of(folder + "weights.calque")));
}

}  // namespace
}  // namespace calque::train
