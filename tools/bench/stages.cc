#include "bench/stages.h"

#include <bit>
#include <chrono>
#include <stdexcept>

#include "bench/allocations.h"
#include "calque/feed.h"
#include "calque/report.h"

namespace calque::bench {
namespace {

constexpr std::size_t kWriteBytes = std::size_t{256} << 10;
constexpr std::size_t kReading = 0, kFirstStage = 1, kReport = 6, kWriting = 7;
static_assert(kFirstStage + kStages == kReport && kWriting + 1 == kParts.size());

// Books what has passed since the last call to one part.
class Meter {
 public:
  explicit Meter(StageTotals& totals) : totals_(totals) {}

  void book(std::size_t part) {
    const auto now = Clock::now();
    const std::uint64_t allocations = allocations_so_far();
    const std::chrono::duration<double> passed = now - last_;
    totals_.parts[part].seconds += passed.count();
    totals_.parts[part].allocations += allocations - last_allocations_;
    last_ = now;
    last_allocations_ = allocations;
  }
  // Leaves out what has passed since the last call.
  void skip() {
    last_ = Clock::now();
    last_allocations_ = allocations_so_far();
  }
  std::chrono::steady_clock::time_point last() const { return last_; }

 private:
  using Clock = std::chrono::steady_clock;
  StageTotals& totals_;
  Clock::time_point last_ = Clock::now();
  std::uint64_t last_allocations_ = allocations_so_far();
};

void add_article(std::size_t bytes, double seconds, StageTotals& totals) {
  totals.latencies.push_back(seconds);
  LengthTotals& bin = totals.lengths[(std::uint64_t{1} << std::bit_width(bytes)) - 1];
  ++bin.articles;
  bin.bytes += bytes;
  bin.seconds += seconds;
}

}  // namespace

void run_stages(const Analyzer& analyzer, const std::string& path, const std::function<void(std::string_view)>& write,
                StageTotals& totals) {
  const auto source = open_feed(path, FeedFormat::kJsonl);
  if (!source) throw std::runtime_error(source.error().message);
  RecordParser parser;
  std::string out;
  Meter meter(totals);
  const std::function<void(Stage)> after = [&](Stage stage) {
    meter.book(kFirstStage + static_cast<std::size_t>(stage));
  };
  while (true) {
    auto record = (*source)->next();
    if (!record) throw std::runtime_error(record.error().message);
    if (!*record) break;
    meter.book(kReading);
    const auto begin = meter.last();
    const auto document = parser.parse(**record);
    meter.book(kReading);
    if (!document) continue;
    {
      const Analysis analysis = analyzer.analyze(*document, after);
      meter.skip();
      append_json(*document, analysis, analyzer, {}, out);
    }
    meter.book(kReport);
    add_article(document->bytes.size(), std::chrono::duration<double>(meter.last() - begin).count(), totals);
    if (out.size() < kWriteBytes) continue;
    write(out);
    out.clear();
    meter.book(kWriting);
  }
  meter.skip();
  write(out);
  meter.book(kWriting);
}

}  // namespace calque::bench
