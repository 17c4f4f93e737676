// Character references, by the letter of the HTML standard.
#include "article/html_entities.h"

#include "article/reading.h"

namespace calque {
namespace {

std::string decoded(std::string_view text, EntityPlace place = EntityPlace::kText) {
  std::string out;
  append_decoded_entities(text, place, out);
  return out;
}

TEST_CASE("Names and numbers are decoded as browsers do") {
  CHECK(decoded("&eacute;&amp;&lt;&#8217;&#x2019;&#X2019;&#8217&hellip;") == "\u00e9&<\u2019\u2019\u2019\u2019\u2026");
  CHECK(decoded("It&apos;s &quot;Ahoy&quot;&comma; said she&period;") == "It's \"Ahoy\", said she.");
  CHECK(decoded("&AMP;&NewLine;&fjlig;&Afr;&NotEqualTilde;&zwnj;") == "&\nfj\U0001D504\u2242\u0338\u200C");
  CHECK(decoded("&CounterClockwiseContourIntegral;") == "\u2233");
  CHECK(decoded("&unknown; & &#; &#x; &; AT&T &é;") == "&unknown; & &#; &#x; &; AT&T &é;");
}

TEST_CASE("Of names that need no semicolon the longest counts") {
  CHECK(decoded("&copy 2026 &notit; &notin; &not;it &frac12x &sup1 &sup") ==
        "\u00a9 2026 \u00acit; \u2209 \u00acit \u00bdx \u00b9 &sup");
  CHECK(decoded("&lt&gt&amp&amp") == "<>&&");
  CHECK(decoded("&hellip &Eacute") == "&hellip \u00c9");
}

TEST_CASE("In an attribute a name that goes on, or has a value, is a parameter of an address") {
  CHECK(decoded("?a=1&copy=2&regex&lt;&para;", EntityPlace::kAttribute) == "?a=1&copy=2&regex<\u00b6");
  CHECK(decoded("Crane &copy 2026 &reg", EntityPlace::kAttribute) == "Crane \u00a9 2026 \u00ae");
  CHECK(decoded("?a=1&copy=2&regex") == "?a=1\u00a9=2\u00aeex");
}

TEST_CASE("Numbers 128 to 159 are those of windows-1252, and what is no character is replaced") {
  CHECK(decoded("&#128;&#145;&#146;&#x97;&#129;&#160;") == "\u20ac\u2018\u2019\u2014\u0081\u00a0");
  CHECK(decoded("&#0;&#xD800;&#xDFFF;&#x110000;&#99999999999;") == "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD");
  CHECK(decoded("&#000000000065;&#x10FFFF;") == "A\U0010FFFF");
}

TEST_CASE("An apostrophe by name is no letter of the article") {
  Document document;
  document.markup = Markup::kPage;
  document.bytes =
      "<p>It&apos;s the harbour&apos;s oldest crane, and it isn&apos;t for sale to anyone in the town.</p>";
  CHECK(read_article(document).text == "It's the harbour's oldest crane, and it isn't for sale to anyone in the town.");
}

}  // namespace
}  // namespace calque
