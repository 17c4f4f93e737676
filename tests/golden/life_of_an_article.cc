// core/README.md follows one article through the folders. This test compares its values for each stage with the real
// ones.
#include <fmt/format.h>

#include <algorithm>

#include "calque/analyzer.h"
#include "calque/feed.h"
#include "support/catch.h"
#include "support/scratch.h"

namespace calque {
namespace {

const std::string kSource = CALQUE_SOURCE_DIR;

Document golden_document() {
  const auto source = open_feed(kSource + "/tests/golden/life_of_an_article.jsonl", FeedFormat::kAuto);
  REQUIRE(source);
  const auto record = (*source)->next();
  REQUIRE(record);
  auto document = RecordParser().parse(**record);
  REQUIRE(document);
  return *document;
}

std::string head_means(const Analyzer& analyzer, const Analysis& analysis) {
  const std::vector<std::string>& names = analyzer.head_names();
  std::string line;
  for (std::size_t head = 0; head < names.size(); ++head) {
    double sum = 0;
    for (std::size_t i = head; i < analysis.head_scores.size(); i += names.size()) sum += analysis.head_scores[i];
    line += fmt::format("{}{} {:+.2f}", head == 0 ? "" : ", ", names[head],
                        sum / static_cast<double>(analysis.text.sentences.size()));
  }
  return line;
}

std::string findings(const Analysis& analysis) {
  std::string line;
  for (const Finding& finding : analysis.findings) {
    line +=
        fmt::format("{}{} \"{}\"", line.empty() ? "" : ", ", finding.detector, finding.span.of(analysis.article.text));
  }
  return line;
}

// One line for each stage, as in the README.
std::vector<std::string> life(const Analyzer& analyzer, const Document& document) {
  const Analysis analysis = analyzer.analyze(document);
  const Article& article = analysis.article;
  const auto boilerplate =
      std::ranges::count_if(article.blocks, [](const Block& block) { return block.kind == BlockKind::kBoilerplate; });
  return {
      fmt::format("feed       document {}, {} bytes of {}", document.id, document.bytes.size(), document.charset),
      fmt::format("article    {} bytes after normalisation; {} blocks, {} of them boilerplate", article.text.size(),
                  article.blocks.size(), boilerplate),
      fmt::format("text       {} sentences, {} tokens, {} of them words or numbers", analysis.text.sentences.size(),
                  analysis.text.tokens.size(), analysis.text.words),
      fmt::format("artifacts  {}", findings(analysis)),
      fmt::format("heads      {}", head_means(analyzer, analysis)),
      fmt::format("verdict    {}, probability {:.3f}, threshold {:.2f}", label_name(analysis.verdict.label),
                  analysis.verdict.probability.value_or(-1), analyzer.threshold()),
  };
}

TEST_CASE("The values in core/README.md are those of the golden article") {
  const auto analyzer = Analyzer::load(CALQUE_BINARY_DIR "/share/calque/en.calque");
  REQUIRE(analyzer);
  const std::string readme = testing::read_file(kSource + "/core/README.md");
  for (const std::string& line : life(*analyzer, golden_document())) {
    INFO("core/README.md should say:\n    " << line);
    CHECK(readme.find("    " + line + "\n") != std::string::npos);
  }
}

TEST_CASE("A place in normalised text maps to the place in the input") {
  const auto analyzer = Analyzer::load(CALQUE_BINARY_DIR "/share/calque/en.calque");
  REQUIRE(analyzer);
  const Document document = golden_document();
  const Analysis analysis = analyzer->analyze(document);
  const auto begin = static_cast<std::uint32_t>(analysis.article.text.find("Arden"));
  CHECK(document.bytes.substr(analysis.article.offsets.to_input(begin), 5) == "Arden");
  CHECK(analysis.article.offsets.to_input(begin) ==
        begin + 1);  // the input has the accent of José as a separate character
}

}  // namespace
}  // namespace calque
