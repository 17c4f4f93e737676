// What a page's code says of the machine that translated it, and what it only offers.
#include "article/page_marks.h"

#include "article/html_article.h"
#include "article/reading.h"

namespace calque {
namespace {

const std::string kFirst =
    "The harbour board voted on Monday to keep the old crane standing for at least another ten years.";
const std::string kSecond =
    "Its engineers had warned in the spring that the steel would not carry the load of a modern container.";
const std::string kStory = "<p>" + kFirst + "</p><p>" + kSecond + "</p>";

std::vector<std::string> marks_of(const std::string& html, Markup markup = Markup::kPage) {
  std::vector<std::string> codes;
  for (const PageMark& mark : read_html(html, markup).marks) codes.push_back(mark.code);
  return codes;
}

std::vector<std::string> marks_of_head(const std::string& head, const std::string& html = "<html lang='en-GB'>") {
  return marks_of(html + "<head>" + head + "</head><body>" + kStory);
}

using Codes = std::vector<std::string>;

TEST_CASE("A page that Google, or a proxy, has translated says so") {
  CHECK(marks_of("<html class=\"translated-ltr\" lang=\"en\"><body>" + kStory) ==
        Codes{"<html class=\"translated-ltr\" lang=\"en\">"});
  CHECK(marks_of("<html class='js translated-rtl no-touch'><body>" + kStory).size() == 1);
  CHECK(marks_of("<html lang='en-x-mtfrom-de'><body>" + kStory).size() == 1);
  CHECK(marks_of("<html lang='en-t-de-t0-und'><body>" + kStory).size() == 1);
  CHECK(marks_of_head("<link rel='alternate machine-translated-from' hreflang='de' href='/hafen'>").size() == 1);
  CHECK(marks_of_head("<meta http-equiv='X-Translated-By' content='Google'>").size() == 1);
  CHECK(marks_of("<body><span class='google-src-text'>Der Kran bleibt.</span>" + kStory).size() == 1);
}

TEST_CASE("A page whose service translates from another language than the page's says so") {
  const std::string gtranslate =
      "<script>window.gtranslateSettings = {\"default_language\":\"tr\",\"languages\":[\"tr\",\"en\"]}</script>";
  CHECK(marks_of_head(gtranslate) == Codes{"default_language\":\"tr"});
  CHECK(marks_of_head(gtranslate, "<html lang=tr-TR>").empty());
  CHECK(marks_of_head(gtranslate, "<html>").empty());
  const auto weglot = [](const std::string& from, const std::string& current) {
    return marks_of_head(
        "<script type='application/json' id='weglot-data'>{\"host\":\"harbour.example\",\"language_from\":\"" + from +
        "\",\"current_language\":\"" + current + "\"}</script>");
  };
  CHECK(weglot("fr", "en").size() == 1);
  CHECK(weglot("en", "en").empty());
  CHECK(weglot("en", "").empty());
  CHECK(marks_of_head("<script>var linguise_configs = {\"vars\":{\"configs\":{\"default_language\":\"de\"}}};</script>")
            .size() == 1);
  CHECK(marks_of_head("<script>ConveyThis_Initializer.init({source_language: 'it'})</script>").size() == 1);
}

TEST_CASE("Transposh says how much of a page a machine translated, on originals too") {
  const auto stats = [](const std::string& all, const std::string& people) {
    return marks_of_head("<meta name=\"translation-stats\" content='{\"total_phrases\":90,\"translated_phrases\":" +
                         all + ",\"human_translated_phrases\":" + people + "}'/>");
  };
  CHECK(stats("80", "2").size() == 1);
  CHECK(stats("80", "null").size() == 1);
  CHECK(stats("null", "null").empty());
  CHECK(stats("80", "75").empty());
}

TEST_CASE("A page that offers translations is an original") {
  for (const std::string& offer :
       Codes{"<div class='gtranslate_wrapper gt_switcher'></div>",
             "<script src='https://cdn.gtranslate.net/widgets/latest/float.js' data-gt-orig-url='/' defer></script>",
             "<script src='https://cdn.weglot.com/weglot.min.js'></script><div class='weglot-translate'></div>",
             "<div id='google_translate_element' class='skiptranslate'></div>",
             "<script>new google.translate.TranslateElement({pageLanguage: 'en'})</script>",
             "<a href='https://harbour-example.translate.goog/?_x_tr_sl=en&_x_tr_tl=es'>En español</a>",
             "<div class='transposh_flags'></div><ul class='trp-language-switcher' data-trp-translation='x'></ul>",
             "<script src='https://cdn2.bablic.com/js/bablic.js'></script><link rel='alternate' href='/de'>",
             "<script>window.gtranslateSettings = {default_language: 'en', languages: ['en', 'es']}</script>"}) {
    CAPTURE(offer);
    CHECK(marks_of("<html lang='en'><body>" + offer + kStory + offer).empty());
  }
}

TEST_CASE("Words about marks are none, nor is code that is shown") {
  CHECK(
      marks_of("<p>Browsers set &lt;html class=\"translated-ltr\"&gt; on a page that they have translated for you.</p>")
          .empty());
  CHECK(marks_of("<!-- <html class='translated-ltr'> -->" + kStory).empty());
  CHECK(marks_of_head("<script>var a = '<html class=\"translated-ltr\">';</script>").empty());
}

TEST_CASE("Tags of a translator count when most of the article is inside them") {
  const std::string font = "<font style=\"vertical-align: inherit;\">";
  const auto translated = [&](const std::string& text) { return "<p>" + font + font + text + "</font></font></p>"; };
  CHECK(marks_of(translated(kFirst) + translated(kSecond)) == Codes{font});
  CHECK(marks_of(translated(kFirst) + translated(kSecond), Markup::kFragment) == Codes{font});
  CHECK(marks_of(kStory + kStory + translated(kFirst)).empty());
  CHECK(marks_of("<div class=comments>" + translated(kFirst) + "</div>" + kStory).empty());
  CHECK(marks_of("<p>" + font + kFirst + "</font></p>").empty());
  CHECK(marks_of("<p><font color=red><font size=2>" + kFirst + "</font></font></p>").empty());
  CHECK(marks_of("<p _msthash='1' _msttexthash='2'>" + kFirst + "</p>").size() == 1);
  CHECK(marks_of("<p><ya-tr-span data-source-lang='ru'>" + kFirst + "</ya-tr-span></p>").size() == 1);
}

TEST_CASE("A proxy that translates shows in the address") {
  CHECK(mark_of_address("https://harbour-example.translate.goog/crane?_x_tr_sl=de")->code ==
        "harbour-example.translate.goog");
  CHECK(mark_of_address("https://translate.googleusercontent.com/translate_c?u=x"));
  CHECK_FALSE(mark_of_address("https://harbour.example/translate.goog"));
  CHECK_FALSE(mark_of_address(""));
}

TEST_CASE("A long tag is cut off between characters") {
  const std::string code =
      marks_of("<html class='translated-ltr' title='" + std::string(83, 'x') + "ééé'>" + kStory)[0];
  CHECK(code.size() == 119 + 3);
  CHECK(code.ends_with("x..."));
}

}  // namespace
}  // namespace calque
