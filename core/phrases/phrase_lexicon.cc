#include "phrases/phrase_lexicon.h"

#include <algorithm>
#include <bit>

#include "base/word_hash.h"

namespace calque {
namespace {

constexpr std::uint64_t kTaken = std::uint64_t{1} << 63;  // set in every anchor: key 0 is of a free cell

// Keys are well-mixed hashes already.
std::uint64_t anchor_of(std::uint64_t first) { return first | kTaken; }
std::uint64_t anchor_of(std::uint64_t first, std::uint64_t other, std::size_t distance) {
  return (first ^ std::rotl(other, static_cast<int>(20 + distance))) | kTaken;
}

bool is_one_of(const std::vector<std::uint64_t>& keys, std::uint64_t key) {
  return std::ranges::find(keys, key) != keys.end();
}

}  // namespace

PhraseLexicon::PhraseLexicon(std::vector<PhraseEntry> entries) : entries_(std::move(entries)) {
  for (const PhraseEntry& entry : entries_) add_phrase(entry);
  Anchors anchors = choose_anchors();
  filter_ = Filter(anchors);
  fill_table(std::move(anchors));
}

PhraseLexicon::Filter::Filter(const Anchors& anchors) : words_(std::bit_ceil(anchors.size() / 4 + 1)) {
  for (const auto& [anchor, entry] : anchors) words_[word_of(anchor)] |= bits_of(anchor);
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

bool PhraseLexicon::words_behind(const Phrase& phrase, std::uint32_t slot, std::size_t distance,
                                 std::vector<std::uint64_t>& words) const {
  if (slot == phrase.end) return false;
  if (slots_[slot].optional && !words_behind(phrase, slot + 1, distance, words)) return false;
  if (distance > 0) return words_behind(phrase, slot + 1, distance - 1, words);
  const std::span<const std::uint64_t> here = words_of(slots_[slot]);
  words.insert(words.end(), here.begin(), here.end());
  return !here.empty();
}

std::vector<std::uint64_t> PhraseLexicon::anchors_at(const Phrase& phrase, std::size_t distance) const {
  std::vector<std::uint64_t> others;
  if (distance > 0 && !words_behind(phrase, phrase.begin, distance, others)) return {};
  std::vector<std::uint64_t> anchors;
  for (const std::uint64_t first : words_of(slots_[phrase.begin])) {
    if (distance == 0) anchors.push_back(anchor_of(first));
    for (const std::uint64_t other : others) anchors.push_back(anchor_of(first, other, distance));
  }
  return anchors;
}

PhraseLexicon::Anchors PhraseLexicon::choose_anchors() const {
  // The number of phrases by anchor. A collision can only make the choice worse.
  std::vector<std::uint32_t> sharing(std::size_t{1} << 16);
  const auto slot_of = [&](std::uint64_t anchor) -> std::uint32_t& { return sharing[anchor % sharing.size()]; };
  // A phrase's anchors at each place where few words can stand.
  std::vector<std::vector<std::vector<std::uint64_t>>> open(phrases_.size());
  for (std::size_t i = 0; i < phrases_.size(); ++i) {
    for (std::size_t distance = 1; distance <= kMostDistance; ++distance) {
      std::vector<std::uint64_t> anchors = anchors_at(phrases_[i], distance);
      for (const std::uint64_t anchor : anchors) ++slot_of(anchor);
      if (!anchors.empty()) open[i].push_back(std::move(anchors));
    }
    if (open[i].empty()) open[i].push_back(anchors_at(phrases_[i], 0));
  }
  const auto most_shared = [&](const std::vector<std::uint64_t>& anchors) {
    std::uint32_t most = 0;
    for (const std::uint64_t anchor : anchors) most = std::max(most, slot_of(anchor));
    return most;
  };
  Anchors chosen;
  for (std::uint32_t i = 0; i < phrases_.size(); ++i) {
    for (const std::uint64_t anchor : *std::ranges::min_element(open[i], {}, most_shared))
      chosen.emplace_back(anchor, i);
  }
  return chosen;
}

void PhraseLexicon::fill_table(Anchors anchors) {
  std::ranges::sort(anchors);
  anchors.erase(std::unique(anchors.begin(), anchors.end()), anchors.end());
  phrases_of_anchors_.reserve(anchors.size());
  std::vector<Cell> rows;
  for (const auto& [anchor, entry] : anchors) {
    auto at = static_cast<std::uint32_t>(phrases_of_anchors_.size());
    if (rows.empty() || rows.back().key != anchor) rows.push_back({anchor, at, at});
    phrases_of_anchors_.push_back(entry);
    ++rows.back().end;
  }
  cells_.resize(cells_for(rows.size()));
  for (const Cell& row : rows) row_for(row.key, cells_) = row;
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
  const Cell* const cell = KeyTable<Cell>(cells_).find(anchor);
  if (cell == nullptr) return;
  for (std::uint32_t i = cell->begin; i < cell->end; ++i) {
    const Phrase& phrase = phrases_[phrases_of_anchors_[i]];
    if (at > 0 && is_one_of(phrase.refused_before, tokens[at - 1].key)) continue;
    Reach reached = reach(phrase, phrase.begin, tokens, at);
    if (reached.end < longest.end || reached.end == 0) continue;
    if (reached.end == longest.end && phrases_of_anchors_[i] > entry) continue;
    longest = reached;
    entry = phrases_of_anchors_[i];
  }
}

void PhraseLexicon::match(std::span<const Token> tokens, std::vector<PhraseMatch>& matches) const {
  for (std::size_t at = 0; at < tokens.size();) {
    Reach longest;
    std::uint32_t found = 0;
    const auto try_anchor = [&](std::uint64_t anchor) {
      if (filter_.may_hold(anchor)) take_longer(anchor, tokens, at, longest, found);
    };
    for (std::size_t distance = 1; distance <= kMostDistance && at + distance < tokens.size(); ++distance) {
      try_anchor(anchor_of(tokens[at].key, tokens[at + distance].key, distance));
    }
    try_anchor(anchor_of(tokens[at].key));
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
