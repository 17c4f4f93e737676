#include "context/confusion_sets.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <map>
#include <tuple>

#include "base/arrays.h"
#include "text/fold.h"

namespace calque {
namespace {

struct Header {
  std::uint64_t cells;
  std::uint64_t meanings;
  std::uint64_t strings;  // bytes
};
static_assert(sizeof(Header) == 24);

tl::unexpected<Error> damaged(std::string_view what) {
  return tl::unexpected(Error{ErrorKind::kModel, "confusion sets: " + std::string(what)});
}

bool has_string(std::string_view strings, std::uint32_t offset) {
  return offset < strings.size() && static_cast<unsigned char>(strings[offset]) < strings.size() - offset;
}

class Strings {
 public:
  std::uint32_t add(const std::string& string) {
    const auto [found, is_new] = offsets_.try_emplace(string, static_cast<std::uint32_t>(bytes_.size()));
    if (is_new) {
      const std::string kept = string.substr(0, 255);
      bytes_ += static_cast<char>(kept.size());
      bytes_ += kept;
    }
    return found->second;
  }
  const std::string& bytes() const { return bytes_; }

 private:
  std::map<std::string, std::uint32_t> offsets_;
  std::string bytes_;
};

}  // namespace

Expected<ConfusionSets> ConfusionSets::load(std::span<const std::byte> section) {
  Header header;
  if (section.size() < sizeof header) return damaged("cut short");
  std::memcpy(&header, section.data(), sizeof header);
  Arrays arrays(section.subspan(sizeof header));
  ConfusionSets sets;
  const auto cells = std::as_bytes(arrays.take<ConfusedWord>(header.cells));
  if (!arrays.fit()) return damaged("the cells reach past the end");
  sets.meanings_ = arrays.take<Meaning>(header.meanings);
  if (!arrays.fit()) return damaged("the meanings reach past the end");
  sets.strings_ = bytes_of(arrays.take<char>(header.strings));
  if (!arrays.end_here()) return damaged("the strings do not fill the rest");
  const auto table = KeyTable<ConfusedWord>::over(cells);
  if (!table) return damaged("the cells are no table");
  sets.table_ = *table;
  for (const ConfusedWord& word : table->cells()) {
    if (word.key == 0) continue;
    ++sets.words_;
    if (word.first > header.meanings || word.count > header.meanings - word.first || word.level > 15)
      return damaged("a word's meanings reach past the end");
  }
  if (sets.words_ * 2 > header.cells) return damaged("too many words for its cells");
  for (const Meaning& meaning : sets.meanings_) {
    if (!has_string(sets.strings_, meaning.word) || !has_string(sets.strings_, meaning.foreign))
      return damaged("a string reaches past the end");
    if (meaning.language >= kPairLanguages.size() || meaning.type >= kArtifactTypes || meaning.level > 15 ||
        !std::isfinite(meaning.prior))
      return damaged("a meaning holds what it cannot");
  }
  return sets;
}

std::string_view ConfusionSets::string(std::uint32_t offset) const {
  return strings_.substr(offset + 1, static_cast<unsigned char>(strings_[offset]));
}

std::string build_confusion_sets(std::vector<ConfusedPair> pairs) {
  std::ranges::sort(pairs, {}, [](const ConfusedPair& pair) {
    return std::tuple(std::string_view(pair.written), -pair.prior, std::string_view(pair.meant));
  });
  std::vector<ConfusedWord> words;
  std::vector<Meaning> meanings;
  Strings strings;
  strings.add("");
  for (const ConfusedPair& pair : pairs) {
    const std::uint64_t key = hash_folded(pair.written).key;
    if (words.empty() || words.back().key != key) {
      words.push_back({key, static_cast<std::uint32_t>(meanings.size()), 0, pair.written_level, 0});
    }
    ++words.back().count;
    Meaning& meaning = meanings.emplace_back();
    meaning.key = hash_folded(pair.meant).key;
    meaning.word = strings.add(pair.meant);
    meaning.foreign = strings.add(pair.foreign);
    meaning.prior = pair.prior;
    meaning.level = pair.meant_level;
    meaning.type = static_cast<std::uint8_t>(pair.type);
    const auto language = std::ranges::find(kPairLanguages, pair.language);
    if (language != kPairLanguages.end())
      meaning.language = static_cast<std::uint8_t>(language - kPairLanguages.begin());
  }
  std::vector<ConfusedWord> cells(cells_for(words.size()));
  for (const ConfusedWord& word : words) row_for(word.key, cells) = word;

  const Header header{cells.size(), meanings.size(), strings.bytes().size()};
  std::string section(reinterpret_cast<const char*>(&header), sizeof header);
  append_items(std::span<const ConfusedWord>(cells), section);
  append_items(std::span<const Meaning>(meanings), section);
  return section + strings.bytes();
}

}  // namespace calque
