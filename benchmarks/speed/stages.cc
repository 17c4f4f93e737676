// Micro-benchmarks of one stage at a time, repeated on the sample feed's articles. The results of earlier stages are
// made beforehand. The data stay in the cache, so the figures compare two versions of a stage; they are no claims of
// speed.
//
//   stages SAMPLE.jsonl PACK [--benchmark_filter=text ...]
#include <benchmark/benchmark.h>

#include <cstdio>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "article/read_article.h"
#include "artifacts/find_artifacts.h"
#include "artifacts/lexicons.h"
#include "artifacts/token_classes.h"
#include "bench/sources.h"
#include "calque/report.h"
#include "heads/heads.h"
#include "language/en/english.h"
#include "language/en/grammar.h"
#include "language/en/word_classes.h"
#include "model/pack.h"
#include "text/segment.h"
#include "verdict/article_model.h"
#include "verdict/judge.h"

namespace {

using namespace calque;

template <class Value>
Value value_or_throw(Expected<Value> value) {
  if (!value) throw std::runtime_error(value.error().message);
  return std::move(*value);
}

struct Prepared {
  Document document;
  Article article;
  Text text;
  std::optional<ContextText> context;
  std::vector<WordClasses> classes;
  std::vector<Finding> findings;
  std::vector<float> scores;
  Analysis analysis;
};

// The input of every stage.
struct Bench {
  Bench(const std::string& articles, const std::string& path)
      : pack(value_or_throw(Pack::open(path))),
        lexicons(value_or_throw(Lexicons::load(pack))),
        heads(value_or_throw(Heads::load(pack))),
        model(value_or_throw(ArticleModel::load(pack, heads.names()))),
        analyzer(value_or_throw(Analyzer::load(path))) {
    for (const std::string& text : bench::read_sources({articles}).articles) {
      Prepared made;
      made.document.bytes = text;
      made.document.charset = "utf-8";
      made.article = read_article(made.document, english().furniture);
      made.text = segmenter.segment(made.article);
      made.classes = token_classes(made.article, made.text, en::grammar());
      made.context.emplace(lexicons.evidence.counts(), made.article.text, made.text, english());
      made.findings = find_artifacts({made.article, made.text, lexicons, *made.context}, en::grammar());
      made.scores = score_sentences(heads, made.article.text, made.text);
      made.analysis = analyzer.analyze(made.document);
      bytes += text.size();
      prepared.push_back(std::move(made));
    }
  }

  Pack pack;
  Segmenter segmenter{english()};
  Lexicons lexicons;
  Heads heads;
  ArticleModel model;
  Analyzer analyzer;
  std::vector<Prepared> prepared;
  std::size_t bytes = 0;
};

template <class Stage>
void add(const char* name, const Bench& bench, Stage stage) {
  benchmark::RegisterBenchmark(name, [&bench, stage](benchmark::State& state) {
    for ([[maybe_unused]] auto _ : state) {
      for (const Prepared& prepared : bench.prepared) stage(prepared);
    }
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * bench.bytes));
  });
}

void add_stages(const Bench& bench) {
  add("article", bench,
      [](const Prepared& in) { benchmark::DoNotOptimize(read_article(in.document, english().furniture)); });
  add("text", bench, [&bench](const Prepared& in) { benchmark::DoNotOptimize(bench.segmenter.segment(in.article)); });
  add("text/icu", bench,
      [&bench](const Prepared& in) { benchmark::DoNotOptimize(bench.segmenter.segment_with_icu(in.article)); });
  add("context", bench, [&bench](const Prepared& in) {
    benchmark::DoNotOptimize(ContextText(bench.lexicons.evidence.counts(), in.article.text, in.text, english()));
  });
  add("artifacts", bench, [&bench](const Prepared& in) {
    benchmark::DoNotOptimize(find_artifacts({in.article, in.text, bench.lexicons, *in.context}, en::grammar()));
  });
  add("artifacts/classes", bench,
      [](const Prepared& in) { benchmark::DoNotOptimize(token_classes(in.article, in.text, en::grammar())); });
  for (const Detector* const& detector : en::grammar().detectors()) {
    add(("artifacts/" + std::string(detector->id)).c_str(), bench,
        [&bench, alone = Grammar({&detector, 1}, en::word_classes())](const Prepared& in) {
          benchmark::DoNotOptimize(
              find_artifacts({in.article, in.text, bench.lexicons, *in.context, in.classes}, alone));
        });
  }
  add("heads", bench, [&bench](const Prepared& in) {
    benchmark::DoNotOptimize(score_sentences(bench.heads, in.article.text, in.text));
  });
  add("verdict", bench, [&bench](const Prepared& in) {
    const Evidence evidence{in.text, in.findings, in.scores, bench.heads.names().size()};
    benchmark::DoNotOptimize(judge(evidence, bench.model, {0.9}));
  });
  for (const bool findings : {false, true}) {
    add(findings ? "report/findings" : "report", bench, [&bench, findings](const Prepared& in) {
      std::string out;
      append_json(in.document, in.analysis, bench.analyzer, {findings, OffsetUnit::kCodePoints}, out);
      benchmark::DoNotOptimize(out);
    });
  }
}

}  // namespace

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  if (argc != 3) return std::fputs("usage: stages SAMPLE.jsonl PACK [--benchmark_...]\n", stderr), 2;
  try {
    const Bench bench(argv[1], argv[2]);
    add_stages(bench);
    benchmark::RunSpecifiedBenchmarks();
  } catch (const std::runtime_error& error) {
    return std::fprintf(stderr, "%s\n", error.what()), 3;
  }
  return 0;
}
