#include <array>

#include "artifacts/detector.h"
#include "artifacts/token_tests.h"

namespace calque {
namespace {

// Characters that the tools around statistical engines write as entities. "&amp;", "&nbsp;", "&lt;" and "&gt;" are left
// out: web pages without any translation show them too.
constexpr auto kEntities = std::to_array<std::string_view>({"apos", "quot", "bar", "lsqb", "rsqb"});

constexpr std::uint64_t kAmpersand = key_of("&");
constexpr std::uint64_t kAt = key_of("@");
constexpr std::uint64_t kSemicolon = key_of(";");

// "&quot;", also pulled apart by an engine: "& quot ;".
bool is_entity(const Passage& passage, std::span<const Token, 3> tokens) {
  if (tokens[0].key != kAmpersand || tokens[2].key != kSemicolon) return false;
  return std::ranges::find(kEntities, passage.of(tokens[1])) != kEntities.end();
}

// "@-@", by which tokenisers remember that a hyphen had no spaces.
bool is_joiner(const Passage& passage, std::span<const Token, 3> tokens) {
  if (tokens[0].key != kAt || tokens[2].key != kAt) return false;
  std::string_view mark = passage.of(tokens[1]);
  return touch(tokens[0], tokens[1]) && touch(tokens[1], tokens[2]) &&
         (mark == "-" || mark == "," || mark == "." || mark == "/");
}

void find(const Passage& passage, std::vector<Finding>& findings) {
  std::span<const Token> tokens = passage.text.tokens;
  for (std::size_t at = 0; at + 2 < tokens.size(); ++at) {
    if (tokens[at].key != kAmpersand && tokens[at].key != kAt) continue;
    std::span<const Token, 3> three = tokens.subspan(at).first<3>();
    if (!is_entity(passage, three) && !is_joiner(passage, three)) continue;
    Finding& finding = findings.emplace_back();
    finding.span = {three[0].span.begin, three[2].span.end};
    at += 2;
  }
}

constexpr auto kFlagged = std::to_array<std::string_view>({
    "He called it a [&quot;]farce[&quot;] and left.",
    "The king [& apos ;] s guard was doubled.",
    "A far [@-@] reaching reform is planned.",
});

constexpr auto kPassed = std::to_array<std::string_view>({
    "AT&T; Smith & Sons; Marks & Spencer; all of them lost.",
    "Write to press@example.org or to @press.",
});

}  // namespace

extern const Detector kLeakedMarkup = {
    .id = "leaked-markup",
    .type = ArtifactType::kPlaceholder,
    .mqm = "fluency/typography/markup",
    .why = "A code that stands for a mark, such as &quot; or @-@, was left in the text by the tools around an engine.",
    .find = find,
    .flagged = kFlagged,
    .passed = kPassed,
};

}  // namespace calque
