// Would the reader, the queues or the writer slow down many threads? Each thread sleeps for as long as scoring takes,
// so that a machine of few cores can run many threads. Reading, queueing and writing are the command's.
//
//   pipeline FEED.jsonl MEGABYTES_PER_SECOND     the speed of one thread, as `calque bench` measures it
#include <fmt/format.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <thread>

#include "bulk/batch.h"
#include "bulk/run_in_order.h"

namespace {

using namespace calque;

// Bytes of output for each byte of input; records without findings are shorter.
constexpr double kOutputShare = 0.2;

struct Slept {
  std::size_t bytes;
  std::string output;
};

Slept sleep_over(const Batch& batch, double bytes_per_second) {
  std::this_thread::sleep_for(std::chrono::duration<double>(static_cast<double>(batch.bytes) / bytes_per_second));
  return {batch.bytes, std::string(static_cast<std::size_t>(kOutputShare * static_cast<double>(batch.bytes)), 'x')};
}

double megabytes_per_second(const std::string& feed, double bytes_per_second, unsigned threads) {
  BatchReader reader({feed}, FeedFormat::kJsonl, {}, Selection{});
  std::FILE* const sink = std::fopen("/dev/null", "wb");
  std::size_t bytes = 0;
  const auto begin = std::chrono::steady_clock::now();
  const auto write = [&](const Slept& slept) {
    bytes += slept.bytes;
    return std::fwrite(slept.output.data(), 1, slept.output.size(), sink) == slept.output.size();
  };
  run_in_order([&] { return reader.next(); },
               [&] { return [&](Batch&& batch) { return sleep_over(batch, bytes_per_second); }; }, write, threads);
  const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - begin;
  std::fclose(sink);
  return static_cast<double>(bytes) / 1e6 / passed.count();
}

}  // namespace

int main(int argc, char** argv) {
  const double rate = argc == 3 ? std::atof(argv[2]) : 0;
  if (rate <= 0) return std::fputs("usage: pipeline FEED.jsonl MEGABYTES_PER_SECOND\n", stderr), 2;
  for (const unsigned threads : {1U, 2U, 4U, 8U, 16U, 32U, 64U}) {
    const double reached = megabytes_per_second(argv[1], rate * 1e6, threads);
    fmt::print("{:>3} threads: {:8.1f} MB/s, {:5.1f} % of as many times one\n", threads, reached,
               100 * reached / (rate * threads));
  }
  return 0;
}
