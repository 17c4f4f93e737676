#include "artifacts/lexicons.h"

#include <string>
#include <vector>

namespace calque {

Expected<Lexicons> Lexicons::load(const Pack& pack) {
  std::vector<std::string> names = pack.names();
  std::vector<LexiconSource> sources;
  for (const std::string& name : names) {
    if (name.starts_with("lexicon/") && name.ends_with(".tsv")) sources.push_back({name, pack.text(name)});
  }
  auto lexicons = parse(sources);
  if (!lexicons) {
    return tl::unexpected(Error{lexicons.error().kind, pack.path() + ": " + lexicons.error().message});
  }
  auto evidence = ContextEvidence::load(pack);
  if (!evidence) return tl::unexpected(evidence.error());
  lexicons->evidence = *std::move(evidence);
  return lexicons;
}

Expected<Lexicons> Lexicons::parse(std::span<const LexiconSource> sources) {
  std::vector<PhraseEntry> entries;
  for (const LexiconSource& source : sources) {
    if (auto parsed = parse_phrases(source.section, source.tsv, entries); !parsed)
      return tl::unexpected(parsed.error());
  }
  return Lexicons{PhraseLexicon(std::move(entries)), ContextEvidence()};
}

}  // namespace calque
