#include <memory>

#include "cli/command.h"
#include "cli/exit_code.h"
#include "lab/commands.h"
#include "lab/train/train.h"

namespace calque::lab {
namespace {

using train::TrainOptions;

constexpr const char* kFooter = R"(
Example:
  calque-lab train --articles articles/ build/round-trips build/registers --quality ratings.tsv.gz \
      --lexicons models/en/lexicon --evidence models/en/evidence.calque --output models/en/weights.calque \
      --manifest models/en/manifest.json --held-out models/en/results/held-out.json

Input:
  articles   labelled articles, one a line of JSON (calque evaluate --help lists the fields), compressed or not.
             Files dev-* and learners-*, and the test sets of 2016, 2018, 2019 and from 2022 on are never read; overlap.txt in a folder
             lists ids to leave out.
             Needed: originals, people's translations, and output of rule-based, statistical and neural engines.
  quality    people's ratings of translated sentences, for the index of quality
  lexicons   phrases that show a translation
  evidence   the output of calque-lab mine. The detectors of wrong words read it, and the article model uses their
             findings.

Output:
  weights    the heads, and the article model with its calibration and thresholds; 6 MB. calque-pack makes a pack of it.
  manifest   each source with its checksum and its share of the training
  held-out   how well models tell articles apart that they were not trained on

Time: two to three minutes for the committed weights (24 million words), on two cores.
The same files and options give the same bytes. Tokens depend on the version of ICU, so train with the version that will
judge.)";

void add_files(Command& command, TrainOptions& options) {
  command.option("--articles", options.articles, "Folders of labelled articles (*.jsonl, *.jsonl.gz and so on)")
      .required();
  command
      .option("--also", options.also,
              "Files of articles for development, for a pack that ships: no figure may then be measured on them")
      .value_name("FILE ...");
  command
      .option("--quality", options.ratings,
              "People's ratings of sentences: year, pair, system, segment, z, ratings, text")
      .value_name("TSV");
  command.option("--lexicons", options.lexicons, "Folder of *.tsv lexicons").required();
  command.option("--evidence", options.evidence, "The output of calque-lab mine, for the detectors that read it");
  command.option("--output", options.output, "The weights to write; calque-pack adds the lexicons").required();
  command.option("--work", options.work, "Folder for training files and fastText models").show_default();
  command.option("--table", options.table, "Also write the features of every sample, as TSV");
  command.option("--manifest", options.manifest, "Also write each source and its share of the training, as JSON");
  command.option("--held-out", options.held_out, "Also write the results on held-out articles, as JSON");
}

void add_settings(Command& command, TrainOptions& options) {
  command
      .option("--leave-out", options.leave_out,
              "Features that the article model must not use: all whose names begin with PREFIX")
      .value_name("PREFIX");
  command.option("--version-name", options.version, "Written into the pack").show_default();
  command.option("--max-words", options.max_words, "Words kept of each file of originals").show_default();
  command.option("--epochs", options.heads.epochs, "Epochs of the fluency head's training").show_default();
  command.option("--learning-rate", options.heads.learning_rate, "Learning rate of the fluency head's training")
      .show_default();
  command
      .option("--min-passages", options.heads.min_passages,
              "Passages that must contain an n-gram for it to have a weight")
      .show_default();
  command.option("--l2", options.heads.l2, "Penalty on the passage heads' weights").show_default();
  command.option("--buckets", options.heads.buckets, "Number of buckets for hashed n-grams").show_default();
  command.option("--min-count", options.heads.min_count, "Occurrences that a word needs to have its own weight")
      .show_default();
  command.option("--seed", options.heads.seed, "Seed of the fluency head's training").show_default();
}

}  // namespace

void add_train(Program& program) {
  auto options = std::make_shared<TrainOptions>();
  Command command = program.add("train", "Train the weights of a model on folders of labelled articles");
  add_files(command, *options);
  add_settings(command, *options);
  command.footer(kFooter);
  command.on_run([options] {
    train::train(*options);
    return kDone;
  });
}

}  // namespace calque::lab
