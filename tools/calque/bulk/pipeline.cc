#include "bulk/pipeline.h"

#include <condition_variable>
#include <deque>
#include <exception>
#include <map>
#include <mutex>
#include <thread>

namespace calque {
namespace {

constexpr std::size_t kBatchesPerWorker = 4;

class Pipeline {
 public:
  Pipeline(const Stages& stages, unsigned workers) : stages_(stages), workers_(workers) {}

  void run();

 private:
  void start_threads(std::vector<std::thread>& threads);
  template <class Stage>
  void guard(Stage stage);
  void stop();
  void read_all();
  void score_all();
  void write_all();
  bool wait_for_room();
  std::optional<Batch> take_batch();
  std::optional<Scored> take_scored();

  const Stages& stages_;
  const unsigned workers_;

  std::mutex mutex_;  // guards all that follows
  std::condition_variable room_, work_, ready_;
  std::deque<Batch> read_;
  std::map<std::uint64_t, Scored> scored_;
  std::uint64_t written_ = 0;     // also the number of the batch to be written next
  std::size_t on_the_way_ = 0;    // batches read and not yet written
  std::size_t bytes_on_way_ = 0;  // their input bytes
  bool at_end_ = false;
  bool stopped_ = false;
  std::exception_ptr failure_;
};

void Pipeline::stop() {
  stopped_ = true;
  room_.notify_all();
  work_.notify_all();
  ready_.notify_all();
}

template <class Stage>
void Pipeline::guard(Stage stage) {
  try {
    stage();
  } catch (...) {
    const std::lock_guard lock(mutex_);
    if (!failure_) failure_ = std::current_exception();
    stop();
  }
}

bool Pipeline::wait_for_room() {
  std::unique_lock lock(mutex_);
  room_.wait(lock, [this] {
    const bool room = on_the_way_ < workers_ * kBatchesPerWorker && bytes_on_way_ < kBytesOnTheWay;
    return stopped_ || on_the_way_ == 0 || room;
  });
  return !stopped_;
}

void Pipeline::read_all() {
  for (Batch batch; wait_for_room() && stages_.read(batch);) {
    const std::lock_guard lock(mutex_);
    ++on_the_way_;
    bytes_on_way_ += batch.bytes;
    read_.push_back(std::move(batch));
    work_.notify_one();
  }
  const std::lock_guard lock(mutex_);
  at_end_ = true;
  work_.notify_all();
  ready_.notify_all();
}

std::optional<Batch> Pipeline::take_batch() {
  std::unique_lock lock(mutex_);
  work_.wait(lock, [this] { return stopped_ || at_end_ || !read_.empty(); });
  if (stopped_ || read_.empty()) return std::nullopt;
  Batch batch = std::move(read_.front());
  read_.pop_front();
  return batch;
}

void Pipeline::score_all() {
  const auto score = stages_.worker();
  while (auto batch = take_batch()) {
    const std::uint64_t number = batch->number;
    Scored scored = score(std::move(*batch));
    const std::lock_guard lock(mutex_);
    scored_.emplace(number, std::move(scored));
    if (number == written_) ready_.notify_one();
  }
}

std::optional<Scored> Pipeline::take_scored() {
  std::unique_lock lock(mutex_);
  ready_.wait(lock, [this] { return stopped_ || scored_.count(written_) > 0 || (at_end_ && on_the_way_ == 0); });
  if (stopped_ || scored_.empty()) return std::nullopt;
  Scored scored = std::move(scored_.extract(written_++).mapped());
  --on_the_way_;
  bytes_on_way_ -= scored.tally.bytes;
  room_.notify_one();
  return scored;
}

void Pipeline::write_all() {
  while (auto scored = take_scored()) {
    if (stages_.write(std::move(*scored))) continue;
    const std::lock_guard lock(mutex_);
    stop();
    return;
  }
}

void Pipeline::start_threads(std::vector<std::thread>& threads) {
  threads.reserve(workers_ + 1);
  threads.emplace_back([this] { guard([this] { read_all(); }); });
  for (unsigned i = 0; i < workers_; ++i) threads.emplace_back([this] { guard([this] { score_all(); }); });
}

void Pipeline::run() {
  std::vector<std::thread> threads;
  guard([&] {
    start_threads(threads);
    write_all();
  });
  for (std::thread& thread : threads) thread.join();
  if (failure_) std::rethrow_exception(failure_);
}

}  // namespace

void run_pipeline(const Stages& stages, unsigned workers) {
  if (workers > 1) return Pipeline(stages, workers).run();
  const auto score = stages.worker();
  for (Batch batch; stages.read(batch);) {
    if (!stages.write(score(std::move(batch)))) return;
  }
}

}  // namespace calque
