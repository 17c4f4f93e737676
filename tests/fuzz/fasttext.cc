// fastText models of any origin: reads and fuses them, and scores a line.
#include "calque/text.h"
#include "fuzz/target.h"
#include "heads/heads.h"
#include "heads/stream.h"

namespace calque::fuzz {

void run(std::string_view input) {
  const MemoryFile file(input);
  const auto heads = Heads::load_classifier(file.path(), "machine");
  if (!heads) {
    demand(heads.error().kind == ErrorKind::kModel && !heads.error().message.empty(), "a refusal says why");
    return;
  }
  constexpr std::string_view kLine = "the minister said that the withdrawal , of the pace";
  const Text text;
  const Sentence sentence{{0, static_cast<std::uint32_t>(kLine.size())}, 0, 0, 0};
  heads->score(Stream(kLine, text, StreamKind::kRaw).read(sentence), kLine);
}

}  // namespace calque::fuzz
