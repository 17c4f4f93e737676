#include "commands/evaluate_findings.h"

#include <unistd.h>

#include <deque>
#include <memory>
#include <mutex>

#include "bulk/pipeline.h"
#include "cli/exit_code.h"
#include "cli/expect.h"
#include "cli/messages.h"
#include "cli/model_path.h"
#include "cli/terminal.h"
#include "commands/evaluate_files.h"
#include "commands/labelled_feed.h"
#include "evaluate/checksum.h"
#include "evaluate/findings.h"
#include "labelled/lines.h"

namespace calque {
namespace {

// What one thread has counted. Sums do not depend on which thread took which article.
struct ThreadTally {
  evaluate::FindingsTally findings;
  std::vector<std::size_t> articles;  // by file
};

class FindingsRun {
 public:
  explicit FindingsRun(const FindingsOptions& options)
      : options_(options),
        analyzer_(value_or_throw(load_analyzer(options.model))),
        inputs_(find_labelled(options.inputs, options.output)),
        progress_(!options.quiet && is_terminal(STDERR_FILENO)) {}

  evaluate::FindingsReport run() {
    read_articles();
    for (const std::string& file : options_.mucow) read_mucow(file);
    report_.setup.version = version();
    report_.setup.model = analyzer_.model();
    report_.setup.inputs = inputs_.listed;
    return std::move(report_);
  }

 private:
  void read_articles();
  void read_mucow(const std::string& file);
  ThreadTally& add_thread();
  Scored score(const Batch& batch, LabelledParser& parser, ThreadTally& tally) const;
  void keep(const Scored& scored);
  void sum_up();

  const FindingsOptions& options_;
  Analyzer analyzer_;
  LabelledInputs inputs_;
  evaluate::FindingsReport report_;
  RejectionReport rejections_;
  Tally tally_;
  ProgressLine progress_;
  std::mutex mutex_;                 // guards the next
  std::deque<ThreadTally> counted_;  // by thread
};

ThreadTally& FindingsRun::add_thread() {
  const std::lock_guard lock(mutex_);
  counted_.emplace_back().articles.resize(inputs_.files.size());
  return counted_.back();
}

// On any thread.
Scored FindingsRun::score(const Batch& batch, LabelledParser& parser, ThreadTally& tally) const {
  Scored scored;
  scored.error = batch.error;
  scored.tally.bytes = batch.bytes;
  for (const Record& record : batch.records) {
    const auto article = parser.parse(record.bytes);
    if (!article) {
      ++scored.tally.rejected;
      scored.rejected.push_back({{record.origin, article.error()}, {}});
      continue;
    }
    ++tally.articles[inputs_.number_of(record.origin)];
    evaluate::tally_article(analyzer_, *article, tally.findings);
  }
  return scored;
}

// In the order of the input.
void FindingsRun::keep(const Scored& scored) {
  if (scored.error) throw *scored.error;
  if (!scored.rejected.empty()) progress_.clear();
  for (const RejectedRecord& record : scored.rejected) {
    ++inputs_.listed[inputs_.number_of(record.rejected.origin)].rejected;
    rejections_.add(record.rejected);
  }
  tally_ += scored.tally;
  progress_.update(tally_);
}

void FindingsRun::sum_up() {
  std::size_t articles = 0;
  for (const ThreadTally& tally : counted_) {
    report_.tally += tally.findings;
    for (std::size_t file = 0; file < tally.articles.size(); ++file) {
      inputs_.listed[file].articles += tally.articles[file];
      articles += tally.articles[file];
    }
  }
  if (articles == 0) throw Error{ErrorKind::kInput, "no labelled article in the inputs: see calque evaluate --help"};
}

void FindingsRun::read_articles() {
  LabelledReader reader(inputs_.files);
  run_pipeline({[&](Batch& batch) { return reader.next(batch); },
                [&] {
                  auto parser = std::make_shared<LabelledParser>();
                  ThreadTally& tally = add_thread();
                  return [&, parser](Batch&& batch) { return score(batch, *parser, tally); };
                },
                [&](Scored&& scored) {
                  keep(scored);
                  return true;
                }},
               options_.threads);
  progress_.clear();
  sum_up();
}

void FindingsRun::read_mucow(const std::string& file) {
  evaluate::InputFile& listed = report_.mucow.emplace_back();
  listed.name = base_name(file);
  listed.checksum = evaluate::checksum_of(file);
  Lines lines(file);
  while (const auto line = lines.next()) {
    const bool is_read = evaluate::tally_mucow(analyzer_, line->bytes, report_.tally);
    ++(is_read ? listed.articles : listed.rejected);
  }
}

}  // namespace

int evaluate_findings(const FindingsOptions& options) {
  const evaluate::FindingsReport report = FindingsRun(options).run();
  write_file(options.output, options.format == "json" ? evaluate::to_json(report) : evaluate::to_markdown(report));
  return kDone;
}

}  // namespace calque
