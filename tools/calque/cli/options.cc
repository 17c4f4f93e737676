#include "cli/options.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <utility>

namespace calque {

namespace {

constexpr std::array<std::pair<std::string_view, FeedFormat>, 9> kFormats = {{{"auto", FeedFormat::kAuto},
                                                                              {"jsonl", FeedFormat::kJsonl},
                                                                              {"text", FeedFormat::kText},
                                                                              {"lines", FeedFormat::kLines},
                                                                              {"csv", FeedFormat::kCsv},
                                                                              {"tsv", FeedFormat::kTsv},
                                                                              {"html", FeedFormat::kHtml},
                                                                              {"warc", FeedFormat::kWarc},
                                                                              {"rss", FeedFormat::kRss}}};

std::vector<std::string> format_names() {
  std::vector<std::string> names;
  for (const auto& [name, format] : kFormats) names.emplace_back(name);
  return names;
}

}  // namespace

FeedFormat FeedOptions::format() const {
  return std::ranges::find(kFormats, from, &std::pair<std::string_view, FeedFormat>::first)->second;
}

void add_feed_options(CLI::App& command, FeedOptions& options) {
  command
      .add_option(
          "--from", options.from,
          "jsonl: one object per line; text: one file, one article; lines: one line, one article; csv, tsv: "
          "with a header row; html: one file, one page; warc: WARC and WET; rss: RSS and Atom; auto: by the first "
          "bytes of each file")
      ->check(CLI::IsMember(format_names()))
      ->capture_default_str()
      ->group("Input");
  command.add_option("--text-field", options.fields.text, "The JSONL field or CSV column with the article")
      ->capture_default_str()
      ->group("Input");
  command.add_option("--id-field", options.fields.id, "The one with its id; without one, FILE:LINE")
      ->capture_default_str()
      ->group("Input");
  command.add_option("--url-field", options.fields.url, "The one with its address")
      ->capture_default_str()
      ->group("Input");
}

void add_model_options(CLI::App& command, ModelOptions& options) {
  command.add_option("--max-fpr", options.analyzer.max_fpr, "Share of English originals that may be called machine")
      ->check(CLI::Range(0.0, 1.0))
      ->capture_default_str()
      ->group("Model");
  command
      .add_option("--prior", options.analyzer.prior,
                  "Share of the feed that is machine-translated, where you know it: moves the probability")
      ->check(CLI::Range(0.0001, 0.9999))
      ->capture_default_str()
      ->group("Model");
  command
      .add_option("--max-bytes", options.analyzer.max_bytes,
                  "Larger articles are not judged (too_large); 16M, say; 0 for the most, 512M")
      ->transform(CLI::AsSizeValue(false))
      ->default_str("16MiB")
      ->type_name("SIZE")
      ->group("Model");
  command
      .add_option("--max-seconds", options.analyzer.max_seconds,
                  "Nor are those that take longer (too_slow), as seen between the stages, so an article may run over "
                  "by one; without it the output is the same on every machine")
      ->check(CLI::NonNegativeNumber)
      ->group("Model");
  command.add_option("--model", options.pack, "The model pack, in place of the English one that came along")
      ->type_name("PATH")
      ->group("Model");
  auto* classifier =
      command
          .add_option("--classifier", options.analyzer.classifier,
                      "A supervised fastText model (.bin, .ftz) in place of the pack's heads; not calibrated, machine "
                      "from 0.5")
          ->type_name("PATH")
          ->group("Model");
  command
      .add_option("--classifier-label", options.analyzer.classifier_label,
                  "Its label for machine translation, where that is not machine, mt or 1")
      ->type_name("LABEL")
      ->needs(classifier)
      ->group("Model");
}

void add_threads_option(CLI::App& command, unsigned& threads) {
  constexpr unsigned kMostThreads = 1024;
  command.add_option("--threads", threads, "Threads that score; the default is all cores")
      ->type_name("N")
      ->check(CLI::Range(1U, kMostThreads));
}

}  // namespace calque
