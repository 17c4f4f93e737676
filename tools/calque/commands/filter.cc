#include "commands/filter.h"

#include <algorithm>
#include <cmath>
#include <memory>

#include "cli/bulk_run.h"
#include "cli/command.h"
#include "cli/model_path.h"
#include "cli/selection_options.h"
#include "commands/filter_worker.h"

namespace calque {
namespace {

constexpr const char* kFooter = R"(
Examples:
  calque filter articles.jsonl > kept.jsonl
  calque filter --max-probability 0.5 --min-quality 60 --rejected out.jsonl --reasons why.jsonl crawl.jsonl.zst > kept.jsonl
  calque filter --keep-top 80% 'crawl/*.jsonl.gz' > kept.jsonl
  calque filter articles/ | tar -czf kept.tar.gz -T -          # of files with one article each, the names

Records that pass are written byte for byte, decompressed, in the order of the input; a CSV file keeps what is before
its rows. Objects of a JSON array and items of a JSON Feed are written as JSONL, UTF-16 as UTF-8.
Without criteria, articles called machine at --max-fpr do not pass. With --max-probability, --min-quality or --keep-top
only the given criteria count, and an article must meet all of them. Ties at --keep-top pass. Articles without a score
(too_short, other_language and so on) are undecided, and if the label counts, also those labelled undecided.
--keep-top reads its input twice. One run reads files of one format, and only one RSS feed.

--reasons has one line for each line of --rejected: id, url, at (FILE:LINE), offset, reason, label, basis, probability,
quality.

With --resume, the same command continues an earlier run that was stopped (see calque score --help).

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

// The first pass of --keep-top: the quality of every article. Errors are reported in the second pass.
std::vector<double> measure_quality(const BulkRun& bulk, const Analyzer& analyzer, const BulkOptions& options) {
  BatchReader reader(bulk.input_names(), options.feed.format(), options.feed.fields, options.selection, {},
                     options.feed.window);
  const auto make_worker = [&] {
    return [&, parser = RecordParser(options.feed.fields)](Batch&& batch) mutable {
      std::vector<double> qualities;
      BatchReport report(batch);
      for_each_document(batch, parser, report, [&](const Document& document, const Record&) {
        if (const auto quality = analyzer.analyze(document).verdict.quality) qualities.push_back(*quality);
      });
      return qualities;
    };
  };
  std::vector<double> all;
  const auto write = [&](std::vector<double>&& qualities) {
    all.insert(all.end(), qualities.begin(), qualities.end());
    return true;
  };
  run_in_order([&] { return reader.next(); }, make_worker, write, options.threads);
  return all;
}

// Writes the records that pass, and fails if they are not of one kind.
class FilterWriter {
 public:
  explicit FilterWriter(BulkRun& bulk) : bulk_(bulk) {}

  bool write(const FilteredBatch& filtered) {
    if (!filtered.kind.empty() && !is_of_one_kind(filtered)) return false;
    return bulk_.write(filtered.kept) && bulk_.write(filtered.rejected, kRejectedFile) &&
           bulk_.write(filtered.reasons, kReasonsFile);
  }

  static constexpr std::size_t kRejectedFile = 1;  // places among the outputs of a BulkRun
  static constexpr std::size_t kReasonsFile = 2;

 private:
  bool is_of_one_kind(const FilteredBatch& filtered) {
    if (bulk_.note().empty()) {
      bulk_.set_note(filtered.kind);
      if (!filtered.header) return true;
      const FileHeader& head = *filtered.header;
      const std::string header = head.before + head.row + (head.ending.empty() ? "\n" : head.ending);
      return bulk_.write(header) && bulk_.write(header, kRejectedFile);
    }
    if (bulk_.note() == filtered.kind) return true;
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

FilterCriteria criteria_of(const FilterOptions& options) {
  FilterCriteria criteria = options.criteria;
  criteria.keep_undecided = options.undecided == "keep";
  criteria.keep_others = options.others == "keep";
  criteria.by_label =
      options.max_fpr_given || (!criteria.max_probability && !criteria.min_quality && options.keep_top.empty());
  return criteria;
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
  FilterCriteria criteria = criteria_of(options);
  if (const auto share = read_share(options.keep_top)) {
    std::vector<double> qualities = measure_quality(bulk, *analyzer, options.bulk);
    const auto least = quality_at(qualities, *share);
    if (least) criteria.min_quality = std::max(*least, criteria.min_quality.value_or(*least));
  }
  FilterWriter writer(bulk);
  bulk.run([&] { return FilterWorker(*analyzer, options.bulk.feed.fields, criteria); },
           [&](const FilteredBatch& filtered) { return writer.write(filtered); });
  return bulk.finish();
}

void add_criteria(Command& command, FilterOptions& options) {
  command
      .option("--max-probability", options.criteria.max_probability,
              "Highest probability of machine translation that passes")
      .range(0.0, 1.0)
      .group("Criteria");
  command.option("--min-quality", options.criteria.min_quality, "Lowest quality that passes, 0 to 100")
      .range(0.0, 100.0)
      .group("Criteria");
  command.option("--keep-top", options.keep_top, "The best share of the scored articles by quality, 80% or 0.8")
      .value_name("SHARE")
      .check(check_share)
      .group("Criteria");
  command.option("--undecided", options.undecided, "Keep or reject undecided articles")
      .words({"keep", "reject"})
      .show_default()
      .group("Criteria");
  command
      .option("--others", options.others, "Keep or reject records that are no articles by their kind (WARC requests)")
      .words({"keep", "reject"})
      .show_default()
      .group("Criteria");
}

}  // namespace

void add_filter(Program& program) {
  auto options = std::make_shared<FilterOptions>();
  Command command = program.add("filter", "Pass on the records that are good enough, byte for byte");
  add_bulk_options(command, options->bulk, "Write what passes to FILE; - is standard output");
  add_resume_option(command, options->bulk);
  command.option("--rejected", options->rejected, "Write the records that do not pass to FILE, unchanged")
      .value_name("FILE")
      .group("Output");
  command.option("--reasons", options->reasons, "Write the reasons to FILE, one line of JSON for each rejected record")
      .value_name("FILE")
      .group("Output");
  add_criteria(command, *options);
  add_model_options(command, options->model);
  command.footer(kFooter);
  command.on_run([options, command] {
    options->bulk.settings = settings_of(command);
    options->max_fpr_given = command.is_given("--max-fpr");
    return run(*options);
  });
}

}  // namespace calque
