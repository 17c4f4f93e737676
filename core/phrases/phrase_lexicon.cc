#include "phrases/phrase_lexicon.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <string>

#include "base/arrays.h"

namespace calque {
namespace {

tl::unexpected<Error> damaged(std::string_view what) {
  return tl::unexpected(Error{ErrorKind::kModel, "phrases: " + std::string(what)});
}

bool lies_in(IndexRange range, std::size_t size) { return range.begin <= range.end && range.end <= size; }

bool is_one_of(std::span<const std::uint64_t> keys, std::uint64_t key) {
  return std::ranges::find(keys, key) != keys.end();
}

}  // namespace

Expected<PhraseLexicon> PhraseLexicon::load(std::span<const std::byte> section) {
  PhraseHeader header;
  if (section.size() < sizeof header) return damaged("cut short");
  std::memcpy(&header, section.data(), sizeof header);
  Arrays arrays(section.subspan(sizeof header));
  PhraseLexicon lexicon;
  lexicon.filter_ = arrays.take<std::uint64_t>(header.filter);
  lexicon.keys_ = arrays.take<std::uint64_t>(header.keys);
  const auto cells = std::as_bytes(arrays.take<PhraseCell>(header.cells));
  lexicon.phrases_ = arrays.take<PhraseRecord>(header.phrases);
  lexicon.slots_ = arrays.take<PhraseWords>(header.slots);
  lexicon.suggestions_ = arrays.take<IndexRange>(header.suggestions);
  lexicon.anchored_ = arrays.take<std::uint32_t>(header.anchored);
  lexicon.starts_ = arrays.take<std::uint8_t>(header.starts);
  lexicon.strings_ = bytes_of(arrays.take<char>(header.strings));
  if (!arrays.end_here()) return damaged("its arrays do not fill the section");
  const auto table = KeyTable<PhraseCell>::over(cells);
  if (!table) return damaged("the cells are no table");
  lexicon.table_ = *table;
  if (!lexicon.holds_what_it_can()) return damaged("a number reaches past the end");
  return lexicon;
}

bool PhraseLexicon::holds_what_it_can() const {
  return std::has_single_bit(filter_.size()) && std::has_single_bit(starts_.size()) &&
         std::ranges::all_of(starts_, [](std::uint8_t distances) { return distances >> (kMostDistance + 1) == 0; }) &&
         std::ranges::all_of(table_.cells(), [&](auto& cell) { return lies_in(cell.anchored, anchored_.size()); }) &&
         std::ranges::all_of(anchored_, [&](std::uint32_t phrase) { return phrase < phrases_.size(); }) &&
         std::ranges::all_of(slots_, [&](auto& slot) { return lies_in(slot.keys, keys_.size()); }) &&
         std::ranges::all_of(suggestions_, [&](auto& string) { return lies_in(string, strings_.size()); }) &&
         std::ranges::all_of(phrases_, [&](auto& phrase) { return is_sound(phrase); });
}

bool PhraseLexicon::is_sound(const PhraseRecord& phrase) const {
  const auto [begin, end] = phrase.slots;
  if (begin == end || !lies_in(phrase.slots, slots_.size()) || end - begin > kMostPhraseSlots) return false;
  if (phrase.form_slot < begin || phrase.form_slot >= end) return false;
  if (slots_[begin].is_optional != 0) return false;  // it would match no token, and the matcher would not go on
  const IndexRange forms = slots_[phrase.form_slot].keys;
  const std::uint32_t suggestions = phrase.suggestions.end - phrase.suggestions.begin;
  return lies_in(phrase.suggestions, suggestions_.size()) &&
         (suggestions <= 1 || suggestions == forms.end - forms.begin) && lies_in(phrase.refused_before, keys_.size()) &&
         lies_in(phrase.refused_after, keys_.size()) && lies_in(phrase.why, strings_.size()) &&
         lies_in(phrase.language, strings_.size()) && phrase.type < kArtifactTypes &&
         phrase.severity <= static_cast<std::uint8_t>(Severity::kMajor);
}

PhraseLexicon::Reach PhraseLexicon::reach(const PhraseRecord& phrase, std::uint32_t slot, std::span<const Token> tokens,
                                          std::size_t at) const {
  if (slot == phrase.slots.end) {
    bool is_refused = at < tokens.size() && is_one_of(keys(phrase.refused_after), tokens[at].key);
    return {is_refused ? 0 : static_cast<std::uint32_t>(at), 0};
  }
  Reach longest;
  const std::span<const std::uint64_t> words = keys(slots_[slot].keys);
  if (at < tokens.size()) {
    auto word = std::ranges::find(words, tokens[at].key);
    bool stands = words.empty() ? tokens[at].kind != TokenKind::kPunctuation : word != words.end();
    if (stands) longest = reach(phrase, slot + 1, tokens, at + 1);
    if (stands && slot == phrase.form_slot) longest.form = static_cast<std::uint32_t>(word - words.begin());
  }
  if (slots_[slot].is_optional != 0) {
    Reach without = reach(phrase, slot + 1, tokens, at);
    if (without.end > longest.end) longest = without;
  }
  return longest;
}

void PhraseLexicon::take_longer(std::uint64_t anchor, std::span<const Token> tokens, std::size_t at, Reach& longest,
                                std::uint32_t& entry) const {
  const PhraseCell* const cell = table_.find(anchor);
  if (cell == nullptr) return;
  for (const std::uint32_t number :
       anchored_.subspan(cell->anchored.begin, cell->anchored.end - cell->anchored.begin)) {
    const PhraseRecord& phrase = phrases_[number];
    if (at > 0 && is_one_of(keys(phrase.refused_before), tokens[at - 1].key)) continue;
    Reach reached = reach(phrase, phrase.slots.begin, tokens, at);
    if (reached.end < longest.end || reached.end == 0) continue;
    if (reached.end == longest.end && number > entry) continue;
    longest = reached;
    entry = number;
  }
}

PhraseMatch PhraseLexicon::match_of(std::uint32_t entry, std::size_t at, Reach reached) const {
  const PhraseRecord& phrase = phrases_[entry];
  const auto suggestions =
      suggestions_.subspan(phrase.suggestions.begin, phrase.suggestions.end - phrase.suggestions.begin);
  std::string_view suggestion;
  if (!suggestions.empty()) suggestion = string(suggestions[suggestions.size() == 1 ? 0 : reached.form]);
  return {static_cast<ArtifactType>(phrase.type),
          static_cast<Severity>(phrase.severity),
          string(phrase.language),
          string(phrase.why),
          suggestion,
          static_cast<std::uint32_t>(at),
          reached.end,
          phrase.holds_names != 0};
}

void PhraseLexicon::match(std::span<const Token> tokens, std::vector<PhraseMatch>& matches) const {
  for (std::size_t at = 0; at < tokens.size();) {
    Reach longest;
    std::uint32_t found = 0;
    const std::uint64_t first = tokens[at].key;
    for (unsigned distances = starts_with(first); distances != 0; distances &= distances - 1) {
      const auto distance = static_cast<std::size_t>(std::countr_zero(distances));
      if (at + distance >= tokens.size()) break;
      const std::uint64_t anchor =
          distance == 0 ? anchor_of(first) : anchor_of(first, tokens[at + distance].key, distance);
      if (may_hold(anchor)) take_longer(anchor, tokens, at, longest, found);
    }
    if (longest.end == 0) {
      ++at;
      continue;
    }
    matches.push_back(match_of(found, at, longest));
    at = longest.end;
  }
}

}  // namespace calque
