#include <CLI/CLI.hpp>
#include <memory>

#include "lab/commands.h"
#include "lab/evidence/mine.h"

namespace calque::lab {
namespace {

using evidence::MineOptions;

constexpr const char* kFooter = R"(
Example:
  calque-lab mine --articles articles/ --round-trips build/round-trips --dictionary translations.tsv.gz \
      --output models/en/evidence.calque

What goes in:
  articles     as for calque-lab train. Only originals are counted, and none that the training reads: the article model
               then meets the evidence as it will be in new articles.
  round trips  originals that tools/lab/round_trip.py translated to another language and back, so that it is known
               which word was meant
  dictionary   tab-separated: language, headword, part of speech, English glosses

What comes out:
  evidence     n-gram counts of English; pairs of words that translations confuse; the topics around such words; and
               tables that weigh all three; 12 MB. calque-pack adds it to the weights.
Each step says on standard error what it found; the last lines say how many of the changed words are found, and how
many findings are right.

How long it takes: some 75 seconds for the committed evidence, on one core.
The same files and options give the same bytes.)";

}  // namespace

void add_mine(CLI::App& app) {
  auto options = std::make_shared<MineOptions>();
  CLI::App& command = *app.add_subcommand("mine", "Learn which words translations confuse, and how context tells");
  command.add_option("--articles", options->articles, "Folder of labelled articles (*.jsonl, *.jsonl.gz, *.jsonl.zst)")
      ->required();
  command.add_option("--round-trips", options->round_trips, "Folder that tools/lab/round_trip.py wrote")->required();
  command.add_option("--dictionary", options->dictionary, "translations.tsv.gz: lang, headword, pos, glosses")
      ->required();
  command.add_option("--output", options->output, "The evidence to write; calque-pack adds it to the weights")
      ->required();
  command.add_option("--max-words", options->max_words, "Words counted of each file of originals")
      ->capture_default_str();
  command
      .add_option("--trained-words", options->trained_words,
                  "--max-words of calque-lab train: what that reads is not counted")
      ->capture_default_str();
  command
      .add_option("--minor-per-thousand", options->builder.minor_per_thousand,
                  "Findings per 1,000 words of originals that set the threshold")
      ->capture_default_str();
  command.add_option("--major-per-thousand", options->builder.major_per_thousand, "The same of major findings")
      ->capture_default_str();
  command.add_flag("--hold-out-pivots", options->builder.hold_out_pivots,
                   "For figures: learn from routes that come back at once, measure on those through Italian");
  command.footer(kFooter);
  command.callback([options] { evidence::mine(*options); });
}

}  // namespace calque::lab
