// The article is found whatever names and nesting a site uses for its elements.
#include "article/html_article.h"
#include "article/reading.h"

namespace calque {
namespace {

const std::string kFirst =
    "The ferry company will replace both of its wooden boats with steel ones before the summer season begins.";
const std::string kSecond =
    "Its director told reporters that the old hulls had been repaired so often that nothing of them was left.";
const std::string kThird =
    "\"We shall miss the smell of tar,\" she said, and promised that the names of the boats would not change.";
const std::string kFourth =
    "Islanders who depend on the crossing have asked for a later sailing on Fridays, so far without success.";
const std::string kStory = kFirst + "\n\n" + kSecond + "\n\n" + kThird + "\n\n" + kFourth;

std::string in(const std::string& tag, const std::string& text) {
  return "<" + tag + ">" + text + "</" + tag.substr(0, tag.find(' ')) + ">";
}

std::string paragraphs() { return in("p", kFirst) + in("p", kSecond) + in("p", kThird) + in("p", kFourth); }

std::string text_of(const std::string& body, const std::string& head = "") {
  return read_html("<!DOCTYPE html><html><head>" + head + "</head><body>" + body + "</body></html>", Markup::kPage)
      .text;
}

TEST_CASE("A part with more than half of the prose is the article, whatever it is called") {
  for (const std::string name : {"elementor-widget-wrap", "theia-sidebar", "left-rail", "ad", "premium-paywall",
                                 "promo", "modal", "gallery", "widget sidebar related"}) {
    CAPTURE(name);
    CHECK(text_of(in("div class='" + name + "'", paragraphs())) == kStory);
    CHECK(text_of(in("div class='" + name + "'", in("div class=inner", paragraphs())) +
                  in("div class=footer", kFirst)) == kStory);
  }
  CHECK(text_of(in("aside", paragraphs())) == kStory);
  CHECK(text_of(in("form id=aspnet", paragraphs())) == kStory);
}

TEST_CASE("Parts of one name that hold the article between them are the article") {
  const auto widget = [](const std::string& text, int id) {
    return in("div class='element widget w-" + std::to_string(id) + "'", in("div class=box", in("p", text)));
  };
  CHECK(text_of(in("div class=column",
                   widget(kFirst, 1) + widget(kSecond, 2) + widget(kThird, 3) + widget(kFourth, 4))) == kStory);
}

TEST_CASE("A body in sections or cards of one kind is whole") {
  for (const std::string tag : {"section class=part", "div class='card wide'", "div"}) {
    const auto part = [&](const std::string& text) { return in(tag, in("div class=inside", in("p", text))); };
    CAPTURE(tag);
    CHECK(text_of(in("div id=all", part(kFirst) + part(kSecond) + part(kThird) + part(kFourth))) == kStory);
  }
}

TEST_CASE("An element with three times the prose is the article") {
  CHECK(text_of(in("div class=outer",
                   in("div class=a", in("div", in("p", kFirst))) + in("div class=b", in("p", kSecond)) +
                       in("section", in("div", in("p", kThird))) + in("ul", in("li", kFourth)))) == kStory);
}

TEST_CASE("Captions and galleries stay out") {
  const std::string caption =
      "The older of the two boats leaves the harbour on a calm morning in May, with the castle behind it.";
  for (const std::string name : {"div class=caption", "figcaption", "div class='wp-caption-text'", "div class=gallery",
                                 "p class=photo-caption", "ul class=slideshow", "span class=image__caption"}) {
    CAPTURE(name);
    CHECK(text_of(in("div class=story", in(name, in("span", caption)) + paragraphs() + in(name, caption))) == kStory);
  }
}

TEST_CASE("The lead is part of the article where it stands apart") {
  const std::string rest = in("div class=rest", in("p", kSecond) + in("p", kThird) + in("p", kFourth));
  CHECK(text_of("<article>" + in("header", "<h1>New boats</h1>" + in("p class=standfirst", kFirst)) + rest +
                "</article>") == kStory);
  CHECK(text_of("<h1>New boats</h1>" + in("p class=lead", kFirst) + rest) == kStory);
  CHECK(text_of(in("div class=article", in("div class=article__summary", in("p", kFirst)) + rest)) == kStory);
}

TEST_CASE("Who wrote it, its date and what stands behind it are no part of the article") {
  const std::string header = in("header", "<h1>New boats</h1>" + in("div class=meta", in("span", "By Ann Ferry")) +
                                              in("div", "<time datetime=2026-03-05>5 March 2026</time>"));
  const std::string author = in(
      "div class=about", in("p", "Ann Ferry has written about the islands and their people for more than ten years."));
  CHECK(text_of(in("article", header + in("div class=body", paragraphs()) + author)) == kStory);
  CHECK(text_of(in("article", "<time datetime=2026-03-05>5 March 2026</time>" + paragraphs())) == kStory);
}

TEST_CASE("An article around a comment is none") {
  std::string comments;
  for (int i = 0; i < 9; ++i) comments += in("article class=comment-body", paragraphs());
  CHECK(text_of(in("div class=main", paragraphs()) + in("section id=comments", comments)) == kStory);
}

TEST_CASE("Text that a script would show is read") {
  CHECK(text_of(in("div style='display: none'", paragraphs())) == kStory);
  CHECK(text_of(in("div aria-hidden=true", in("article", paragraphs()))) == kStory);
  CHECK(text_of("<div id=root></div>" + in("div hidden id='S:0'", paragraphs())) == kStory);
  CHECK(text_of("<x-story><template shadowrootmode=open>" + paragraphs() + "</template></x-story>") == kStory);
  CHECK(text_of(paragraphs() + in("template", in("p", kFirst))) == kStory);
  CHECK(text_of(in("p", kFirst + "<span class=sr-only>Opens <span>in a</span> new window</span>") + in("p", kSecond) +
                in("p", kThird) + in("p", kFourth)) == kStory);
}

TEST_CASE("Elements of the site's own, and spans that look like them, are blocks") {
  const auto each = [](const std::string& tag) {
    return in(tag, kFirst) + in(tag, kSecond) + in(tag, kThird) + in(tag, kFourth);
  };
  CHECK(text_of(in("boat-page", in("boat-body", each("boat-par")))) == kStory);
  CHECK(text_of(in("div", each("span style='display: block'"))) == kStory);
  CHECK(text_of(in("p",
                   "The <x-term>ferry</x-term> company will replace <x-link>both</x-link> boats before the summer "
                   "season begins.")) == "The ferry company will replace both boats before the summer season begins.");
  CHECK(text_of(in("article", in("amp-ad", "Words of a seller.") + paragraphs())) == kStory);
}

TEST_CASE("Of two articles the first counts, and of comments around one none") {
  std::string other;
  for (int i = 0; i < 9; ++i) other += in("p", "Beetles of the kind, number " + std::to_string(i) + ", " + kFourth);
  CHECK(text_of(in("article", paragraphs()) + in("article", other)) == kStory);
  std::string comments;
  for (int i = 0; i < 30; ++i) {
    comments += in("div class=x1",
                   in("p", "I was number " + std::to_string(i) + " in the queue and I have to say this: " + kThird));
  }
  CHECK(text_of(in("article", paragraphs()) + in("div id=below", comments)) == kStory);
  CHECK(text_of(in("div class=main", paragraphs()) + in("div id=discussion", comments)) == kStory);
  const std::string heading = "<h1>New boats</h1>";
  CHECK(text_of(in("div class=top", heading + in("div class=t", paragraphs())) + in("div id=below", comments)) ==
        kStory);
  CHECK(text_of(in("div class=article", heading + in("div class=article__text", paragraphs()) +
                                            in("div class=article__comments", comments))) == kStory);
  CHECK(text_of(in("div class=no-comments", in("p", kFirst) + in("p", kSecond)) + in("p", kThird)) ==
        kFirst + "\n\n" + kSecond + "\n\n" + kThird);
}

TEST_CASE("Teasers stay out, unless the article is a list of them") {
  const auto teaser = [](const std::string& text) {
    return in("div class=x2", "<h3><a href=x>More on the sea</a></h3>" + in("p", text));
  };
  std::string teasers = teaser("Too short a text.");
  for (int i = 0; i < 3; ++i) teasers += teaser(kFourth);
  CHECK(text_of(in("article", "<h1>New boats</h1>" + in("div class=t", paragraphs() + in("div class=x3", teasers)))) ==
        kStory);
  std::string list;
  std::string expected;
  for (const std::string& text : {kFirst, kSecond, kThird, kFourth}) {
    list += teaser(text);
    expected += (expected.empty() ? "" : "\n\n") + text;
  }
  CHECK(text_of(in("article", list)) == expected);
}

TEST_CASE("An article in two parts of different names is whole, a note on its author apart") {
  const std::string parts = in("div class=one", in("p", kFirst) + in("p", kSecond)) +
                            in("div class=ad", in("p", "Buy a boat.")) +
                            in("div class=two", in("p", kThird) + in("p", kFourth));
  CHECK(text_of(in("article", parts)) == kStory);
  CHECK(text_of(in("div class=box", "<h1>New boats</h1>" + parts) + in("div class=rest", in("p", kFirst))) == kStory);
}

TEST_CASE("A live blog is read whole") {
  std::string entries;
  std::string expected;
  int hour = 9;
  for (const std::string& text : {kFirst, kSecond, kThird, kFourth}) {
    const std::string headline = "Entry of the hour " + std::to_string(++hour);
    entries +=
        in("div class=live-entry", in("h2", headline) + in("div class=entry-text", in("p", text) + in("p", kFirst)));
    expected += (expected.empty() ? "" : "\n\n") + headline + "\n\n" + text + "\n\n" + kFirst;
  }
  CHECK(text_of("<main><h1>Boats, live</h1>" + in("div class=live", entries) + "</main>") == expected);
}

TEST_CASE("An item of a list that begins with a link and goes on is text") {
  const std::string item =
      "<a href=x>The director of the ferry company is to leave in May</a>. Nobody knows who follows her.";
  const std::string plain = "The director of the ferry company is to leave in May. Nobody knows who follows her.";
  CHECK(text_of(in("div", in("p", kFirst) + in("ol", in("li", item) + in("li", item)))) ==
        kFirst + "\n\n" + plain + "\n\n" + plain);
}

TEST_CASE("Consent and pleas for scripts are no article") {
  const std::string consent =
      "We and our partners keep cookies on your device and use what you read here to choose what is "
      "offered to you elsewhere.";
  CHECK(text_of(in("div class='cookie-consent'", in("p", consent) + "<button>Accept</button>")).empty());
  CHECK(text_of("<noscript>Please switch JavaScript on in the settings of your browser, or this page of ours will stay "
                "as empty as it is.</noscript><div id=app></div>")
            .empty());
  CHECK(text_of("<form><label>Name</label><input><label>Password</label><input></form>").empty());
  CHECK(text_of(in("article", in("p", kFirst) + in("noscript", in("p", kSecond)))) == kFirst + "\n\n" + kSecond);
}

TEST_CASE("What JSON-LD has in full counts where the markup has less") {
  const std::string body =
      kFirst + "\\n\\n" + kSecond + "\\n" + "The director said it on Monday. She said nothing else.";
  const std::string expected = kFirst + "\n\n" + kSecond + "\n\nThe director said it on Monday. She said nothing else.";
  const auto script = [&](const std::string& json) { return in("script type='application/ld+json'", json); };
  const std::string article = "{\"@type\":\"NewsArticle\",\"articleBody\":\"" + body + "\"}";
  CHECK(text_of("<div id=root></div>", script(article)) == expected);
  CHECK(text_of(in("p", kFirst), script("{\"@graph\":[{\"@type\":\"WebPage\"}," + article + "]}")) == expected);
  CHECK(text_of(paragraphs(), script(article)) == kStory);
  CHECK(text_of(paragraphs(), script("{\"@type\":\"NewsArticle\",\"articleBody\":\"" + body)) == kStory);
  CHECK(text_of("", script("{\"@type\":[\"Thing\",\"Article\"],\"articleBody\":\"<p>" + kFirst + "<\\/p><p>" + kSecond +
                           " " + kFourth + "<\\/p>\"}")) == kFirst + "\n\n" + kSecond + " " + kFourth);
}

}  // namespace
}  // namespace calque
