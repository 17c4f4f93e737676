// Feeds cut into batches: files in order, one format and one header to a batch, and a place to go on from.
#include "bulk/batch.h"

#include <string>
#include <vector>

#include "bulk/batch_report.h"
#include "support/catch.h"
#include "support/scratch.h"

using namespace calque;

namespace {

// The ids of a batch's articles, or "!" and the error that ended its file.
std::string shown(Batch& batch) {
  RecordParser parser{FieldNames{}};
  BatchReport report(batch);
  std::string ids;
  for_each_document(batch, parser, report, [&](const Document& document, const Record&) { ids += document.id + " "; });
  for (const RejectedRecord& rejected : report.rejected) ids += "(" + rejected.bytes + ") ";
  return report.error ? ids + "!" : ids;
}

std::vector<std::string> shown(BatchReader& reader) {
  std::vector<std::string> batches;
  while (auto batch = reader.next()) batches.push_back(shown(*batch));
  return batches;
}

std::string line(const std::string& id) { return R"({"id":")" + id + R"(","text":"A line."})" + "\n"; }

using Batches = std::vector<std::string>;

}  // namespace

TEST_CASE("Small files of one format share a batch, and each CSV file has its own, with its header") {
  const testing::Scratch folder;
  folder.write("one.jsonl", line("a") + line("b"));
  folder.write("two.jsonl", line("c"));
  folder.write("one.csv", "id,text\nd,A line.\n");
  folder.write("two.csv", "text,id\nA line.,e\n");
  BatchReader reader(
      {folder.path("one.jsonl"), folder.path("two.jsonl"), folder.path("one.csv"), folder.path("two.csv")},
      FeedFormat::kAuto, {}, Selection{});
  CHECK(shown(reader) == Batches{"a b c ", "d ", "e "});
  CHECK(reader.is_at_end());
}

TEST_CASE("A batch is full with so many records, and a broken one counts among them") {
  const testing::Scratch folder;
  std::string feed = "{\n";
  for (std::size_t i = 1; i < kBatchRecords; ++i) feed += line("x");
  folder.write("feed.jsonl", feed + line("next"));
  BatchReader reader({folder.path("feed.jsonl")}, FeedFormat::kJsonl, {}, Selection{});
  const Batches batches = shown(reader);
  REQUIRE(batches.size() == 2);
  CHECK(batches[0].ends_with("x ({) "));
  CHECK(batches[1] == "next ");
}

TEST_CASE("A file that cannot be read gives an error in its place, and the next is read") {
  const testing::Scratch folder;
  folder.write("one.jsonl", line("a"));
  folder.write("two.jsonl", line("b"));
  BatchReader reader({folder.path("one.jsonl"), folder.path("missing.jsonl"), folder.path("two.jsonl")},
                     FeedFormat::kAuto, {}, Selection{});
  CHECK(shown(reader) == Batches{"a !", "b "});
}

TEST_CASE("Reading goes on behind a batch from where it ended") {
  const testing::Scratch folder;
  std::string feed;
  for (std::size_t i = 0; i < kBatchRecords + 5; ++i) feed += line(std::to_string(i));
  folder.write("feed.jsonl", feed);
  const std::vector<std::string> files = {folder.path("feed.jsonl")};
  BatchReader whole(files, FeedFormat::kAuto, {}, Selection{});
  const auto first = whole.next();
  REQUIRE(first);
  BatchReader rest(files, FeedFormat::kAuto, {}, Selection{}, first->end);
  CHECK(shown(rest) == shown(whole));
}
