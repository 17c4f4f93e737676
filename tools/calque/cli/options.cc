#include "cli/options.h"

#include <algorithm>
#include <array>
#include <utility>

#include "cli/command.h"

namespace calque {

namespace {

constexpr std::array<std::pair<std::string_view, FeedFormat>, 11> kFormats = {{{"auto", FeedFormat::kAuto},
                                                                               {"jsonl", FeedFormat::kJsonl},
                                                                               {"text", FeedFormat::kText},
                                                                               {"lines", FeedFormat::kLines},
                                                                               {"csv", FeedFormat::kCsv},
                                                                               {"tsv", FeedFormat::kTsv},
                                                                               {"html", FeedFormat::kHtml},
                                                                               {"warc", FeedFormat::kWarc},
                                                                               {"rss", FeedFormat::kRss},
                                                                               {"json", FeedFormat::kJson},
                                                                               {"jsonfeed", FeedFormat::kJsonFeed}}};

std::vector<std::string> format_names() {
  std::vector<std::string> names;
  names.reserve(kFormats.size());
  for (const auto& [name, format] : kFormats) names.emplace_back(name);
  return names;
}

}  // namespace

FeedFormat FeedOptions::format() const {
  return std::ranges::find(kFormats, from, &std::pair<std::string_view, FeedFormat>::first)->second;
}

void add_feed_options(Command& command, FeedOptions& options) {
  command
      .option(
          "--from", options.from,
          "jsonl: one object per line; json: objects in an array or one after the other; text: one article per file; "
          "lines: one article per line; csv, tsv: with a header row; html: one page per file; warc: WARC, WET and ARC; "
          "rss: RSS and Atom; jsonfeed: JSON Feed; auto: by the first 64 KiB of each file, and by its name if they are "
          "not enough")
      .words(format_names())
      .show_default()
      .group("Input");
  command
      .option("--text-field", options.fields.text,
              "The JSON field or CSV column with the article; data.text is the field text inside data")
      .show_default()
      .group("Input");
  command.option("--id-field", options.fields.id, "The field with the article's id; without one, the id is FILE:LINE")
      .show_default()
      .group("Input");
  command.option("--url-field", options.fields.url, "The field with the article's URL").show_default().group("Input");
  command.flag("--strict-json", options.fields.strict_json, "Also reject JSON with errors in values that are not read")
      .group("Input");
  command
      .option("--max-window", options.window,
              "The largest window that compressed data may require, in memory: 2G for zstd --long=31")
      .bytes(false)
      .show_default("128MiB")
      .value_name("SIZE")
      .group("Input");
}

void add_model_options(Command& command, ModelOptions& options) {
  command.option("--max-fpr", options.analyzer.max_fpr, "Share of English originals that may be called machine")
      .range(0.0, 1.0)
      .show_default()
      .group("Model");
  command
      .option("--max-translation-fpr", options.analyzer.max_translation_fpr,
              "The same for translations by people; the higher threshold of the two counts; default: four times "
              "--max-fpr")
      .range(0.0, 1.0)
      .group("Model");
  command
      .option("--prior", options.analyzer.prior,
              "Share of the feed that is machine-translated, if you know it; changes the probability")
      .range(0.0001, 0.9999)
      .show_default()
      .group("Model");
  command
      .option("--max-bytes", options.analyzer.max_bytes,
              "Larger articles get no verdict (too_large); for example 16M; 0 for the maximum, 512M")
      .bytes(false)
      .show_default("16MiB")
      .value_name("SIZE")
      .group("Model");
  command
      .option("--max-seconds", options.analyzer.max_seconds,
              "Articles that take longer get no verdict (too_slow); checked between stages, so an article may take "
              "one stage longer; without this option the output is the same on every machine")
      .not_negative()
      .group("Model");
  command.option("--model", options.pack, "The model pack; default: the installed English pack")
      .value_name("PATH")
      .group("Model");
  const Option classifier =
      command
          .option("--classifier", options.analyzer.classifier,
                  "A supervised fastText model (.bin, .ftz) in place of the pack's heads; not calibrated, machine "
                  "from 0.5")
          .value_name("PATH")
          .group("Model");
  command
      .option("--classifier-label", options.analyzer.classifier_label,
              "The classifier's label for machine translation, if that is not machine, mt or 1")
      .value_name("LABEL")
      .needs(classifier)
      .group("Model");
}

void add_threads_option(Command& command, unsigned& threads) {
  constexpr unsigned kMostThreads = 1024;
  command.option("--threads", threads, "Threads that score; default: one for each core")
      .value_name("N")
      .range(1U, kMostThreads);
}

}  // namespace calque
