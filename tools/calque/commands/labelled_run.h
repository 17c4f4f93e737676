// Labelled articles read on several threads, in order. Lines without an article are reported and counted. Throws
// Failure if a file cannot be read to its end.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "bulk/batch_report.h"
#include "bulk/run_in_order.h"
#include "cli/messages.h"
#include "cli/progress.h"
#include "commands/evaluate_files.h"
#include "commands/labelled_feed.h"
#include "labelled/article.h"

namespace calque {

class LabelledRun {
 public:
  LabelledRun(LabelledInputs inputs, unsigned threads, bool quiet);

  // On any thread, use(article, file, tally, result) for each article of a batch: `file` is its place among the inputs,
  // `result` a Result for each batch. Then keep(result), in the order of the input, on this thread.
  template <class Result, class Use, class Keep>
  void run(Use use, Keep keep) {
    LabelledReader reader(inputs_.files);
    const auto make_worker = [&] {
      return [&, parser = LabelledParser()](Batch&& batch) mutable { return work<Result>(batch, parser, use); };
    };
    const auto write = [&](Worked<Result>&& worked) {
      account(worked.report, worked.files);
      keep(std::move(worked.result));
      return true;
    };
    run_in_order([&] { return reader.next(); }, make_worker, write, threads_);
    progress_.clear();
  }

  void print_summary();
  // The inputs, with what was read of each. Throws Failure where no article was.
  std::vector<evaluate::InputFile> inputs_read();

 private:
  template <class Result>
  struct Worked {
    BatchReport report;
    std::vector<std::uint32_t> files;  // of each article
    Result result;
  };

  template <class Result, class Use>
  Worked<Result> work(Batch& batch, LabelledParser& parser, Use& use) const {
    Worked<Result> worked{BatchReport(batch), {}, {}};
    for (Record& record : batch.records) {
      const auto article = parser.parse(record.bytes);
      if (article) {
        worked.files.push_back(inputs_.number_of(record.origin));
        use(*article, worked.files.back(), worked.report.tally, worked.result);
      } else {
        worked.report.reject({record.origin, article.error()}, record);
      }
    }
    return worked;
  }

  void account(const BatchReport& report, const std::vector<std::uint32_t>& files);

  LabelledInputs inputs_;
  unsigned threads_;
  RejectionReport rejections_;
  Tally tally_;
  ProgressLine progress_;
};

}  // namespace calque
