#include <array>

#include "artifacts/detector.h"
#include "language/en/word_classes.h"

namespace calque::en {
namespace {

using namespace word_class;

// "told the president Monday", "the judge May chose"
bool is_name(const SentenceView& view, std::size_t at) {
  return view.is_capitalised(at) && !view.is(at, kWeekday | kMonth | kOf) && view.word(at).size() > 2 &&
         is_lower(view.word(at)[1]);
}

// "the president Vladimir Putin", where English has "President Vladimir Putin".
bool stands(const SentenceView& view, std::size_t at) {
  if (!view.is(at - 1, kThe) || !is_lower_word(view.word(at)) || !is_name(view, at + 1)) return false;
  const bool is_compound = !view.stands_apart(at) || view.word(at + 2) == "-";
  // "the president Obama nominated" is a clause. After two names, or a name and a mark, it cannot be one.
  const bool is_closed = is_name(view, at + 2) || view.is(at + 2, kSaid | kSays | kIs | kAnd) || view.is_mark(at + 2);
  return !is_compound && is_closed;
}

void find(const SentenceView& view, std::size_t at, std::vector<Finding>& findings) {
  if (!stands(view, at)) return;
  Finding& finding = findings.emplace_back();
  finding.span = view.span(at - 1, at + 1);
  finding.suggestion = written_like("A", view.word(at)).append(" ").append(view.word(at + 1));
}

constexpr auto kFlagged = std::to_array<std::string_view>({
    "It was said by [the president Vladimir] Morozov on Friday.",
    "They met [the chancellor Keller], who had come by train.",
});

constexpr auto kPassed = std::to_array<std::string_view>({
    "He told the president Monday that it was over.",
    "The judge Mr Keller chose was the best, and the president Peru elected was young.",
    "She met the president, Vladimir Morozov.",
});

}  // namespace

extern const Detector kTitledName = {
    .id = "titled-name",
    .type = ArtifactType::kDeterminer,
    .mqm = "fluency/grammar/determiner",
    .why =
        "English has no article before an office that stands before a name; Spanish, French and Portuguese have one.",
    .trigger = kOffice,
    .find = find,
    .flagged = kFlagged,
    .passed = kPassed,
};

}  // namespace calque::en
