#include <array>

#include "artifacts/detector.h"

namespace calque::common {
namespace {

using namespace word_class;

// Characters that the tools around statistical engines write as entities. "&amp;", "&nbsp;", "&lt;" and "&gt;" are left
// out: web pages without any translation show them too.
constexpr auto kEntities = std::to_array<std::string_view>({"apos", "quot", "bar", "lsqb", "rsqb"});

constexpr std::uint64_t kAmpersand = key_of("&");
constexpr std::uint64_t kAt = key_of("@");
constexpr std::uint64_t kSemicolon = key_of(";");

// "&quot;", also pulled apart by an engine: "& quot ;".
bool is_entity(const SentenceView& view, std::size_t at) {
  return view.is_key(at, kAmpersand) && view.is_key(at + 2, kSemicolon) && is_one_of(kEntities, view.word(at + 1));
}

// "@-@", by which tokenisers remember that a hyphen had no spaces.
bool is_joiner(const SentenceView& view, std::size_t at) {
  if (!view.is_key(at, kAt) || !view.is_key(at + 2, kAt)) return false;
  constexpr auto kJoined = std::to_array<std::string_view>({"-", ",", ".", "/"});
  return view.touches_next(at) && view.touches_next(at + 1) && is_one_of(kJoined, view.word(at + 1));
}

void find(const SentenceView& view, std::size_t at, std::vector<Finding>& findings) {
  if (!is_entity(view, at) && !is_joiner(view, at)) return;
  const Span span = view.span(at, at + 2);
  if (!findings.empty() && findings.back().span.end > span.begin) return;  // "@-@-@" is one
  findings.emplace_back().span = span;
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
    .trigger = kMarkup,
    .find = find,
    .flagged = kFlagged,
    .passed = kPassed,
};

}  // namespace calque::common
