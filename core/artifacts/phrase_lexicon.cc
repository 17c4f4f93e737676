#include "artifacts/phrase_lexicon.h"

#include <algorithm>
#include <bit>

#include "artifacts/token_tests.h"

namespace calque {
namespace {

constexpr std::uint64_t kTaken = std::uint64_t{1} << 63;  // set in every anchor: 0 marks a free cell

// Keys are well-mixed hashes already.
std::uint64_t anchor_of(std::uint64_t key) { return key | kTaken; }
std::uint64_t anchor_of(std::uint64_t first, std::uint64_t second) { return (first ^ std::rotl(second, 23)) | kTaken; }

bool is_one_of(const std::vector<std::uint64_t>& keys, std::uint64_t key) {
  return std::ranges::find(keys, key) != keys.end();
}

}  // namespace

PhraseLexicon::PhraseLexicon(std::vector<PhraseEntry> entries) : entries_(std::move(entries)) {
  Anchors pairs;
  Anchors singles;
  for (std::uint32_t i = 0; i < entries_.size(); ++i) {
    add_phrase(entries_[i]);
    add_anchors(i, pairs, singles);
  }
  pairs_ = Filter(pairs);
  singles_ = Filter(singles);
  pairs.insert(pairs.end(), singles.begin(), singles.end());
  fill_table(std::move(pairs));
}

PhraseLexicon::Filter::Filter(const Anchors& anchors) : words_(std::bit_ceil(anchors.size() / 4 + 1)) {
  for (const auto& [anchor, entry] : anchors) words_[word_of(anchor)] |= bit_of(anchor);
}

void PhraseLexicon::add_phrase(const PhraseEntry& entry) {
  Phrase phrase;
  phrase.begin = static_cast<std::uint32_t>(slots_.size());
  bool had_alternation = false;
  for (const PhraseSlot& source : entry.slots) {
    if (source.refused) {
      auto& refused = &source == &entry.slots.front() ? phrase.refused_before : phrase.refused_after;
      for (const std::string& word : source.words) refused.push_back(key_of(word));
      continue;
    }
    if (!had_alternation) phrase.form_slot = static_cast<std::uint32_t>(slots_.size());
    had_alternation |= source.words.size() > 1;
    auto begin = static_cast<std::uint32_t>(keys_.size());
    for (const std::string& word : source.words) keys_.push_back(key_of(word));
    slots_.push_back({begin, static_cast<std::uint32_t>(keys_.size()), source.optional});
  }
  phrase.end = static_cast<std::uint32_t>(slots_.size());
  phrases_.push_back(std::move(phrase));
}

std::vector<std::uint64_t> PhraseLexicon::second_words(const Phrase& phrase) const {
  std::vector<std::uint64_t> words;
  for (std::uint32_t slot = phrase.begin + 1; slot < phrase.end; ++slot) {
    std::span<const std::uint64_t> here = words_of(slots_[slot]);
    if (here.empty()) return {};
    words.insert(words.end(), here.begin(), here.end());
    if (!slots_[slot].optional) return words;
  }
  return {};
}

void PhraseLexicon::add_anchors(std::uint32_t entry, Anchors& pairs, Anchors& singles) const {
  const Phrase& phrase = phrases_[entry];
  std::vector<std::uint64_t> seconds = second_words(phrase);
  for (std::uint64_t first : words_of(slots_[phrase.begin])) {
    if (seconds.empty()) singles.emplace_back(anchor_of(first), entry);
    for (std::uint64_t second : seconds) pairs.emplace_back(anchor_of(first, second), entry);
  }
}

void PhraseLexicon::fill_table(Anchors anchors) {
  std::ranges::sort(anchors);
  phrases_of_anchors_.reserve(anchors.size());
  std::vector<Cell> cells;
  for (const auto& [anchor, entry] : anchors) {
    auto at = static_cast<std::uint32_t>(phrases_of_anchors_.size());
    if (cells.empty() || cells.back().anchor != anchor) cells.push_back({anchor, at, at});
    phrases_of_anchors_.push_back(entry);
    ++cells.back().end;
  }
  table_.resize(std::bit_ceil(2 * cells.size() + 1));
  std::size_t mask = table_.size() - 1;
  for (const Cell& cell : cells) {
    std::size_t at = cell.anchor & mask;
    while (table_[at].anchor != 0) at = (at + 1) & mask;
    table_[at] = cell;
  }
}

PhraseLexicon::Reach PhraseLexicon::reach(const Phrase& phrase, std::uint32_t slot, std::span<const Token> tokens,
                                          std::size_t at) const {
  if (slot == phrase.end) {
    bool is_refused = at < tokens.size() && is_one_of(phrase.refused_after, tokens[at].key);
    return {is_refused ? 0 : static_cast<std::uint32_t>(at), 0};
  }
  Reach longest;
  std::span<const std::uint64_t> words = words_of(slots_[slot]);
  if (at < tokens.size()) {
    auto word = std::ranges::find(words, tokens[at].key);
    bool stands = words.empty() ? tokens[at].kind != TokenKind::kPunctuation : word != words.end();
    if (stands) longest = reach(phrase, slot + 1, tokens, at + 1);
    if (stands && slot == phrase.form_slot) longest.form = static_cast<std::uint32_t>(word - words.begin());
  }
  if (slots_[slot].optional) {
    Reach without = reach(phrase, slot + 1, tokens, at);
    if (without.end > longest.end) longest = without;
  }
  return longest;
}

void PhraseLexicon::take_longer(std::uint64_t anchor, std::span<const Token> tokens, std::size_t at, Reach& longest,
                                std::uint32_t& entry) const {
  std::size_t mask = table_.size() - 1;
  std::size_t cell = anchor & mask;
  while (table_[cell].anchor != 0 && table_[cell].anchor != anchor) cell = (cell + 1) & mask;
  for (std::uint32_t i = table_[cell].begin; i < table_[cell].end; ++i) {
    const Phrase& phrase = phrases_[phrases_of_anchors_[i]];
    if (at > 0 && is_one_of(phrase.refused_before, tokens[at - 1].key)) continue;
    Reach reached = reach(phrase, phrase.begin, tokens, at);
    if (reached.end <= longest.end) continue;
    longest = reached;
    entry = phrases_of_anchors_[i];
  }
}

void PhraseLexicon::match(std::span<const Token> tokens, std::vector<PhraseMatch>& matches) const {
  for (std::size_t at = 0; at < tokens.size();) {
    std::uint64_t pair = anchor_of(tokens[at].key, at + 1 < tokens.size() ? tokens[at + 1].key : 0);
    std::uint64_t single = anchor_of(tokens[at].key);
    Reach longest;
    std::uint32_t found = 0;
    if (pairs_.may_hold(pair)) take_longer(pair, tokens, at, longest, found);
    if (singles_.may_hold(single)) take_longer(single, tokens, at, longest, found);
    if (longest.end == 0) {
      ++at;
      continue;
    }
    const PhraseEntry& entry = entries_[found];
    std::string_view suggestion;
    if (!entry.suggestions.empty()) suggestion = entry.suggestions[entry.suggestions.size() == 1 ? 0 : longest.form];
    matches.push_back({&entry, suggestion, static_cast<std::uint32_t>(at), longest.end});
    at = longest.end;
  }
}

}  // namespace calque
