// The format that a file is read as. A shard is never read as a single article without a warning.
#include "feed/files.h"
#include "feed/not_text.h"
#include "feed/suffix.h"
#include "support/scratch.h"

namespace calque {
namespace {

using namespace std::string_literals;

struct Recognised {
  FeedFormat format = FeedFormat::kAuto;
  std::string doubt;
  std::string error;
};

Recognised recognise(const std::string& bytes, const std::string& name = "feed") {
  const testing::Scratch scratch;
  auto source = open_feed(scratch.write(name, bytes), FeedFormat::kAuto);
  if (!source) return {FeedFormat::kAuto, {}, source.error().message};
  return {(*source)->format(), (*source)->doubt, {}};
}

FeedFormat format_of(const std::string& bytes, const std::string& name = "feed") {
  return recognise(bytes, name).format;
}

const std::string kStory = "The council voted late on Tuesday.\n\nNobody was surprised, said one of those who came.\n";

TEST_CASE("What is no text is refused by name") {
  const auto refusal = [](const std::string& bytes) {
    const std::string error = recognise(bytes).error;
    const std::size_t at = error.find(": it is ");
    return at == std::string::npos ? error : error.substr(at + 8);
  };
  CHECK(refusal("PK\x03\x04\x14\0\0\0"s).starts_with("a zip archive"));
  CHECK(refusal("%PDF-1.7\n%\xE2\xE3") == "a PDF document");
  CHECK(refusal("PAR1\x15\x04") == "a Parquet table");
  CHECK(refusal("\x89PNG\r\n\x1A\n\0\0"s) == "a PNG picture");
  CHECK(refusal("\xFF\xD8\xFF\xE0\0\x10JFIF"s) == "a JPEG picture");
  CHECK(refusal("\x7F"
                "ELF\x02\x01\x01\0\0\0"s) == "a program");
  CHECK(refusal("SQLite format 3\0"s) == "an SQLite database");
  CHECK(refusal("{\\rtf1\\ansi Rain.}") == "an RTF document");
  CHECK(refusal("a.txt"s + std::string(252, '\0') + "ustar\0"s + std::string(200, '\0')) == "a tar archive");
  CHECK(refusal("x\x01\x02\x03\x04\x05\x06\x07\x01\x02"s) == "binary data, no text");
}

TEST_CASE("Words that programs and pictures begin with are words before text") {
  for (const std::string word :
       {"BM won the race.", "MZ is a brand.", "ID3 tags hold titles.", "RIFFs and solos.", "II* or not"}) {
    CHECK(format_of(word + "\n" + kStory) == FeedFormat::kText);
  }
}

TEST_CASE("Text that looks like a record format is text with a doubt") {
  CHECK(recognise(kStory).doubt.empty());
  CHECK_FALSE(recognise("<?xml version=\"1.0\"?>\n<urlset><url><loc>x</loc></url></urlset>").doubt.empty());
  CHECK_FALSE(recognise("1\ta b\tb\n2\tc d\td\n3\te f\tf\n4\tg h\th\n").doubt.empty());
  CHECK_FALSE(recognise("1\tIt rained.\n2\tIt snowed.\n3\tIt hailed.\n4\tIt thawed.\n").doubt.empty());
  CHECK_FALSE(recognise("1,\"It rained, he said.\"\n2,\"It snowed.\n\nIt thawed.\"\n").doubt.empty());
  CHECK(recognise("\"No,\" he said.\n\"Yes,\" she said.\nThey left, both of them.\n").doubt.empty());
  CHECK_FALSE(recognise(kStory, "feed.json").doubt.empty());
  CHECK_FALSE(recognise(kStory + kStory + "{\"text\":\"x\"}\n" + kStory).doubt.empty());
  CHECK_FALSE(recognise("HTTP/1.1 200 OK\r\nServer: x\r\n\r\nHello").doubt.empty());
}

TEST_CASE("The name counts where the content leaves a doubt") {
  CHECK(format_of(kStory, "feed.jsonl") == FeedFormat::kJsonl);
  CHECK(format_of("log\nlog\nlog\n{\"text\":\"x\"}\n", "feed.json") == FeedFormat::kJsonl);
  CHECK(format_of("text\nRain fell.\n", "feed.csv") == FeedFormat::kCsv);
  CHECK(format_of("text\nRain fell.\n") == FeedFormat::kText);
  CHECK(format_of("Rain <em>fell</em>.\n", "feed.html") == FeedFormat::kHtml);
  CHECK(format_of("Rain <em>fell</em>.\n") == FeedFormat::kText);
  CHECK(suffix_of("crawl.d/part-1.JSONL.gz") == "jsonl");
  CHECK(suffix_of("crawl.d/part-1.gz").empty());
  CHECK(suffix_of("crawl.d/.jsonl").empty());
}

TEST_CASE("A piece of HTML is HTML, and angle brackets in a story are not") {
  for (const std::string html :
       {"<p>Rain.</p>", "<div class=\"x\"><p>Rain.</p></div>", "<h1>Rain</h1>\n<p>fell.",
        "<!-- x -->\n<article>Rain.</article>", "<br />\nWarning\n<!DOCTYPE html><html></html>"}) {
    CAPTURE(html);
    CHECK(format_of(html) == FeedFormat::kHtml);
  }
  CHECK(format_of("<Reuters> - A story.") == FeedFormat::kText);
  CHECK(format_of("<3 said the note.") == FeedFormat::kText);
  CHECK(format_of("She typed <html> and waited.") == FeedFormat::kText);
}

TEST_CASE("Feeds may have any prefix, and WARC any version") {
  CHECK(format_of("<atom:feed xmlns:atom=\"http://www.w3.org/2005/Atom\"/>") == FeedFormat::kRss);
  CHECK(format_of("Notice: x\n<?xml version=\"1.0\"?><rss></rss>") == FeedFormat::kRss);
  CHECK(format_of("WARC/0.18\r\n") == FeedFormat::kWarc);
  CHECK(format_of("filedesc://x.arc 0.0.0.0 20050614070144 text/plain 1\n") == FeedFormat::kWarc);
}

TEST_CASE("The format of a first line that is whole is known before there is more") {
  const Pipe pipe("{\"text\":\"x\"}\n", 1);
  auto source = open_feed(pipe.path(), FeedFormat::kAuto);
  REQUIRE(source);
  CHECK((*source)->format() == FeedFormat::kJsonl);
}

}  // namespace
}  // namespace calque
