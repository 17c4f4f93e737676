// WARC as crawlers write it, intact or damaged.
#include "feed/warc.h"

#include "feed/compressing.h"
#include "feed/decompressor.h"
#include "feed/files.h"

namespace calque {
namespace {

std::string warc_record(const std::string& type, const std::string& uri, const std::string& content_type,
                        const std::string& content, long extra_length = 0) {
  return "WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Target-URI: " + uri + "\r\nWARC-Date: 2026-03-05T06:07:08Z\r\n" +
         "WARC-Record-ID: <urn:uuid:" + uri.substr(uri.size() - 1) + ">\r\nContent-Type: " + content_type +
         "\r\nContent-Length: " + std::to_string(static_cast<long>(content.size()) + extra_length) + "\r\n\r\n" +
         content + "\r\n\r\n";
}

std::string response(const std::string& uri, const std::string& body, const std::string& headers = "", long extra = 0) {
  return warc_record("response", uri, "application/http; msgtype=response",
                     "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=ISO-8859-1\r\n" + headers + "\r\n" + body,
                     extra);
}

std::string info() {
  return warc_record("warcinfo", "http://a.example/0", "application/warc-fields", "software: own\r\n");
}

// "ID: BODY" of a document, "-" of a record without one, "! REASON" of a broken one.
std::vector<std::string> outcomes(const std::string& bytes, const FeedSizes& sizes = {}) {
  const TempFile file(bytes);
  RecordParser parser;
  std::vector<std::string> result;
  auto source = open_source(file.path(), FeedFormat::kWarc, FieldNames{}, sizes);
  REQUIRE(source);
  for (;;) {
    const auto record = (*source)->next();
    if (!record) result.push_back("error");
    if (!record || !*record) return result;
    const auto document = parser.parse(**record);
    if (document) {
      result.push_back(document->id.substr(document->id.size() - 1) + ": " + document->bytes);
    } else {
      result.push_back(document.error().is_broken ? "! " + document.error().reason : "-");
    }
  }
}

const std::string kBadLength = "! Content-Length does not lead to the end of the WARC record";

TEST_CASE("A response is a page with its address, date, host and charset") {
  const TempFile file(response("http://www.A.example:80/1", "<p>Rain.</p>"));
  const auto records = read_all(file.path(), FeedFormat::kAuto);
  REQUIRE(records.size() == 1);
  CHECK(records[0].bytes + records[0].ending == response("http://www.A.example:80/1", "<p>Rain.</p>"));
  const auto document = RecordParser().parse(records[0]);
  REQUIRE(document);
  CHECK(document->url == "http://www.A.example:80/1");
  CHECK(document->host == "a.example");
  CHECK(document->date == "2026-03-05T06:07:08Z");
  CHECK(document->id == "urn:uuid:1");
  CHECK(document->charset == "iso-8859-1");
  CHECK(document->markup == Markup::kPage);
  CHECK(document->bytes == "<p>Rain.</p>");
}

TEST_CASE("Conversions are text, and what holds no article is passed over") {
  CHECK(outcomes(info() + warc_record("conversion", "http://a.example/1", "text/plain", "Rain.\n") +
                 warc_record("request", "http://a.example/2", "application/http; msgtype=request",
                             "GET / HTTP/1.1\r\n\r\n") +
                 warc_record("response", "http://a.example/3", "application/http",
                             "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\nNo.") +
                 warc_record("response", "http://a.example/4", "application/http",
                             "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nPNG") +
                 warc_record("resource", "metadata://gnu.org/software/wget/warc/wget.log", "text/plain", "Saved.")) ==
        std::vector<std::string>{"-", "1: Rain.\n", "-", "-", "-", "-"});
}

TEST_CASE("Bodies come out of their chunks and their compression, also where a crawler has done so already") {
  const std::string page = "<p>Rain fell.</p>";
  const std::string chunked = "5;x=y\r\n<p>Ra\r\nc\r\nin fell.</p>\r\n0\r\n\r\n";
  const std::string packed = gzip(page);
  const auto body = [&](const std::string& bytes, const std::string& headers) {
    return outcomes(response("http://a.example/1", bytes, headers));
  };
  const std::vector<std::string> expected = {"1: " + page};
  CHECK(body(chunked, "Transfer-Encoding: chunked\r\n") == expected);
  CHECK(body(packed, "Content-Encoding: gzip\r\n") == expected);
  CHECK(body(gzip(page.substr(0, 5)) + gzip(page.substr(5)), "Content-Encoding: gzip\r\n") == expected);
  CHECK(body(zstd(page), "content-encoding: ZSTD\r\n") == expected);
  CHECK(body(page, "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n") == expected);
  CHECK(body(page, "Content-Encoding: br\r\n") == expected);
  CHECK(body("11\r\n" + page + "\r\n0\r\n\r\n", "Transfer-Encoding: chunked\r\n") == expected);
  CHECK(body(gzip(packed), "Content-Encoding: gzip, gzip\r\n") == expected);
  CHECK(body("9\r\n" + packed.substr(0, 9) + "\r\nff\r\n" + packed.substr(9), "Transfer-Encoding: gzip, chunked\r\n") ==
        expected);
  CHECK(body(brotli(page), "Content-Encoding: br\r\n") == expected);
  CHECK(body("Rain fell.", "Content-Encoding: br\r\n") == std::vector<std::string>{"1: Rain fell."});
  CHECK(body("\xBF\x3A\xFB\x12\xBC\x5F\x01\x02\x03\x04", "Content-Encoding: br\r\n") ==
        std::vector<std::string>{"! its body cannot be unpacked"});
}

TEST_CASE("A body that breaks off is used as far as it goes, and says so") {
  std::string page = "<p>";
  for (int i = 0; i < 30000; ++i) page += std::to_string(i * i) + " drops fell. ";
  for (const std::string& packed : {gzip(page), zstd(page), brotli(page)}) {
    const std::string encoding = compression_of(packed) == Compression::kNone ? "br" : "gzip";
    const TempFile file(
        response("http://a.example/1", packed.substr(0, packed.size() / 2), "Content-Encoding: " + encoding + "\r\n"));
    const auto document = RecordParser().parse(read_all(file.path(), FeedFormat::kWarc).at(0));
    REQUIRE(document);
    CHECK(document->is_cut);
    CHECK(document->bytes.size() > 100);
    CHECK(page.starts_with(document->bytes));
  }
  const TempFile whole(response("http://a.example/1", gzip(page) + "rubbish", "Content-Encoding: gzip\r\n"));
  const auto document = RecordParser().parse(read_all(whole.path(), FeedFormat::kWarc).at(0));
  REQUIRE(document);
  CHECK_FALSE(document->is_cut);
  CHECK(document->bytes == page);
}

TEST_CASE("Without a Content-Type the body tells, and with status 203 it is a page, too") {
  const auto told = [](const std::string& status, const std::string& headers, const std::string& body) {
    return outcomes(warc_record("response", "http://a.example/1", "application/http; msgtype=response",
                                "HTTP/1.1 " + status + "\r\n" + headers + "\r\n" + body));
  };
  const std::vector<std::string> page = {"1: <p>Rain.</p>"};
  CHECK(told("200 OK", "", "<p>Rain.</p>") == page);
  CHECK(told("200 OK", "Content-Type:\r\n", "<p>Rain.</p>") == page);
  CHECK(told("200 OK", "Content-Type: application/octet-stream\r\n", "<p>Rain.</p>") == page);
  CHECK(told("203 Changed", "Content-Type: text/html\r\n", "<p>Rain.</p>") == page);
  CHECK(told("200", "", "Rain fell.") == std::vector<std::string>{"1: Rain fell."});
  CHECK(told("200 OK", "", std::string("\x89PNG\r\n\x1A\n\0\0", 10)) == std::vector<std::string>{"-"});
  CHECK(told("200 OK", "", "{\"a\":1}") == std::vector<std::string>{"-"});
  CHECK(told("200 OK", "", "<rss><channel></channel></rss>") == std::vector<std::string>{"-"});
  CHECK(told("206 Partial", "Content-Type: text/html\r\n", "<p>Rain.</p>") == std::vector<std::string>{"-"});
}

TEST_CASE("The drafts before WARC 1.0 are read, with any line ends") {
  std::string bytes = response("http://a.example/1", "One.") + response("http://a.example/2", "Two.", "", 500) +
                      response("http://a.example/3", "Three.");
  for (const std::string version : {"0.17", "0.18", "1.1"}) {
    std::string old = bytes;
    for (std::size_t at = old.find("WARC/1.0"); at != std::string::npos; at = old.find("WARC/1.0", at)) {
      old.replace(at + 5, 3, version);
    }
    CHECK(outcomes(old) == std::vector<std::string>{"1: One.", kBadLength, "3: Three."});
  }
}

TEST_CASE("A body that unpacks to more than any page has is rejected") {
  const std::string bomb = gzip(std::string(65 << 20, ' '));
  CHECK(outcomes(response("http://a.example/1", bomb, "Content-Encoding: gzip\r\n")) ==
        std::vector<std::string>{"! its body unpacks to more than 64 MiB"});
}

TEST_CASE("A wrong length costs its own record only") {
  const std::string one = response("http://a.example/1", "One.");
  const std::string three = response("http://a.example/3", "Three.");
  const std::string four = response("http://a.example/4", "Four.");
  for (const long extra : {-40L, -3L, -1L, 5L, 8L, 30L, 300L, 600L, 100000L}) {
    const std::string two = response("http://a.example/2", "Two, a body of some length that can be cut.", "", extra);
    for (const std::size_t buffer : {16, 1 << 20}) {
      CAPTURE(extra);
      const auto found = outcomes(one + two + three + four, {buffer});
      CHECK(found == std::vector<std::string>{"1: One.", kBadLength, "3: Three.", "4: Four."});
    }
  }
}

TEST_CASE("Wrong lengths in a row cost a record each, also where the first has swallowed the second") {
  const std::string bytes = response("http://a.example/1", "One.", "", 900) +
                            response("http://a.example/2", "Two.", "", 900) + response("http://a.example/3", "Three.") +
                            response("http://a.example/4", "Four.");
  CHECK(outcomes(bytes) == std::vector<std::string>{kBadLength, kBadLength, "3: Three.", "4: Four."});
}

TEST_CASE("If the file is damaged just after a record, the record is whole and the damage is an error") {
  const std::string one = response("http://a.example/1", "One.");
  const std::string packed = gzip(one.substr(0, one.size() - 4));
  CHECK(outcomes(packed + "\x1F\x8B\x08" + std::string(40, '\xFF')) == std::vector<std::string>{"1: One.", "error"});
}

TEST_CASE("A length that counts the line ends behind a record is forgiven") {
  const std::string two = response("http://a.example/2", "Two.", "", 4);
  CHECK(outcomes(two + response("http://a.example/3", "Three.")) ==
        std::vector<std::string>{"2: Two.\r\n\r\n", "3: Three."});
}

TEST_CASE("Headers without a length, junk and blank lines do not lose other records") {
  const std::string one = response("http://a.example/1", "One.");
  const std::string two = response("http://a.example/2", "Two.");
  CHECK(outcomes("\r\n" + one + "\r\n\r\n" + two) == std::vector<std::string>{"1: One.", "2: Two."});
  CHECK(outcomes("junk\nmore\n" + one) == std::vector<std::string>{"! no WARC record begins here", "1: One."});
  CHECK(outcomes("WARC/1.0\r\nWARC-Type: response\r\n\r\nlost\r\n\r\n" + one) ==
        std::vector<std::string>{"! a WARC header without an end or a Content-Length", "1: One."});
  CHECK(outcomes("WARC/1.0\r\nWARC-Type: response\r\n" + one) ==
        std::vector<std::string>{"! a WARC header without an end or a Content-Length", "1: One."});
}

TEST_CASE("Records are the file again, and a file cut short gives the whole records before the cut") {
  std::string bytes = info();
  for (int i = 1; i < 9; ++i) bytes += response("http://a.example/" + std::to_string(i), std::string(i * 50, 'x'));
  for (const std::size_t buffer : {16, 100, 1 << 20}) {
    const TempFile file(bytes);
    std::string again;
    for (const Record& record : read_all(file.path(), FeedFormat::kWarc, {buffer}))
      again += record.bytes + record.ending;
    CHECK(again == bytes);
  }
  const auto cut = outcomes(bytes.substr(0, bytes.size() - 100));
  REQUIRE(cut.size() == 9);
  CHECK(cut[7].starts_with("7: "));
  CHECK(cut[8].starts_with("! "));
}

TEST_CASE("Junk begins where its first line does, and the record behind it where its own does") {
  const std::string one = response("http://a.example/1", "One.");
  const TempFile file("junk\nmore\n\n" + one);
  const auto records = read_all(file.path(), FeedFormat::kWarc);
  REQUIRE(records.size() == 2);
  CHECK(records[0].origin.offset == 0);
  CHECK(records[1].origin.offset == 11);
}

// Each of them is put back when the next one begins: were all of the stretch copied for it, this would take minutes.
TEST_CASE("Records that a wrong length has swallowed cost no more for being many") {
  constexpr std::size_t kMany = 200'000;
  std::string bytes = warc_record("conversion", "http://a.example/1", "text/plain", "One.", 100'000'000) + "\r\n\r\n";
  for (std::size_t i = 0; i < kMany; ++i) bytes += "WARC/1.0\n";
  const TempFile file(bytes);
  CHECK(read_all(file.path(), FeedFormat::kWarc).size() == kMany + 1);
}

TEST_CASE("A damaged gzip member costs its own record only") {
  std::string bytes;
  for (int i = 1; i < 6; ++i) {
    std::string member =
        gzip(response("http://a.example/" + std::to_string(i), "Body " + std::string(3000, char('a' + i))));
    if (i == 3) member.resize(member.size() / 2);
    bytes += member;
  }
  const auto found = outcomes(bytes);
  REQUIRE(found.size() == 6);
  CHECK(found[0].starts_with("1: "));
  CHECK(found[1].starts_with("2: "));
  CHECK(found[2].starts_with("! "));
  CHECK(found[3].starts_with("4: "));
  CHECK(found[4].starts_with("5: "));
  CHECK(found[5] == "error");
}

}  // namespace
}  // namespace calque
