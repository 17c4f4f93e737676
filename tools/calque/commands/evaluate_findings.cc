#include "commands/evaluate_findings.h"

#include "cli/exit_code.h"
#include "cli/expect.h"
#include "cli/model_path.h"
#include "commands/evaluate_files.h"
#include "commands/labelled_run.h"
#include "evaluate/checksum.h"
#include "evaluate/findings.h"
#include "labelled/lines.h"

namespace calque {
namespace {

evaluate::FindingsTally read_articles(const Analyzer& analyzer, LabelledRun& run) {
  using evaluate::FindingsTally;
  FindingsTally sum;
  run.run<FindingsTally>([&](const LabelledArticle& article, std::uint32_t, Tally&,
                             FindingsTally& tally) { tally_article(analyzer, article, tally); },
                         [&](const FindingsTally& tally) { sum += tally; });
  return sum;
}

void read_mucow(const Analyzer& analyzer, const std::string& file, evaluate::FindingsReport& report) {
  evaluate::InputFile& listed = report.mucow.emplace_back();
  listed.name = base_name(file);
  listed.checksum = evaluate::checksum_of(file);
  Lines lines(file);
  while (const auto line = lines.next()) {
    const bool is_read = evaluate::tally_mucow(analyzer, line->bytes, report.tally);
    ++(is_read ? listed.articles : listed.rejected);
  }
}

}  // namespace

int evaluate_findings(const FindingsOptions& options) {
  const Analyzer analyzer = value_or_throw(load_analyzer(options.model));
  LabelledRun run(find_labelled(options.inputs, options.output), options.threads, options.quiet);
  evaluate::FindingsReport report;
  report.tally = read_articles(analyzer, run);
  report.setup.inputs = run.inputs_read();
  for (const std::string& file : options.mucow) read_mucow(analyzer, file, report);
  report.setup.version = version();
  report.setup.model = analyzer.model();
  write_file(options.output, options.format == "json" ? evaluate::to_json(report) : evaluate::to_markdown(report));
  return kDone;
}

}  // namespace calque
