#include "artifacts/phrase_lexicon.h"

#include <algorithm>
#include <bit>

#include "artifacts/token_tests.h"

namespace calque {
namespace {

constexpr std::uint64_t kAnyWord = 0;  // no word in use has this 64-bit hash

constexpr std::uint64_t kTaken = std::uint64_t{1} << 63;  // set in every anchor: 0 marks a free cell

// Keys are well-mixed hashes already.
std::uint64_t anchor_of(std::uint64_t key) { return key | kTaken; }
std::uint64_t anchor_of(std::uint64_t first, std::uint64_t second) { return (first ^ std::rotl(second, 23)) | kTaken; }

bool is_one_of(const std::vector<std::uint64_t>& keys, std::uint64_t key) {
  return std::ranges::find(keys, key) != keys.end();
}

// A reading while it is being put together.
struct Draft {
  std::vector<std::uint64_t> keys;
  std::uint32_t form = 0;
};

// Every draft with every word of `slot`. `is_first` says that the slot's words are the forms of the phrase.
std::vector<Draft> extend(const std::vector<Draft>& drafts, const PhraseSlot& slot, bool is_first) {
  std::vector<Draft> extended;
  for (const Draft& draft : drafts) {
    if (slot.optional) extended.push_back(draft);
    std::uint32_t form = 0;
    for (const std::string& word : slot.words) {
      Draft& longer = extended.emplace_back(draft);
      longer.keys.push_back(key_of(word));
      if (is_first) longer.form = form++;
    }
    if (slot.words.empty()) extended.emplace_back(draft).keys.push_back(kAnyWord);
  }
  return extended;
}

std::vector<Draft> drafts_of(const PhraseEntry& entry) {
  std::vector<Draft> drafts(1);
  bool had_alternation = false;
  for (const PhraseSlot& slot : entry.slots) {
    if (slot.refused) continue;
    bool is_first = !had_alternation && slot.words.size() > 1;
    had_alternation |= is_first;
    drafts = extend(drafts, slot, is_first);
  }
  return drafts;
}

}  // namespace

PhraseLexicon::PhraseLexicon(std::vector<PhraseEntry> entries)
    : entries_(std::move(entries)), refused_(entries_.size()) {
  for (std::uint32_t i = 0; i < entries_.size(); ++i) add_readings(i);
  fill_table();
}

void PhraseLexicon::add_readings(std::uint32_t entry) {
  const std::vector<PhraseSlot>& slots = entries_[entry].slots;
  for (const PhraseSlot& slot : slots) {
    if (!slot.refused) continue;
    std::vector<std::uint64_t>& refused = &slot == &slots.front() ? refused_[entry].before : refused_[entry].after;
    for (const std::string& word : slot.words) refused.push_back(key_of(word));
  }
  for (const Draft& draft : drafts_of(entries_[entry])) {
    std::uint64_t first = draft.keys[0];
    bool is_pair = draft.keys.size() > 1 && draft.keys[1] != kAnyWord;
    std::uint64_t anchor = is_pair ? anchor_of(first, draft.keys[1]) : anchor_of(first);
    (is_pair ? pairs_ : singles_).add(anchor);
    readings_.push_back({anchor, entry, draft.form, static_cast<std::uint32_t>(keys_.size()),
                         static_cast<std::uint32_t>(draft.keys.size())});
    keys_.insert(keys_.end(), draft.keys.begin(), draft.keys.end());
  }
}

void PhraseLexicon::fill_table() {
  table_.resize(std::bit_ceil(2 * readings_.size() + 1));
  std::size_t mask = table_.size() - 1;
  for (const Reading& reading : readings_) {
    std::size_t cell = reading.anchor & mask;
    while (table_[cell].anchor != 0) cell = (cell + 1) & mask;
    table_[cell] = reading;
  }
}

bool PhraseLexicon::stands(const Reading& reading, std::span<const Token> tokens, std::size_t at) const {
  std::size_t end = at + reading.size;
  if (end > tokens.size()) return false;
  for (std::size_t i = 0; i < reading.size; ++i) {
    std::uint64_t key = keys_[reading.keys + i];
    const Token& token = tokens[at + i];
    if (key == kAnyWord ? token.kind == TokenKind::kPunctuation : key != token.key) return false;
  }
  const Refused& refused = refused_[reading.entry];
  if (at > 0 && is_one_of(refused.before, tokens[at - 1].key)) return false;
  return end == tokens.size() || !is_one_of(refused.after, tokens[end].key);
}

const PhraseLexicon::Reading* PhraseLexicon::longer(const Reading* longest, std::uint64_t anchor,
                                                    std::span<const Token> tokens, std::size_t at) const {
  std::size_t mask = table_.size() - 1;
  for (std::size_t cell = anchor & mask; table_[cell].anchor != 0; cell = (cell + 1) & mask) {
    const Reading& reading = table_[cell];
    if (reading.anchor != anchor || !stands(reading, tokens, at)) continue;
    if (longest == nullptr || reading.size > longest->size) longest = &reading;
  }
  return longest;
}

const PhraseLexicon::Reading* PhraseLexicon::longest_at(std::span<const Token> tokens, std::size_t at) const {
  std::uint64_t next = at + 1 < tokens.size() ? tokens[at + 1].key : 0;
  std::uint64_t pair = anchor_of(tokens[at].key, next);
  std::uint64_t single = anchor_of(tokens[at].key);
  bool may_be_pair = pairs_.may_hold(pair);
  bool may_be_single = singles_.may_hold(single);
  if (!(may_be_pair | may_be_single)) return nullptr;
  const Reading* longest = may_be_pair ? longer(nullptr, pair, tokens, at) : nullptr;
  return may_be_single ? longer(longest, single, tokens, at) : longest;
}

void PhraseLexicon::match(std::span<const Token> tokens, std::vector<PhraseMatch>& matches) const {
  for (std::size_t at = 0; at < tokens.size();) {
    const Reading* reading = longest_at(tokens, at);
    if (reading == nullptr) {
      ++at;
      continue;
    }
    const PhraseEntry& entry = entries_[reading->entry];
    std::string_view suggestion;
    if (!entry.suggestions.empty()) suggestion = entry.suggestions[entry.suggestions.size() == 1 ? 0 : reading->form];
    auto begin = static_cast<std::uint32_t>(at);
    matches.push_back({&entry, suggestion, begin, begin + reading->size});
    at += reading->size;
  }
}

}  // namespace calque
