// From a file in any format to a verdict, and through filter to a file of the same format.
#include "command/run.h"
#include "support/catch.h"

using namespace calque;

namespace {

bool contains(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

std::string page(unsigned seed) {
  return "<html><head><title>Story " + std::to_string(seed) +
         " of the day</title></head><body><nav>Home</nav><article><p>" + test::article(seed, 120) + "</p><p>" +
         test::article(seed + 1, 120) + "</p></article></body></html>";
}

std::string warc(const std::string& type, const std::string& id, const std::string& content) {
  return "WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Record-ID: <urn:x:" + id +
         ">\r\nWARC-Target-URI: https://www.a.example/" + id +
         "\r\nContent-Type: application/http\r\nContent-Length: " + std::to_string(content.size()) + "\r\n\r\n" +
         content + "\r\n\r\n";
}

std::string response(unsigned seed) {
  return warc("response", std::to_string(seed), "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page(seed));
}

}  // namespace

TEST_CASE("convert shows what the readers see") {
  const test::Workplace work;
  work.write("page.html", page(1));
  const auto outcome = work.calque("convert page.html");
  REQUIRE(outcome.exit_code == 0);
  REQUIRE(outcome.lines().size() == 1);
  CHECK(contains(outcome.out,
                 "{\"id\":\"page.html\",\"url\":null,\"host\":null,\"date\":null,\"title\":\"Story 1 of the day\""));
  CHECK(!contains(outcome.out, "Home"));
  work.write("a.warc", warc("warcinfo", "0", "software: own") + response(5));
  CHECK(contains(work.calque("convert a.warc").out, "\"host\":\"a.example\""));
  CHECK(
      contains(work.calque("score page.html").out, "{\"id\":\"page.html\",\"title\":\"Story 1 of the day\",\"label\""));
}

TEST_CASE("What convert gives is scored like what it came from") {
  const test::Workplace work;
  work.write("a.warc", response(1) + response(2) + response(3));
  const auto direct = work.calque("score --findings a.warc");
  REQUIRE(direct.lines().size() == 3);
  CHECK(contains(direct.out, "\"basis\":\"scored\""));
  const auto converted = work.shell("$CALQUE convert a.warc | $CALQUE score --findings");
  CHECK(converted.out == direct.out);
}

TEST_CASE("explain passes over records that are not meant to hold an article") {
  const test::Workplace work;
  work.write("a.warc", warc("warcinfo", "0", "software: own") + response(1));
  CHECK(work.calque("explain a.warc").exit_code == 0);
  CHECK(work.calque("explain --line 2 a.warc").exit_code == 0);
  CHECK(work.calque("explain --line 1 a.warc").exit_code == 3);
}

TEST_CASE("filter makes a valid WARC of a WARC: the same records, less those that do not pass") {
  const test::Workplace work;
  const std::string info = warc("warcinfo", "0", "software: own");
  const std::string request = warc("request", "9", "GET / HTTP/1.1\r\n\r\n");
  work.write("a.warc", info + request + response(1) + response(2));
  CHECK(work.calque("filter --max-probability 1 a.warc").out == info + request + response(1) + response(2));
  CHECK(work.calque("filter --max-probability 0 --undecided reject a.warc --rejected no").out == info + request);
  CHECK(work.read("no") == response(1) + response(2));
  CHECK(work.calque("filter --max-probability 0 --others reject a.warc").out.empty());
  CHECK(work.shell("gzip -c a.warc | $CALQUE filter --max-probability 1").out ==
        info + request + response(1) + response(2));
}

TEST_CASE("filter keeps the frame of a feed") {
  const test::Workplace work;
  const std::string head = "<rss><channel><title>Own</title>\n";
  const std::string item = "<item><guid>g</guid><description>" + test::article(1, 100) + "</description></item>\n";
  work.write("feed.xml", head + item + "</channel></rss>\n");
  CHECK(work.calque("filter --max-probability 1 feed.xml").out == head + item + "</channel></rss>\n");
  CHECK(work.calque("filter --max-probability 0 feed.xml").out == head + "\n</channel></rss>\n");
}
