// ARC, the format before WARC.
#include "feed/arc.h"

#include "feed/files.h"

namespace calque {
namespace {

std::string record(const std::string& url, const std::string& type, const std::string& content, long extra = 0) {
  return url + " 192.0.2.1 20050614070144 " + type + " " + std::to_string(static_cast<long>(content.size()) + extra) +
         "\n" + content + "\n";
}

std::string page(const std::string& url, const std::string& body, long extra = 0) {
  return record(url, "text/html", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + body, extra);
}

const std::string kHead = record("filedesc://a.arc", "text/plain", "1 0 InternetArchive\nURL IP-address ...\n");

// "URL: BODY", "-" for what is not meant to be an article, "!" for what is broken.
std::vector<std::string> outcomes(const std::string& bytes) {
  const TempFile file(bytes);
  RecordParser parser;
  std::vector<std::string> result;
  for (const Record& each : read_all(file.path(), FeedFormat::kAuto)) {
    REQUIRE(each.format == FeedFormat::kWarc);
    const auto document = parser.parse(each);
    if (document) result.push_back(document->url + ": " + document->bytes);
    if (!document) result.push_back(document.error().is_broken ? "!" : "-");
  }
  return result;
}

TEST_CASE("Pages and texts of an ARC file are articles, with their address and date") {
  const std::string bytes =
      kHead + page("http://a.example/1", "<p>Rain.</p>") + record("http://a.example/2 x", "text/plain", "Snow.") +
      record("dns:a.example", "text/dns", "x") + record("http://a.example/3", "image/gif", "GIF89a");
  CHECK(outcomes(bytes) ==
        std::vector<std::string>{"-", "http://a.example/1: <p>Rain.</p>", "http://a.example/2 x: Snow.", "-", "-"});
  const TempFile file(bytes);
  const auto records = read_all(file.path(), FeedFormat::kWarc);
  CHECK(RecordParser().parse(records.at(1))->date == "2005-06-14T07:01:44Z");
  CHECK(RecordParser().parse(records.at(1))->id == file.path() + ":2");
  std::string again;
  for (const Record& each : records) again += each.bytes + each.ending;
  CHECK(again == bytes);
}

TEST_CASE("A wrong length in ARC costs its own record only") {
  for (const long extra : {-9L, -2L, 3L, 60L, 100'000L}) {
    CAPTURE(extra);
    const auto found = outcomes(kHead + page("http://a.example/1", "One.") +
                                page("http://a.example/2", "Two, of some length.", extra) +
                                page("http://a.example/3", "Three.") + page("http://a.example/4", "Four."));
    REQUIRE(found.size() == 5);
    CHECK(found[2] == "!");
    CHECK(found[3] == "http://a.example/3: Three.");
    CHECK(found[4] == "http://a.example/4: Four.");
  }
}

TEST_CASE("A record's first line is known by its date and length") {
  CHECK(arc_length("http://a.example/ 192.0.2.1 20050614070144 text/html 12") == 12);
  CHECK(arc_length("http://a.example/a b 192.0.2.1 20050614070144 text/html 12") == 12);
  CHECK(arc_length("http://a.example/ 192.0.2.1 20050614070144 text/html 200 - - 0 a.arc 12") == 12);
  CHECK_FALSE(arc_length("He said http://a.example/ was down for 12"));
  CHECK_FALSE(arc_length(""));
}

}  // namespace
}  // namespace calque
