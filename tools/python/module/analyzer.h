// calque::Analyzer for Python. Releases the GIL while it reads a text or opens a pack.
#pragma once

#include <nanobind/nanobind.h>

#include <map>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "arrow_stream.h"
#include "calque/analyzer.h"
#include "scored.h"
#include "text.h"

namespace calque::python {

struct ModelError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

// An n-gram's part in a head's mean logit.
struct Ngram {
  std::string text;
  std::uint32_t count;
  float share;
};

struct Explanation {
  Scored verdict;
  std::map<std::string, std::vector<Ngram>> heads;  // by the head's name; largest shares first
  std::string terminal;
  std::string html;
};

// The options that an analyzer was loaded with. Another process can load it again with them.
struct LoadArguments {
  std::optional<std::string> pack;  // none: the English pack beside this module
  AnalyzerOptions options;
};

class PythonAnalyzer {
 public:
  // Throws ModelError, and std::invalid_argument (in Python, ValueError) for a share out of range.
  explicit PythonAnalyzer(LoadArguments arguments);

  Scored score(nanobind::str text, bool findings) const;
  // In the order of `texts`, for any number of threads (none: all cores). Checks for signals every few hundred texts,
  // so Ctrl-C works.
  nanobind::list score_many(nanobind::iterable texts, std::optional<unsigned> threads, bool findings) const;
  VerdictStream score_arrow(nanobind::handle data, const std::string& text, std::optional<unsigned> threads) const;
  Explanation explain(nanobind::str text, const std::string& id) const;

  const LoadArguments& arguments() const { return arguments_; }
  const std::string& model() const { return *model_; }
  double threshold() const { return analyzer_->threshold(); }

 private:
  std::vector<Scored> score_all(const std::vector<Utf8>& texts, unsigned threads, bool findings) const;

  LoadArguments arguments_;
  std::shared_ptr<const Analyzer> analyzer_;
  std::shared_ptr<const std::string> model_;
};

}  // namespace calque::python
