#include <CLI/CLI.hpp>
#include <memory>

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

What goes in:
  articles   one a line of JSON, plain, gzip or zstd: who wrote each is known (calque evaluate --help shows the fields).
             Files dev-* and the test sets of 2016, 2018, 2019 and from 2022 on are never read; overlap.txt in a folder
             lists ids to leave out.
             Needed: originals, people's translations, and output of rule-based, statistical and neural engines.
  quality    what people said of translated sentences, for the index of quality
  lexicons   phrases that translations leave behind
  evidence   what calque-lab mine wrote: the detectors of wrong words read it, and the article model reads them

What comes out:
  weights    the heads and the article model with its calibration and thresholds; 6 MB. calque-pack makes a model of it.
  manifest   each source with its checksum and its share of the training
  held-out   how well articles were told apart by models that had not seen them

How long it takes: two to three minutes for the committed weights (24 million words), on two cores.
The same files and options give the same bytes. Tokens follow the installed ICU: train with the one that will judge.)";

void add_files(CLI::App& command, TrainOptions& options) {
  command.add_option("--articles", options.articles, "Folders of labelled articles (*.jsonl, *.jsonl.gz, *.jsonl.zst)")
      ->required();
  command
      .add_option("--quality", options.ratings,
                  "People's ratings of sentences: year, pair, system, segment, z, ratings, text")
      ->type_name("TSV");
  command.add_option("--lexicons", options.lexicons, "Folder of *.tsv lexicons")->required();
  command.add_option("--evidence", options.evidence, "What calque-lab mine wrote, for the detectors that read it");
  command.add_option("--output", options.output, "The weights to write; calque-pack adds the lexicons")->required();
  command.add_option("--work", options.work, "Folder for training files and fastText models")->capture_default_str();
  command.add_option("--table", options.table, "Also write every sample's features, as TSV");
  command.add_option("--manifest", options.manifest, "Also write what was read, and each source's share, as JSON");
  command.add_option("--held-out", options.held_out, "Also write how well held-out articles were told apart, as JSON");
}

void add_settings(CLI::App& command, TrainOptions& options) {
  command
      .add_option("--leave-out", options.leave_out, "Features that the article model may not use, by how they begin")
      ->type_name("PREFIX");
  command.add_option("--version-name", options.version, "Written into the pack")->capture_default_str();
  command.add_option("--max-words", options.max_words, "Words kept of each file of originals")->capture_default_str();
  command.add_option("--epochs", options.heads.epochs, "Of the fluency head's training")->capture_default_str();
  command.add_option("--learning-rate", options.heads.learning_rate, "Of the fluency head's training")
      ->capture_default_str();
  command.add_option("--min-passages", options.heads.min_passages, "That an n-gram must stand in, to have a weight")
      ->capture_default_str();
  command.add_option("--l2", options.heads.l2, "Penalty on the passage heads' weights")->capture_default_str();
  command.add_option("--buckets", options.heads.buckets, "For hashed n-grams")->capture_default_str();
  command.add_option("--min-count", options.heads.min_count, "Of a word, to have a weight of its own")
      ->capture_default_str();
  command.add_option("--seed", options.heads.seed, "Of the fluency head's training")->capture_default_str();
}

}  // namespace

void add_train(CLI::App& app) {
  auto options = std::make_shared<TrainOptions>();
  CLI::App& command = *app.add_subcommand("train", "Train the weights of a model on folders of labelled articles");
  add_files(command, *options);
  add_settings(command, *options);
  command.footer(kFooter);
  command.callback([options] { train::train(*options); });
}

}  // namespace calque::lab
