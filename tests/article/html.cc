// An HTML page is its article: not its menus, comments, cookie notices and links to other stories.
#include <random>

#include "article/html_article.h"
#include "article/reading.h"

namespace calque {
namespace {

const std::string kFirst =
    "The harbour board voted on Monday to keep the old crane standing for at least another ten years.";
const std::string kSecond =
    "Its engineers had warned in the spring that the steel would not carry the load of a modern container.";
const std::string kThird =
    "\"We will paint it instead,\" said the chairwoman, who has worked in the port since she was nineteen.";
const std::string kStory = kFirst + "\n\n" + kSecond + "\n\n" + kThird;

std::string paragraphs() { return "<p>" + kFirst + "</p><p>" + kSecond + "</p><p>" + kThird + "</p>"; }

std::string links(int count) {
  std::string list = "<ul>";
  for (int i = 0; i < count; ++i) {
    list += "<li><a href='/" + std::to_string(i) +
            "'>A headline of a story that is told in full on another page of the site</a></li>";
  }
  return list + "</ul>";
}

HtmlArticle page(const std::string& body, const std::string& head = "") {
  return read_html("<!DOCTYPE html><html><head>" + head + "</head><body>" + body + "</body></html>", Markup::kPage);
}

TEST_CASE("Navigation, comments, notices and related stories stay out") {
  const std::string noise =
      "This notice tells every reader at great length, and in whole sentences, about cookies and partners.";
  for (const std::string& around : std::vector<std::string>{
           "<nav><p>" + noise + "</p></nav>", "<div class='cookie-consent'><p>" + noise + "</p></div>",
           "<section id=\"comments\"><p>" + noise + "</p><p>" + noise + "</p></section>",
           "<aside><p>" + noise + "</p></aside>", "<div class='relatedStories'>" + links(9) + "</div>", links(30),
           "<footer><p>" + noise + "</p></footer>", "<div hidden><p>" + noise + "</p></div>",
           "<div style='display: none'><p>" + noise + "</p></div>",
           "<script>var a = \"<p>" + noise + "</p>\";</script>", "<style>p { color: red }</style>",
           "<form><p>" + noise + "</p></form>", "<!-- <p>" + noise + "</p> -->",
           "<div role='navigation'>" + links(3) + "</div>"}) {
    CAPTURE(around);
    CHECK(page(around + "<div id=main>" + paragraphs() + "</div>" + around).text == kStory);
    CHECK(page("<article>" + around + paragraphs() + around + "</article>").text == kStory);
  }
}

TEST_CASE("Paragraphs are found in any wrapping") {
  CHECK(page("<table><tr><td>" + links(5) + "<td>" + paragraphs() + "</table>").text == kStory);
  CHECK(page("<table><tr><td>" + paragraphs() + "<tr><td>The desk of the editor is on the first floor.</table>").text ==
        kStory);
  CHECK(page("<div>" + kFirst + "<br><br>" + kSecond + "<br/>\n<br/>" + kThird + "</div>").text == kStory);
  CHECK(page("<div class='story'><div>" + kFirst + "</div><div>" + kSecond + "</div><div>" + kThird + "</div></div>")
            .text == kStory);
  CHECK(page("<p>" + kFirst + "<p>" + kSecond + "<p>" + kThird).text == kStory);
  CHECK(page("<section><p>" + kFirst + "</p></section><section><p>" + kSecond + "</p></section><section><p>" + kThird +
             "</p></section>")
            .text == kStory);
  CHECK(page("<form id=aspnet>" + paragraphs() + "</form>").text == kStory);
  CHECK(page("<body class='has-sidebar'><div class='article-with-sidebar'>" + paragraphs() + "</div>").text == kStory);
}

TEST_CASE("An article of one row for each paragraph is the table, and one of one cell the cell") {
  CHECK(page("<table><tr><td>" + kFirst + "</td></tr><tr><td>" + kSecond + "</td></tr><tr><td>" + kThird +
             "</td></tr></table>")
            .text == kStory);
  CHECK(page("<table><tbody><tr><th>" + kFirst + "<tr><td>" + kSecond + "<tr><td><p>" + kThird + "</table>").text ==
        kStory);
  const std::string beside =
      "<td>A cell beside it that has a sentence of its own, with a word or two more than twelve.";
  CHECK(page("<table><tr>" + beside + "<td>" + paragraphs() + beside + "</table>").text == kStory);
}

TEST_CASE("Inline markup joins words as it stands, and white space is one space") {
  const std::string text =
      "Prices <b>rose</b>, <a href='/x'>he</a> said,&nbsp;\n   by <em>3</em>&#37; in a day of hectic trading at the "
      "exchange in town.";
  CHECK(page("<p>" + text + "</p>").text ==
        "Prices rose, he said, by 3% in a day of hectic trading at the exchange in town.");
}

TEST_CASE("A subhead stays between paragraphs, the main heading is the title and a heading of nothing goes") {
  const auto article = page("<article><h1>Crane stays</h1><p>" + kFirst + "</p><h2>Warning</h2><p>" + kSecond +
                            "</p><p>" + kThird + "</p><h3>More stories</h3>" + links(4) + "</article>");
  CHECK(article.title == "Crane stays");
  CHECK(article.text == kFirst + "\n\nWarning\n\n" + kSecond + "\n\n" + kThird);
}

TEST_CASE("The title is what the page shares, else its heading, else its own without the site's name") {
  CHECK(page(paragraphs(), "<title>T</title><meta property='og:title' content='Crane &amp; harbour'>").title ==
        "Crane & harbour");
  CHECK(page(paragraphs(), "<title>Crane stays | Harbour Post</title>").title == "Crane stays");
  CHECK(page("<time datetime='2026-03-05'>5 March</time>" + paragraphs()).date == "2026-03-05");
  CHECK(page(paragraphs(), "<meta property=article:published_time content=2026-03-05T10:00Z>").date ==
        "2026-03-05T10:00Z");
}

TEST_CASE("A page without prose gives all of its text, and an empty one none") {
  CHECK(page("<div>Closed today.</div><nav>Menu</nav>").text == "Closed today.\n\nMenu");
  CHECK(page(links(20)).text.empty());
  CHECK(page("").text.empty());
}

TEST_CASE("A fragment gives all of its text") {
  CHECK(read_html("<p>Short.</p><div class=comments>Kept.</div> Tail", Markup::kFragment).text ==
        "Short.\n\nKept.\n\nTail");
}

TEST_CASE("An HTML document is read in the charset that it declares") {
  Document document;
  document.markup = Markup::kPage;
  document.bytes =
      "<html><head><meta charset='windows-1251'></head><body><p>\xCF\xF0\xE8\xE2\xE5\xF2</p></body></html>";
  CHECK(read_article(document).text == "\u041f\u0440\u0438\u0432\u0435\u0442");
  document.bytes =
      "<meta name=author content=''><META http-equiv=Content-Type content='text/html; Charset=windows-1251; x'>"
      "<p>\xCF\xF0\xE8\xE2\xE5\xF2</p>";
  CHECK(read_article(document).text == "\u041f\u0440\u0438\u0432\u0435\u0442");
  document.charset = "utf-8";
  document.bytes = "<p>caf\xC3\xA9</p>";
  CHECK(read_article(document).text == "caf\u00e9");
}

TEST_CASE("Any bytes are a page, in linear time however deep they nest") {
  std::mt19937 random(9);
  const std::vector<std::string> pieces = {
      "<p>",      "</p>",     "<div class='a", "'>",      "<a href=x>", "</a>",    "<!--",
      "-->",      "<script>", "</script>",     "&amp",    ";",          "<",       ">",
      "\"",       "text ",    "<li>",          "<table>", "</td>",      "<title>", "<br>",
      "\xC3\xA9", "<svg>",    "</svg>",        "<h1>",    "<nav>",      "</nav>",  "<td>"};
  for (int round = 0; round < 2000; ++round) {
    std::string html;
    for (auto left = random() % 60; left > 0; --left) html += pieces[random() % pieces.size()];
    read_html(html, round % 2 == 0 ? Markup::kPage : Markup::kFragment);
  }
  for (const std::string piece :
       {"<div>", "<b>", "<p>", "<ul><li>", "<table><tr><td>", "<a href='", "</div>", "<!--", "<title>", "x="}) {
    std::string html;
    while (html.size() < (4U << 20)) html += piece;
    read_html(html, Markup::kPage);
  }
}

}  // namespace
}  // namespace calque
