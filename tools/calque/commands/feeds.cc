#include "commands/feeds.h"

#include <memory>

#include "cli/bulk_run.h"
#include "cli/command.h"
#include "cli/model_path.h"
#include "cli/terminal.h"
#include "feeds/report.h"
#include "feeds/table.h"

namespace calque {
namespace {

constexpr const char* kFooter = R"(
Examples:
  calque feeds crawl.warc.gz                                           # hosts, as a table
  calque feeds --by file --format html -o feeds.html downloaded/       # each file is a feed
  calque feeds --by source --format csv articles.jsonl > ranking.csv   # by a field of the records
  calque feeds --period week --format json crawl/*.warc.gz | jq '.feeds[:10]'

--by: host (of the URL, else the field of that name), file, or the name of a JSONL field or CSV column. Articles
without it make one feed without a name.

machine is the share of the scored articles that are labelled machine at --max-fpr, with its 95 % interval. Good engines
often leave no trace, so it is a lower bound. A feed with k such articles of n has the share (a + k) / (a + b + n) and
the interval of Beta(a + k, b + n - k); a and b are estimated from all feeds (empirical Bayes, beta-binomial), so that
the share of a feed with few articles is close to that of the others. Feeds are sorted by the lower end of the interval,
so that the surest come first. An artifact's example is the first of the worst.

Exit codes: 0 done; 2 usage; 3 input or output; 4 model.)";

constexpr std::size_t kFeedsOnPage = 200;

struct FeedsOptions {
  BulkOptions bulk;
  ModelOptions model;
  std::string by = "host";
  std::string format = "table";
  std::string period = "month";
  std::size_t top = 0;  // 0: all, or kFeedsOnPage
};

feeds::By key_of(const std::string& by) {
  if (by == "host") return feeds::By::kHost;
  return by == "file" ? feeds::By::kFile : feeds::By::kField;
}

feeds::Period period_of(const std::string& word) {
  using feeds::Period;
  for (const Period period : {Period::kDay, Period::kWeek, Period::kYear}) {
    if (word == feeds::period_word(period)) return period;
  }
  return Period::kMonth;
}

struct MeasuredBatch {
  BatchReport report;
  std::vector<feeds::Facts> facts;  // of the articles
};

// Not to be shared between threads: it holds a parser.
class FeedWorker {
 public:
  FeedWorker(const Analyzer& analyzer, const FieldNames& fields, feeds::By by)
      : analyzer_(&analyzer), parser_(fields), by_(by) {}

  MeasuredBatch operator()(Batch&& batch) {
    MeasuredBatch measured{BatchReport(batch), {}};
    for_each_document(batch, parser_, measured.report, [&](const Document& document, const Record& record) {
      const Analysis analysis = analyzer_->analyze(document);
      measured.report.tally.count(analysis.verdict);
      measured.facts.push_back(facts_of(document, record.origin, analysis, by_));
    });
    return measured;
  }

 private:
  const Analyzer* analyzer_;
  RecordParser parser_;
  feeds::By by_;
};

std::string report(feeds::Ranking ranking, const Analyzer& analyzer, const FeedsOptions& options) {
  const feeds::About about{options.by, analyzer.model(), analyzer.threshold()};
  if (options.format == "html") return page_of(ranking, about, options.top > 0 ? options.top : kFeedsOnPage);
  if (options.top > 0 && options.top < ranking.feeds.size()) ranking.feeds.resize(options.top);
  if (options.format == "json") return json_of(ranking, about);
  if (options.format == "csv") return csv_of(ranking, about);
  TerminalOptions terminal = terminal_options("auto");
  if (options.bulk.output != "-") terminal.color = false;
  return table_of(ranking, about, terminal);
}

int run(FeedsOptions options) {
  const feeds::By by = key_of(options.by);
  if (by != feeds::By::kFile) options.bulk.feed.fields.group = options.by;
  BulkRun bulk(options.bulk);
  const auto analyzer = load_analyzer(options.model);
  if (!analyzer) {
    print_message(analyzer.error().message);
    return kModelFault;
  }
  if (!bulk.open()) return bulk.exit_code();
  feeds::Table table(period_of(options.period));
  bulk.run([&] { return FeedWorker(*analyzer, options.bulk.feed.fields, by); },
           [&](const MeasuredBatch& measured) {
             for (const feeds::Facts& facts : measured.facts) table.add(facts);
             return true;
           });
  bulk.write(report(table.rank(), *analyzer, options));
  return bulk.finish();
}

}  // namespace

void add_feeds(Program& program) {
  auto options = std::make_shared<FeedsOptions>();
  Command command = program.add("feeds", "Rank hosts, or the values of any field, by their machine-translated share");
  add_bulk_options(command, options->bulk, "Write the report to FILE; - is standard output");
  command.option("--by", options->by, "How to group articles into feeds: host, file, or a field")
      .value_name("FIELD")
      .show_default()
      .group("Output");
  command.option("--format", options->format, "table: for people; json: one object; csv; html: a self-contained page")
      .words({"table", "json", "csv", "html"})
      .show_default()
      .group("Output");
  command.option("--period", options->period, "The period of the trend")
      .words({"day", "week", "month", "year"})
      .show_default()
      .group("Output");
  command.option("--top", options->top, "Only the first N feeds; default: all, but 200 on a page")
      .value_name("N")
      .positive()
      .group("Output");
  add_model_options(command, options->model);
  command.footer(kFooter);
  command.on_run([options] { return run(*options); });
}

}  // namespace calque
