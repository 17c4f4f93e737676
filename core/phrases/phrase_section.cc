#include "phrases/phrase_section.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "base/arrays.h"
#include "base/key_table.h"
#include "base/word_hash.h"

namespace calque {
namespace {

struct Anchor {
  std::uint64_t key;
  std::uint32_t phrase;
  std::uint8_t distance;
  std::uint64_t first;  // the first word's key
  // NOLINTNEXTLINE(modernize-use-nullptr): clang-tidy 14 takes the 0 that <=> is compared with for a pointer
  auto operator<=>(const Anchor&) const = default;
};
using Anchors = std::vector<Anchor>;

template <class Item>
void append(const std::vector<Item>& items, std::string& section) {
  append_items(std::span<const Item>(items), section);
}

class Builder {
 public:
  explicit Builder(std::span<const PhraseEntry> entries) {
    for (const PhraseEntry& entry : entries) add_phrase(entry);
    Anchors anchors = choose_anchors();
    fill_filter(anchors);
    fill_starts(anchors);
    fill_table(std::move(anchors));
  }

  std::string section() const {
    const PhraseHeader header{filter_.size(),      keys_.size(),     cells_.size(),  phrases_.size(), slots_.size(),
                              suggestions_.size(), anchored_.size(), starts_.size(), strings_.size()};
    std::string section(reinterpret_cast<const char*>(&header), sizeof header);
    append(filter_, section);
    append(keys_, section);
    append(cells_, section);
    append(phrases_, section);
    append(slots_, section);
    append(suggestions_, section);
    append(anchored_, section);
    append(starts_, section);
    return section + strings_;
  }

 private:
  IndexRange add_string(const std::string& string) {
    const auto begin = static_cast<std::uint32_t>(strings_.size());
    const IndexRange range{begin, begin + static_cast<std::uint32_t>(string.size())};
    const auto [found, is_new] = ranges_.try_emplace(string, range);
    if (is_new) strings_ += string;
    return found->second;
  }

  IndexRange add_words(const std::vector<std::string>& words) {
    const auto begin = static_cast<std::uint32_t>(keys_.size());
    for (const std::string& word : words) keys_.push_back(key_of(word));
    return {begin, static_cast<std::uint32_t>(keys_.size())};
  }

  void add_phrase(const PhraseEntry& entry) {
    PhraseRecord phrase;
    phrase.slots.begin = static_cast<std::uint32_t>(slots_.size());
    bool had_alternation = false;
    for (const PhraseSlot& slot : entry.slots) {
      if (slot.refused) {
        (&slot == &entry.slots.front() ? phrase.refused_before : phrase.refused_after) = add_words(slot.words);
        continue;
      }
      if (!had_alternation) phrase.form_slot = static_cast<std::uint32_t>(slots_.size());
      had_alternation |= slot.words.size() > 1;
      slots_.push_back({add_words(slot.words), slot.optional});
    }
    phrase.slots.end = static_cast<std::uint32_t>(slots_.size());
    phrase.suggestions.begin = static_cast<std::uint32_t>(suggestions_.size());
    for (const std::string& suggestion : entry.suggestions) suggestions_.push_back(add_string(suggestion));
    phrase.suggestions.end = static_cast<std::uint32_t>(suggestions_.size());
    phrase.why = add_string(entry.why);
    phrase.language = add_string(entry.language);
    phrase.type = static_cast<std::uint8_t>(entry.type);
    phrase.severity = static_cast<std::uint8_t>(entry.severity);
    phrase.holds_names = entry.holds_names ? 1 : 0;
    phrases_.push_back(phrase);
  }

  std::span<const std::uint64_t> words_of(std::uint32_t slot) const {
    const IndexRange keys = slots_[slot].keys;
    return std::span(keys_).subspan(keys.begin, keys.end - keys.begin);
  }

  // Collects the words that can be `distance` after the first of the slots from `slot` on; false if any word can, or
  // none.
  bool words_behind(const PhraseRecord& phrase, std::uint32_t slot, std::size_t distance,
                    std::vector<std::uint64_t>& words) const {
    if (slot == phrase.slots.end) return false;
    if (slots_[slot].is_optional && !words_behind(phrase, slot + 1, distance, words)) return false;
    if (distance > 0) return words_behind(phrase, slot + 1, distance - 1, words);
    const std::span<const std::uint64_t> here = words_of(slot);
    words.insert(words.end(), here.begin(), here.end());
    return !here.empty();
  }

  // The anchors of a phrase at `distance`; none if any word can be there.
  Anchors anchors_at(std::uint32_t number, std::uint8_t distance) const {
    const PhraseRecord& phrase = phrases_[number];
    std::vector<std::uint64_t> others;
    if (distance > 0 && !words_behind(phrase, phrase.slots.begin, distance, others)) return {};
    Anchors anchors;
    for (const std::uint64_t first : words_of(phrase.slots.begin)) {
      if (distance == 0) anchors.push_back({anchor_of(first), number, distance, first});
      for (const std::uint64_t other : others)
        anchors.push_back({anchor_of(first, other, distance), number, distance, first});
    }
    return anchors;
  }

  // A phrase's anchors at each place where few words can stand.
  std::vector<Anchors> open_anchors(std::uint32_t number) const {
    std::vector<Anchors> open;
    for (std::uint8_t distance = 1; distance <= kMostDistance; ++distance) {
      Anchors anchors = anchors_at(number, distance);
      if (!anchors.empty()) open.push_back(std::move(anchors));
    }
    if (open.empty()) open.push_back(anchors_at(number, 0));
    return open;
  }

  Anchors choose_anchors() const {
    std::map<std::uint64_t, std::uint32_t> sharing;  // the number of phrases by anchor
    std::vector<std::vector<Anchors>> open(phrases_.size());
    for (std::uint32_t i = 0; i < phrases_.size(); ++i) {
      open[i] = open_anchors(i);
      for (const Anchors& anchors : open[i]) {
        for (const Anchor& anchor : anchors) ++sharing[anchor.key];
      }
    }
    const auto most_shared = [&](const Anchors& anchors) {
      std::uint32_t most = 0;
      for (const Anchor& anchor : anchors) most = std::max(most, sharing[anchor.key]);
      return most;
    };
    Anchors chosen;
    for (const std::vector<Anchors>& places : open) {
      const Anchors& best = *std::ranges::min_element(places, {}, most_shared);
      chosen.insert(chosen.end(), best.begin(), best.end());
    }
    return chosen;
  }

  void fill_filter(const Anchors& anchors) {
    filter_.resize(std::bit_ceil(anchors.size() / 4 + 1));
    for (const Anchor& anchor : anchors)
      filter_[filter_word_of(anchor.key, filter_.size())] |= filter_bits_of(anchor.key);
  }

  void fill_starts(const Anchors& anchors) {
    std::set<std::uint64_t> words;
    for (const Anchor& anchor : anchors) words.insert(anchor.first);
    starts_.resize(std::bit_ceil(4 * words.size() + 1));
    for (const Anchor& anchor : anchors) {
      auto& distances = starts_[anchor.first & (starts_.size() - 1)];
      distances = static_cast<std::uint8_t>(distances | 1U << anchor.distance);
    }
  }

  void fill_table(Anchors anchors) {
    std::ranges::sort(anchors);
    anchors.erase(std::unique(anchors.begin(), anchors.end()), anchors.end());
    std::vector<PhraseCell> rows;
    for (const Anchor& anchor : anchors) {
      const auto at = static_cast<std::uint32_t>(anchored_.size());
      if (rows.empty() || rows.back().key != anchor.key) rows.push_back({anchor.key, {at, at}});
      anchored_.push_back(anchor.phrase);
      ++rows.back().anchored.end;
    }
    cells_.resize(cells_for(rows.size()));
    for (const PhraseCell& row : rows) row_for(row.key, cells_) = row;
  }

  std::vector<std::uint64_t> filter_;
  std::vector<std::uint64_t> keys_;
  std::vector<PhraseCell> cells_;
  std::vector<PhraseRecord> phrases_;
  std::vector<PhraseWords> slots_;
  std::vector<IndexRange> suggestions_;
  std::vector<std::uint32_t> anchored_;
  std::vector<std::uint8_t> starts_;
  std::map<std::string, IndexRange> ranges_;
  std::string strings_;
};

}  // namespace

std::string build_phrases(std::span<const PhraseEntry> entries) { return Builder(entries).section(); }

}  // namespace calque
