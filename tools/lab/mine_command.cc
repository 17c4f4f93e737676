#include <memory>

#include "cli/command.h"
#include "cli/exit_code.h"
#include "lab/commands.h"
#include "lab/evidence/mine.h"

namespace calque::lab {
namespace {

using evidence::MineOptions;

constexpr const char* kFooter = R"(
Example:
  calque-lab mine --articles articles/ --round-trips build/round-trips --dictionary translations.tsv.gz \
      --words wordfreq-en.tsv.gz --output models/en/evidence.calque

Input:
  articles     as for calque-lab train. Only originals are counted, and none that the training reads, so that the
               evidence is to the article model's articles what it is to new ones.
  round trips  originals that tools/lab/round_trip.py translated to another language and back, so that each meant
               word is known
  dictionary   tab-separated: language, headword, part of speech, English glosses
  words        tab-separated: word, frequency; words that are English, though the originals may lack them

Output:
  evidence     words and n-gram counts of English; pairs of words that translations confuse; the topics around such words; and
               tables that weigh all three; 15 MB. calque-pack adds it to the weights.
Each step prints its results on standard error. The last lines say how many changed words are found and how many findings
are right.

Time: some 60 seconds for the committed evidence, on one core.
The same files and options give the same bytes.)";

}  // namespace

void add_mine(Program& program) {
  auto options = std::make_shared<MineOptions>();
  Command command = program.add("mine", "Learn which words translations confuse and how the context shows it");
  command.option("--articles", options->articles, "Folder of labelled articles (*.jsonl, *.jsonl.gz and so on)")
      .required();
  command.option("--round-trips", options->round_trips, "Folder that tools/lab/round_trip.py wrote").required();
  command.option("--dictionary", options->dictionary, "translations.tsv.gz: lang, headword, pos, glosses").required();
  command.option("--words", options->words, "wordfreq-en.tsv.gz: word, frequency").required();
  command.option("--output", options->output, "The evidence to write; calque-pack adds it to the weights").required();
  command.option("--max-words", options->max_words, "Words counted of each file of originals").show_default();
  command
      .option("--trained-words", options->trained_words,
              "--max-words of calque-lab train, whose articles are not counted")
      .show_default();
  command
      .option("--minor-per-thousand", options->builder.minor_per_thousand,
              "Findings per 1,000 words of originals that the threshold allows")
      .show_default();
  command.option("--major-per-thousand", options->builder.major_per_thousand, "The same for major findings")
      .show_default();
  command.flag("--hold-out-pivots", options->builder.hold_out_pivots,
               "For figures: learn from direct routes, measure on those through Italian");
  command.footer(kFooter);
  command.on_run([options] {
    evidence::mine(*options);
    return kDone;
  });
}

}  // namespace calque::lab
