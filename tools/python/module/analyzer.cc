#include "analyzer.h"

#include <dlfcn.h>
#include <nanobind/stl/string.h>

#include <algorithm>
#include <filesystem>
#include <thread>

#include "calque/report.h"
#include "html.h"
#include "map_in_order.h"

namespace nb = nanobind;

namespace calque::python {
namespace {

// Texts of one thread between two checks for signals: enough to outweigh its start, few enough to stop soon.
constexpr std::size_t kTextsPerThread = 256;

constexpr unsigned kMostThreads = 1024;

std::string english_pack() {
  Dl_info module{};
  dladdr(reinterpret_cast<const void*>(&english_pack), &module);
  return std::filesystem::path(module.dli_fname).parent_path() / "share" / "calque" / "en.calque";
}

void check(bool makes_sense, const char* message) {
  if (!makes_sense) throw std::invalid_argument(message);
}

unsigned workers_for(std::optional<unsigned> threads) {
  if (!threads) return std::max(1U, std::thread::hardware_concurrency());
  check(*threads > 0 && *threads <= kMostThreads, "threads is a number from 1 to 1024");
  return *threads;
}

std::shared_ptr<const Analyzer> load(const LoadArguments& arguments) {
  const AnalyzerOptions& options = arguments.options;
  check(options.max_fpr >= 0 && options.max_fpr <= 1, "max_fpr is a share, from 0 to 1");
  check(options.max_translation_fpr.value_or(0) >= 0 && options.max_translation_fpr.value_or(0) <= 1,
        "max_translation_fpr is a share, from 0 to 1");
  check(options.prior >= 0.0001 && options.prior <= 0.9999, "prior is a share, from 0.0001 to 0.9999");
  const std::string pack = arguments.pack ? *arguments.pack : english_pack();
  const nb::gil_scoped_release released;
  auto analyzer = Analyzer::load(pack, options);
  if (!analyzer) throw ModelError(analyzer.error().message);
  return std::make_shared<const Analyzer>(std::move(*analyzer));
}

// The texts of the next slice; fewer at the end.
std::vector<Utf8> take(nb::iterator& at, std::size_t size) {
  std::vector<Utf8> texts;
  for (; texts.size() < size && at != nb::iterator::sentinel(); ++at) {
    if (!PyUnicode_Check((*at).ptr())) throw nb::type_error("score_many takes an iterable of str");
    texts.emplace_back(*at);
  }
  return texts;
}

std::map<std::string, std::vector<Ngram>> ngrams_of(const Analyzer& analyzer, const Analysis& analysis) {
  std::map<std::string, std::vector<Ngram>> heads;
  for (std::size_t head = 0; head < analyzer.head_names().size(); ++head) {
    std::vector<Ngram>& ngrams = heads[analyzer.head_names()[head]];
    for (const NgramShare& share : analyzer.explain_head(analysis, head)) {
      ngrams.push_back({std::string(share.span.of(analysis.article.text)), share.count, share.share});
    }
  }
  return heads;
}

}  // namespace

PythonAnalyzer::PythonAnalyzer(LoadArguments arguments)
    : arguments_(std::move(arguments)),
      analyzer_(load(arguments_)),
      model_(std::make_shared<const std::string>(analyzer_->model())) {}

Scored PythonAnalyzer::score(nb::str text, bool findings) const {
  const Utf8 utf8(text);
  const nb::gil_scoped_release released;
  return scored(analyzer_->analyze(utf8.document()), findings, model_);
}

std::vector<Scored> PythonAnalyzer::score_all(const std::vector<Utf8>& texts, unsigned threads, bool findings) const {
  const nb::gil_scoped_release released;
  return map_in_order(texts.size(), threads,
                      [&](std::size_t i) { return scored(analyzer_->analyze(texts[i].document()), findings, model_); });
}

nb::list PythonAnalyzer::score_many(nb::iterable texts, std::optional<unsigned> threads, bool findings) const {
  const unsigned workers = workers_for(threads);
  nb::list verdicts;
  nb::iterator at = nb::iter(texts);
  for (;;) {
    const std::vector<Utf8> slice = take(at, workers * kTextsPerThread);
    if (slice.empty()) return verdicts;
    for (Scored& score : score_all(slice, workers, findings)) verdicts.append(nb::cast(std::move(score)));
    if (PyErr_CheckSignals() != 0) throw nb::python_error();
  }
}

VerdictStream PythonAnalyzer::score_arrow(nb::handle data, const std::string& text,
                                          std::optional<unsigned> threads) const {
  return {data, text, analyzer_, workers_for(threads)};
}

Explanation PythonAnalyzer::explain(nb::str text, const std::string& id) const {
  const Utf8 utf8(text);
  const nb::gil_scoped_release released;
  Document document = utf8.document();
  document.id = id;
  const Analysis analysis = analyzer_->analyze(document);
  return {scored(analysis, true, model_), ngrams_of(*analyzer_, analysis),
          explain_text(document, analysis, *analyzer_, {}), explain_html(analysis, analyzer_->threshold())};
}

}  // namespace calque::python
