#include "calque.h"

#include <dlfcn.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <filesystem>
#include <limits>
#include <memory>
#include <new>
#include <string>
#include <string_view>
#include <vector>

#include "calque/analyzer.h"
#include "calque/report.h"
#include "report/input_places.h"

using calque::Analysis;
using calque::Analyzer;
using calque::Verdict;

static_assert(static_cast<int>(calque::Label::kHuman) == CALQUE_HUMAN);
static_assert(static_cast<int>(calque::Label::kMachine) == CALQUE_MACHINE);
static_assert(static_cast<int>(calque::Label::kUndecided) == CALQUE_UNDECIDED);
static_assert(static_cast<int>(calque::Basis::kScored) == CALQUE_SCORED);
static_assert(static_cast<int>(calque::Basis::kTooShort) == CALQUE_TOO_SHORT);
static_assert(static_cast<int>(calque::Basis::kOtherLanguage) == CALQUE_OTHER_LANGUAGE);
static_assert(static_cast<int>(calque::Basis::kNotText) == CALQUE_NOT_TEXT);
static_assert(static_cast<int>(calque::Basis::kTooLarge) == CALQUE_TOO_LARGE);
static_assert(static_cast<int>(calque::Basis::kTooSlow) == CALQUE_TOO_SLOW);
static_assert(static_cast<int>(calque::Basis::kNoArticle) == CALQUE_NO_ARTICLE);
static_assert(static_cast<int>(calque::OffsetUnit::kBytes) == CALQUE_BYTES);
static_assert(static_cast<int>(calque::OffsetUnit::kCodePoints) == CALQUE_CODE_POINTS);
static_assert(static_cast<int>(calque::OffsetUnit::kUtf16) == CALQUE_UTF16);

struct calque_analyzer {
  std::shared_ptr<const Analyzer> analyzer;
  calque::OffsetUnit offsets;
};

struct calque_analysis {
  std::shared_ptr<const Analyzer> analyzer;  // outlives its handle where it must
  Analysis analysis;
  calque::OffsetUnit offsets;
  std::vector<calque::InputPlace> places;
};

namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

// Names are string literals, so there is a NUL at their end.
const char* literal(std::string_view name) { return name.data(); }
const char* or_null(const std::string& text) { return text.empty() ? nullptr : text.c_str(); }

// Copies what both sides know of a struct; what only the caller knows is 0.
template <class Struct>
void fill(Struct known, Struct* out) {
  known.size = out->size;
  if (out->size > sizeof known) std::memset(reinterpret_cast<char*>(out) + sizeof known, 0, out->size - sizeof known);
  std::memcpy(out, &known, std::min(known.size, sizeof known));
}

void say(std::string_view what, char* message) {
  if (!message) return;
  const std::size_t size = std::min<std::size_t>(what.size(), CALQUE_MESSAGE_SIZE - 1);
  std::memcpy(message, what.data(), size);
  message[size] = '\0';
}

calque_options known(const calque_options* given) {
  calque_options options = CALQUE_OPTIONS;
  if (given) std::memcpy(&options, given, std::min(given->size, sizeof options));
  return options;
}

bool is_share(double share, double least) { return share >= least && share <= 1 - least; }

bool makes_sense(const calque_options& options) {
  return is_share(options.max_fpr, 0) && options.max_translation_fpr <= 1 && is_share(options.prior, 0.0001) &&
         options.offsets <= CALQUE_UTF16;
}

std::string english_pack() {
  Dl_info library{};
  dladdr(reinterpret_cast<const void*>(&calque_load), &library);
  return std::filesystem::path(library.dli_fname).parent_path() / CALQUE_PACK_FROM_LIBRARY;
}

calque_status load(const char* pack, const calque_options& options, calque_analyzer** out, char* message) {
  calque::AnalyzerOptions wanted;
  wanted.max_fpr = options.max_fpr;
  wanted.prior = options.prior;
  if (options.max_translation_fpr >= 0) wanted.max_translation_fpr = options.max_translation_fpr;
  if (options.classifier) wanted.classifier = options.classifier;
  if (options.classifier_label) wanted.classifier_label = options.classifier_label;
  auto analyzer = Analyzer::load(pack ? pack : english_pack(), wanted);
  if (!analyzer) {
    say(analyzer.error().message, message);
    return CALQUE_MODEL;
  }
  *out = new calque_analyzer{std::make_shared<const Analyzer>(std::move(*analyzer)),
                             static_cast<calque::OffsetUnit>(options.offsets)};
  return CALQUE_OK;
}

calque_analysis* analyze(const calque_analyzer& from, std::string_view text) {
  calque::Document document;
  document.bytes = text;
  document.charset = "utf-8";
  Analysis analysis = from.analyzer->analyze(document);
  auto places = calque::input_places(analysis.article, analysis.findings, from.offsets);
  return new calque_analysis{from.analyzer, std::move(analysis), from.offsets, std::move(places)};
}

std::string json(const calque_analysis& from, const char* id) {
  calque::Document document;
  document.id = id ? id : "";
  std::string record;
  calque::append_json(document, from.analysis, *from.analyzer, {true, from.offsets}, record);
  record.pop_back();  // the end of the line
  return record;
}

}  // namespace

calque_status calque_load(const char* pack, const calque_options* options, calque_analyzer** analyzer, char* message) {
  if (!analyzer) return CALQUE_USAGE;
  *analyzer = nullptr;
  const calque_options chosen = known(options);
  if (!makes_sense(chosen)) {
    say("max_fpr is a share from 0 to 1, prior one from 0.0001 to 0.9999, offsets one of calque_offsets", message);
    return CALQUE_USAGE;
  }
  try {
    return load(pack, chosen, analyzer, message);
  } catch (...) {  // the library reports all else as values
    say("out of memory", message);
    return CALQUE_MEMORY;
  }
}

void calque_free_analyzer(calque_analyzer* analyzer) { delete analyzer; }

const char* calque_model(const calque_analyzer* analyzer) { return analyzer->analyzer->model().c_str(); }
double calque_threshold(const calque_analyzer* analyzer) { return analyzer->analyzer->threshold(); }

calque_status calque_analyze(const calque_analyzer* analyzer, const char* text, size_t size,
                             calque_analysis** analysis) {
  if (!analysis) return CALQUE_USAGE;
  *analysis = nullptr;
  if (!analyzer || (!text && size > 0)) return CALQUE_USAGE;
  try {
    *analysis = analyze(*analyzer, {text, size});
    return CALQUE_OK;
  } catch (...) {
    return CALQUE_MEMORY;
  }
}

void calque_free_analysis(calque_analysis* analysis) { delete analysis; }

calque_status calque_get_verdict(const calque_analysis* from, calque_verdict* verdict) {
  if (!from || !verdict || verdict->size < sizeof verdict->size) return CALQUE_USAGE;
  const Analysis& analysis = from->analysis;
  const Verdict& said = analysis.verdict;
  const calque::Posterior posterior = said.posterior.value_or(calque::Posterior{kNone, kNone, kNone});
  const calque::Interval interval = said.quality_interval.value_or(calque::Interval{kNone, kNone});
  fill({0, static_cast<std::uint32_t>(said.label), static_cast<std::uint32_t>(said.basis),
        said.probability.value_or(kNone), posterior.original, posterior.translation, said.quality.value_or(kNone),
        interval.low, interval.high, or_null(said.source_language),
        said.source_language.empty() ? kNone : said.source_language_share, analysis.text.words,
        static_cast<std::uint32_t>(analysis.text.sentences.size()),
        static_cast<std::uint32_t>(analysis.findings.size())},
       verdict);
  return CALQUE_OK;
}

calque_status calque_get_finding(const calque_analysis* from, size_t index, calque_finding* finding) {
  if (!from || !finding || finding->size < sizeof finding->size || index >= from->places.size()) return CALQUE_USAGE;
  const calque::Finding& found = from->analysis.findings[index];
  const calque::InputPlace& place = from->places[index];
  fill({0, literal(calque::artifact_name(found.type)), literal(found.detector), place.begin, place.end,
        found.severity == calque::Severity::kMajor, or_null(found.suggestion), or_null(found.language),
        found.why.c_str()},
       finding);
  return CALQUE_OK;
}

const char* calque_text(const calque_analysis* analysis, size_t* size) {
  const std::string& text = analysis->analysis.article.input_text();
  if (size) *size = text.size();
  return text.c_str();
}

size_t calque_write_json(const calque_analysis* analysis, const char* id, char* buffer, size_t capacity) {
  try {
    const std::string record = json(*analysis, id);
    if (capacity > 0) {
      const std::size_t size = std::min(record.size(), capacity - 1);
      std::memcpy(buffer, record.data(), size);
      buffer[size] = '\0';
    }
    return record.size();
  } catch (...) {
    return 0;
  }
}

const char* calque_label_name(uint32_t label) {
  return label <= CALQUE_UNDECIDED ? literal(calque::label_name(static_cast<calque::Label>(label))) : nullptr;
}

const char* calque_basis_name(uint32_t basis) {
  return basis <= CALQUE_NO_ARTICLE ? literal(calque::basis_name(static_cast<calque::Basis>(basis))) : nullptr;
}

const char* calque_version(void) { return literal(calque::version()); }
