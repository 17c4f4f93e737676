#include "commands/filter.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cmath>
#include <memory>
#include <mutex>

#include "cli/bulk_run.h"
#include "cli/model_path.h"
#include "commands/filter_worker.h"

namespace calque {
namespace {

constexpr const char* kFooter = R"(
Examples:
  calque filter articles.jsonl > kept.jsonl
  calque filter --max-probability 0.5 --min-quality 60 --rejected out.jsonl --reasons why.jsonl crawl.jsonl.zst > kept.jsonl
  calque filter --keep-top 80% 'crawl/*.jsonl.gz' > kept.jsonl
  calque filter articles/ | tar -czf kept.tar.gz -T -          # files that are one article each: their names

What passes is written as it stood, byte for byte, in the order of the input, decompressed; a CSV file keeps its header.
Without criteria, articles called machine at --max-fpr do not pass. With --max-probability, --min-quality or --keep-top
only those given count, and all of them must be met. Ties at --keep-top pass. Undecided is an article without a score
(too_short, not_english and so on) and, where the label counts, one labelled so.
--keep-top reads its input twice. One run takes files of one format, and one RSS feed.

--reasons has one line for each line of --rejected: id, url, at (FILE:LINE), offset, reason, label, basis, probability,
quality.

With --resume the same command goes on where an earlier run was stopped, see calque score --help.

Exit codes: 0 done; 2 usage; 3 input or output; 4 model; 130, 143 interrupted.)";

struct FilterOptions {
  BulkOptions bulk;
  ModelOptions model;
  FilterCriteria criteria;
  bool max_fpr_given = false;
  std::string keep_top;
  std::string undecided = "keep";
  std::string others = "keep";
  std::string rejected;
  std::string reasons;
};

// The least quality of the best `share` of all scored articles; nothing when none is scored.
std::optional<double> quality_at(std::vector<double>& qualities, double share) {
  if (qualities.empty()) return std::nullopt;
  const auto kept = static_cast<std::size_t>(std::ceil(share * static_cast<double>(qualities.size())));
  const auto last = qualities.begin() + static_cast<std::ptrdiff_t>(kept - 1);
  std::ranges::nth_element(qualities, last, std::greater<>());
  return *last;
}

// The first reading of --keep-top: the quality of every article. What goes wrong in it is said in the second.
std::vector<double> measure_quality(const BulkRun& bulk, const Analyzer& analyzer, const BulkOptions& options) {
  std::vector<double> qualities;
  BatchReader reader(bulk.input_names(), options.feed.format(), options.feed.fields, options.selection);
  std::mutex mutex;  // order does not matter
  const auto make_worker = [&] {
    auto parser = std::make_shared<RecordParser>(options.feed.fields);
    return [&, parser](Batch&& batch) {
      Scored scored;
      scored.tally.bytes = batch.bytes;
      for (std::size_t i = 0; i < batch.records.size(); ++i) {
        const auto document = take_document(batch, i, *parser);
        if (!document) continue;
        const std::optional<double> quality = analyzer.analyze(*document).verdict.quality;
        const std::lock_guard lock(mutex);
        if (quality) qualities.push_back(*quality);
      }
      return scored;
    };
  };
  run_pipeline({[&](Batch& batch) { return reader.next(batch); }, make_worker, [](Scored&&) { return true; }},
               options.threads);
  return qualities;
}

// Writes what passes, and takes care that it is of one kind.
class FilterWriter {
 public:
  explicit FilterWriter(BulkRun& bulk) : bulk_(bulk) {}

  bool write(Scored&& scored) {
    if (!scored.kind.empty() && !is_of_one_kind(scored)) return false;
    return bulk_.write(scored.output) && bulk_.write(scored.more[FilterWorker::kRejected], kRejectedFile) &&
           bulk_.write(scored.more[FilterWorker::kReasons], kReasonsFile) && bulk_.account(scored);
  }

  static constexpr std::size_t kRejectedFile = 1;  // places among the outputs of a BulkRun
  static constexpr std::size_t kReasonsFile = 2;

 private:
  bool is_of_one_kind(const Scored& scored) {
    if (bulk_.note().empty()) {
      bulk_.set_note(scored.kind);
      if (!scored.header) return true;
      const std::string header = *scored.header + "\n";
      return bulk_.write(header) && bulk_.write(header, kRejectedFile);
    }
    if (bulk_.note() == scored.kind) return true;
    bulk_.fail(
        {ErrorKind::kInput,
         "a file is another feed, or has another format or other columns, than those before it, and would not go "
         "into one file with them; filter them apart"});
    return false;
  }

  BulkRun& bulk_;  // its note is the kind of the first record
};

bool reads_twice_what_is_read_once(const FilterOptions& options, const BulkRun& bulk) {
  return !options.keep_top.empty() && std::ranges::count(bulk.input_names(), "-") > 0;
}

int run(const FilterOptions& options) {
  BulkRun bulk(options.bulk, {options.rejected, options.reasons});
  if (reads_twice_what_is_read_once(options, bulk)) {
    print_message("--keep-top reads its input twice, so it takes files, not standard input");
    return kUsage;
  }
  const auto analyzer = load_analyzer(options.model);
  if (!analyzer) {
    print_message(analyzer.error().message);
    return kModelFault;
  }
  if (!bulk.open(analyzer->model())) return bulk.exit_code();
  FilterCriteria criteria = options.criteria;
  criteria.keep_undecided = options.undecided == "keep";
  criteria.keep_others = options.others == "keep";
  criteria.by_label =
      options.max_fpr_given || (!criteria.max_probability && !criteria.min_quality && options.keep_top.empty());
  if (const auto share = read_share(options.keep_top)) {
    std::vector<double> qualities = measure_quality(bulk, *analyzer, options.bulk);
    const auto least = quality_at(qualities, *share);
    if (least) criteria.min_quality = std::max(*least, criteria.min_quality.value_or(*least));
  }
  FilterWriter writer(bulk);
  bulk.run(
      [&] {
        auto worker = std::make_shared<FilterWorker>(*analyzer, options.bulk.feed.fields, criteria);
        return [worker](Batch&& batch) { return worker->filter(std::move(batch)); };
      },
      [&](Scored&& scored) { return writer.write(std::move(scored)); });
  return bulk.finish();
}

void add_criteria(CLI::App& command, FilterOptions& options) {
  command.add_option("--max-probability", options.criteria.max_probability, "Most probability of machine translation")
      ->check(CLI::Range(0.0, 1.0))
      ->group("Criteria");
  command.add_option("--min-quality", options.criteria.min_quality, "Least quality, 0 to 100")
      ->check(CLI::Range(0.0, 100.0))
      ->group("Criteria");
  command.add_option("--keep-top", options.keep_top, "The best share of the scored articles by quality, 80% or 0.8")
      ->type_name("SHARE")
      ->check(check_share)
      ->group("Criteria");
  command.add_option("--undecided", options.undecided, "What to do with articles that cannot be decided")
      ->check(CLI::IsMember({"keep", "reject"}))
      ->capture_default_str()
      ->group("Criteria");
  command.add_option("--others", options.others, "And with records that hold no article by their kind (WARC requests)")
      ->check(CLI::IsMember({"keep", "reject"}))
      ->capture_default_str()
      ->group("Criteria");
}

}  // namespace

void add_filter(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<FilterOptions>();
  CLI::App& command = *app.add_subcommand("filter", "Pass on the records that are good enough, byte for byte");
  add_bulk_options(command, options->bulk, "Write what passes to FILE; - is standard output");
  add_resume_option(command, options->bulk);
  command.add_option("--rejected", options->rejected, "Write the records that do not pass to FILE, as they stood")
      ->type_name("FILE")
      ->group("Output");
  command.add_option("--reasons", options->reasons, "Write to FILE why, a line of JSON for each")
      ->type_name("FILE")
      ->group("Output");
  add_criteria(command, *options);
  add_model_options(command, options->model);
  command.footer(kFooter);
  command.callback([options, &command, &exit_code] {
    options->bulk.settings = settings_of(command);
    options->max_fpr_given = command.count("--max-fpr") > 0;
    exit_code = run(*options);
  });
}

}  // namespace calque
