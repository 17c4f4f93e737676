#include "lab/evidence/builder.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <stdexcept>
#include <unordered_map>
#include <unordered_set>

#include "base/ascii.h"
#include "lab/evidence/british.h"
#include "lab/evidence/fit.h"
#include "lab/evidence/inflection.h"
#include "lab/evidence/pairs.h"
#include "lab/evidence/topics.h"
#include "lab/evidence/word_list.h"
#include "labelled/alignment.h"
#include "labelled/language.h"
#include "text/fold.h"

namespace calque::evidence {
namespace {

std::span<const std::byte> bytes_of(const std::string& section) {
  return {reinterpret_cast<const std::byte*>(section.data()), section.size()};
}

template <typename Value>
Value value_of(Expected<Value> expected) {
  if (!expected) throw std::runtime_error(expected.error().message);
  return *std::move(expected);
}

// One round trip in eight is kept for measuring.
bool is_measured(const RoundTrip& trip, const BuilderOptions& options) {
  if (options.hold_out_pivots) return half_of(trip.route) == 1;
  return part_of(trip.id) == Part::kMeasured || part_of(trip.id) == Part::kFitted;
}

class Builder {
 public:
  using Log = std::function<void(const std::string&)>;
  Builder(const Input& input, const BuilderOptions& options, const Log& log)
      : input_(input), options_(options), log_(log) {}

  PackSections build() {
    count();
    mine();
    list_topics();
    collect_examples();
    weights_ = fit(examples_);
    log_weights(weights_);
    fill_tables(weights_, tables_);
    fill_sets();
    count_false_alarms();
    fill_sets();
    set_thresholds();
    return {{"evidence/words", words_section_},
            {"evidence/ngrams", ngrams_section_},
            {"evidence/sets", sets_section_},
            {"evidence/topics", topics_section_},
            {"evidence/tables", std::string(reinterpret_cast<const char*>(&tables_), sizeof tables_)}};
  }

 private:
  void count() {
    words_ = count_ngrams(input_.keys, NgramKind::kWord, 1);
    words_section_ = list_words(input_.keys, input_.frequencies);
    log_(fmt::format("words in {} bytes", words_section_.size()));
    std::vector<CountedNgram> ngrams;
    const auto add = [&](NgramKind kind, std::uint64_t least) {
      const std::size_t before = ngrams.size();
      for (const NgramCount& ngram : count_ngrams(input_.keys, kind, least)) {
        ngrams.push_back({ngram.hash, level_of(kind, ngram.count)});
      }
      log_(fmt::format("{} n-grams of kind {}", ngrams.size() - before, static_cast<int>(kind)));
    };
    add(NgramKind::kPair, options_.least_pair);
    add(NgramKind::kTriple, options_.least_triple);
    add(NgramKind::kGapped, options_.least_gapped);
    ngrams_section_ = value_of(build_ngram_counts(ngrams));
    counts_ = value_of(NgramCounts::load(bytes_of(ngrams_section_)));
    log_(fmt::format("{} n-grams in {} bytes, {:.2f} bits each", ngrams.size(), ngrams_section_.size(),
                     8.0 * static_cast<double>(ngrams_section_.size()) / static_cast<double>(ngrams.size())));
  }

  std::uint64_t word_count(const std::string& word) const { return count_of(words_, word); }

  void mine() {
    for (const RoundTrip& trip : input_.trips) {
      if (!is_measured(trip, options_)) mine_round_trip(trip, pairs_);
    }
    log_(fmt::format("{} pairs in round trips", pairs_.facts.size()));
    read_dictionary(
        input_.dictionary, [&](const std::string& word) { return word_count(word); }, options_.least_words, pairs_);
    std::erase_if(pairs_.facts, [&](const auto& entry) { return !is_worth_keeping(entry); });
    keep_strongest();
    log_(fmt::format("{} pairs are kept", pairs_.facts.size()));
    fill_sets();
  }

  bool is_worth_keeping(const std::pair<const std::pair<std::string, std::string>, PairFacts>& entry) const {
    constexpr std::uint64_t kLeastMeant = 100;
    const PairFacts& facts = entry.second;
    const std::uint32_t trips = facts.trips[0] + facts.trips[1];
    // Most of the counted English is American: a British word is rare in it, but no mistake.
    const std::string& written = entry.first.first;
    if (is_british_word(written)) return false;
    if (is_function_word(written)) return false;  // half of all words; few are worth the look-ups
    const std::string spelled = american_spelling(written);
    if (spelled != written && word_count(spelled) > word_count(written)) return false;
    if (spelled == american_spelling(entry.first.second)) return false;
    return trips >= 2 && word_count(entry.first.second) >= kLeastMeant;
  }

  // Keeps at most kCandidates meanings of a word: those with most round trips, then with most headwords.
  void keep_strongest() {
    constexpr std::size_t kCandidates = 24;
    const auto strength = [](const PairFacts& facts) {
      return 4 * (facts.trips[0] + facts.trips[1]) + facts.headwords;
    };
    for (auto begin = pairs_.facts.begin(); begin != pairs_.facts.end();) {
      std::vector<std::uint32_t> strengths;
      auto end = begin;
      for (; end != pairs_.facts.end() && end->first.first == begin->first.first; ++end) {
        strengths.push_back(strength(end->second));
      }
      std::ranges::sort(strengths, std::greater());
      const std::uint32_t least = strengths.size() > kCandidates ? strengths[kCandidates] + 1 : 0;
      while (begin != end) begin = strength(begin->second) < least ? pairs_.facts.erase(begin) : std::next(begin);
    }
  }

  PairRow row_of(const std::pair<std::string, std::string>& words, const PairFacts& facts,
                 std::array<bool, kHalves> seen) const {
    return pair_row(words.first, words.second, facts, pairs_, seen, word_count(words.first), word_count(words.second));
  }

  double prior(const std::pair<std::string, std::string>& words, const PairFacts& facts) const {
    const auto alarms = false_alarms_.find({hash_folded(words.first).key, hash_folded(words.second).key});
    const double discount = alarms == false_alarms_.end() ? 0 : std::log1p(alarms->second);
    return weights_.head(kPairFeatures).dot(row_of(words, facts, {true, true})) - discount;
  }

  // Once weights are fitted, the sets have priors and only the likeliest meanings of each word.
  void fill_sets() {
    const bool is_fitted = weights_.size() > 0;
    std::vector<ConfusedPair> pairs;
    for (const auto& [words, facts] : pairs_.facts) {
      ConfusedPair pair{
          words.first, words.second,       facts.foreign,      facts.language, type_of(words.first, words.second),
          0,           level(words.first), level(words.second)};
      if (is_fitted) pair.prior = static_cast<float>(prior(words, facts));
      pairs.push_back(std::move(pair));
    }
    if (is_fitted) pairs = likeliest(std::move(pairs));
    sets_section_ = build_confusion_sets(std::move(pairs));
    sets_ = value_of(ConfusionSets::load(bytes_of(sets_section_)));
    log_(fmt::format("{} words with {} meanings in {} bytes", sets_.words(), sets_.pairs(), sets_section_.size()));
  }

  std::vector<ConfusedPair> likeliest(std::vector<ConfusedPair> pairs) const {
    std::ranges::stable_sort(pairs, [](const ConfusedPair& a, const ConfusedPair& b) {
      return a.written != b.written ? a.written < b.written : a.prior > b.prior;
    });
    std::vector<ConfusedPair> kept;
    std::size_t of_word = 0;
    for (ConfusedPair& pair : pairs) {
      of_word = kept.empty() || kept.back().written != pair.written ? 0 : of_word;
      if (of_word++ < options_.meanings) kept.push_back(std::move(pair));
    }
    return kept;
  }

  std::uint8_t level(const std::string& word) const { return level_of(NgramKind::kWord, word_count(word)); }

  void list_topics() {
    std::unordered_set<std::uint64_t> members;
    for (const auto& [words, facts] : pairs_.facts) {
      members.insert(hash_folded(words.first).key);
      members.insert(hash_folded(words.second).key);
    }
    topics_section_ = build_topic_words(count_topics(input_.keys, members, options_.topics));
    topics_ = value_of(TopicWords::load(bytes_of(topics_section_)));
    log_(fmt::format("{} words are associated with {} topics in {} pairs, {} bytes", members.size(), topics_.topics(),
                     topics_.pairs(), topics_section_.size()));
  }

  // Collects the features of each meaning before the fit, in the order of the sets, which is that of the map.
  void collect_examples() {
    for (std::size_t half = 0; half < kHalves; ++half) {
      // The examples of one half see the pairs of the other half; originals alternate.
      std::array<bool, kHalves> seen = {half != 0, half != 1};
      if (options_.hold_out_pivots) seen = {true, false};
      for (const auto& [words, facts] : pairs_.facts) rows_[half].push_back(row_of(words, facts, seen));
    }
    for (const RoundTrip& trip : input_.trips) {
      if (!is_measured(trip, options_)) add_examples(trip);
    }
    const std::size_t wrong = examples_.size();
    std::size_t number = 0;
    for (const std::string& text : input_.fitted) add_examples(text, number++ % kHalves);
    log_(fmt::format("{} examples of wrong words, {} of right ones", wrong, examples_.size() - wrong));
  }

  // Calls visit(words, number) for each sentence of a stream.
  template <typename Visit>
  static void visit_sentences(const KeyStream& stream, Visit&& visit) {
    std::vector<ContextWord> words;
    std::size_t number = 0;
    const auto is_edge = [&](std::size_t i) { return i >= stream.size() || stream[i] == kEdgeKey; };
    // Two edges end a sentence, and two begin the next; a full stop is one more.
    const auto is_end = [&](std::size_t i) {
      return i + 1 == stream.size() ||
             (i > 0 && is_edge(i - 1) && is_edge(i) && is_edge(i + 1) && is_edge(i + 2) && !is_edge(i + 3));
    };
    for (std::size_t i = 0; i < stream.size(); ++i) {
      words.push_back({stream[i], kNoToken});
      if (!is_end(i)) continue;
      if (words.size() > 2 * kEdges) visit(words, number++);
      words.clear();
    }
  }

  template <typename Visit>
  void visit_places(const Segmented& segmented, Visit&& visit) const {
    std::vector<ContextWord> words;
    for (const Sentence& sentence : segmented.tokens.sentences) {
      words.clear();
      append_context_words(segmented.text, segmented.tokens, sentence, labelled_language(), words);
      for (std::size_t at = 2; at + 2 < words.size(); ++at) {
        const std::uint32_t token = words[at].token;
        if (token != kNoToken && is_lower(segmented.of(segmented.tokens.tokens[token])[0])) visit(words, at);
      }
    }
  }

  template <typename Accept>
  void add_place(const std::vector<ContextWord>& words, std::size_t at, std::size_t half, bool is_wrong,
                 Accept&& accept) {
    constexpr std::uint32_t kSampled = 10;  // one in ten of the right places, which are many
    ++place_;
    if (!is_wrong && place_ % kSampled != 0) return;
    std::optional<NearTopics> near;
    visit_meanings(counts_, sets_, words, at,
                   [&](const Meaning& meaning, const ContextLevels& meant, const ConfusedWord& word,
                       const ContextLevels& written) {
                     if (!accept(meaning)) return;
                     if (!near) near.emplace(SentenceTopics(topics_, words, at), at);
                     const std::size_t index =
                         static_cast<std::size_t>(&meaning - sets_.meanings(word).data()) + word.first;
                     Example& example = examples_.emplace_back();
                     example.is_wrong = is_wrong;
                     example.row << rows_[half][index].cast<float>(),
                         context_row(meant, meaning.level, written, word.level).cast<float>(),
                         near->association(meaning.key), near->of_written();
                   });
  }

  void add_examples(const std::string& text, std::size_t half) {
    const Segmented segmented(text);
    visit_places(segmented, [&](const std::vector<ContextWord>& words, std::size_t at) {
      add_place(words, at, half, false, [](const Meaning&) { return true; });
    });
  }

  // Counts each pair's findings in every other sentence of the counted English, to discount the pair. The places are
  // those that score highest: kAlarmsPerThousand of 1,000 words.
  void count_false_alarms() {
    struct Alarm {
      float score;
      std::pair<std::uint64_t, std::uint64_t> keys;
    };
    std::vector<Alarm> alarms;
    double words = 0;
    visit_sentences(input_.keys, [&](const std::vector<ContextWord>& sentence, std::size_t number) {
      if (number % 2 != 0) return;
      words += static_cast<double>(sentence.size() - 2 * kEdges);
      for (std::size_t at = kEdges + 1; at + kEdges < sentence.size(); ++at) {  // the first word may be a name
        const std::optional<Scored> place = score(sentence, at);
        if (!place || place->score < kLeastAlarm) continue;
        alarms.push_back({place->score, {sentence[at].key, place->meaning->key}});
      }
    });
    std::ranges::stable_sort(alarms, std::greater(), &Alarm::score);
    const auto most = static_cast<std::size_t>(kAlarmsPerThousand * words / 1000);
    if (alarms.size() > most) alarms.resize(most);
    for (const Alarm& alarm : alarms) false_alarms_[alarm.keys] += kAlarmWords / words;
    log_(fmt::format("{} false alarms discount {} pairs", alarms.size(), false_alarms_.size()));
  }

  // The keys of the words that were meant, by token; 0 where the word is the original's.
  static std::vector<std::uint64_t> meant_keys(const Segmented& machine, const Segmented& original) {
    std::vector<std::uint64_t> keys(machine.tokens.tokens.size());
    for (const AlignedWord& word : align_words(machine.tokens.tokens, original.tokens.tokens)) {
      if (word.is_changed && word.machine && word.original)
        keys[*word.machine] = original.tokens.tokens[*word.original].key;
    }
    return keys;
  }

  void add_examples(const RoundTrip& trip) {
    const std::size_t half = half_of(trip.route);
    for (std::size_t i = 0; i < trip.machine.size(); ++i) {
      const Segmented machine(trip.machine[i]);
      const std::vector<std::uint64_t> meant = meant_keys(machine, Segmented(trip.original[i]));
      visit_places(machine, [&](const std::vector<ContextWord>& words, std::size_t at) {
        if (words[at].token >= meant.size() || meant[words[at].token] == 0) return;
        add_place(words, at, half, true, [&](const Meaning& meaning) { return meaning.key == meant[words[at].token]; });
      });
    }
  }

  // The best score at each place of a text that has any.
  struct Scored {
    std::uint32_t token;
    const Meaning* meaning;
    float score;
    bool is_usual;
  };
  std::optional<Scored> score(const std::vector<ContextWord>& words, std::size_t at) const {
    Scored best{words[at].token, nullptr, 0, false};
    std::optional<NearTopics> near;
    visit_meanings(counts_, sets_, words, at,
                   [&](const Meaning& meaning, const ContextLevels& meant, const ConfusedWord& word,
                       const ContextLevels& written) {
                     if (!near) near.emplace(SentenceTopics(topics_, words, at), at);
                     const float score = score_of(tables_, *near, meaning, meant, word, written);
                     if (best.meaning == nullptr || score > best.score)
                       best = {words[at].token, &meaning, score, false};
                   });
    if (best.meaning == nullptr) return std::nullopt;
    return best;
  }

  std::vector<Scored> score(const Segmented& segmented) const {
    std::vector<Scored> places;
    visit_places(segmented, [&](const std::vector<ContextWord>& words, std::size_t at) {
      std::optional<Scored> place = score(words, at);
      if (!place) return;
      place->is_usual = is_usual(counts_, words, at);
      places.push_back(*place);
    });
    return places;
  }

  struct ScoredText {
    std::vector<Scored> places;
    std::size_t words;
  };
  std::vector<ScoredText> score_measured() const {
    std::vector<ScoredText> texts;
    for (const std::string& text : input_.measured) {
      const Segmented segmented(text);
      texts.push_back({score(segmented), segmented.tokens.words});
    }
    return texts;
  }

  // Sets the thresholds to the scores that the allowed number of places per 1,000 words of the measured originals reach
  // on a first reading.
  void set_thresholds() {
    std::vector<ScoredText> originals = score_measured();
    std::vector<float> scores;
    double words = 0;
    for (const ScoredText& original : originals) {
      words += static_cast<double>(original.words);
      for (const Scored& place : original.places) {
        if (!place.is_usual) scores.push_back(place.score);
      }
    }
    std::ranges::sort(scores, std::greater());
    const auto threshold_at = [&](double per_thousand) {
      const auto rank = static_cast<std::size_t>(per_thousand * words / 1000);
      return rank < scores.size() ? scores[rank] : -1e9F;
    };
    tables_.major_threshold = threshold_at(options_.major_per_thousand);
    tables_.minor_threshold = threshold_at(options_.minor_per_thousand);
    tables_.usual_rate = static_cast<float>((options_.minor_per_thousand + options_.other_per_thousand) / 1000);
    measure(std::move(originals));
  }

  // The findings of the first reading, or of the closer one.
  std::vector<Scored> read(std::vector<Scored> places, std::size_t words) const {
    const auto is_found = [&](const Scored& place) {
      return !place.is_usual && place.score >= tables_.minor_threshold;
    };
    const auto found = static_cast<std::size_t>(std::ranges::count_if(places, is_found));
    const std::optional<Scrutiny> closer = closer_reading(tables_, found, words);
    std::erase_if(places,
                  [&](const Scored& place) { return closer ? place.score < closer->threshold : !is_found(place); });
    return places;
  }

  void measure(std::vector<ScoredText> originals) const {
    double words = 0, findings = 0;
    for (ScoredText& original : originals) {
      words += static_cast<double>(original.words);
      findings += static_cast<double>(read(std::move(original.places), original.words).size());
    }
    log_(fmt::format("scores of {:.2f} and {:.2f}; originals {:.2f} per 1,000", tables_.minor_threshold,
                     tables_.major_threshold, findings / words * 1000));
    TripTally tally;
    for (const RoundTrip& trip : input_.trips) {
      if (is_measured(trip, options_)) measure(trip, tally);
    }
    log_(
        fmt::format("round trips {:.1f} per 1,000, precision {:.3f}; of changed content words {:.3f} found, {:.3f} "
                    "with the right word",
                    tally.findings / tally.words * 1000, tally.touching / tally.findings,
                    tally.touching / tally.changed, tally.right / tally.changed));
  }

  struct TripTally {
    double words = 0, findings = 0, touching = 0, right = 0, changed = 0;
  };
  void measure(const RoundTrip& trip, TripTally& tally) const {
    std::vector<Scored> places;
    std::vector<std::uint64_t> meant;  // by token of the whole article
    std::size_t words = 0;
    for (std::size_t i = 0; i < trip.machine.size(); ++i) {
      const Segmented machine(trip.machine[i]);
      const Segmented original(trip.original[i]);
      const auto first = static_cast<std::uint32_t>(meant.size());
      meant.resize(meant.size() + machine.tokens.tokens.size());
      for (const AlignedWord& word : align_words(machine.tokens.tokens, original.tokens.tokens)) {
        if (!word.is_changed || !word.machine) continue;
        meant[first + *word.machine] = word.original ? original.tokens.tokens[*word.original].key : 1;
        if (is_content_word(machine.tokens.tokens[*word.machine])) ++tally.changed;
      }
      words += machine.tokens.words;
      for (Scored place : score(machine)) {
        place.token += first;
        places.push_back(place);
      }
    }
    tally.words += static_cast<double>(words);
    for (const Scored& place : read(std::move(places), words)) {
      ++tally.findings;
      tally.touching += meant[place.token] != 0 ? 1 : 0;
      tally.right += meant[place.token] == place.meaning->key ? 1 : 0;
    }
  }

  void log_weights(const Eigen::VectorXd& weights) const {
    std::string line = "weights:";
    for (const double weight : weights) line += fmt::format(" {:.3f}", weight);
    log_(line);
  }

  const Input& input_;
  const BuilderOptions& options_;
  const Log& log_;
  std::vector<NgramCount> words_;
  std::string words_section_;
  std::string ngrams_section_;
  NgramCounts counts_;
  Pairs pairs_;
  std::string topics_section_;
  TopicWords topics_;
  std::string sets_section_;
  ConfusionSets sets_;
  std::array<std::vector<PairRow>, kHalves> rows_;  // by meaning
  std::vector<Example> examples_;
  Eigen::VectorXd weights_;
  std::uint32_t place_ = 0;
  static constexpr double kAlarmsPerThousand = 0.4;
  static constexpr float kLeastAlarm = -2;  // never near a threshold
  static constexpr std::size_t kEdges = 2;  // on either side of a sentence
  static constexpr double kAlarmWords = 1e7;
  std::map<std::pair<std::uint64_t, std::uint64_t>, double>
      false_alarms_;  // in kAlarmWords words, by written and meant
  EvidenceTables tables_{};
};

}  // namespace

PackSections build_evidence(const Input& input, const BuilderOptions& options,
                            const std::function<void(const std::string&)>& log) {
  return Builder(input, options, log).build();
}

}  // namespace calque::evidence
