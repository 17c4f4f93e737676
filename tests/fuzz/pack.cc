// Packs of any origin. They have a valid checksum, so that the readers of sections see the changed bytes.
//
// The input says how to change a small valid pack. Its first byte chooses a section and the kind of change:
//
//   0x00 + section   the rest of the input replaces the section
//   0x40 + section   the rest is a list of changes: two bytes give the place, a third the new byte
//   0x80             the rest is the whole file
#include "model/pack.h"

#include <xxhash.h>

#include <array>
#include <cstring>

#include "artifacts/lexicons.h"
#include "calque/analyzer.h"
#include "context/context_evidence.h"
#include "fuzz/target.h"
#include "heads/heads.h"
#include "text/fold.h"

namespace calque::fuzz {
namespace {

constexpr std::string_view kText =
    "The minister said on Thursday that it was the main slap of all for the forces of the pace in the capital. The "
    "withdrawal of the forces, he added, would begin within a few days and would not be seen by the people of the "
    "city.";

std::uint64_t key(std::string_view word) { return hash_folded(word).key; }

template <class Item>
std::string bytes_of(const std::vector<Item>& items) {
  return {reinterpret_cast<const char*>(items.data()), items.size() * sizeof(Item)};
}

std::string head_words() {
  constexpr std::size_t kSlots = 64;
  std::vector<WordSlot> slots(kSlots);
  for (const std::string_view word : {"the", "of", "said", "slap", "forces", "pace"}) {
    std::size_t at = key(word) % kSlots;
    while (slots[at].key != 0) at = (at + 1) % kSlots;
    slots[at] = {key(word), {1, 1, 1, 1}, {0.5F, -0.5F, 1, -1}};
  }
  return bytes_of(slots);
}

std::string ngrams() {
  const std::vector<CountedNgram> counted = {{pair_ngram(key("main"), key("blow")), 4},
                                             {pair_ngram(key("the"), key("slap")), 1},
                                             {triple_ngram(key("main"), key("blow"), key("of")), 5}};
  return *build_ngram_counts(counted);
}

std::string words() {
  const std::vector<WordLevel> levels = {{key("the"), 12}, {key("slap"), 5}, {key("blow"), 7}};
  return build_word_levels(levels, 1000000);
}

// The parts of the English pack that a small pack copies: without these names and numbers no article model loads.
PackSections sound_sections() {
  const auto english = Pack::open(CALQUE_BINARY_DIR "/share/calque/en.calque");
  demand(english.has_value(), "the English model loads");
  const std::array<ConfusedPair, 2> pairs = {{{"slap", "blow", "golpe", "es", ArtifactType::kWrongSense, 3, 5, 7},
                                              {"pace", "peace", "pace", "it", ArtifactType::kResidue, 2, 5, 7}}};
  const std::array<TopicPair, 2> topics = {{{key("blow"), key("forces"), 1.5F}, {key("peace"), key("forces"), 2.5F}}};
  const LexiconSource phrase{
      "lexicon/literal_idiom.es.tsv",
      "the main slap\tthe main blow\tes\tmajor\tIt is a blow.\tIt was [the main slap].\tIt was a slap.\n"};
  return {{"phrases", *build_phrases({&phrase, 1})},
          {"evidence/ngrams", ngrams()},
          {"evidence/sets", build_confusion_sets({pairs.begin(), pairs.end()})},
          {"evidence/topics", build_topic_words(topics)},
          {"evidence/tables", std::string(english->text("evidence/tables"))},
          {"evidence/words", words()},
          {"heads.json", std::string(english->text("heads.json"))},
          {"heads.words", head_words()},
          {"heads.buckets", bytes_of(std::vector<HeadCodes>(32, HeadCodes{1, 2, -1, -2}))},
          {"verdict.json", std::string(english->text("verdict.json"))}};
}

void change(std::string& section, std::string_view changes) {
  constexpr std::size_t kChange = 3;
  for (; changes.size() >= kChange && !section.empty(); changes.remove_prefix(kChange)) {
    const std::size_t at = static_cast<unsigned char>(changes[0]) << 8 | static_cast<unsigned char>(changes[1]);
    section[at % section.size()] = changes[2];
  }
}

std::string with_checksum(std::string file) {
  constexpr std::size_t kChecksum = 16;
  constexpr std::size_t kBody = 24;
  if (file.size() < kBody) return file;
  const std::uint64_t checksum = XXH3_64bits(file.data() + kBody, file.size() - kBody);
  std::memcpy(file.data() + kChecksum, &checksum, sizeof checksum);
  return file;
}

void check_pack(const std::string& path, bool is_sound) {
  const auto analyzer = Analyzer::load(path);
  demand(analyzer.has_value() || !is_sound, "a sound pack loads");
  if (!analyzer) {
    demand(analyzer.error().kind == ErrorKind::kModel && !analyzer.error().message.empty(), "a refusal says why");
    return;
  }
  Document document;
  document.bytes = kText;
  const Analysis analysis = analyzer->analyze(document);
  analyzer->explain_verdict(analysis);
  for (std::size_t head = 0; head < analyzer->head_names().size(); ++head) analyzer->explain_head(analysis, head);
}

}  // namespace

void run(std::string_view input) {
  static const PackSections kSound = sound_sections();
  constexpr unsigned char kChanges = 0x40;
  constexpr unsigned char kFile = 0x80;
  const auto choice = input.empty() ? kChanges : static_cast<unsigned char>(input.front());
  const std::string_view rest = input.substr(std::min<std::size_t>(1, input.size()));
  if (choice >= kFile) return check_pack(MemoryFile(with_checksum(std::string(rest))).path(), false);
  PackSections sections = kSound;
  std::string& section = sections[choice % kChanges % sections.size()].second;
  if (choice >= kChanges) {
    change(section, rest);
  } else {
    section = rest;
  }
  const auto bytes = pack_bytes(sections);
  demand(bytes.has_value(), "sections can be packed");
  check_pack(MemoryFile(*bytes).path(), sections == kSound);
}

}  // namespace calque::fuzz
