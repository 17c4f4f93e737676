// What stands around an article: its title, date and address, from the places that sites put them.
#include "article/html_article.h"
#include "article/reading.h"

namespace calque {
namespace {

const std::string kProse =
    "<p>The ferry company will replace both of its wooden boats with steel ones before the summer season begins.</p>";

HtmlArticle page(const std::string& head, const std::string& body = "<article>" + kProse + "</article>") {
  return read_html("<html><head>" + head + "</head><body>" + body + "</body></html>", Markup::kPage);
}

std::string meta(const std::string& name, const std::string& content) {
  return "<meta name='" + name + "' content='" + content + "'>";
}

std::string json_ld(const std::string& json) { return "<script type='application/ld+json'>" + json + "</script>"; }

TEST_CASE("The title comes without the site's name") {
  CHECK(page("<title>The Quay</title>" + meta("twitter:title", "New boats for the island")).title ==
        "New boats for the island");
  CHECK(page(meta("og:title", "New boats for the island - The Quay") + meta("og:site_name", "The Quay")).title ==
        "New boats for the island");
  CHECK(page(meta("og:title", "New boats for the island | thequay") + meta("og:url", "https://www.the-quay.example/1"))
            .title == "New boats for the island");
  CHECK(page(meta("og:title", "Boats - new ones") + meta("og:site_name", "The Quay")).title == "Boats - new ones");
  CHECK(
      page("<title>Quay</title>" + json_ld("{\"@type\":\"NewsArticle\",\"headline\":\"New boats &amp; old\"}")).title ==
      "New boats & old");
}

TEST_CASE("A heading that the page's title does not have is the site's") {
  CHECK(page("<title>New boats for the island | The Quay</title>", "<h1 class=logo>The Quay</h1>" + kProse).title ==
        "New boats for the island");
  CHECK(page("<title>New boats for the island | The Quay</title>",
             "<h1>The Quay</h1><h1>New boats for the island</h1>" + kProse)
            .title == "New boats for the island");
  CHECK(page("<title>News</title>", "<h1>New boats for the island</h1>" + kProse).title == "New boats for the island");
}

TEST_CASE("The date comes from any of the names that sites give it") {
  for (const std::string name : {"article:published_time", "date", "pubdate", "DC.date.issued", "sailthru.date",
                                 "parsely-pub-date", "og:published_time", "publish-date", "datePublished"}) {
    CAPTURE(name);
    CHECK(page(meta(name, "2026-03-05")).date == "2026-03-05");
  }
  CHECK(
      page(json_ld("{\"@type\":\"NewsArticle\",\"datePublished\":\"2026-03-05T10:00Z\"}") + meta("date", "2025-01-01"))
          .date == "2026-03-05T10:00Z");
  CHECK(page("<link rel=canonical href='https://quay.example/2026/03/05/boats'>").date == "2026-03-05");
  CHECK(page("<link rel=canonical href='https://quay.example/2026/33/05/boats'>").date.empty());
}

TEST_CASE("A time in a part of the page is not the article's where that has one") {
  CHECK(page("", "<nav><time datetime='2026-11-30'>Today</time></nav><article><time datetime='2026-03-05'></time>" +
                     kProse + "</article>")
            .date == "2026-03-05");
  CHECK(page("", "<time datetime='2026-01-01'></time><time class=published datetime='2026-03-05'></time>" + kProse)
            .date == "2026-03-05");
}

TEST_CASE("A page without an address of its record has the one that it gives itself") {
  Document document;
  document.markup = Markup::kPage;
  document.bytes =
      "<link rel=canonical href='https://www.quay.example/boats?a=1&amp;b=2'><meta property='og:url' "
      "content='https://other.example/'>" +
      kProse;
  CHECK(read_article(document).url == "https://www.quay.example/boats?a=1&b=2");
  CHECK(read_article(document).host == "quay.example");
  document.url = "https://copy.example/boats";
  CHECK(read_article(document).url.empty());
}

TEST_CASE("The language is what the page says") {
  Document document;
  document.markup = Markup::kPage;
  document.bytes = "<html lang='en-GB'><body>" + kProse;
  CHECK(read_article(document).language == "en-GB");
  document.bytes = kProse;
  CHECK(read_article(document).language.empty());
}

TEST_CASE("A heading in a feed's item is text, and its title stays") {
  Document document;
  document.markup = Markup::kFragment;
  document.title = "New boats";
  document.bytes = "<h1>For the island</h1>" + kProse;
  const Article article = read_article(document);
  CHECK(article.title == "New boats");
  CHECK(article.text.starts_with("For the island\n\nThe ferry"));
}

}  // namespace
}  // namespace calque
