// A whole training on a few made-up articles: its input, its output, and that both runs give the same bytes.
#include <algorithm>
#include <cstdlib>
#include <sstream>
#include <stdexcept>

#include "lab/made_up.h"
#include "lab/train/train.h"
#include "support/catch.h"
#include "support/scratch.h"

namespace calque::train {
namespace {

using testing::Scratch;

bool contains(const std::string& text, std::string_view part) { return text.find(part) != text.npos; }

TrainOptions options_for(const Scratch& scratch, const std::string& output) {
  TrainOptions options;
  options.articles = {scratch.path("")};
  options.lexicons = CALQUE_SOURCE_DIR "/models/en/lexicon";
  options.output = scratch.path(output + ".calque");
  options.work = scratch.path("work");
  options.held_out = scratch.path(output + ".json");
  options.table = scratch.path(output + ".tsv");
  options.heads.buckets = 1 << 12;
  options.heads.min_count = 1;
  options.heads.min_passages = 1;
  return options;
}

// The cells of a table's column, by the column's name.
std::vector<std::string> column(const std::string& table, const std::string& name) {
  std::istringstream lines(table);
  std::vector<std::string> found;
  std::ptrdiff_t wanted = 0;
  for (std::string line; std::getline(lines, line);) {
    std::istringstream cells(line);
    std::vector<std::string> row;
    for (std::string cell; std::getline(cells, cell, '\t');) row.push_back(cell);
    if (found.empty()) wanted = std::ranges::find(row, name) - row.begin();
    found.push_back(row.at(static_cast<std::size_t>(wanted)));
  }
  found.erase(found.begin());
  return found;
}

TEST_CASE("The same folder gives the same weights, features and held-out figures") {
  const Scratch scratch;
  write_corpus(scratch);
  train(options_for(scratch, "one"));
  train(options_for(scratch, "two"));
  for (const std::string ending : {".calque", ".json", ".tsv"}) {
    INFO(ending);
    const std::string written = testing::read_file(scratch.path("one" + ending));
    CHECK(written.size() > 100);
    CHECK((written == testing::read_file(scratch.path("two" + ending))));
  }
}

TEST_CASE("Features that the article model must not use are zero in every article") {
  const Scratch scratch;
  write_corpus(scratch);
  TrainOptions options = options_for(scratch, "without");
  options.leave_out = {"head.machine"};
  train(options);
  const auto left_out = column(testing::read_file(options.table), "head.machine.mean");
  const auto kept = column(testing::read_file(options.table), "head.fluency.mean");
  REQUIRE(left_out.size() > 10);
  CHECK(std::ranges::count(left_out, "0") == std::ssize(left_out));
  CHECK(std::ranges::count(kept, "0") < std::ssize(kept));
}

TEST_CASE("A line without an article ends the training with an error that names the line") {
  const Scratch scratch;
  write_corpus(scratch);
  const std::string path = scratch.path("train-wmt.jsonl");
  scratch.write("train-wmt.jsonl", testing::read_file(path) + "\n{\"kind\":\"person\"}\n");
  try {
    train(options_for(scratch, "none"));
    FAIL("no error");
  } catch (const std::runtime_error& error) {
    CHECK(contains(error.what(), path + ":98: "));
  }
}

TEST_CASE("The help of each subcommand describes its input, its output and its time") {
  const Scratch scratch;
  for (const std::string subcommand : {"train", "mine"}) {
    INFO(subcommand);
    const std::string command = CALQUE_BINARY_DIR "/bin/calque-lab " + subcommand + " --help > " + scratch.path("help");
    REQUIRE(std::system(command.c_str()) == 0);
    const std::string help = testing::read_file(scratch.path("help"));
    for (const char* part : {"Input:", "Output:", "Time:", "--articles"}) {
      CHECK(contains(help, part));
    }
  }
}

}  // namespace
}  // namespace calque::train
