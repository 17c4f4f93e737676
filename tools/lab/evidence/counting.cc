#include "lab/evidence/counting.h"

#include <algorithm>

#include "labelled/language.h"
#include "text/fold.h"

namespace calque::evidence {

void append_keys(const Segmented& segmented, KeyStream& stream) {
  std::vector<ContextWord> words;
  for (const Sentence& sentence : segmented.tokens.sentences) {
    words.clear();
    append_context_words(segmented.text, segmented.tokens, sentence, labelled_language(), words);
    for (const ContextWord& word : words) stream.push_back(word.key);
  }
}

std::vector<NgramCount> count_ngrams(const KeyStream& stream, NgramKind kind, std::uint64_t least) {
  std::vector<std::uint64_t> hashes;
  hashes.reserve(stream.size());
  for (std::size_t i = 0; i < stream.size(); ++i) {
    if (kind == NgramKind::kWord) hashes.push_back(word_ngram(stream[i]));
    if (kind == NgramKind::kPair && i >= 1) hashes.push_back(pair_ngram(stream[i - 1], stream[i]));
    if (i < 2) continue;
    if (kind == NgramKind::kTriple) hashes.push_back(triple_ngram(stream[i - 2], stream[i - 1], stream[i]));
    if (kind == NgramKind::kGapped) hashes.push_back(gapped_ngram(stream[i - 2], stream[i]));
  }
  std::ranges::sort(hashes);
  std::vector<NgramCount> counts;
  for (std::size_t begin = 0; begin < hashes.size();) {
    std::size_t end = begin;
    while (end < hashes.size() && hashes[end] == hashes[begin]) ++end;
    if (end - begin >= least) counts.push_back({hashes[begin], end - begin});
    begin = end;
  }
  return counts;
}

std::uint64_t count_of(const std::vector<NgramCount>& words, const std::string& folded) {
  const std::uint64_t hash = word_ngram(hash_folded(folded).key);
  const auto found = std::ranges::lower_bound(words, hash, {}, &NgramCount::hash);
  return found != words.end() && found->hash == hash ? found->count : 0;
}

}  // namespace calque::evidence
