// The page: what it shows, and that no text of an article becomes markup.
#include "report/page.h"

#include <algorithm>
#include <random>

#include "report/example.h"
#include "report/html.h"
#include "support/catch.h"

using namespace calque;

namespace {

// Closes an attribute, element, comment, section or style around it.
const std::string kHostile =
    "\"'><script>alert(1)</script><img src=x onerror=alert(1)>--></style>]]>&lt;\x1b[31m\u202e\xff";

std::string drawn(const std::string& drawing) {
  const Analysis analysis = test::analysis_of(drawing);
  std::string out;
  append_page_article(analysis.article, analysis.text, analysis.findings, out);
  return out;
}

// The page without tips, and with links as [brackets].
std::string outline(std::string html) {
  for (std::size_t at; (at = html.find("<span class=\"tip\"")) != std::string::npos;) {
    html.erase(at, html.find("</span></span>", at) + 14 - at);
  }
  for (std::size_t at; (at = html.find("<a ")) != std::string::npos;)
    html.replace(at, html.find('>', at) + 1 - at, "[");
  for (std::size_t at; (at = html.find("</a>")) != std::string::npos;) html.replace(at, 4, "]");
  for (std::size_t at; (at = html.find("<span")) != std::string::npos;)
    html.erase(at, html.find("</span>", at) + 7 - at);
  return html;
}

bool contains(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

std::size_t count_of(const std::string& text, std::string_view part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

// Checks that every opened element is closed, in order.
bool is_balanced(const std::string& html) {
  std::vector<std::string> open;
  for (std::size_t at = html.find('<'); at != std::string::npos; at = html.find('<', at + 1)) {
    const std::size_t end = html.find_first_of(" />", at + 2);
    const std::string name = html.substr(at + 1, end - at - 1);
    const std::size_t close = html.find('>', at);
    const bool is_void = name == "meta" || name == "br" || name[0] == '!' || html[close - 1] == '/';
    if (html[at + 1] == '/') {
      if (open.empty() || "/" + open.back() != name) return false;
      open.pop_back();
    } else if (!is_void) {
      open.push_back(name);
    }
  }
  return open.empty();
}

}  // namespace

TEST_CASE("Findings are links with their numbers, also where they overlap") {
  CHECK(outline(drawn("He left [the the] old town [the Thursday].")) ==
        "<p>He left [the the<sup>1</sup>] old town [the Thursday<sup>2</sup>].</p>\n");
  CHECK(outline(drawn("The [forces of [pace pace]] left.")) ==
        "<p>The [forces of ][pace pace<sup>1</sup><sup>2</sup>] left.</p>\n");
  CHECK(outline(drawn("[A [b] c] d")) == "<p>[A ][b<sup>2</sup>][ c<sup>1</sup>] d</p>\n");
}

TEST_CASE("An empty finding is shown on the next character") {
  CHECK(outline(drawn("A []\u00e9t\u00e9.")) == "<p>A [\u00e9<sup>1</sup>]t\u00e9.</p>\n");
}

TEST_CASE("Every place links to its finding and every finding to its place") {
  Analysis analysis = test::analysis_of("He left [the the] old [[the] Thursday].");
  const std::string page = explain_page({}, analysis, {});
  for (const std::string number : {"1", "2", "3"}) {
    CHECK(count_of(page, "id=\"finding-" + number + "\"") == 1);
    CHECK(count_of(page, "id=\"mark-" + number + "\"") == 1);
    CHECK(contains(page, "href=\"#mark-" + number + "\""));
  }
  CHECK(is_balanced(page));
}

TEST_CASE("Boilerplate is shown as such") {
  Analysis analysis = test::analysis_of("Leave a reply");
  analysis.article.blocks[0].kind = BlockKind::kBoilerplate;
  CHECK(contains(explain_page({}, analysis, {}), "<p class=\"left\">Leave a reply</p>"));
}

TEST_CASE("The curve has a bar for each sentence and head, and the bars of the head about engines are links") {
  Analysis analysis = test::analysis_of("One two. Three four.");
  analysis.text.sentences = {{{0, 8}, 0, 0, 0}, {{9, 20}, 0, 0, 0}};
  analysis.head_scores = {0.5F, -2, 1.5F, 1};
  const Explanation explanation{{{"other", {}}, {"machine", {}}}, 0.8, "en-test"};
  const std::string page = explain_page({}, analysis, explanation);
  CHECK(count_of(page, "<rect ") == 4);
  CHECK(contains(page, "<a href=\"#s-1\"><rect class=\"against\""));
  CHECK(contains(page, "<title>Sentence 2: +1.00</title>"));
  CHECK(contains(page, "id=\"s-2\""));
  CHECK(is_balanced(page));
}

TEST_CASE("The parts that moved the verdict are listed, the strongest first") {
  Explanation explanation;
  explanation.effects = {{"wrong_sense", false, 2.5}, {"machine", true, -1.25}};
  const std::string page = explain_page({}, test::analysis_of("Some words."), explanation);
  CHECK(page.find("wrong_sense</td><td class=\"number\">+2.50") <
        page.find("head machine</td><td class=\"number\">-1.25"));
  CHECK(contains(explain({}, test::analysis_of("Some words."), explanation, {}), "+2.5000  wrong_sense"));
}

TEST_CASE("No text of the input is markup, in any field") {
  Analysis analysis = test::analysis_of("x");
  analysis.article.text = kHostile + " " + kHostile;
  analysis.article.title = kHostile;
  analysis.article.date = kHostile;
  analysis.article.charset = kHostile;
  const auto size = static_cast<std::uint32_t>(analysis.article.text.size());
  analysis.article.blocks = {{{0, size / 2}, BlockKind::kParagraph}, {{size / 2, size}, BlockKind::kBoilerplate}};
  analysis.findings = {{ArtifactType::kName, kHostile, {3, 40}, Severity::kMajor, kHostile, kHostile, kHostile}};
  analysis.verdict = {Label::kMachine, Basis::kScored, 0.9, 10, kHostile, 1};
  analysis.text.sentences = {{{0, size}, 0, 0, 0}};
  analysis.head_scores = {1};
  Document document;
  document.id = document.url = kHostile;
  const Explanation explanation{{{kHostile, {{{0, 30}, 2, 1}}}}, 0.5, kHostile, {{kHostile, true, 1}}};
  const std::string page = explain_page(document, analysis, explanation);
  CHECK(!contains(page, "<script"));
  CHECK(!contains(page, "<img"));
  CHECK(!contains(page,
                  "--"
                  ">"));
  CHECK(count_of(page, "</style>") == 1);
  CHECK(!contains(page, "\x1b"));
  CHECK(!contains(page, "\u202e"));
  CHECK(!contains(page, "\xff"));
  CHECK(is_balanced(page));
}

TEST_CASE("Any bytes in any fields give a balanced page") {
  std::mt19937 random(5);
  const std::string letters = "<>&\"'/!-=ab \n\x01\x1b\xC3\xA9\xE2\x80\xAE\xFF";
  for (int round = 0; round < 3000; ++round) {
    Analysis analysis;
    std::string& text = analysis.article.text;
    for (auto left = 1 + random() % 40; left > 0; --left) text += letters[random() % letters.size()];
    const auto size = static_cast<std::uint32_t>(text.size());
    analysis.article.blocks = {{{0, size}, BlockKind::kParagraph}};
    for (auto left = random() % 5; left > 0; --left) {
      const auto begin = static_cast<std::uint32_t>(random() % size);
      const auto end = begin + static_cast<std::uint32_t>(random() % (size - begin + 1));
      analysis.findings.push_back(test::finding_at({begin, end}));
      analysis.findings.back().why = text;
    }
    std::ranges::sort(analysis.findings, {}, [](const Finding& finding) { return finding.span.begin; });
    Document document;
    document.id = text;
    REQUIRE(is_balanced(explain_page(document, analysis, {})));
  }
}
