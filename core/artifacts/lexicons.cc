#include "artifacts/lexicons.h"

#include <string>
#include <utility>
#include <vector>

namespace calque {

Expected<std::string> build_phrases(std::span<const LexiconSource> sources) {
  std::vector<PhraseEntry> entries;
  for (const LexiconSource& source : sources) {
    if (auto parsed = parse_phrases(source.section, source.tsv, entries); !parsed)
      return tl::unexpected(parsed.error());
  }
  return build_phrases(entries);
}

Expected<Lexicons> Lexicons::load(const Pack& pack) {
  Lexicons lexicons;
  const auto owner = std::make_shared<const Pack>(pack);
  lexicons.owner = owner;
  if (const auto section = owner->section("phrases"); !section.empty()) {
    auto phrases = PhraseLexicon::load(section);
    if (!phrases) return tl::unexpected(Error{phrases.error().kind, pack.path() + ": " + phrases.error().message});
    lexicons.phrases = *phrases;
  }
  auto evidence = ContextEvidence::load(pack);
  if (!evidence) return tl::unexpected(evidence.error());
  lexicons.evidence = *std::move(evidence);
  return lexicons;
}

Expected<Lexicons> Lexicons::parse(std::span<const LexiconSource> sources) {
  auto section = build_phrases(sources);
  if (!section) return tl::unexpected(section.error());
  Lexicons lexicons;
  const auto owner = std::make_shared<const std::string>(*std::move(section));
  lexicons.owner = owner;
  auto phrases = PhraseLexicon::load(std::as_bytes(std::span(*owner)));
  if (!phrases) return tl::unexpected(phrases.error());
  lexicons.phrases = *phrases;
  return lexicons;
}

}  // namespace calque
