// Model files may come from anywhere: a damaged one is refused with a reason, and nothing outside it is read.
#include "heads/fasttext_file.h"

#include <cstring>
#include <random>

#include "heads/heads.h"
#include "support/catch.h"
#include "support/fasttext_training.h"

namespace calque {
namespace {

std::string small_model(const testing::Scratch& scratch, bool quantised) {
  fasttext::Args args = testing::usual_arguments();
  args.bucket = 300;  // quantisation needs 256 rows
  args.dim = 4;
  args.qnorm = quantised;
  testing::train_fasttext(scratch, args, scratch.path("small"));
  return testing::read_file(scratch.path("small"));
}

TEST_CASE("A model file that is cut short, at any length, is refused") {
  const testing::Scratch scratch;
  for (const bool quantised : {false, true}) {
    const std::string good = small_model(scratch, quantised);
    for (std::size_t size = 0; size < good.size(); size += 1 + size / 200) {
      REQUIRE_FALSE(Heads::load_classifier(scratch.write("bad", good.substr(0, size)), "machine"));
    }
  }
}

TEST_CASE("A model file with changed bytes is refused or read, without harm") {
  const testing::Scratch scratch;
  std::mt19937 random(3);
  for (const bool quantised : {false, true}) {
    const std::string good = small_model(scratch, quantised);
    for (int i = 0; i < 1000; ++i) {
      std::string bad = good;
      for (int changes = 0; changes < 4; ++changes) {
        const std::size_t reach = random() % 2 == 0 ? std::min<std::size_t>(bad.size(), 120) : bad.size();
        bad[random() % reach] = static_cast<char>(random());
      }
      const auto heads = Heads::load_classifier(scratch.write("bad", bad), "machine");
      if (heads) CHECK(heads->names().size() == 1);
    }
  }
}

TEST_CASE("A refusal says what is wrong") {
  const testing::Scratch scratch;
  const auto reason = [&](const std::string& bytes) {
    return FasttextFile::open(scratch.write("bad", bytes)).error().message;
  };
  CHECK(reason("").find("not a fastText model") != std::string::npos);
  CHECK(reason("not a model, but long enough to be one").find("not a fastText model") != std::string::npos);
  std::string other_version = small_model(scratch, false);
  other_version[4] = 11;
  CHECK(reason(other_version).find("version other than 12") != std::string::npos);
}

TEST_CASE("A small pruned file cannot ask for gigabytes of buckets") {
  const testing::Scratch scratch;
  fasttext::Args args = testing::usual_arguments();
  args.qnorm = true;
  args.cutoff = 400;
  testing::train_fasttext(scratch, args, scratch.path("pruned"));
  std::string bytes = testing::read_file(scratch.path("pruned"));
  constexpr std::size_t kBucketAt = 8 + 8 * 4;  // magic and version, then eight numbers before it (args.cc)
  std::int32_t buckets = 0;
  std::memcpy(&buckets, &bytes[kBucketAt], sizeof buckets);
  REQUIRE(buckets == args.bucket);
  buckets = 2'000'000'000;
  std::memcpy(&bytes[kBucketAt], &buckets, sizeof buckets);
  const auto heads = Heads::load_classifier(scratch.write("huge", bytes), "machine");
  REQUIRE_FALSE(heads);
  CHECK(heads.error().message.find("buckets") != std::string::npos);
}

TEST_CASE("A label is found by name, with or without its prefix, or because it is a usual one") {
  const testing::Scratch scratch;
  small_model(scratch, false);
  CHECK(Heads::load_classifier(scratch.path("small"), "machine"));
  CHECK(Heads::load_classifier(scratch.path("small"), "__label__human"));
  CHECK(Heads::load_classifier(scratch.path("small"), ""));
  const auto wrong = Heads::load_classifier(scratch.path("small"), "robot");
  REQUIRE_FALSE(wrong);
  CHECK(wrong.error().message.find("--classifier-label") != std::string::npos);
}

}  // namespace
}  // namespace calque
