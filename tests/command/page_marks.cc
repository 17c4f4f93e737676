// A page that says that a machine translated it is found out in every format that holds pages.
#include "command/run.h"
#include "support/catch.h"

using namespace calque;

namespace {

const std::string kFont = "<font style='vertical-align: inherit;'>";

bool contains(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

std::string translated_page() {
  return "<html class='translated-ltr' lang='en'><head><title>Story of the day</title></head><body><article><p>" +
         test::article(3, 120) + "</p></article></body></html>";
}

std::string translated_paragraph() { return "<p>" + kFont + kFont + test::article(4, 120) + "</font></font></p>"; }

// The page speaks of all of its text and stands in none of it.
void check_found(const test::Outcome& outcome) {
  REQUIRE(outcome.exit_code == 0);
  INFO(outcome.out);
  CHECK(contains(outcome.out, "\"page_mark\":1"));
  CHECK(contains(outcome.out,
                 "\"detector\":\"page-mark\",\"start\":0,\"end\":0,\"text\":\"\",\"suggestion\":null,"
                 "\"severity\":\"major\""));
}

}  // namespace

TEST_CASE("A mark in a page's code is a finding, in a page, a crawl and a feed") {
  const test::Workplace work;
  work.write("page.html", translated_page());
  check_found(work.calque("score --findings page.html"));
  const std::string response = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + translated_page();
  work.write("a.warc",
             "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/1\r\nContent-Type: "
             "application/http\r\nContent-Length: " +
                 std::to_string(response.size()) + "\r\n\r\n" + response + "\r\n\r\n");
  check_found(work.calque("score --findings a.warc"));
  work.write("feed.xml", "<rss><channel><item><title>One</title><description><![CDATA[" + translated_paragraph() +
                             "]]></description></item></channel></rss>");
  check_found(work.calque("score --findings feed.xml"));
}

TEST_CASE("explain names the mark in words and on a page") {
  const test::Workplace work;
  work.write("page.html", translated_page());
  CHECK(contains(work.calque("explain page.html").out, "the whole page"));
  CHECK(contains(work.calque("explain --html page.html").out,
                 "&lt;html class=&#39;translated-ltr&#39; lang=&#39;en&#39;&gt;"));
}

TEST_CASE("A page that offers translations has no mark") {
  const test::Workplace work;
  std::string page = translated_page();
  page.replace(page.find("<html class='translated-ltr'"), 28, "<html");
  page.insert(page.find("<article>"),
              "<div class='gtranslate_wrapper'></div><script src='https://cdn.weglot.com/w.js'></script>");
  work.write("page.html", page);
  CHECK_FALSE(contains(work.calque("score page.html").out, "page_mark"));
}
