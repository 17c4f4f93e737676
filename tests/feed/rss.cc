// RSS and Atom: each item by itself, so that a broken one costs nothing else.
#include "feed/files.h"

namespace calque {
namespace {

const std::string kHead =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\"><channel><title>Own</title>\n";
const std::string kFoot = "</channel></rss>\n";

struct Parsed {
  std::vector<Document> documents;
  std::vector<std::string> reasons;
};

Parsed parse_all(const std::string& bytes) {
  const TempFile file(bytes);
  RecordParser parser;
  Parsed parsed;
  std::string again;
  for (const Record& record : read_all(file.path(), FeedFormat::kAuto)) {
    REQUIRE(record.format == FeedFormat::kRss);
    again += record.bytes + record.ending;
    auto document = parser.parse(record);
    if (document) parsed.documents.push_back(std::move(*document));
    if (!document && document.error().is_broken) parsed.reasons.push_back(document.error().reason);
  }
  CHECK(again == bytes);
  return parsed;
}

TEST_CASE("An RSS item's longest text, link, guid, title and date become a document") {
  const auto parsed = parse_all(
      kHead +
      "<item><title>Rain &amp; snow</title><link>https://www.a.example/1</link><guid>g1</guid>\n"
      "<pubDate>Thu, 05 Mar 2026 06:07:08 GMT</pubDate><description>Short.</description>\n"
      "<content:encoded><![CDATA[<p>Rain fell &eacute; on</p> <!-- </item> -->]]></content:encoded></item>\n"
      "<item rdf:about='x'><link>https://b.example/2</link><description>&lt;p&gt;Two.&lt;/p&gt;</description></item>" +
      kFoot);
  REQUIRE(parsed.documents.size() == 2);
  const Document& one = parsed.documents[0];
  CHECK(one.title == "Rain & snow");
  CHECK(one.url == "https://www.a.example/1");
  CHECK(one.host == "a.example");
  CHECK(one.id == "g1");
  CHECK(one.date == "Thu, 05 Mar 2026 06:07:08 GMT");
  CHECK(one.bytes == "<p>Rain fell &eacute; on</p> <!-- </item> -->");
  CHECK(one.markup == Markup::kFragment);
  CHECK(parsed.documents[1].id == "https://b.example/2");
  CHECK(parsed.documents[1].bytes == "<p>Two.</p>");
}

TEST_CASE("An Atom entry is read alike, its markup kept") {
  const auto parsed = parse_all(
      "<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><id>tag:1</id><link rel=\"self\" href=\"s\"/>"
      "<link href=\"https://a.example/1\"/><updated>2026-03-05</updated>"
      "<content type=\"xhtml\"><div><p>One.</p><p>Two.</p></div></content></entry></feed>");
  REQUIRE(parsed.documents.size() == 1);
  CHECK(parsed.documents[0].url == "https://a.example/1");
  CHECK(parsed.documents[0].bytes.find("<p>One.</p>") != std::string::npos);
  CHECK(parsed.documents[0].date == "2026-03-05");
}

TEST_CASE("A broken item costs itself only") {
  const std::string good = "<item><guid>g</guid><description>Fine.</description></item>";
  for (const std::string broken :
       {"<item><description>No end of item</description>", "<item></item>", "<item><title>x</title></item>"}) {
    CAPTURE(broken);
    const auto parsed = parse_all(kHead + good + broken + good + kFoot);
    CHECK(parsed.documents.size() == 2);
    CHECK(parsed.reasons.size() == 1);
  }
  CHECK(parse_all(kHead + good + "<item><desc").reasons.size() == 1);
  CHECK(parse_all(kHead + good).documents.size() == 1);
  CHECK(parse_all(kHead + kFoot).documents.empty());
}

std::vector<std::string> texts_of(const std::string& items, const std::string& head = kHead) {
  std::vector<std::string> texts;
  for (const Document& document : parse_all(head + items + kFoot).documents) texts.push_back(document.bytes);
  return texts;
}

std::string item(const std::string& description) {
  return "<item><description>" + description + "</description></item>";
}

TEST_CASE("Markup in a description stays with the words in it") {
  CHECK(texts_of(item("The <b>minister</b> said he did <i>not</i> know.")) ==
        std::vector<std::string>{"The <b>minister</b> said he did <i>not</i> know."});
  CHECK(texts_of(item("<p>One.<br/>Two.</p><script/><p>Three")) ==
        std::vector<std::string>{"<p>One.<br>Two.</p><script></script><p>Three"});
  CHECK(texts_of("<item><description>Not closed<link>http://a.example/1</link></item>").size() == 1);
  CHECK(texts_of("<item><x:summary xmlns:x='y'>Theirs</x:summary></item>") == std::vector<std::string>{"Theirs"});
}

TEST_CASE("Content may have any prefix, and XHTML in it loses its own") {
  CHECK(texts_of("<item><description>Short</description><c:encoded>&lt;p&gt;Longer.&lt;/p&gt;</c:encoded></item>") ==
        std::vector<std::string>{"<p>Longer.</p>"});
  const auto parsed = parse_all(
      "<a:feed xmlns:a='http://www.w3.org/2005/Atom'><a:entry><a:id>t:1</a:id><a:title type='html'>A "
      "&lt;b>c&lt;/b></a:title>"
      "<a:content type='xhtml'><x:div "
      "xmlns:x='h'><x:p>One.</x:p><x:p>Two.</x:p></x:div></a:content></a:entry></a:feed>");
  REQUIRE(parsed.documents.size() == 1);
  CHECK(parsed.documents[0].bytes == "<div xmlns:x='h'><p>One.</p><p>Two.</p></div>");
  CHECK(parsed.documents[0].id == "t:1");
  CHECK(parsed.documents[0].title == "A c");
}

TEST_CASE("Escapes are undone once, and twice where they were made twice, and what is not ASCII is left to HTML") {
  CHECK(texts_of(item("&lt;p&gt;AT&amp;amp;T &amp;#8217;s&lt;/p&gt;")) ==
        std::vector<std::string>{"<p>AT&amp;T &#8217;s</p>"});
  CHECK(texts_of(item("&amp;lt;p&amp;gt;Twice.&amp;lt;/p&amp;gt;")) == std::vector<std::string>{"<p>Twice.</p>"});
  CHECK(texts_of(item("&lt;![CDATA[&lt;p&gt;In it.&lt;/p&gt;]]&gt;")) == std::vector<std::string>{"<p>In it.</p>"});
  CHECK(texts_of(item("R&amp;D said 5 &lt; 6.\nNext.")) == std::vector<std::string>{"R&D said 5 < 6.\nNext."});
  CHECK(texts_of(item("Caf&eacute; said.\nNext.")) == std::vector<std::string>{"Caf&eacute; said.<br>\nNext."});
  CHECK(texts_of(item("<![CDATA[One ]]>and<![CDATA[ <b>two</b>]]>")) == std::vector<std::string>{"One and <b>two</b>"});
}

TEST_CASE("A CDATA section that is not closed costs no other item") {
  const std::string good = item("<![CDATA[Fine.]]>");
  CHECK(texts_of(good + "<item><description><![CDATA[Open</description></item>" + good).size() == 3);
}

TEST_CASE("A title is read in the feed's charset, its references left to be read") {
  const auto parsed = parse_all(
      "<?xml version='1.0' encoding='windows-1251'?><rss><item><title>\xCF\xF0 &amp;mdash; x</title>"
      "<description>\xCF\xF0</description></item></rss>");
  REQUIRE(parsed.documents.size() == 1);
  CHECK(parsed.documents[0].title == "\u041F\u0440 &mdash; x");
  CHECK(parsed.documents[0].title_has_entities);
}

TEST_CASE("Feeds in UTF-16, and behind a server's warnings, are feeds") {
  const std::string feed = "<?xml version=\"1.0\" encoding=\"utf-16\"?><rss>" + item("caf\xC3\xA9") + "</rss>";
  for (const bool big : {false, true}) {
    const TempFile file(utf16(feed, big, true));
    const auto records = read_all(file.path(), FeedFormat::kAuto);
    REQUIRE(records.size() == 3);
    const auto document = RecordParser().parse(records[1]);
    REQUIRE(document);
    CHECK(document->bytes == "caf\xC3\xA9");
    CHECK(document->charset.empty());
  }
  const auto warned = parse_all("<br />\n<b>Warning</b>: headers sent\n" + kHead + item("Fine.") + kFoot);
  CHECK(warned.documents.size() == 1);
}

TEST_CASE("An address may stand in the guid") {
  const auto parsed =
      parse_all(kHead +
                "<item><guid>https://a.example/1</guid><description>x</description></item>"
                "<item><guid isPermaLink='false'>https://a.example/2</guid><description>x</description></item>" +
                kFoot);
  REQUIRE(parsed.documents.size() == 2);
  CHECK(parsed.documents[0].url == "https://a.example/1");
  CHECK(parsed.documents[1].url.empty());
}

TEST_CASE("A feed longer than the limit is one record, cut off a byte behind it") {
  const std::string feed = kHead + "<item><description>Fine.</description></item>" + kFoot;
  const TempFile file(feed);
  const auto records = read_all(file.path(), FeedFormat::kRss, {1 << 16, 100});
  REQUIRE(records.size() == 1);
  CHECK(records[0].bytes == feed.substr(0, 101));
  CHECK(records[0].fault.empty());
}

TEST_CASE("An address that is no UTF-8 is repaired") {
  const auto parsed =
      parse_all(kHead + "<item><link href='http://a.example/\xFF'/><description>x</description></item>");
  REQUIRE(parsed.documents.size() == 1);
  CHECK(parsed.documents[0].url == "http://a.example/\uFFFD");
}

TEST_CASE("A declared charset is passed on") {
  const auto parsed = parse_all(
      "<?xml version='1.0' encoding='windows-1251'?><rss><item><description>\xCF\xF0</description></item></rss>");
  REQUIRE(parsed.documents.size() == 1);
  CHECK(parsed.documents[0].charset == "windows-1251");
  CHECK(parsed.documents[0].bytes == "\xCF\xF0");
}

TEST_CASE("A file is RSS, HTML or text by its first element") {
  const auto sniffed = [](const std::string& bytes) {
    const TempFile file(bytes);
    return (*open_feed(file.path(), FeedFormat::kAuto))->format();
  };
  CHECK(sniffed("<?xml version=\"1.0\"?>\n<!-- own -->\n<rdf:RDF>") == FeedFormat::kRss);
  CHECK(sniffed("\xEF\xBB\xBF<feed>") == FeedFormat::kRss);
  CHECK(sniffed("<!DOCTYPE HTML>\n<HTML>") == FeedFormat::kHtml);
  CHECK(sniffed("<!-- x --><html lang=en>") == FeedFormat::kHtml);
  CHECK(sniffed("<Reuters> - A story.") == FeedFormat::kText);
  CHECK(sniffed("< 5 people came.") == FeedFormat::kText);
  CHECK(sniffed("WARC/1.0\r\n") == FeedFormat::kWarc);
}

}  // namespace
}  // namespace calque
