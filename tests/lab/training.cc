// A whole training, on a few made-up articles: what goes in, what comes out, and that it is always the same.
#include <cstdlib>
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

TEST_CASE("What the article model may not use is the same in all articles") {
  const Scratch scratch;
  write_corpus(scratch);
  TrainOptions options = options_for(scratch, "without");
  options.leave_out = {"head.", "artifact"};
  train(options);
  const std::string table = testing::read_file(options.table);
  const std::string header = table.substr(0, table.find('\n'));
  CHECK(contains(header, "\thead.machine"));
  options = options_for(scratch, "with");
  train(options);
  CHECK(table != testing::read_file(options.table));
}

TEST_CASE("A line that is no article ends the training, by its number") {
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

TEST_CASE("The help of each subcommand says what goes in, what comes out and how long it takes") {
  const Scratch scratch;
  for (const std::string subcommand : {"train", "mine"}) {
    INFO(subcommand);
    const std::string command = CALQUE_BINARY_DIR "/bin/calque-lab " + subcommand + " --help > " + scratch.path("help");
    REQUIRE(std::system(command.c_str()) == 0);
    const std::string help = testing::read_file(scratch.path("help"));
    for (const char* part : {"What goes in:", "What comes out:", "How long it takes:", "--articles"}) {
      CHECK(contains(help, part));
    }
  }
}

}  // namespace
}  // namespace calque::train
