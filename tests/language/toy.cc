// A second language is a folder and a pack. This one is invented, has one rule, and goes through the whole pipeline. No
// part of English may affect it.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "artifacts/find_artifacts.h"
#include "calque/analyzer.h"
#include "heads/fuse.h"
#include "support/catch.h"
#include "support/english.h"
#include "support/english_lexicons.h"
#include "support/marked.h"
#include "support/scratch.h"
#include "verdict/features.h"

namespace calque {
namespace {

constexpr WordClasses kMo = WordClasses{1} << word_class::bit::kFirstOfLanguage;
constexpr WordClasses kTre = kMo << 1;
constexpr auto kClasses = std::to_array<ClassWords>({{kMo, "mo"}, {kTre, "tre"}});
constexpr std::array<ClassCell, 256> kCells = make_class_cells<256>(kClasses);

// The toy's one rule: "mo tre" is how engines write "motre".
void find_mo_tre(const SentenceView& view, std::size_t at, std::vector<Finding>& findings) {
  if (view.is(at - 1, kMo)) findings.emplace_back().span = view.span(at - 1, at);
}

const Detector kMoTre = {.id = "mo-tre",
                         .type = ArtifactType::kPreposition,
                         .mqm = "fluency/grammar",
                         .why = "\"mo\" and \"tre\" are one word.",
                         .trigger = kTre,
                         .find = find_mo_tre};
constexpr std::array<const Detector*, 1> kDetectors = {&kMoTre};

const Grammar& toy_grammar() {
  static const Grammar kGrammar(kDetectors, ClassTable(kCells));
  return kGrammar;
}

std::string toy_file(const std::string& name) {
  return testing::read_file(CALQUE_SOURCE_DIR "/tests/language/toy/" + name);
}

const Language& toy() {
  static const std::string kWords = toy_file("word_lists.tsv");
  static const std::string kAbbreviations = toy_file("abbreviations.tsv");
  static const std::string kFurniture = toy_file("page_furniture.tsv");
  static const Language kToy = read_language({.code = "qx",
                                              .least_function_words = 0.2,
                                              .word_lists = kWords,
                                              .abbreviations = kAbbreviations,
                                              .page_furniture = kFurniture,
                                              .grammar = &toy_grammar()})
                                   .value();
  return kToy;
}

// An article model that gives even odds to every text of at least six words.
std::string verdict_json() {
  std::string names, zeros, ones;
  for (const std::string& name : feature_names(std::vector<std::string>{"only"})) {
    const char* const comma = names.empty() ? "" : ",";
    names += fmt::format("{}\"{}\"", comma, name);
    zeros += fmt::format("{}0", comma);
    ones += fmt::format("{}1", comma);
  }
  return fmt::format(
      R"({{"version":"toy-1","features":[{0}],"center":[{1}],"scale":[{2}],"weights":[[{1}],[{1}],[{1}],[{1}],[{1}]],)"
      R"("bias":[0,0,0,0,0],"calibration":{{"slope":1,"offset":0}},"doubts":{{"weights":[{1}],"offset":0,"most":0}},)"
      R"("false_positives":[[0.01,0.8]],"translation_false_positives":[[0.04,0.8]],)"
      R"("register":{{"news":0.04,"other":0.08,"rest":0.2}},"quality":null,"min_words":6}})",
      names, zeros, ones);
}

// The smallest pack that gives verdicts.
Pack toy_pack(const testing::Scratch& scratch, const std::string& language) {
  FusedHead head;
  head.name = "only";
  head.word_ngrams = 2;
  head.words.push_back({key_of("rema"), 1, 0.5F});
  head.buckets = {0.25F, -0.25F};
  PackSections sections = head_sections((*interleave({head}))->tables);
  sections.emplace_back("verdict.json", verdict_json());
  if (!language.empty()) sections.emplace_back("language", language);
  REQUIRE(write_pack(scratch.path("toy.calque"), sections));
  return *Pack::open(scratch.path("toy.calque"));
}

Analysis analysis_of(const std::string& text, const Language& language = toy()) {
  const testing::Scratch scratch;
  const auto analyzer = Analyzer::load(toy_pack(scratch, "qx"), {}, language);
  REQUIRE(analyzer);
  Document document;
  document.bytes = text;
  document.charset = "utf-8";
  return analyzer->analyze(document);
}

std::vector<std::string_view> detectors_of(const Analysis& analysis) {
  std::vector<std::string_view> ids;
  for (const Finding& finding : analysis.findings) ids.push_back(finding.detector);
  return ids;
}

std::string sentences_of(const Analysis& analysis) {
  std::vector<Span> spans;
  for (const Sentence& sentence : analysis.text.sentences) spans.push_back(sentence.span);
  return draw(analysis.article.text, spans);
}

TEST_CASE("A language's own rule finds its phrase, and no rule of English finds anything") {
  const std::string article = "Ti rema ka ven mo tre port, the the nu vela. Ka bona ti the Thursday of 2.000 peoples.";
  const Analysis toys = analysis_of(article);
  CHECK(toys.verdict.basis == Basis::kScored);
  CHECK(detectors_of(toys) == std::vector<std::string_view>{"mo-tre"});
  CHECK(draw(toys.article.text, {toys.findings.at(0).span}).find("ven [mo tre] port") != std::string::npos);
  CHECK(toys.findings[0].why == kMoTre.why);
  // English rules do find something in this text.
  const auto context = context_of(NgramCounts(), toys.article, toys.text);
  CHECK_FALSE(find_artifacts({toys.article, toys.text, english_lexicons(), context}, *english().grammar).empty());
}

TEST_CASE("A language's own abbreviations do not end a sentence, and those of English do") {
  CHECK(sentences_of(analysis_of("Ka dom Dom. Talvi ti ven. Mr. Talvi ka rema nu vela.")) ==
        "[Ka dom Dom. Talvi ti ven.] [Mr.] [Talvi ka rema nu vela.]");
}

TEST_CASE("A language's own furniture is boilerplate, and that of English is not") {
  const Analysis analysis =
      analysis_of("Legu plu\n\nRead more\n\nTi rema ka ven ra port nu vela, ka bona ti vela.\n\nParte na Facebook");
  std::vector<BlockKind> kinds;
  for (const Block& block : analysis.article.blocks) kinds.push_back(block.kind);
  CHECK(kinds == std::vector<BlockKind>{BlockKind::kBoilerplate, BlockKind::kParagraph, BlockKind::kParagraph,
                                        BlockKind::kBoilerplate});
}

TEST_CASE("A language's own function words decide which texts are in another language, such as English") {
  const Analysis own = analysis_of("Ti rema ka ven mo tre port nu vela.");
  CHECK(own.verdict.basis == Basis::kScored);
  CHECK(own.verdict.probability);
  const Analysis foreign = analysis_of("The minister said that mo tre withdrawal of the forces would begin.");
  CHECK(foreign.verdict.basis == Basis::kOtherLanguage);
  CHECK(foreign.findings.empty());
  CHECK(foreign.head_scores.empty());
}

TEST_CASE("A pack names its language, and an unknown language is refused with a list of the known ones") {
  const testing::Scratch scratch;
  toy_pack(scratch, "qx");
  const auto refused = Analyzer::load(scratch.path("toy.calque"));
  REQUIRE_FALSE(refused);
  CHECK(refused.error().kind == ErrorKind::kModel);
  CHECK(refused.error().message.find("language \"qx\", and this version of Calque knows only: en") !=
        std::string::npos);
  for (const char* const code : {"", "en", "en\n"}) {
    toy_pack(scratch, code);
    CHECK(Analyzer::load(scratch.path("toy.calque")));
  }
}

}  // namespace
}  // namespace calque
